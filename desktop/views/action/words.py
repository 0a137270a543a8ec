"""How an action and a finding are said: stage, standing, obstacle, time left."""

from __future__ import annotations

from desktop.domain.action import OBSTACLES, STATES, Action, Due
from desktop.views.cells import Days, Stages, Tag
from desktop.wording import N_, _, counted, dates

STAGES = {
    "planned": N_("Rencana"),
    "running": N_("Dikerjakan"),
    "reported": N_("Bukti masuk"),
    "verified": N_("Diverifikasi"),
    "closed": N_("Ditutup"),
}
STANDING = {
    "planned": (N_("Belum dimulai"), "neutral"),
    "running": (N_("Dalam proses"), "accent"),
    "reported": (N_("Diperiksa"), "accent"),
    "verified": (N_("Siap ditutup"), "accent"),
    "closed": (N_("Selesai"), "ok"),
    "dropped": (N_("Digugurkan"), "neutral"),
}
OBSTACLE_WORDS = {
    "authority_moved": N_("Kewenangan beralih (UU 23/2014)"),
    "budget": N_("Anggaran belum tersedia"),
    "staff": N_("Petugas belum cukup"),
    "regulation": N_("Menunggu peraturan"),
    "network": N_("Jaringan atau aplikasi"),
    "other": N_("Lainnya, tulis di keterangan"),
}
GROUPS = (
    ("all", N_("Semua")),
    ("late", N_("Terlambat")),
    ("today", N_("Hari ini")),
    ("week", N_("Minggu ini")),
    ("month", N_("Bulan ini")),
    ("none", N_("Tanpa batas")),
)


def obstacles() -> list[tuple[str, str]]:
    """Choices of the obstacle field."""
    return [(code, _(OBSTACLE_WORDS[code])) for code in OBSTACLES]


def stages() -> list[tuple[str, str]]:
    """Choices of the stage filter."""
    return [(code, _(STAGES[code])) for code in STATES]


def stage_of(action: Action) -> Stages:
    """Five dots and the word of the stage."""
    if action.state == "dropped":
        return Stages(0, 5, _("Digugurkan"))
    return Stages(STATES.index(action.state) + 1, 5, _(STAGES[action.state]))


def standing_of(action: Action) -> Tag:
    """How the action stands: an obstacle weighs more than its stage."""
    if action.is_open and action.obstacle:
        moved = action.obstacle == "authority_moved"
        return Tag(_("Bukan kewenangan") if moved else _("Ada kendala"), "warn")
    word, tone = STANDING[action.state]
    return Tag(_(word), tone)


def days_of(action: Action, due: Due) -> Days:
    """The time left, in working days."""
    if due.group == "done":
        day = dates.short(action.closed_on) if action.closed_on else ""
        return Days(f"{_(STANDING[action.state][0])} {day}".strip(), "done")
    if due.group == "none":
        return Days(_("Tanpa batas"), "none")
    if due.group == "today":
        return Days(_("Hari ini"), "today")
    if due.group == "late":
        return Days(counted("Lewat {n} hari", "Lewat {n} hari", -due.days or 1), "late")
    return Days(counted("{n} hari lagi", "{n} hari lagi", due.days), "soon")
