"""Which pages exist, and where their classes are; nothing of them is imported here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from desktop.wording import N_

if TYPE_CHECKING:
    from desktop.office import Office
    from desktop.views.pages import Page, Shell


class Entry(NamedTuple):
    """A page of the program: key, title, icon, and where its class is ("module:Class")."""

    key: str
    title: str
    icon: str
    place: str

    def build(self, office: Office | None, shell: Shell) -> Page:
        """Imports the page's module and makes the page; only when it is first shown."""
        module, name = self.place.split(":")
        made: Page = getattr(import_module(module), name)(office, shell)
        return made


PAGES = (
    Entry("home", N_("Beranda"), "home", "desktop.views.home.page:HomePage"),
    Entry("agency", N_("Instansi"), "agency", "desktop.views.agency.page:AgencyPage"),
    Entry(
        "assessment",
        N_("Penilaian"),
        "assessment",
        "desktop.views.assessment.page:AssessmentPage",
    ),
    Entry("score", N_("Hasil"), "result", "desktop.views.score.page:ScorePage"),
    Entry("action", N_("Tindak lanjut"), "action", "desktop.views.action.page:ActionPage"),
    Entry("agreement", N_("MoU"), "agreement", "desktop.views.agreement.page:AgreementPage"),
    Entry("meeting", N_("Rapat"), "meeting", "desktop.views.meeting.page:MeetingPage"),
    Entry("letter", N_("Surat"), "letter", "desktop.views.letter.page:LetterPage"),
)
"""The pages of the navigation, in the order of Ctrl+1 … Ctrl+8."""
SETTINGS = Entry(
    "settings", N_("Pengaturan"), "settings", "desktop.views.settings.page:SettingsPage"
)
WELCOME = Entry("welcome", N_("Mulai"), "home", "desktop.views.welcome.page:WelcomePage")
ROUND = Entry("round", N_("Putaran"), "round", "desktop.views.round.page:RoundPage")
INSTRUMENT = Entry(
    "instrument", N_("Instrumen"), "instrument", "desktop.views.instrument.page:InstrumentPage"
)
ENTRIES = {entry.key: entry for entry in (*PAGES, SETTINGS, WELCOME, ROUND, INSTRUMENT)}
