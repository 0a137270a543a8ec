"""Our own office: its profile, signatories and holidays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain import profile
from desktop.domain.act import Act, Changes
from desktop.domain.calendar import Holidays
from desktop.domain.problems import Problem
from desktop.domain.profile import Holiday, OfficeProfile, Signatory
from desktop.models.office import HolidayRow, OfficeRow, SignatoryRow
from desktop.models.region import RegionRow, ServiceRow, UnitTypeRow
from desktop.services.history import remember
from desktop.services.regions import check_region
from desktop.services.rows import change, find, record, values

PROFILE_FIELDS = frozenset(
    "name kind region_code head_line office_line address_line contact_line logo logo_name paper "
    "margin_left margin_right margin_top margin_bottom place time_zone number_template "
    "archive_code unit_code coordinator due_days".split()
)
MARGINS = ("margin_left", "margin_right", "margin_top", "margin_bottom")
TEMPLATES = {
    "ombudsman": "{sifat}/{urut}/{kode}-{unit}/{bulan_romawi}/{tahun}",
    "regency": "{kode}/{urut}/{unit}/{tahun}",
}


def profile_of(db: Session) -> OfficeProfile:
    """Whose file this is."""
    row = _row(db)
    region = db.get(RegionRow, row.region_code)
    return record(OfficeProfile, row, region_name=region.name if region else row.region_code)


def _row(db: Session) -> OfficeRow:
    row = db.get(OfficeRow, 1)
    if row is None:
        raise Problem("file.empty")
    return row


def found_office(
    db: Session,
    act: Act,
    *,
    name: str,
    region_code: str,
    kind: str,
    seeds: Mapping[str, Sequence[Mapping[str, str]]],
) -> Changes:
    """Fills an empty file: the shipped lists (`regions`, `unit_types`, `services`, `holidays` as
    rows of text) and the office itself with the usual paper and numbering of its kind."""
    for row in seeds["regions"]:
        db.add(RegionRow(**{**row, "parent": row["parent"] or None}))
    db.add_all(UnitTypeRow(**row) for row in seeds["unit_types"])
    db.add_all(ServiceRow(**row) for row in seeds["services"])
    db.add_all(
        HolidayRow(**{**row, "day": date.fromisoformat(row["day"])}) for row in seeds["holidays"]
    )
    db.flush()
    region = check_region(db, region_code)
    if kind not in TEMPLATES:
        raise Problem("office.kind_unknown", field="kind", kind=kind)
    clean = " ".join(name.split())
    if not clean:
        raise Problem("office.name_missing", field="name")
    office = OfficeRow(
        id=1,
        name=clean,
        kind=kind,
        region_code=region.code,
        office_line=clean.upper(),
        number_template=TEMPLATES[kind],
    )
    db.add(office)
    remember(db, act, "office.founded", "office", "1", after=values(office, "name", "region_code"))
    return Changes(frozenset({"office"}), "1")


def change_profile(db: Session, act: Act, **changes: object) -> Changes:
    """Changes the office's profile; every field is checked before anything is set."""
    unknown = set(changes) - PROFILE_FIELDS
    if unknown:
        raise Problem("record.field_unknown", field=sorted(unknown)[0], noun="office")
    _check_profile(db, changes)
    before, after = change(_row(db), changes)
    if after:
        remember(db, act, "office.changed", "office", "1", before, after)
    return Changes(frozenset({"office"}), "1")


def _check_profile(db: Session, changes: dict[str, object]) -> None:
    if not str(changes.get("name", "-")).strip():
        raise Problem("office.name_missing", field="name")
    if "region_code" in changes:
        check_region(db, str(changes["region_code"]))
    if "number_template" in changes:
        changes["number_template"] = profile.check_template(str(changes["number_template"]))
    for name in MARGINS:
        if name in changes:
            changes[name] = profile.check_margin(name, _whole(changes[name]))
    if changes.get("paper", "A4") not in profile.PAPERS:
        raise Problem("office.paper_unknown", field="paper", paper=changes["paper"])
    if changes.get("time_zone", "Asia/Jakarta") not in profile.TIME_ZONES:
        raise Problem("office.zone_unknown", field="time_zone", zone=changes["time_zone"])
    if "due_days" in changes and not 1 <= _whole(changes["due_days"]) <= 365:
        raise Problem("office.due_days_wrong", field="due_days")
    if changes.get("kind", "regency") not in TEMPLATES:
        raise Problem("office.kind_unknown", field="kind", kind=changes["kind"])


def _whole(value: object) -> int:
    """A whole number as it was given; -1, which nobody may mean, for anything else."""
    return value if isinstance(value, int) else -1


def signatories(db: Session) -> tuple[Signatory, ...]:
    """Those who sign, the usual one first."""
    query = select(SignatoryRow).order_by(SignatoryRow.is_default.desc(), SignatoryRow.id)
    return tuple(record(Signatory, row) for row in db.scalars(query))


def keep_signatory(
    db: Session,
    act: Act,
    *,
    id: str | None = None,
    title: str,
    form: str = "own",
    on_behalf_of: str = "",
    between: str = "",
    name: str = "",
    rank: str = "",
    nip: str = "",
    is_default: bool = False,
) -> Changes:
    """Adds or changes a signatory; one is the usual one, and the first becomes it."""
    if not title.strip():
        raise Problem("signatory.title_missing", field="title")
    if form not in profile.FORMS:
        raise Problem("signatory.form_unknown", field="form", form=form)
    if form in ("an", "ub") and not on_behalf_of.strip():
        raise Problem("signatory.principal_missing", field="on_behalf_of")
    wanted: dict[str, object] = {
        "title": title.strip(),
        "form": form,
        "on_behalf_of": on_behalf_of.strip(),
        "between": between.strip(),
        "name": name.strip(),
        "rank": rank.strip(),
        "nip": profile.check_nip(nip),
    }
    first = db.scalar(select(SignatoryRow).limit(1)) is None
    wanted["is_default"] = is_default or first
    row = find(db, SignatoryRow, id) if id else SignatoryRow(ref=act.new_id("N"))
    if wanted["is_default"]:
        for other in list(db.scalars(select(SignatoryRow).where(SignatoryRow.is_default))):
            if other is not row:
                told = change(other, {"is_default": False})
                remember(db, act, "signatory.kept", "signatory", other.ref, *told)
    before, after = change(row, wanted)
    db.add(row)
    remember(db, act, "signatory.kept", "signatory", row.ref, before if id else None, after)
    return Changes(frozenset({"office"}), row.ref)


def drop_signatory(db: Session, act: Act, *, id: str) -> Changes:
    """Takes a signatory off the list; letters keep what they say."""
    row = find(db, SignatoryRow, id)
    remember(db, act, "signatory.dropped", "signatory", id, values(row, "title", "name"))
    db.delete(row)
    return Changes(frozenset({"office"}), id)


def holiday_list(db: Session) -> tuple[Holiday, ...]:
    """All days off, by date."""
    return tuple(
        record(Holiday, r) for r in db.scalars(select(HolidayRow).order_by(HolidayRow.day))
    )


def holidays(db: Session) -> Holidays:
    """The table that working days are counted by; a year counts as covered when it has a day."""
    days = {row.day: row.name for row in db.scalars(select(HolidayRow))}
    return Holidays(days, frozenset(day.year for day in days))


def keep_holiday(
    db: Session, act: Act, *, day: date, name: str, kind: str = "libur", source: str = ""
) -> Changes:
    """Adds a day off or renames it."""
    if not name.strip():
        raise Problem("holiday.name_missing", field="name")
    row = db.get(HolidayRow, day) or HolidayRow(day=day)
    before, after = change(row, {"name": name.strip(), "kind": kind, "source": source})
    db.add(row)
    remember(db, act, "holiday.kept", "holiday", day.isoformat(), before, after)
    return Changes(frozenset({"office"}), day.isoformat())


def drop_holiday(db: Session, act: Act, *, day: date) -> Changes:
    """Takes a day off the table."""
    row = db.get(HolidayRow, day)
    if row is None:
        raise Problem("holiday.unknown", day=day)
    remember(db, act, "holiday.dropped", "holiday", day.isoformat(), values(row, "name"))
    db.delete(row)
    return Changes(frozenset({"office"}), day.isoformat())
