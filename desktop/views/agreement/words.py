"""How agreements and promises are said."""

from __future__ import annotations

from datetime import date

from desktop.domain.agreement import (
    FOLLOWUP_STATES,
    KINDS,
    STATES,
    Agreement,
    Commitment,
    FollowUp,
    Stage,
    standing_of,
)
from desktop.domain.calendar import Holidays
from desktop.views.cells import Tag
from desktop.wording import N_, _, counted, dates, numbers, states

REPORT_WORDS = {
    "done": (N_("Terlaksana"), "ok"),
    "partly": (N_("Sebagian"), "accent"),
    "not_done": (N_("Belum"), "warn"),
}
_STANDINGS = {
    "done": (N_("Terlaksana"), "ok"),
    "partly": (N_("Sebagian"), "accent"),
    "needs_report": (N_("Perlu laporan"), "warn"),
    "no_target": (N_("Tanpa target"), "neutral"),
}


def kind_choices() -> list[tuple[str, str]]:
    """Choices of the kind."""
    return [(code, states.word("agreement.kind", code)) for code in KINDS]


def state_choices() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(code, states.word("agreement", code)) for code in STATES]


def report_choices() -> list[tuple[str, str]]:
    """Choices of what was reported."""
    return [(code, _(REPORT_WORDS[code][0])) for code in FOLLOWUP_STATES]


def report_tag(state: str) -> Tag:
    """What was reported, as a badge."""
    word, tone = REPORT_WORDS[state]
    return Tag(_(word), tone)


def unknown(value: str) -> str:
    """A word where nothing is recorded; never blank, never zero."""
    return value or _("belum tercatat")


# Agreements


def state_tag(agreement: Agreement, today: date, holidays: Holidays) -> Tag:
    """The badge in the tree: what needs a look comes first."""
    state, left = standing_of(agreement, today, holidays)
    if state == "ending":
        return Tag(counted("{n} hari kerja", "{n} hari kerja", left), "warn")
    if state == "expired":
        return Tag(_("Berakhir"), "danger")
    if state in ("draft", "ended", "replaced"):
        return Tag(states.word("agreement", state), "neutral")
    if agreement.kind == "umbrella":
        return Tag(_("Payung"), "accent")
    if agreement.kind == "pledge":
        return Tag(_("Terkait"), "neutral")
    if agreement.commitment_count and agreement.kind != "pks":
        return Tag(counted("{n} janji", "{n} janji", agreement.commitment_count), "neutral")
    return Tag(_("Berlaku"), "ok")


def scope_tag(agreement: Agreement) -> Tag:
    """How many of those who represent are not named yet."""
    if agreement.unknown_count:
        missing = counted("{n} kosong", "{n} kosong", agreement.unknown_count)
        return Tag(missing, "warn")
    return Tag(_("Lengkap"), "ok")


def signed_words(agreement: Agreement, today: date) -> str:
    """The line under the name: signing and place, or until when it runs; CONTOH where made up."""
    parts = [_when(agreement, today)]
    if agreement.is_sample:
        parts.append(_("CONTOH"))
    elif agreement.signed_on:
        parts.append(agreement.place)
    return " · ".join(part for part in parts if part)


def _when(agreement: Agreement, today: date) -> str:
    if agreement.valid_until and agreement.kind == "pks":
        ended = agreement.valid_until < today
        source = _("berakhir {date}") if ended else _("berlaku sampai {date}")
        return source.format(date=dates.long(agreement.valid_until))
    if agreement.signed_on:
        return dates.long(agreement.signed_on)
    if agreement.kind == "pledge":
        return _("tanggal belum tercatat")
    kind = states.word("agreement.kind", agreement.kind)
    return _("{kind}, belum ditandatangani").format(kind=kind)


def validity_words(agreement: Agreement, today: date, holidays: Holidays) -> str:
    """Until when it is valid, and how long that still is."""
    if agreement.valid_until is None:
        return ""
    day = dates.long(agreement.valid_until)
    state, left = standing_of(agreement, today, holidays)
    if agreement.valid_until < today:
        return _("berakhir {date}").format(date=day)
    words = _("sampai {date}").format(date=day)
    if state != "ending":
        return words
    return f"{words}\n{counted('{n} hari kerja lagi', '{n} hari kerja lagi', left)}"


def counts_words(agreement: Agreement) -> str:
    """42 perangkat daerah · 10 mewakili · 8 disebut namanya · 2 belum diketahui."""
    parts: list[str] = []
    if agreement.universe is not None:
        n = agreement.universe
        parts.append(counted("{n} perangkat daerah", "{n} perangkat daerah", n))
    if agreement.representing is not None:
        parts.append(counted("{n} mewakili", "{n} mewakili", agreement.representing))
    if agreement.named:
        parts.append(counted("{n} disebut namanya", "{n} disebut namanya", agreement.named))
    if agreement.unknown_count:
        n = agreement.unknown_count
        parts.append(counted("{n} belum diketahui", "{n} belum diketahui", n))
    return " · ".join(parts)


def short_counts(agreement: Agreement) -> str:
    """42 OPD · 10 wakil · 8 disebut: the same for a narrow line."""
    parts: list[str] = []
    if agreement.universe is not None:
        parts.append(counted("{n} OPD", "{n} OPD", agreement.universe))
    parts.append(counted("{n} wakil", "{n} wakil", agreement.representing or 0))
    parts.append(counted("{n} disebut", "{n} disebut", agreement.named))
    return " · ".join(parts)


def parties_words(agreement: Agreement) -> str:
    """The parties' names in a sentence."""
    names = [party.name for party in agreement.parties]
    if len(names) < 2:
        return names[0] if names else _("Para pihak belum tercatat")
    return _("{first} dan {last}").format(first=", ".join(names[:-1]), last=names[-1])


def numbers_words(agreement: Agreement) -> str:
    """The parties' numbers; one that is missing while another is known is said."""
    known = [party.number for party in agreement.parties]
    if not any(known):
        return ""
    return _("Nomor {numbers}").format(numbers=" · ".join(unknown(one) for one in known))


def signers_words(agreement: Agreement) -> str:
    """Who signed, one line for each."""
    lines = [
        ", ".join(part for part in (party.signer, party.signer_title) if part)
        for party in agreement.parties
    ]
    return "\n".join(line for line in lines if line)


# Promises


def standing_tag(commitment: Commitment) -> Tag:
    """How a promise stands in the ledger."""
    word, tone = _STANDINGS[commitment.standing]
    return Tag(_(word), tone)


def amount(value: int | None, unit: str = "") -> str:
    """A count with what is counted; nothing where none was set."""
    if value is None:
        return ""
    return f"{numbers.integer(value)} {unit}".strip()


def baseline_words(commitment: Commitment) -> str:
    """The start, or the word for not recorded."""
    return unknown(amount(commitment.baseline, commitment.unit))


def promised_words(commitment: Commitment) -> str:
    """The line under a promise: to whom it was given, else where it stands."""
    if commitment.promised_to:
        return _("kepada {whom}").format(whom=commitment.promised_to)
    return commitment.article or commitment.output or commitment.owner_first


def reported_words(stage: Stage, unit: str = "") -> str:
    """What was reported for a stage; "" while nothing was."""
    if stage.reported in REPORT_WORDS:
        return _(REPORT_WORDS[stage.reported][0]).lower()
    return amount(int(stage.reported), unit) if stage.reported.isdigit() else stage.reported


def stage_words(stage: Stage | None, unit: str = "") -> str:
    """What was reported for a stage, else what is planned for it."""
    return (reported_words(stage, unit) or stage.plan) if stage else ""


def due_words(commitment: Commitment) -> str:
    """When it is due, as a date or as the agreement says it."""
    return dates.long(commitment.due_on) if commitment.due_on else commitment.due_words


def entry_words(entry: FollowUp, unit: str) -> str:
    """The day, stage and count of a report."""
    stage = _("tahap {label}").format(label=entry.stage) if entry.stage else ""
    parts = [dates.long(entry.on), stage, amount(entry.amount, unit), entry.evidence]
    return " · ".join(part for part in parts if part)


def entry_more(entry: FollowUp) -> str:
    """What a report says besides: obstacle, plan, who wrote it down."""
    parts: list[str] = []
    if entry.obstacle:
        parts.append(_("Kendala: {text}").format(text=entry.obstacle))
    if entry.plan:
        parts.append(_("Rencana: {text}").format(text=entry.plan))
    if entry.by:
        parts.append(_("Dicatat {name}").format(name=entry.by))
    return " · ".join(parts)
