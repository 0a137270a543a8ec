"""Forms: a draft that is saved, dropped or asked about; problems stand beside their fields."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem
from desktop.views import theme
from desktop.views.buttons import Button
from desktop.views.dated import DateField
from desktop.views.editors import _Calendar
from desktop.views.fields import Field
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
from desktop.views.questions import Dialog

KINDS = (("dinas", "Dinas"), ("badan", "Badan"))


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form("Disdukcapil")
    made.row(TextField("name", "Nama resmi", required=True))
    made.row(TextField("short_name", "Singkatan"), ChoiceField("kind", "Jenis", KINDS))
    made.row(PhoneField("phone", "Nomor pengaduan"), DateField("since", "Berlaku sejak"))
    qtbot.addWidget(made)
    made.resize(580, 600)
    made.show()
    qtbot.waitExposed(made)
    made.fill({"name": "Dinas Kesehatan", "kind": "dinas", "since": date(2026, 11, 13)})
    return made


def saved_by(form: Form) -> list[dict[str, Any]]:
    saved: list[dict[str, Any]] = []
    form.saving.connect(saved.append)
    return saved


def words_below(form: Form, name: str) -> str:
    return form.field(name)._below.words()


def dialog_of(widget: QWidget) -> Dialog:
    found = [d for d in widget.window().findChildren(Dialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def press(dialog: Dialog, text: str) -> None:
    button = next(b for b in dialog.findChildren(Button) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_form_that_was_just_filled_has_nothing_to_save(form: Form) -> None:
    assert not form.is_dirty()
    assert not form.foot.save.isEnabled()
    assert form.foot.save.toolTip() == "Belum ada perubahan."
    assert form.foot.words.text() == ""


def test_typing_counts_changed_fields_and_marks_their_labels(form: Form) -> None:
    QTest.keyClicks(form.field("short_name").editor, "Dinkes")
    form.field("phone").set_value("0812")
    assert form.changes() == {"short_name": "Dinkes", "phone": "0812"}
    assert form.foot.words.text() == "2 isian berubah"
    assert form.field("short_name").caption.property("r") == "caption-strong"
    form.field("short_name").set_value("")
    assert form.foot.words.text() == "1 isian berubah"


def test_saving_hands_over_values_not_texts(form: Form) -> None:
    saved = saved_by(form)
    form.field("kind").set_value("badan")
    QTest.mouseClick(form.foot.save, Qt.MouseButton.LeftButton)
    assert saved == [
        {
            "name": "Dinas Kesehatan",
            "short_name": "",
            "kind": "badan",
            "phone": "",
            "since": date(2026, 11, 13),
        }
    ]
    form.settle()
    assert not form.is_dirty()


def test_a_required_field_is_asked_for_before_saving(form: Form, qtbot: QtBot) -> None:
    saved = saved_by(form)
    form.field("name").set_value("  ")
    form.submit()
    assert saved == []
    assert words_below(form, "name") == "Nama resmi belum diisi."
    qtbot.waitUntil(form.field("name").editor.hasFocus)
    assert form.field("name").editor.property("bad") is True
    QTest.keyClicks(form.field("name").editor, "X")
    assert words_below(form, "name") == ""


def test_a_problem_goes_beside_its_field(form: Form, qtbot: QtBot) -> None:
    other = Problem("nothing.such", field="elsewhere")
    assert not form.show_problem(other)
    assert form.show_problem(Problem("nothing.such", (Problem("x.y", field="since"),)))
    assert "x.y" in words_below(form, "since")
    qtbot.waitUntil(form.field("since").editor.hasFocus)


def test_dropping_brings_back_what_was_saved(form: Form, qtbot: QtBot) -> None:
    form.field("name").set_value("Lain")
    with qtbot.waitSignal(form.dropped):
        form.drop()
    assert form.values()["name"] == "Dinas Kesehatan"


def test_escape_leaves_the_form_and_keeps_the_draft(form: Form, qtbot: QtBot) -> None:
    form.field("name").set_value("Lain")
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form.field("name").editor, Qt.Key.Key_Escape)
    assert form.is_dirty()


def test_a_clean_form_is_left_at_once(form: Form) -> None:
    gone: list[str] = []
    form.leave(lambda: gone.append("gone"))
    assert gone == ["gone"]


def test_leaving_a_changed_form_asks(form: Form) -> None:
    went: list[str] = []
    form.field("phone").set_value("0812")
    form.leave(lambda: went.append("gone"), back=lambda: went.append("back"))
    dialog = dialog_of(form)
    assert dialog.title.text() == "Simpan perubahan pada Disdukcapil?"
    assert dialog.sentence.text() == "1 isian berubah: nomor pengaduan."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert went == ["back"]
    assert form.is_dirty()


def test_throwing_away_goes_on(form: Form) -> None:
    went: list[str] = []
    form.field("phone").set_value("0812")
    form.leave(lambda: went.append("gone"))
    press(dialog_of(form), "Buang")
    assert went == ["gone"]
    assert not form.is_dirty()


def test_saving_first_goes_on_only_when_it_is_saved(form: Form) -> None:
    went: list[str] = []
    saved = saved_by(form)
    form.field("phone").set_value("0812")
    form.leave(lambda: went.append("gone"))
    press(dialog_of(form), "Simpan")
    assert len(saved) == 1
    assert went == []
    form.settle()
    assert went == ["gone"]


def test_a_refused_save_stays(form: Form) -> None:
    went: list[str] = []
    form.field("phone").set_value("0812")
    form.leave(lambda: went.append("gone"))
    press(dialog_of(form), "Simpan")
    form.show_problem(Problem("x.y", field="phone"))
    form.field("phone").set_value("0813")
    form.submit()
    form.settle()
    assert went == []


def test_a_new_record_can_be_saved_unchanged(form: Form) -> None:
    saved = saved_by(form)
    form.start({"name": "Dinas Baru"}, title="Instansi baru")
    assert form.is_new()
    assert form.foot.words.text() == "Belum disimpan"
    form.submit()
    assert saved[0]["name"] == "Dinas Baru"


def test_a_locked_form_says_why_and_hides_its_bar(form: Form) -> None:
    form.lock("Dibekukan 20 November")
    assert not form.foot.isVisible()
    assert form.head.remark.text() == "Dibekukan 20 November"
    QTest.keyClicks(form.field("name").editor, "x")
    assert not form.is_dirty()
    form.lock("")
    assert form.foot.isVisible()


def check(field: Field, qtbot: QtBot) -> None:
    qtbot.addWidget(field)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "31 Februari 2026",
            "Tanggal ini tidak ada. Februari 2026 berakhir pada tanggal 28.",
        ),
        ("31/11/2026", "Tanggal ini tidak ada. November 2026 berakhir pada tanggal 30."),
        ("besok", "Tulis tanggal seperti 13 November 2026."),
        ("13 Nov 2026", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_or_refused_in_words(typed: str, sentence: str, qtbot: QtBot) -> None:
    field = DateField("day", "Tanggal")
    check(field, qtbot)
    field.line.setText(typed)
    assert field.trouble() == sentence
    field.line.settle()
    assert field.line.text() == ("13 November 2026" if "Nov " in typed else typed)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_a_calendar_gives_a_date(qtbot: QtBot) -> None:
    field = DateField("day", "Tanggal")
    check(field, qtbot)
    field.fill(date(2026, 11, 13))
    field.show()
    field.line.open_calendar()
    popup = next(w for w in field.line.children() if type(w).__name__ == "_Calendar")
    assert isinstance(popup, _Calendar)
    popup.chosen.emit(date(2026, 12, 1))
    assert field.value() == date(2026, 12, 1)
    assert field.is_changed()


@pytest.mark.parametrize(
    ("typed", "decimals", "value", "has_trouble"),
    [
        ("12,5", 2, Decimal("12.5"), False),
        ("12.5", 2, None, True),
        ("1.234", 0, None, True),
        ("1200", 0, 1200, False),
        ("−3", 0, -3, False),
        ("", 0, None, False),
        ("²", 0, None, True),
    ],
)
def test_numbers_use_the_comma_and_never_guess(
    typed: str, decimals: int, value: Any, has_trouble: bool, qtbot: QtBot
) -> None:
    field = NumberField("n", "Jumlah", decimals=decimals)
    check(field, qtbot)
    field.line.setText(typed)
    assert field.value() == value
    assert bool(field.trouble()) is has_trouble


def test_a_phone_number_says_what_to_delete(qtbot: QtBot) -> None:
    field = PhoneField("phone", "Nomor")
    check(field, qtbot)
    field.line.setText("0812-0000-00X")
    assert field.trouble() == (
        "Nomor telepon hanya boleh berisi angka, spasi, dan tanda +. Hapus huruf X."
    )
    field.line.setText("0812-0000-00")
    assert field.trouble() == ""


def test_a_choice_speaks_in_keys_and_a_long_one_can_be_searched(qtbot: QtBot) -> None:
    field = ChoiceField("place", "Tempat", [(n, f"Kecamatan {n}") for n in range(40)])
    check(field, qtbot)
    field.show()
    field.fill(None)
    assert field.value() is None
    line = field.combo.lineEdit()
    assert line is not None
    line.setText("kecamatan 7")
    line.editingFinished.emit()
    assert field.value() == 7
    line.setText("tidak ada")
    line.editingFinished.emit()
    assert field.value() == 7
    assert line.text() == "Kecamatan 7"
    field.set_choices([(7, "Kecamatan Tujuh"), (8, "Kecamatan Delapan")])
    assert field.value() == 7


def test_other_fields_keep_their_values(qtbot: QtBot) -> None:
    note, box, fixed = (
        NoteField("n", "Catatan"),
        CheckField("c", "Contoh"),
        FixedField("f", "Nilai"),
    )
    for field, value in ((note, "satu\ndua"), (box, True), (fixed, "86,44")):
        check(field, qtbot)
        field.fill(value)
        assert field.value() == value
        assert not field.is_changed()
