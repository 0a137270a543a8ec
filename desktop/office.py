"""The office: opens the file, owns clock, operator and wings. The only room that knows all.

Two doors lead to the data: `write` runs a use case on the one writing worker, in its own
transaction, and announces what changed; `read` runs a query on a read-only connection that never
outlives the call.
"""

from __future__ import annotations

import csv
import getpass
import logging
import os
import random
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from desktop.models import lightly  # noqa: F401 - before SQLAlchemy

# isort: split

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop import shipped
from desktop.domain.act import CROCKFORD, Act, Changes, check_facts
from desktop.domain.problems import Problem
from desktop.domain.profile import OfficeProfile
from desktop.models import schema
from desktop.models.engine import check_file, mode, reading_engine, writing_engine
from desktop.models.faults import spoken
from desktop.services import history, offices

if TYPE_CHECKING:
    from desktop.domain.letter_data import Content
    from desktop.domain.letter_fields import LetterFields

T = TypeVar("T")
UseCase = Callable[..., Changes]
Listener = Callable[[Changes], None]
_log = logging.getLogger("patuh")
SEEDS = ("regions", "unit_types", "services", "holidays")
DEFAULT_ZONE = "Asia/Jakarta"


def clock(zone: str) -> datetime:
    """Now, in the zone; `PATUH_NOW` fixes it (an ISO date-time, or a bare date = 09:00 there)."""
    fixed, here = os.environ.get("PATUH_NOW", "").strip(), ZoneInfo(zone)
    if not fixed:
        return datetime.now(here)
    try:
        if len(fixed) == 10:
            return datetime.combine(date.fromisoformat(fixed), time(9), here)
        moment = datetime.fromisoformat(fixed)
        return moment.astimezone(here) if moment.tzinfo else moment.replace(tzinfo=here)
    except (ValueError, OverflowError):
        raise Problem("clock.wrong", text=fixed) from None


def seed_rows(name: str) -> list[dict[str, str]]:
    """A shipped table as rows of text."""
    return list(csv.DictReader(shipped.text("seeds", f"{name}.csv").splitlines()))


def storage_mode() -> str:
    """How SQLite keeps a commit safe on this machine: "wal, FULL" or "delete, EXTRA"."""
    chosen = mode()
    return f"{chosen.journal}, {chosen.synchronous}"


def workbooks() -> Any:
    """The wing of workbooks, also for those who have no office open."""
    from desktop.sheets import Sheets

    return Sheets()


class Office:
    """One open office file."""

    def __init__(self, address: str, operator: str = "") -> None:
        self.address = address
        self.operator = operator or os.environ.get("PATUH_OPERATOR", "") or getpass.getuser()
        self._writing = writing_engine(address)
        self._reading = reading_engine(address)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="office")
        self._listeners: list[Listener] = []
        self._zone = DEFAULT_ZONE

    @classmethod
    def open(cls, address: str | Path, operator: str = "") -> Office:
        """Opens an office; a file that is missing, foreign or of another version is refused
        before anything is written."""
        text = str(address)
        if not text.startswith("postgresql"):
            check_file(Path(text))
        office = cls(text, operator)
        try:
            schema.check(office._reading)
            office._zone = office.profile.time_zone
        except DBAPIError as error:
            office.close()
            raise spoken(error, text) from error
        except BaseException:
            office.close()
            raise
        return office

    @classmethod
    def create(
        cls,
        address: str | Path,
        *,
        name: str,
        region: str | None = None,
        kind: str = "regency",
        operator: str = "",
        with_agencies: bool = False,
    ) -> Office:
        """Makes a new office file with the shipped lists and instruments.

        A place that is taken is refused; a file that could not be finished is taken away again.
        `with_agencies` copies the shipped list of the region's agencies.
        """
        text = str(address)
        is_file = not text.startswith("postgresql")
        if is_file and Path(text).exists():
            raise Problem("file.exists", path=text)
        if is_file and not Path(text).resolve().parent.is_dir():
            raise Problem("file.no_folder", path=str(Path(text).resolve().parent))
        if not name.strip():
            raise Problem("office.name_missing", field="name")
        office = cls(text, operator)
        try:
            schema.create(office._writing)
            office._found(name, region or "62", kind, with_agencies)
        except BaseException as error:
            office.close()
            if is_file:
                Path(text).unlink(missing_ok=True)
            if isinstance(error, DBAPIError):
                raise spoken(error, text) from error
            raise
        return office

    def _found(self, name: str, region: str, kind: str, with_agencies: bool) -> None:
        # What only a new office needs would make every opening a tenth of a second longer.
        from desktop.domain.bridge import read_bridge, to_document
        from desktop.domain.instrument_text import read_toml
        from desktop.services import agencies, bridges, instruments

        seeds = {table: seed_rows(table) for table in SEEDS}
        self.do(offices.found_office, name=name, region_code=region, kind=kind, seeds=seeds)
        for toml in sorted(shipped.path("instruments").glob("*.toml")):
            whole = read_toml(toml.read_text(encoding="utf-8"))
            self.do(instruments.keep_instrument, instrument=whole)
        for toml in sorted(shipped.path("bridges").glob("*.toml")):
            bridge = read_bridge(toml.read_text(encoding="utf-8"))
            self.do(bridges.keep_bridge, document=to_document(bridge))
        if with_agencies:
            rows = [r for r in seed_rows("agencies") if r.pop("region_code") == region]
            self.do(agencies.copy_list, region_code=region, rows=rows)

    # The two doors

    def write(self, use_case: UseCase, /, **facts: Any) -> Future[Changes]:
        """Runs a use case on the writing worker; the future holds what it changed or a Problem."""
        return self._worker.submit(self._transact, use_case, facts)

    def do(self, use_case: UseCase, /, **facts: Any) -> Changes:
        """`write` and wait."""
        return self.write(use_case, **facts).result()

    def rehearse(self, use_case: UseCase, /, **facts: Any) -> Changes:
        """What `do` would change or refuse; everything is taken back and nobody is told."""
        return self._worker.submit(self._run, use_case, facts, keep=False).result()

    def _run(self, use_case: UseCase, facts: Mapping[str, Any], *, keep: bool = True) -> Changes:
        try:
            check_facts({**facts, "operator": self.operator})
            with Session(self._writing) as db, db.begin() as transaction:
                changes = use_case(db, self._act(db), **facts)
                db.flush()
                if not keep:
                    transaction.rollback()
        except DBAPIError as error:
            raise spoken(error, self.address) from error
        return changes

    def _transact(self, use_case: UseCase, facts: Mapping[str, Any]) -> Changes:
        changes = self._run(use_case, facts)
        if "office" in changes.touched:
            self._zone = self.profile.time_zone
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 - it is kept: nobody may hear that it failed
                _log.exception("a listener failed")
        return changes

    def _act(self, db: Session) -> Act:
        now = clock(self._zone)
        return Act(now.astimezone(UTC), now.date(), self.operator, _ids(now, db))

    def read(self, query: Callable[..., T], /, **facts: Any) -> T:
        """Runs a query on a read-only connection and lets go of it before returning."""
        try:
            with Session(self._reading) as db:
                return query(db, **facts)
        except DBAPIError as error:
            raise spoken(error, self.address) from error

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` (on the worker's thread) after each commit; returns how to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # What everybody asks

    @property
    def profile(self) -> OfficeProfile:
        """Our own office as it stands now."""
        return self.read(offices.profile_of)

    @property
    def now(self) -> datetime:
        """The moment, in the office's zone."""
        return clock(self._zone)

    @property
    def today(self) -> date:
        """The day, in the office's zone."""
        return self.now.date()

    @property
    def path(self) -> Path | None:
        """The office file; None for a server."""
        return None if self.address.startswith("postgresql") else Path(self.address)

    @cached_property
    def paper(self) -> Any:
        """The wing of paper."""
        from desktop.documents import Paper

        folder = shipped.path("fonts")
        return Paper(*(folder / f"Arimo-{face}.ttf" for face in ("Regular", "Bold", "Italic")))

    @cached_property
    def sheets(self) -> Any:
        """The wing of workbooks."""
        return workbooks()

    def letter_facts(self, kind: str, subject: str, units: Sequence[str] | None = None) -> Any:
        """What a paper is composed of. `kind` is result, suggestion or checklist, `subject` the
        id of the assessment, round or agreement; `units` are the assessments of a suggestion."""
        from desktop.services import letters

        if kind == "result":
            return self.read(letters.result_facts, assessment_id=subject)
        if kind == "suggestion":
            return self.read(letters.suggestion_facts, round=subject, assessments_of=units)
        return self.read(letters.checklist_facts, agreement=subject)

    def author(self) -> Any:
        """Our office as the writer of letters, as it stands now (a `documents.draft.Writer`)."""
        from desktop.documents.draft import Writer
        from desktop.services import actions

        deadline = self.read(actions.usual_deadline, received_on=self.today)
        return Writer(self.profile, self.read(offices.signatories), self.today, deadline)

    def draft(
        self, kind: str, subject: str, fields: LetterFields | None = None
    ) -> tuple[LetterFields, Content]:
        """A paper's content from `letter_facts`, with the fields it was composed with; without
        `fields` they are filled in from facts and the office's habits."""
        facts = self.letter_facts(kind, subject, fields.units if fields else None)
        author = self.author()
        used: LetterFields = fields or author.fields(facts)
        return used, author.compose(facts, used)

    def close(self) -> None:
        """Waits for the worker and lets go of the file."""
        self._worker.shutdown(wait=True)
        self._writing.dispose()
        self._reading.dispose()


def _ids(now: datetime, db: Session) -> Callable[[str], str]:
    """Fresh public ids: random, or seeded by clock and history when the clock is fixed."""
    fixed = os.environ.get("PATUH_NOW")
    seed = f"{now.isoformat()}|{history.last_seq(db)}"
    chance = random.Random(seed) if fixed else random.SystemRandom()
    return lambda letter: letter + "".join(chance.choices(CROCKFORD, k=10))
