"""Integrity of an office: the file's structure, its history, its seals and kept totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.domain.health import CHECKS, Fault, Health
from desktop.domain.problems import Problem
from desktop.models import health, schema
from desktop.models.agency import AgencyRow, UnitRow
from desktop.models.assessment import AssessmentRow
from desktop.services.history import broken_links
from desktop.services.sealing import broken_seals, wrong_totals


def inspect(db: Session) -> Health:
    """Looks at everything that can be proved. A check that fails is itself a fault, and the
    others still run: this is asked for when something is wrong."""
    faults = [fault for name in CHECKS for fault in _faults(db, name)]
    return Health(CHECKS, tuple(faults))


def _faults(db: Session, name: str) -> list[Fault]:
    try:
        return list(_LOOKS[name](db))
    except DBAPIError:
        raise  # the office knows which fault of the file this is
    except Problem as problem:
        return [Fault(name, "", detail=problem.code)]
    except Exception as error:  # noqa: BLE001 - damaged content may fail anywhere in reading it
        return [Fault(name, "", detail=f"{type(error).__name__}: {error}"[:200])]


def _structure(db: Session) -> Iterator[Fault]:
    return (Fault("structure", "", detail=line) for line in health.structure_faults(db))


def _references(db: Session) -> Iterator[Fault]:
    return (Fault("references", table, detail=row) for table, row in health.loose_references(db))


def _schema(db: Session) -> Iterator[Fault]:
    found = health.revision(db)
    if found != schema.NEWEST:
        yield Fault("schema", found)


def _history(db: Session) -> Iterator[Fault]:
    return (Fault("history", str(number)) for number in broken_links(db))


def _seals(db: Session) -> Iterator[Fault]:
    return _of_units(db, "seals", broken_seals(db))


def _totals(db: Session) -> Iterator[Fault]:
    return _of_units(db, "totals", wrong_totals(db))


def _of_units(db: Session, name: str, found: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """With the agency beside the unit, so that a person knows whom it concerns."""
    query = (
        select(AssessmentRow.ref, AgencyRow.name)
        .join(UnitRow, UnitRow.id == AssessmentRow.unit_id)
        .join(AgencyRow, AgencyRow.id == UnitRow.agency_id)
    )
    agencies: dict[str, str] = {ref: name for ref, name in db.execute(query)}  # noqa: C416
    return (Fault(name, ref, unit, agencies.get(ref, "")) for ref, unit in found)


_LOOKS: dict[str, Callable[[Session], Iterable[Fault]]] = {
    "structure": _structure,
    "references": _references,
    "schema": _schema,
    "history": _history,
    "seals": _seals,
    "totals": _totals,
}
