"""A board of all components, to be laid beside 11-komponen.png: python -m tests.views.kit_gallery

Writes board.png, form.png and window.png into the folder given (default: kit-gallery).
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.views import theme
from desktop.views.buttons import Button, IconButton
from desktop.views.cards import Card, CountButton, GroupItem, RecentRow, StepRow
from desktop.views.cells import Days, Share, Stages, Tag, TwoLine
from desktop.views.chips import Badge, Keycap, ProgressBar, StageDots, ZoneChip
from desktop.views.columns import Column, Group
from desktop.views.dated import DateField
from desktop.views.empty import EmptyState, NextStep, filtered_out
from desktop.views.forms import Form
from desktop.views.kinds import (
    CheckField,
    ChoiceField,
    FixedField,
    NoteField,
    NumberField,
    PhoneField,
    TextField,
)
from desktop.views.labels import Label
from desktop.views.messages import Banner, ProgressCard, Skeleton, Toast
from desktop.views.questions import Answer, Dialog
from desktop.views.ruler import Band, ZoneBar, ZoneRuler
from desktop.views.stages import DONE, TARGET, UNKNOWN, StageLine, StagePoint, StageSteps, Step
from desktop.views.tables import RecordList
from desktop.views.trees import Branch, RecordTreeView
from desktop.views.zones import ZoneMark, mark, not_scored

NAMES = ("Tertinggi", "Tinggi", "Sedang", "Rendah", "Terendah")
FIVE = [mark(c, f"Kualitas {n}", r, 5) for r, (c, n) in enumerate(zip("ABCDE", NAMES, strict=True))]
THREE = [mark(c, c, r, 3) for r, c in enumerate(("HIJAU", "KUNING", "MERAH"))]
LOWS = (88.0, 78.0, 54.0, 32.0, 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    days: Days
    what: TwoLine
    stages: Stages
    state: Tag
    value: str
    zone: ZoneMark | None
    bar: Share


ROWS = (
    Group("Terlambat", 2, "danger"),
    Row(
        "1",
        Days("Lewat 6 hari", "late"),
        TwoLine("Pasang tarif dan persyaratan di loket", "Disdukcapil · P.4 · Rina Wulandari"),
        Stages(2, 5, "Dikerjakan"),
        Tag("Ada kendala", "warn"),
        "86,44",
        FIVE[1],
        Share(0.6, 0.8, "27,31"),
    ),
    Row(
        "2",
        Days("Hari ini", "today"),
        TwoLine("Umumkan hasil SKM triwulan III bagi Dinas <Perhubungan> & “Kominfo”", "DPMPTSP"),
        Stages(4, 5, "Diverifikasi"),
        Tag("Diperiksa", "accent"),
        "7,10",
        FIVE[2],
        Share(0.1, 0.2, "1,29"),
    ),
    Group("Bulan ini", 2),
    Row(
        "3",
        Days("4 hari lagi", "soon"),
        TwoLine("Hubungkan kanal SP4N-LAPOR!", "Dinas Kominfo · Dewi Lestari"),
        Stages(1, 5, "Rencana"),
        Tag("Belum dimulai"),
        "–",
        None,
        Share(0.9, 1.0, "30,00"),
    ),
    Row(
        "4",
        Days("Selesai 3 Nov", "done"),
        TwoLine("Perbaiki nomor pengaduan yang mati", "Dinas Kesehatan · Sri Handayani"),
        Stages(5, 5, "Ditutup"),
        Tag("Selesai", "ok"),
        "91,12",
        FIVE[0],
        Share(0.5, 0.5, "15,00"),
    ),
)


def columns() -> tuple[Column[Row], ...]:
    return (
        Column("days", "Batas waktu", "days", 128),
        Column("what", "Tindakan", "two_line", stretch=1),
        Column("stages", "Tahap", "stages", 164, drop_below=560),
        Column("state", "Keadaan", "badge", 120),
        Column("value", "Nilai", "number", 60, role="strong"),
        Column("zone", "Zona", "zone", 64),
        Column("bar", "Sumbangan", "bar", 158, drop_below=760),
    )


def line(*parts: QWidget, stretch: bool = True) -> QWidget:
    holder = QWidget()
    lay = QHBoxLayout(holder)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.setSpacing(8)
    for part in parts:
        lay.addWidget(part)
    if stretch:
        lay.addStretch(1)
    return holder


def buttons() -> QWidget:
    off = Button("Simpan", "primary")
    off.set_off("Belum ada perubahan.")
    ringed = Button("Cetak daftar", icon="print")
    ringed.setFocus(Qt.FocusReason.TabFocusReason)
    return line(
        Button("Simpan", "primary"),
        off,
        Button("Tambah instansi", "primary", icon="add"),
        ringed,
        Button("Hapus surat", "danger", icon="delete"),
        Button("Lihat semua", "quiet"),
        IconButton("undo", "Urungkan"),
        IconButton("redo", "Ulangi"),
        IconButton("more", "Lainnya"),
        Keycap("Ctrl+K"),
        Keycap("5", large=True),
    )


def fields() -> QWidget:
    plain = TextField("a", "Biasa")
    plain.fill("Disdukcapil")
    empty = TextField("b", "Kosong", hint="Boleh dikosongkan", required=True)
    bad = DateField("c", "Bermasalah")
    bad.line.setText("31 Februari 2026")
    bad.show_problem(bad.trouble())
    fixed = FixedField("d", "Terkunci", reason="Dibekukan 20 November")
    fixed.fill("86,44")
    choice = ChoiceField("e", "Pilihan", (("p", "Dalam proses"), ("d", "Selesai")))
    choice.fill("p")
    many = ChoiceField("f", "Dapat dicari", [(n, f"Kecamatan {n}") for n in range(40)])
    return line(plain, empty, bad, fixed, choice, many, stretch=False)


def signs() -> QWidget:
    chips = [ZoneChip(m) for m in (*THREE, *FIVE, not_scored())]
    tones = zip(
        ("Dalam proses", "Belum dimulai", "Ada kendala", "Berakhir", "Selesai"),
        ("accent", "neutral", "warn", "danger", "ok"),
        strict=True,
    )
    holder = QWidget()
    lay = QVBoxLayout(holder)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.addWidget(line(*chips))
    small = [ZoneChip(m, 22, short=True) for m in FIVE]
    lay.addWidget(line(*[Badge(t, k) for t, k in tones], *small, StageDots(2, 5, "Dikerjakan")))
    ruler = ZoneRuler()
    ruler.show_scale([Band(m, low) for m, low in zip(FIVE, LOWS, strict=True)], 100)
    ruler.show_value(84.1, 70.91, 88.16)
    lay.addWidget(ruler)
    counts = [*zip(FIVE, (2, 3, 4, 1, 0), strict=True), (not_scored(), 2)]
    lay.addWidget(ZoneBar(counts))
    return holder


def messages() -> QWidget:
    holder = QWidget()
    lay = QGridLayout(holder)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.setHorizontalSpacing(24)
    toast = Toast(holder)
    toast.say("Tindakan ditutup.", "Urungkan  Ctrl+Z", None)
    progress = ProgressCard(None, "Mencetak 12 surat")
    progress.show_progress(7, 12, "RSUD Contoh")
    steps = StageSteps(
        [
            Step("Rencana", DONE, "5 Okt"),
            Step("Dikerjakan", TARGET, "sejak 12 Okt"),
            Step("Ditutup"),
        ]
    )
    lay.addWidget(progress, 0, 0)
    lay.addWidget(toast, 1, 0)
    lay.addWidget(steps, 0, 1)
    lay.addWidget(line(*[CountButton(w, n, late=n == 3) for w, n in COUNTS]), 1, 1)
    lay.addWidget(Skeleton(), 0, 2)
    nexts = QWidget()
    box = QVBoxLayout(nexts)
    for at, text in enumerate(("Lengkapi 26 jawaban Disdukcapil", "Minta bukti RSUD"), start=1):
        box.addWidget(StepRow(at, text, "Tim 1"))
    lay.addWidget(nexts, 1, 2)
    return holder


COUNTS = (("Semua", 19), ("Terlambat", 3), ("Hari ini", 1))


def banners() -> list[Banner]:
    return [
        Banner("info", "Instrumen ini rancangan: bobot indikator belum resmi.", "Lihat bobot"),
        Banner("warn", "Nilai dan zona belum boleh disampaikan. Hanya catatan dan saran."),
        Banner("danger", "Cadangan gagal: E:\\Cadangan tidak ditemukan.", "Pilih folder"),
    ]


def board() -> QWidget:
    holder = QWidget()
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    holder.setProperty("g", "page")
    lay = QVBoxLayout(holder)
    lay.setContentsMargins(32, 24, 32, 24)
    lay.setSpacing(10)
    for title, part in (
        ("Tombol", buttons()),
        ("Isian", fields()),
        ("Zona, lencana, penggaris", signs()),
        ("Kemajuan, pesan sekilas, langkah", messages()),
    ):
        lay.addWidget(Label(title, "caption-strong", "text2"))
        lay.addWidget(part)
    table = RecordList(columns(), name="Contoh", state_of=lambda r: "late" if r.id == "1" else "")
    table.show_records(ROWS)
    table.select("2")
    lay.addWidget(table, 1)
    line_of_years = StageLine(
        [
            StagePoint("2018", "awal: belum tercatat", UNKNOWN),
            StagePoint("2019", "mulai di DPMPTSP: belum dilaporkan", UNKNOWN),
            StagePoint("2020", "lengkap dan terpadu", TARGET, "194"),
        ]
    )
    lay.addWidget(line_of_years)
    lay.addWidget(ProgressBar(5, 9))
    for banner in banners():
        lay.addWidget(banner)
    return holder


def side_form() -> Form:
    form = Form("Disdukcapil")
    form.head.badge.show_text("Aktif", "ok")
    form.head.add_button(IconButton("history", "Riwayat"))
    form.head.add_button(IconButton("more", "Lainnya"))
    form.row(TextField("name", "Nama resmi", required=True))
    kinds = (("dinas", "Dinas"), ("badan", "Badan"))
    form.row(TextField("short", "Singkatan"), ChoiceField("kind", "Jenis", kinds, required=True))
    form.row(
        TextField("head", "Kepala", hint="Nama saja; gelar di sebelah."), TextField("t", "Gelar")
    )
    form.row(
        PhoneField("phone", "Nomor pengaduan"),
        DateField("since", "Berlaku sejak", hint="Tanggal Perda perangkat daerah"),
    )
    form.row(NumberField("count", "Jumlah"), CheckField("is_sample", "Contoh, bukan nilai nyata"))
    form.add(NoteField("note", "Catatan", lines=2))
    form.add(unit_tree())
    form.fill(
        {"name": "Dinas Kependudukan dan Pencatatan Sipil", "short": "Disdukcapil", "kind": "dinas"}
    )
    form.field("phone").set_value("0812-0000-00X")
    form.field("head").set_value("Rina")
    return form


def unit_tree() -> RecordTreeView:
    cols = (
        Column[Any]("what", "Unit dan produk layanan", "text", stretch=1, value=lambda r: r[0]),
        Column[Any]("kind", "Jenis", "text", 120, value=lambda r: r[1], ink="text2"),
    )
    tree = RecordTreeView(cols, name="Unit", id_of=lambda r: r[0], ground="sunken")
    products = tuple(Branch((n, "Produk")) for n in ("Kartu Keluarga", "Akta Kelahiran"))
    tree.show_branches(
        [Branch(("Loket utama", "Unit layanan"), products), Branch(("Keliling", "-"))]
    )
    tree.select("Akta Kelahiran")
    tree.setFixedHeight(170)
    return tree


def form_page() -> QWidget:
    holder = QWidget()
    holder.resize(1154, 736)
    lay = QHBoxLayout(holder)
    lay.setContentsMargins(20, 0, 0, 0)
    lay.setSpacing(16)
    table = RecordList(columns(), name="Contoh")
    table.show_records([])
    table.set_empty(filtered_out(lambda: None, "puskesmas"))
    lay.addWidget(table, 1)
    form = side_form()
    form.setFixedWidth(580)
    lay.addWidget(form)
    form.submit()
    form.show_problem(Problem("agency.name_missing", field="name"))
    return holder


def empty_page() -> QWidget:
    holder = QWidget()
    lay = QHBoxLayout(holder)
    steps = (
        NextStep("Daftar instansi", "42 instansi tersimpan", done=True),
        NextStep("Pilih instrumen", "ORI 2022–2024 atau instrumen sendiri", "Pilih instrumen"),
        NextStep(
            "Tunjuk tim dan unit", "Setelah instrumen dipilih", "Tunjuk tim", off="Pilih dahulu"
        ),
    )
    lay.addWidget(
        EmptyState("Belum ada putaran penilaian", "Tiga langkah cukup untuk mulai menilai.", steps)
    )
    cards = QVBoxLayout()
    cards.addWidget(Card("add", "Buat berkas kantor baru", "Isi nama kantor", first=True))
    cards.addWidget(Card("open", "Buka berkas yang ada", "Dari komputer atau folder bersama"))
    cards.addWidget(RecentRow("Kabupaten Contoh 2026.patuh", "D:\\Patuh", "kemarin 15.20"))
    cards.addWidget(GroupItem("Kop surat dan kertas"))
    cards.addStretch(1)
    lay.addLayout(cards)
    holder.resize(1154, 736)
    return holder


def question(parent: QWidget) -> Dialog:
    dialog = Dialog(
        parent, "Simpan perubahan pada Disdukcapil?", "2 isian berubah: nomor pengaduan, tanggal."
    )
    answers = (
        Answer("Buang", None, "danger"),
        Answer("Kembali"),
        Answer("Simpan", None, "primary"),
    )
    dialog.finish(answers)
    return dialog


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "kit-gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.DARK if "--dark" in sys.argv else theme.LIGHT)
    first = board()
    first.resize(1366, 1222)
    pictures = {"board": first, "form": form_page(), "empty": empty_page()}
    pictures["question"] = question(first)
    for name, widget in pictures.items():
        widget.show()
        app.processEvents()
        widget.grab().save(str(folder / f"{name}.png"))


if __name__ == "__main__":
    main()
