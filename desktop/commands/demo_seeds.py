"""The demo's data files as bulk documents: compact digits and shipped lists are written out."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Mapping
from typing import Any

from desktop import shipped
from desktop.domain.agency import SOURCES

Json = dict[str, Any]
SPREAD = (-1, 0, 0, 0, 1)
"""How the answers of many respondents lie around the one that is written down."""


def document(name: str) -> Json:
    """One file of resources/seeds/demo, written out as a bulk document."""
    whole: Json = json.loads(shipped.text("seeds", "demo", f"{name}.json"))
    if regions := whole.pop("listed", ()):
        whole["agencies"] = [*listed(regions), *whole.get("agencies", ())]
    for each in whole.get("assessments", ()):
        _write_out(each)
    return whole


def rows(name: str) -> list[dict[str, str]]:
    """A shipped table."""
    return list(csv.DictReader(shipped.text("seeds", f"{name}.csv").splitlines()))


def listed(regions: Iterable[str]) -> list[Json]:
    """The agencies of these regions that really exist; typical ones are nobody's fact."""
    wanted = frozenset(regions)
    return [
        {**row, "key": f"{row['region_code']}/{row['short_name']}"}
        for row in rows("agencies")
        if row["region_code"] in wanted and row["source"] == SOURCES[1]
    ]


# --- Digits ---------------------------------------------------------------------------------


def digits(groups: Mapping[str, str]) -> dict[str, int]:
    """{"P": "54.0"} -> {"P.1": 5, "P.2": 4, "P.4": 0}: one digit per indicator, a dot is open."""
    return {
        f"{prefix}.{place}": int(digit)
        for prefix, line in groups.items()
        for place, digit in enumerate(line, start=1)
        if digit != "."
    }


def _write_out(each: Json) -> None:
    _answers(each)
    chosen: list[str | Json] = each.get("products", [])
    for product in chosen:
        if not isinstance(product, str):
            _answers(product)
    if "respondents" in each:
        each["respondents"] = respondents(each["key"], **each["respondents"])


def _answers(subject: Json) -> None:
    if "digits" in subject:
        subject["answers"] = digits(subject.pop("digits")) | subject.get("answers", {})


def respondents(seed: str, *, count: int, role: str, digits: Mapping[str, str]) -> list[Json]:
    """So many respondents around one line of digits; a full digit stays full for all of them."""
    return [
        {"role": role, "answers": _around(digits, None if count == 1 else f"{seed}/{number}")}
        for number in range(count)
    ]


def _around(lines: Mapping[str, str], seed: str | None) -> dict[str, int]:
    chance = random.Random(seed)
    told = digits(lines)
    if seed is None:
        return told
    return {
        code: said if said == 5 else min(5, max(0, said + chance.choice(SPREAD)))
        for code, said in told.items()
    }


# --- Published results ----------------------------------------------------------------------


def published() -> Json:
    """Results that were published, by the values of their units; each keeps its source."""
    whole: Json = {"on": "2026-01-29", "agencies": [], "rounds": [], "assessments": [], "steps": []}
    for row in rows("published"):
        held = f"r-{row['region_code']}-{row['year']}"
        if held not in [each["key"] for each in whole["rounds"]]:
            whole["rounds"].append(_published_round(held, row))
        agency, unit = f"{row['region_code']}/{row['unit']}", f"u-{held}-{row['unit']}"
        whole["agencies"].append(_published_agency(agency, unit, row))
        scored = {"key": f"s-{unit}", "round": held, "unit": unit}
        whole["assessments"].append({**scored, "published_value": row["unit_value"]})
    for state in ("collecting", "complete", "final"):
        for each in whole["assessments"]:
            whole["steps"].append({"assessment": each["key"], "state": state})
    for state in ("collecting", "verifying", "final", "released"):
        for each in whole["rounds"]:
            whole["steps"].append({"round": each["key"], "state": state})
    return whole


def _published_round(key: str, row: Mapping[str, str]) -> Json:
    place = row["entity"].removeprefix("Pemerintah ")
    return {
        "key": key,
        "year": int(row["year"]),
        "instrument": row["instrument"],
        "region_code": row["region_code"],
        "track": "ombudsman",
        "name": f"Hasil terpublikasi {row['year']} {place}",
        "basis": f"Sumber: {row['source']}",
    }


def _published_agency(key: str, unit: str, row: Mapping[str, str]) -> Json:
    short = row["unit"] if " " not in row["unit"] else ""
    served = {"key": unit, "name": row["unit"], "unit_type": row["unit_type"]}
    kind = "rsud" if row["unit_type"] == "RSUD" else "dinas"
    named = {"name": row["unit"], "short_name": short, "kind": kind, "source": SOURCES[1]}
    return {"key": key, "region_code": row["region_code"], **named, "units": [served]}
