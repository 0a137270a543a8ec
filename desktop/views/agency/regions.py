"""Which regions the page can show: those that hold agencies, and those near our own office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.agreement import Agreement
    from desktop.domain.profile import OfficeProfile
    from desktop.domain.region import Region


def region_choices(
    regions: Sequence[Region], counts: Mapping[str, int], profile: OfficeProfile
) -> tuple[tuple[str, str], ...]:
    """(code, name): our own region, those with agencies, then the others of our province."""
    held = {*counts, profile.region_code}
    province = profile.region_code.split(".")[0]
    first = [one for one in regions if one.code in held]
    near = [one for one in regions if one.code not in held and one.code.split(".")[0] == province]
    rest = [] if profile.kind == "regency" and len(held) == 1 else near
    return tuple((one.code, one.name) for one in (*first, *rest))


def first_region(counts: Mapping[str, int], profile: OfficeProfile, last: str = "") -> str:
    """The region to begin with: the one looked at last, or our own, if it has agencies; else the
    one with the most."""
    if last in counts:
        return last
    if not counts or profile.region_code in counts:
        return profile.region_code
    return max(counts, key=lambda code: counts[code])


def counting_agreement(agreements: Sequence[Agreement]) -> Agreement | None:
    """The agreement whose scope is counted: the newest one in force that says its universe."""
    counted = [one for one in agreements if one.universe is not None]
    in_force = [one for one in counted if one.state == "in_force"]
    return (in_force or counted or [None])[-1]
