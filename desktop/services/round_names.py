"""The rounds as the frame calls them: asked at every start, so without engine and units."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.round import RoundName
from desktop.models.region import RegionRow
from desktop.models.round import InstrumentRow, RoundRow


def round_names(db: Session) -> tuple[RoundName, ...]:
    """All rounds, newest year first; the same year by name."""
    query = (
        select(
            RoundRow.ref,
            RoundRow.name,
            RoundRow.state,
            RegionRow.name,
            InstrumentRow.sha256,
            InstrumentRow.document,
        )
        .join(InstrumentRow, InstrumentRow.id == RoundRow.instrument_id)
        .join(RegionRow, RegionRow.code == RoundRow.region_code)
        .order_by(RoundRow.year.desc(), RoundRow.name)
    )
    return tuple(
        RoundName(ref, name, region, _short_name(sha256, document), state == "released")
        for ref, name, state, region, sha256, document in db.execute(query)
    )


def short_name_of(row: InstrumentRow) -> str:
    """The short name of a stored instrument, without building the instrument for it."""
    return _short_name(row.sha256, row.document)


@lru_cache(maxsize=16)
def _short_name(sha256: str, document: str) -> str:
    return str(json.loads(document)["short_name"])
