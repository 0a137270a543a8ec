"""The words of states, kinds and sources: what lists, workbooks and commands call them.

`word("action", "running")` gives the user's word for the code of one noun; a code without a word
stands as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.wording import N_, _

_TABLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "agency.kind": {
            "dinas": N_("Dinas"),
            "badan": N_("Badan"),
            "sekretariat": N_("Sekretariat"),
            "inspektorat": N_("Inspektorat"),
            "bagian setda": N_("Bagian Setda"),
            "satuan": N_("Satuan"),
            "kecamatan": N_("Kecamatan"),
            "rsud": N_("RSUD"),
            "puskesmas": N_("Puskesmas"),
            "bumd": N_("BUMD"),
            "instansi vertikal": N_("Instansi vertikal"),
        },
        "agency.complaint_box": {
            "yes": N_("Ada"),
            "no": N_("Tidak ada"),
            "unknown": N_("Belum diketahui"),
        },
        "agency.role": {"representing": N_("Mewakili"), "named": N_("Disebut")},
        "agency.source": {
            "own": N_("Dicatat kantor ini"),
            "real": N_("Daftar nyata"),
            "typical": N_("Susunan lazim"),
            "sample": N_("CONTOH"),
        },
        "round": {
            "planned": N_("Direncanakan"),
            "collecting": N_("Pengambilan data"),
            "verifying": N_("Dalam verifikasi"),
            "final": N_("Dibekukan"),
            "released": N_("Dirilis"),
        },
        "round.track": {"internal": N_("Internal"), "ombudsman": N_("Ombudsman")},
        "assessment": {
            "planned": N_("Direncanakan"),
            "collecting": N_("Pengambilan data"),
            "complete": N_("Lengkap"),
            "verified": N_("Diverifikasi"),
            "validated": N_("Divalidasi"),
            "final": N_("Dibekukan"),
            "delivered": N_("Disampaikan"),
            "released": N_("Dirilis"),
        },
        "action": {
            "planned": N_("Direncanakan"),
            "running": N_("Berjalan"),
            "reported": N_("Dilaporkan"),
            "verified": N_("Diverifikasi"),
            "closed": N_("Selesai"),
            "dropped": N_("Dibatalkan"),
        },
        "action.obstacle": {
            "authority_moved": N_("Kewenangan beralih (UU 23/2014)"),
            "budget": N_("Anggaran"),
            "staff": N_("Petugas"),
            "regulation": N_("Peraturan"),
            "network": N_("Jaringan"),
            "other": N_("Lainnya"),
        },
        "instrument": {
            "draft": N_("Rancangan"),
            "published": N_("Diterbitkan"),
            "superseded": N_("Digantikan"),
        },
        "agreement": {
            "draft": N_("Rancangan"),
            "in_force": N_("Berlaku"),
            "expired": N_("Masa berlaku habis"),
            "ended": N_("Diakhiri"),
            "replaced": N_("Diganti"),
        },
        "agreement.kind": {
            "umbrella": N_("Kesepakatan payung"),
            "mou": N_("Nota kesepakatan"),
            "pks": N_("Perjanjian kerja sama"),
            "pledge": N_("Janji"),
            "plan": N_("Rencana kerja"),
        },
        "commitment": {
            "done": N_("Terpenuhi"),
            "partly": N_("Sebagian"),
            "needs_report": N_("Perlu laporan"),
            "no_target": N_("Tanpa target"),
        },
        "meeting": {
            "planned": N_("Direncanakan"),
            "held": N_("Terlaksana"),
            "cancelled": N_("Dibatalkan"),
        },
        "meeting.kind": {
            "pre": N_("Prapertemuan"),
            "briefing": N_("Sosialisasi"),
            "mentoring": N_("Pendampingan"),
            "entry": N_("Entry meeting"),
            "exit": N_("Exit meeting"),
            "supervision": N_("Supervisi"),
        },
        "letter": {
            "draft": N_("Draf"),
            "final": N_("Final"),
            "signed": N_("Ditandatangani"),
            "handed_over": N_("Diserahkan"),
            "receipted": N_("Tanda terima tersimpan"),
            "withdrawn": N_("Ditarik"),
            "replaced": N_("Diganti"),
        },
        "letter.kind": {
            "result": N_("Surat hasil penilaian"),
            "suggestion": N_("Surat saran perbaikan"),
            "checklist": N_("Daftar periksa tindak lanjut"),
        },
        "instrument.state": {
            "draft": N_("Draf"),
            "published": N_("Terbit"),
            "superseded": N_("Diganti versi baru"),
        },
    }
)


def words(table: str) -> dict[str, str]:
    """All codes of a table (a noun's states, or `noun.field`) and their words, as spoken now."""
    return {code: _(text) for code, text in _TABLES[table].items()}


def word(table: str, code: str) -> str:
    """The word of one code."""
    text = _TABLES.get(table, {}).get(code)
    return _(text) if text else code
