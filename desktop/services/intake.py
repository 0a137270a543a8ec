"""Takes a register workbook in: all of it or nothing, by the same use cases as the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy.orm import Session

from desktop.domain.act import Act, Changes
from desktop.domain.intake import Entry, Names, Register, kind_by_name, names_of
from desktop.domain.problems import Problem
from desktop.services import agencies, regions
from desktop.services.offices import profile_of


def take_in(db: Session, act: Act, *, register: Register) -> Changes:
    """Adds everything a register workbook holds, in one transaction.

    Nothing is taken when a row has a problem: the Problem raised holds them all, by sheet, row
    and column. Names that read like one already kept are taken, and told in `facts["warnings"]`.
    """
    if not register.size and not register.problems:
        raise Problem("workbook.no_rows")
    taking = _Taking(db, act)
    for entries, take in (
        (register.agencies, taking.agency),
        (register.units, taking.unit),
        (register.products, taking.product),
    ):
        for entry in entries:
            taking.attempt(entry, take)
    _refuse(register, (*register.problems, *taking.problems))
    counts: dict[str, object] = {
        "agencies": len(register.agencies),
        "units": len(register.units),
        "products": len(register.products),
    }
    touched = frozenset({"agency", "unit"})
    return Changes(touched, facts={**counts, "warnings": tuple(taking.warnings)})


def _refuse(register: Register, problems: Iterable[Problem]) -> None:
    """Raises all problems as one, in the order of the workbook."""
    every = (*register.agencies, *register.units, *register.products)
    sheets = {entry.sheet: place for place, entry in enumerate(reversed(every))}

    def place(problem: Problem) -> tuple[int, int]:
        row = problem.facts.get("row")
        return -sheets.get(str(problem.facts.get("sheet")), 0), row if isinstance(row, int) else 0

    found = sorted(problems, key=place)
    if found:
        raise Problem(found[0].code, tuple(found[1:]), **found[0].facts)


class _Known:
    """Records by name or short name, each within what it belongs to; "" stands for a row of the
    workbook that has a problem of its own, so that rows which lean on it have none on top."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[str, str]]] = {}

    def add(self, within: str, names: Iterable[str], ref: str) -> None:
        for name in {name.casefold() for name in names if name}:
            self._found.setdefault(name, []).append((within, ref))

    def find(self, within: str, name: str) -> set[str]:
        """The public ids of that name; `within` may be "" for anywhere."""
        every = self._found.get(name.casefold(), ())
        found = {ref for owner, ref in every if not within or not owner or owner == within}
        return found - {""} or found


class _Taking:
    """Takes rows in one after the other and gathers what is wrong with them."""

    def __init__(self, db: Session, act: Act) -> None:
        self._db, self._act = db, act
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self._rows: dict[tuple[str, ...], int] = {}
        profile = profile_of(db)
        self._home = profile.region_code if profile.kind == "regency" else ""
        known, types = regions.regions(db), regions.unit_types(db)
        self._regions = {key: r.code for r in known for key in (r.code, r.name.casefold())}
        self._types = {key: t.code for t in types for key in (t.code.casefold(), t.name.casefold())}
        kept = agencies.agencies(db, active=True)
        self._names = names_of(kept)
        self._agencies, self._units = _Known(), _Known()
        for each in kept:
            self._agencies.add(each.region_code, (each.name, each.short_name), each.id)
        for each in agencies.units(db):
            self._units.add(each.agency_id, (each.name, each.short_name), each.id)

    def attempt(self, entry: Entry, take: Callable[[Entry], None]) -> None:
        """Takes one row in; what is wrong with it is kept with its place."""
        try:
            take(entry)
        except Problem as problem:
            self.problems.append(entry.placed(problem))
            names = (entry.text("name"), entry.text("short_name"))
            if take == self.agency:
                self._agencies.add("", names, "")
            elif take == self.unit:
                self._units.add("", names, "")

    def agency(self, entry: Entry) -> None:
        name, short = entry.text("name"), entry.text("short_name")
        region = self._region(entry)
        ref = ""
        if entry.is_whole:
            self._check_twice(entry, "agency", region, name)
            self._warn(entry, region, name, short)
            fields = {**_filled(entry.fields), **_kind(entry), "region_code": region, "name": name}
            ref = agencies.add_agency(self._db, self._act, **fields).id or ""  # type: ignore[arg-type]
        self._agencies.add(region, (name, short), ref)

    def unit(self, entry: Entry) -> None:
        owner = self._owner(entry)
        name, short = entry.text("name"), entry.text("short_name")
        ref = ""
        if owner and entry.is_whole:
            self._check_twice(entry, "unit", owner, name)
            said = entry.text("unit_type")
            if not said:
                raise Problem("unit.type_missing", field="unit_type")
            ref = agencies.add_unit(
                self._db,
                self._act,
                agency=owner,
                name=name,
                short_name=short,
                unit_type=self._types.get(said.casefold(), said),
                address=entry.text("address"),
            ).id
        self._units.add(owner, (name, short), ref or "")

    def product(self, entry: Entry) -> None:
        owner = self._owner(entry)
        said, name = entry.text("unit"), entry.text("name")
        if not said:
            raise Problem("product.unit_missing", field="unit")
        found = self._units.find(owner, said)
        if owner and not found:
            raise Problem("register.unit_unknown", field="unit", name=said)
        if owner and len(found) > 1:
            raise Problem("register.unit_ambiguous", field="unit", name=said)
        unit = found.pop() if owner else ""
        if not unit or not entry.is_whole:
            return
        self._check_twice(entry, "product", unit, name)
        more = {field: entry.text(field) for field in ("short_name", "product_type")}
        agencies.add_product(self._db, self._act, unit=unit, name=name, **more)

    def _region(self, entry: Entry) -> str:
        said = entry.text("region_code")
        if not said and not self._home:
            raise Problem("agency.region_missing", field="region_code")
        if said and said.casefold() not in self._regions:
            raise Problem("region.unknown", field="region_code", code=said)
        return self._regions[said.casefold()] if said else self._home

    def _owner(self, entry: Entry) -> str:
        """The agency a row belongs to; "" = one whose own row has a problem."""
        said = entry.text("agency")
        if not said:
            raise Problem("unit.agency_missing", field="agency")
        region = self._region(entry) if entry.text("region_code") else ""
        found = self._agencies.find(region, said)
        if not found:
            raise Problem("register.agency_unknown", field="agency", name=said)
        if len(found) > 1:
            raise Problem("register.agency_ambiguous", field="agency", name=said)
        return found.pop()

    def _check_twice(self, entry: Entry, kind: str, within: str, name: str) -> None:
        first = self._rows.setdefault((kind, within, name.casefold()), entry.row)
        if name and first != entry.row:
            raise Problem("register.twice", field="name", name=name, first=first)

    def _warn(self, entry: Entry, region: str, name: str, short: str) -> None:
        names = self._names.setdefault(region, Names())
        other = names.alike(name, short)
        if other is not None and other.casefold() != name.casefold():
            warning = entry.problem("agency.looks_alike", "name", name=name, other=other)
            self.warnings.append(warning)
        names.add(name, short)


def _filled(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in ("", None)}


def _kind(entry: Entry) -> dict[str, object]:
    """The kind that the row names, or that the agency's name tells."""
    kind = entry.text("kind") or kind_by_name(entry.text("name"))
    if not kind and entry.text("name"):
        raise Problem("agency.kind_missing", field="kind")
    return {"kind": kind or "dinas"}
