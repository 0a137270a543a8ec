"""What the frame itself shows of the office: round, rounds, person; and later what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.round_names import round_names
from desktop.views.navigation import Navigation
from desktop.wording import _

if TYPE_CHECKING:
    from desktop.domain.round import RoundName
    from desktop.office import Office


def show_round(office: Office, navigation: Navigation, chosen: str | None) -> str | None:
    """Fills switcher and person, and gives the round in force: the chosen one, else the newest
    that is not released yet."""
    every = office.read(round_names)
    now = _in_force(every, chosen)
    name = office.profile.name
    navigation.show_rounds([(r.id, r.name) for r in every], now.id if now else None)
    if now is None:
        navigation.switcher.show_words(_("Belum ada putaran"), name)
    else:
        caption = f"{_narrow(now.region_name)} · {now.instrument_name}"
        navigation.switcher.show_words(now.name, caption)
    navigation.person.show_words(office.operator, name)
    return now.id if now else None


def show_late(office: Office, navigation: Navigation) -> None:
    """The count of actions whose day has passed. No page waits for it."""
    from desktop.domain.action import due_of
    from desktop.services.actions import actions
    from desktop.services.offices import holidays

    table = office.read(holidays)
    due = (due_of(one, office.today, table) for one in office.read(actions, open_only=True))
    navigation.items["action"].show_count(sum(d.group == "late" for d in due), late=True)


def _narrow(region: str) -> str:
    """ "Kabupaten Contoh" -> "Kab. Contoh": the switcher has room for 26 letters."""
    return region.replace("Kabupaten ", "Kab. ").replace("Provinsi ", "Prov. ")


def _in_force(every: tuple[RoundName, ...], chosen: str | None) -> RoundName | None:
    for one in every:
        if one.id == chosen:
            return one
    return next((r for r in every if not r.is_released), every[0] if every else None)
