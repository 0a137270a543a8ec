"""What a paper says: the content of letters and checklists as data, apart from how it looks.

`documents` lays these records out; the office keeps them (see `letter_data`) with the hash of the
file that was made. Lengths are millimetres, numbers exact. A text of the body may carry two marks,
`**bold**` and `__italic__`, and nothing else; `as_typed` protects a name that contains such marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from desktop.domain.problems import Problem

Number = Decimal | Fraction
PaperSize = Literal["A4", "F4", "F4-215"]
Mode = Literal["wet", "electronic"]
"""Signed in ink with a stamp, or prepared for the signing service (siap TTE)."""
Stamp = Literal["DRAF", "CONTOH"]
Form = Literal["own", "an", "ub", "plt", "plh", "pj"]
Habit = Literal["yth", "kepada"]
"""How the addressee stands: "Yth." at the left, or the older "Kepada Yth." at the right."""
Kop = Literal["office", "head", "picture"]
"""Office kop, the kop of the head of region (emblem in the middle), or one picture for it all."""

STEPS: dict[str, tuple[str, ...]] = {
    "draft": ("final",),
    "final": ("signed", "withdrawn", "replaced"),
    "signed": ("handed_over", "withdrawn", "replaced"),
    "handed_over": ("receipted", "withdrawn", "replaced"),
    "receipted": ("replaced",),
    "withdrawn": (),
    "replaced": (),
}
"""Which state of a letter may follow which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The kop: a regular first line, the office name in one to three bold lines, the address."""

    first_line: str
    name_lines: tuple[str, ...]
    address_lines: tuple[str, ...]
    logo: bytes | None = None
    """PNG or JPEG; with `form="picture"` the whole kop as one picture."""
    form: Kop = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Of a portrait page; the kop alone starts 12 mm below the upper edge."""

    left: int = 30
    right: int = 20
    top: int = 20
    bottom: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What an office gives to all its letters."""

    letterhead: Letterhead
    paper: PaperSize = "A4"
    margins: Margins = Margins()
    addressee: Habit = "yth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Nomor, Sifat, Lampiran, Hal, place and date, addressee."""

    number: str | None
    """None: not yet given; then the template is printed with room for the pen at {urut}."""
    number_template: str = "{urut}"
    """All tokens but {urut} already filled in."""
    classification: str = "Biasa"
    attachments: int = 0
    subject: str
    place: str
    dated: date | None
    """None: day written by hand; month and year come from `drawn_up`."""
    drawn_up: date
    addressee: str
    """The title of an office, never a person."""
    attention: str = ""
    """u.p. (untuk perhatian)."""
    addressee_place: str = ""
    """Empty: "di Tempat"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The signature block. For a.n. and u.b. the title stands below `on_behalf_of`."""

    titles: tuple[str, ...]
    form: Form = "own"
    on_behalf_of: str = ""
    between: str = ""
    """The title between, for u.b."""
    name: str
    rank: str = ""
    nip: str = ""
    bare: bool | None = None
    """Name in capitals without degrees, rank and NIP; None: by the rule of `stands_bare`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """What every letter says."""

    style: Style
    heading: Heading
    body: tuple[str, ...]
    """Paragraphs, already filled in; the last one is the closing sentence."""
    signer: Signer
    copies: tuple[str, ...] = ()
    """Tembusan."""
    mode: Mode = "wet"
    stamp: Stamp | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneBand:
    """One zone of the instrument's own version. Bounds are lower-inclusive."""

    code: str
    name: str
    colour: str
    """hijau | kuning | merah | hitam, or the instrument's own word."""
    lower: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondents:
    """How many were asked in one role."""

    role: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionLine:
    """One dimension in chart and derivation. `weight` is its share in percent of what counts."""

    name: str
    weight: Number | None
    counted: int
    asked: int
    value: Number | None
    """On the instrument's scale; None: everything in it is not applicable."""
    contribution: Number | None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What one indicator costs against the highest value."""

    indicator: str
    answer: str
    lost: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One row of findings. An empty legal basis is printed as missing and makes a draft."""

    indicator: str
    note: str
    suggestion: str
    legal_basis: str
    due: date | None = None
    due_words: str = ""
    """The time in words where there is no date; both empty: 30 working days from receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicableLine:
    """An indicator that was not asked, and why."""

    indicator: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultAnnex:
    """Sections A to F of the annex to an assessment letter."""

    title: tuple[str, ...]
    letter_of: str
    """Whose letter this is the annex of: "Surat Sekretaris Daerah Kabupaten Contoh"."""
    unit: str
    region: str
    products: tuple[str, ...]
    first_day: date
    last_day: date
    respondents: tuple[Respondents, ...]
    instrument: str
    """Name and version: "Penilaian Kepatuhan 2022–2024, versi 1.0"."""
    weights_official: bool
    value: Number | None
    zone: str | None
    minimum: Number | None
    low: Number = Decimal(0)
    high: Number = Decimal(100)
    zones: tuple[ZoneBand, ...]
    level: str = "dimensi"
    """What the lines of `dimensions` are called: dimensi, komponen, variabel."""
    dimensions: tuple[DimensionLine, ...]
    answer_range: str = ""
    """"0–5" for the head of the answers; empty where indicators differ."""
    losses: tuple[Loss, ...] = ()
    other_losses: int = 0
    other_lost: Number = Decimal(0)
    findings: tuple[FindingLine, ...] = ()
    not_applicable: tuple[NotApplicableLine, ...] = ()
    policy: Literal["exclude", "zero", "block"] = "exclude"
    """What the instrument does with an indicator that does not apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLetter(LetterContent):
    """Paper 1: surat hasil penilaian. Only for a released round."""

    annex: ResultAnnex


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionGroup:
    """The suggestions for one unit, in the order of visit or by name, never by result."""

    unit: str
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionAnnex:
    """The annex of a suggestion letter. It has no place for a score or a zone, on purpose."""

    title: tuple[str, ...]
    letter_of: str
    groups: tuple[SuggestionGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionLetter(LetterContent):
    """Paper 2: surat saran perbaikan, while the embargo holds."""

    annex: SuggestionAnnex


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistParty:
    """One side of an agreement, and who signs the checklist for it."""

    name: str
    number: str
    signer: Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine:
    """The printed half of one row; the rest is for the pen."""

    article: str
    activity: str
    output: str
    owner_first: str
    owner_second: str
    due: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Paper 3: daftar periksa tindak lanjut, landscape."""

    paper: PaperSize = "A4"
    title: str
    subject: str
    number: str
    """The checklist's own number: "02/2026"."""
    agreement: str
    """What the footer calls the agreement: "Nota Kesepakatan 11/ORI-MOU/II/2026"."""
    first: ChecklistParty
    second: ChecklistParty
    signed_on: date | None
    signed_at: str = ""
    valid_until: date | None
    period: tuple[date, date]
    checked_on: date | None = None
    place: str
    year: int
    rows: tuple[CommitmentLine, ...]
    for_second: bool = False
    """The second party's copy: the sides of the signatures are swapped."""
    stamp: Stamp | None = None
    revision: int = 0


def check_step(state: str, wanted: str) -> None:
    """A letter moves only along its states; an issued letter is never a draft again."""
    if wanted not in STEPS:
        raise Problem("letter.state_unknown", field="state", state=wanted)
    if wanted not in STEPS.get(state, ()):
        raise Problem("letter.step_wrong", field="state", now=state, wanted=wanted)
