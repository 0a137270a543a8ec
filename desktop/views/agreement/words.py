"""How agreements and promises are said."""

from __future__ import annotations

from datetime import date

from desktop.domain.agreement import Agreement, Commitment, Stage, standing_of
from desktop.domain.calendar import Holidays
from desktop.views.cells import Tag
from desktop.wording import N_, _, counted, dates, numbers

KIND_WORDS = {
    "umbrella": N_("Payung"),
    "mou": N_("Nota kesepakatan (MoU)"),
    "pks": N_("Perjanjian kerja sama (PKS)"),
    "pledge": N_("Janji kepada pihak lain"),
    "plan": N_("Rencana kerja"),
}
STATE_WORDS = {
    "draft": N_("Rancangan"),
    "in_force": N_("Berlaku"),
    "expired": N_("Berakhir"),
    "ended": N_("Dihentikan"),
    "replaced": N_("Diganti"),
}
REPORT_WORDS = {
    "done": N_("Terlaksana"),
    "partly": N_("Sebagian"),
    "not_done": N_("Belum"),
}


def kinds() -> list[tuple[str, str]]:
    """Choices of the kind."""
    return [(code, _(word)) for code, word in KIND_WORDS.items()]


def states() -> list[tuple[str, str]]:
    """Choices of the state."""
    return [(code, _(word)) for code, word in STATE_WORDS.items()]


def reports() -> list[tuple[str, str]]:
    """Choices of what was reported."""
    return [(code, _(word)) for code, word in REPORT_WORDS.items()]


def unknown(value: str) -> str:
    """A word where nothing is recorded; never blank, never zero."""
    return value or _("belum tercatat")


def state_tag(agreement: Agreement, today: date, holidays: Holidays) -> Tag:
    """The badge in the tree: what needs a look comes first."""
    state, left = standing_of(agreement, today, holidays)
    if state == "ending":
        return Tag(counted("{n} hari kerja", "{n} hari kerja", left), "warn")
    if state == "expired":
        return Tag(_("Berakhir"), "danger")
    if state in ("draft", "ended", "replaced"):
        return Tag(_(STATE_WORDS[state]), "neutral")
    if agreement.kind == "umbrella":
        return Tag(_("Payung"), "accent")
    if agreement.kind == "pledge":
        return Tag(_("Terkait"), "neutral")
    if agreement.commitment_count:
        return Tag(counted("{n} janji", "{n} janji", agreement.commitment_count), "neutral")
    return Tag(_("Berlaku"), "ok")


def signed_words(agreement: Agreement) -> str:
    """Date and place of signing, as far as they are known."""
    if agreement.signed_on is None:
        return agreement.note or _("belum ditandatangani")
    parts = [dates.long(agreement.signed_on), agreement.place]
    return " · ".join(part for part in parts if part)


def counts_words(agreement: Agreement) -> str:
    """42 OPD · 10 mewakili · 8 disebut · 2 belum diketahui; unknown counts are left out."""
    parts: list[str] = []
    if agreement.universe is not None:
        parts.append(_("{n} perangkat daerah").format(n=agreement.universe))
    if agreement.representing is not None:
        parts.append(_("{n} mewakili").format(n=agreement.representing))
    if agreement.named:
        parts.append(_("{n} disebut namanya").format(n=agreement.named))
    if agreement.unknown_count:
        parts.append(_("{n} belum diketahui").format(n=agreement.unknown_count))
    return " · ".join(parts)


def standing_tag(commitment: Commitment) -> Tag:
    """How a promise stands in the ledger."""
    words = {
        "done": (_("Terlaksana"), "ok"),
        "partly": (_("Sebagian"), "accent"),
        "needs_report": (_("Perlu laporan"), "warn"),
        "no_target": (_("Tanpa target"), "neutral"),
    }
    return Tag(*words[commitment.standing])


def amount(value: int | None, unit: str = "") -> str:
    """A count with what is counted; a dash where none was set."""
    if value is None:
        return ""
    return f"{numbers.integer(value)} {unit}".strip()


def baseline_words(commitment: Commitment) -> str:
    """The start, or the word for not recorded."""
    return unknown(amount(commitment.baseline, commitment.unit))


def stage_words(stage: Stage | None) -> str:
    """What was reported for a stage, else what is planned for it."""
    if stage is None:
        return ""
    return stage.reported or stage.plan
