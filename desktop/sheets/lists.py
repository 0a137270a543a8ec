"""The columns of every list, by kind."""

from __future__ import annotations

from typing import Any

from desktop.domain.agreement import Agreement, Commitment
from desktop.domain.listing import RoundLine
from desktop.sheets.columns import Column
from desktop.sheets.register import AGENCIES, UNITS
from desktop.wording import N_, _, scoring

ID = Column("id", N_("ID"), width=14)
NAME = Column("name", N_("Nama"), width=44)
REGION = Column("region_name", N_("Wilayah"), width=26)
AGENCY = Column("agency_name", N_("Nama instansi"), width=44)
UNIT = Column("unit_name", N_("Nama unit"), width=36)
DUE = Column("due_on", N_("Batas waktu"), "date", width=20)


def _remarks(*said: str) -> str:
    return "; ".join(filter(None, said))


def _sample(record: Any) -> str:
    return _("CONTOH") if record.is_sample else ""


def _of_round(line: RoundLine) -> str:
    held = line.round
    draft = scoring.weights_in_sentence("assumed") if held.instrument_status == "draft" else ""
    hidden = "" if held.is_released else _("nilai belum dirilis")
    return _remarks(_sample(held), draft, hidden)


def _held(field: str, head: str, kind: Any = "text", width: int = 16, words: str = "") -> Column:
    """A column of the round in a RoundLine."""

    def take(line: RoundLine) -> Any:
        return getattr(line.round, field)

    return Column(field, head, kind, width, take=take, words=words)


ROUNDS = (
    _held("name", N_("Nama"), width=44),
    _held("year", N_("Tahun"), "count", 8),
    _held("region_name", N_("Wilayah"), width=26),
    _held("track", N_("Jalur"), "choice", 14, "round.track"),
    _held("instrument_name", N_("Instrumen"), width=24),
    _held("instrument_version", N_("Versi"), width=10),
    _held("state", N_("Keadaan"), "choice", 18, "round"),
    _held("minimum", N_("Standar minimum"), "number", 12),
    _held("universe", N_("Seluruhnya"), "count", 12),
    _held("sample", N_("Sampel"), "count", 12),
    _held("unit_count", N_("Unit dinilai"), "count", 12),
    _held("scored_count", N_("Unit dibekukan"), "count", 12),
    _held("field_start", N_("Awal lapangan"), "date", 20),
    _held("field_end", N_("Akhir lapangan"), "date", 20),
    Column("value", N_("Nilai"), "number", 10, is_score=True),
    Column("zone", N_("Zona"), width=10, is_score=True),
    _held("released_on", N_("Tanggal rilis"), "date", 20),
    _held("release_number", N_("Nomor keputusan"), width=24),
    Column("remarks", N_("Keterangan"), width=36, take=_of_round),
    _held("id", N_("ID"), width=14),
)

ASSESSMENTS = (
    Column("number", N_("No."), "count", 6),
    Column("round_name", N_("Nama putaran"), width=40),
    Column("year", N_("Tahun"), "count", 8),
    Column("track", N_("Jalur"), "choice", 14, words="round.track"),
    REGION,
    AGENCY,
    UNIT,
    Column("unit_type", N_("Jenis unit"), width=20),
    Column("shown_state", N_("Keadaan"), "choice", 18, words="assessment"),
    Column("revision", N_("Revisi"), "count", 8),
    Column("team", N_("Tim"), width=12),
    Column("assessors", N_("Penilai"), width=32),
    Column("started_on", N_("Mulai"), "date", 20),
    Column("ended_on", N_("Selesai"), "date", 20),
    Column("answered", N_("Terjawab"), "count", 10),
    Column("applicable", N_("Ditanyakan"), "count", 10),
    Column("not_applicable", N_("Tidak berlaku"), "count", 10),
    Column("value", N_("Nilai"), "number", 10, is_score=True),
    Column("zone", N_("Zona"), width=10, is_score=True),
    Column("low", N_("Nilai terendah"), "number", 10, is_score=True),
    Column("high", N_("Nilai tertinggi"), "number", 10, is_score=True),
    Column("finalised_on", N_("Tanggal dibekukan"), "date", 20),
    Column("remarks", N_("Keterangan"), width=16, take=_sample),
    ID,
)

FINDINGS = (
    UNIT,
    Column("code", N_("Kode"), width=10),
    Column("indicator_name", N_("Indikator"), width=40),
    Column("product_name", N_("Nama produk"), width=28),
    Column("note", N_("Catatan"), width=44),
    Column("suggestion", N_("Saran perbaikan"), width=52),
    Column("legal_basis", N_("Dasar hukum"), width=32),
    DUE,
    Column("action_count", N_("Jumlah tindak lanjut"), "count", 12),
    Column("assessment_id", N_("ID penilaian"), width=14),
    ID,
)

ACTIONS = (
    Column("origin", N_("Asal"), width=16),
    REGION,
    AGENCY,
    UNIT,
    Column("title", N_("Tindakan"), width=48),
    Column("output", N_("Keluaran"), width=32),
    Column("person", N_("Penanggung jawab"), width=24),
    Column("received_on", N_("Diterima"), "date", 20),
    DUE,
    Column("extended_to", N_("Diperpanjang hingga"), "date", 20),
    Column("state", N_("Tahap"), "choice", 16, words="action"),
    Column("obstacle", N_("Kendala"), "choice", 28, words="action.obstacle"),
    Column("obstacle_note", N_("Catatan kendala"), width=36),
    Column("evidence_note", N_("Catatan bukti"), width=36),
    Column("started_on", N_("Mulai"), "date", 20),
    Column("reported_on", N_("Tanggal laporan"), "date", 20),
    Column("reported_by", N_("Pelapor"), width=22),
    Column("verified_on", N_("Tanggal verifikasi"), "date", 20),
    Column("verified_by", N_("Pemeriksa"), width=22),
    Column("closed_on", N_("Tanggal ditutup"), "date", 20),
    Column("drop_reason", N_("Alasan dibatalkan"), width=32),
    Column("remarks", N_("Keterangan"), width=16, take=_sample),
    ID,
)


def _parties(field: str) -> Any:
    def take(agreement: Agreement) -> str:
        return _remarks(*(getattr(party, field) for party in agreement.parties))

    return take


AGREEMENTS = (
    Column("title", N_("Judul"), width=52),
    Column("kind", N_("Jenis"), "choice", 22, words="agreement.kind"),
    REGION,
    Column("parties", N_("Para pihak"), width=44, take=_parties("name")),
    Column("numbers", N_("Nomor para pihak"), width=36, take=_parties("number")),
    Column("signed_on", N_("Ditandatangani"), "date", 20),
    Column("place", N_("Tempat"), width=28),
    Column("valid_until", N_("Berlaku sampai"), "date", 20),
    Column("state", N_("Keadaan"), "choice", 20, words="agreement"),
    Column("basis", N_("Dasar"), width=32),
    Column("witnesses", N_("Saksi"), width=32),
    Column("scope", N_("Ruang lingkup"), width=40),
    Column("obstacle", N_("Kendala"), width=36),
    Column("universe", N_("Seluruhnya"), "count", 12),
    Column("representing", N_("Mewakili"), "count", 12),
    Column("named", N_("Disebut"), "count", 12),
    Column("commitment_count", N_("Jumlah komitmen"), "count", 12),
    Column("needing_report", N_("Perlu laporan"), "count", 12),
    Column("remarks", N_("Keterangan"), width=16, take=_sample),
    Column("parent_id", N_("ID induk"), width=14),
    ID,
)


def _stages(commitment: Commitment) -> str:
    return _remarks(*(f"{s.label}: {s.reported or s.plan}".rstrip(": ") for s in commitment.stages))


COMMITMENTS = (
    Column("ordinal", N_("No."), "count", 6),
    Column("article", N_("Pasal"), width=12),
    Column("activity", N_("Janji"), width=52),
    Column("output", N_("Keluaran"), width=32),
    Column("owner_first", N_("Pihak kesatu"), width=24),
    Column("owner_second", N_("Pihak kedua"), width=24),
    Column("unit", N_("Satuan"), width=14),
    Column("baseline", N_("Keadaan awal"), "count", 12),
    Column("target", N_("Target"), "count", 12),
    DUE,
    Column("due_words", N_("Waktu menurut naskah"), width=24),
    Column("promised_to", N_("Dijanjikan kepada"), width=28),
    Column("stages", N_("Tahapan"), width=40, take=_stages),
    Column("standing", N_("Keadaan"), "choice", 18, words="commitment"),
    Column("agreement_id", N_("ID kesepakatan"), width=16),
    ID,
)

MEETINGS = (
    Column("held_on", N_("Tanggal"), "date", 20),
    Column("kind", N_("Jenis"), "choice", 18, words="meeting.kind"),
    Column("title", N_("Judul"), width=48),
    REGION,
    Column("round_name", N_("Nama putaran"), width=36),
    Column("place", N_("Tempat"), width=28),
    Column("starts", N_("Mulai"), width=10),
    Column("ends", N_("Selesai"), width=10),
    Column("attendance", N_("Jumlah hadir"), "count", 10),
    Column("attendees", N_("Yang hadir"), width=36),
    Column("minutes", N_("Notulen"), width=52),
    Column("handed_over", N_("Yang diserahkan"), width=36),
    Column("state", N_("Keadaan"), "choice", 16, words="meeting"),
    ID,
)


def _holds_score(letter: Any) -> str:
    return _("ya") if letter.holds_score else _("tidak")


LETTERS = (
    Column("number", N_("Nomor"), width=28),
    Column("dated", N_("Tanggal"), "date", 20),
    Column("kind", N_("Jenis"), "choice", 26, words="letter.kind"),
    Column("subject", N_("Hal"), width=44),
    Column("addressee", N_("Kepada"), width=36),
    Column("state", N_("Keadaan"), "choice", 20, words="letter"),
    Column("revision", N_("Revisi"), "count", 8),
    Column("holds_score", N_("Memuat nilai"), width=10, take=_holds_score),
    Column("sha256", N_("Sidik berkas (SHA-256)"), width=68),
    ID,
)


def _fields(name: str) -> Any:
    def take(entry: Any) -> str:
        return _remarks(*(f"{key}: {value}" for key, value in getattr(entry, name).items()))

    return take


HISTORY = (
    Column("seq", N_("No."), "count", 8),
    Column("at", N_("Waktu (UTC)"), "moment", 22),
    Column("by", N_("Oleh"), width=24),
    Column("act", N_("Perbuatan"), width=26),
    Column("kind", N_("Pada"), width=14),
    Column("subject", N_("ID"), width=14),
    Column("before", N_("Sebelum"), width=48, take=_fields("before")),
    Column("after", N_("Sesudah"), width=48, take=_fields("after")),
    Column("hash", N_("Sidik catatan (SHA-256)"), width=68),
)

LISTS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "agencies": (AGENCIES.title, AGENCIES.columns),
    "units": (UNITS.title, UNITS.columns),
    "rounds": (N_("Daftar putaran penilaian"), ROUNDS),
    "assessments": (N_("Daftar penilaian"), ASSESSMENTS),
    "findings": (N_("Daftar temuan"), FINDINGS),
    "actions": (N_("Daftar tindak lanjut"), ACTIONS),
    "agreements": (N_("Daftar kesepakatan"), AGREEMENTS),
    "commitments": (N_("Daftar komitmen"), COMMITMENTS),
    "meetings": (N_("Daftar rapat"), MEETINGS),
    "letters": (N_("Register surat"), LETTERS),
    "history": (N_("Riwayat perubahan"), HISTORY),
}
"""Kind of list -> its title and columns."""
