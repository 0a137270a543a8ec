"""Editors that Qt does not draw as we need them: combo with chevron, check box, date line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop.views import icons, paint
from desktop.views.labels import safe_tip
from desktop.views.theme import colour
from desktop.wording import _, dates, language

_CHEVRON = 50
"""What the edges and the chevron of a combo take from its text."""


class Combo(QComboBox):
    """A choice. The wheel does not change it unless it has the focus."""

    def __init__(self, nothing: str = "") -> None:
        super().__init__()
        self.nothing = nothing
        self.setPlaceholderText(nothing)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_choices(self, choices: Sequence[tuple[Any, str]], *, searchable: bool = False) -> None:
        """Other choices: (key, text)."""
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self._make_searchable(searchable)

    def choose(self, key: Any) -> None:
        """Shows the choice with this key; an unknown key shows that nothing is chosen."""
        for at in range(self.count()):
            if self.itemData(at) == key:
                self.setCurrentIndex(at)
                line = self.lineEdit()
                if line is not None:
                    line.setCursorPosition(0)  # a long text shows its beginning
                return
        self.setCurrentIndex(-1)
        if self.isEditable():
            self.setEditText("")

    def _make_searchable(self, searchable: bool) -> None:
        if searchable == self.isEditable():
            return
        self.setEditable(searchable)
        if not searchable:
            return
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        assert line is not None
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = completer.popup()
        assert popup is not None
        popup.setItemDelegate(QStyledItemDelegate(completer))
        self.setCompleter(completer)
        line.setPlaceholderText(self.nothing)
        line.editingFinished.connect(self._settle_text)

    def _settle_text(self) -> None:
        """What was typed becomes the choice it names, else the choice before."""
        found = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if found >= 0:
            self.setCurrentIndex(found)
        self.setEditText(self.itemText(self.currentIndex()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = "" if self.isEditable() else self.currentText()
        room = self.width() - _CHEVRON
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(safe_tip(whole) if shown != whole else "")
        if shown == whole:
            super().paintEvent(event)
        else:
            self._paint_elided(shown)
        painter = QPainter(self)
        box = QRectF(self.width() - 25, (self.height() - 14) / 2, 14, 14)
        icons.draw(painter, "down", box, "text2" if self.isEnabled() else "text3")

    def _paint_elided(self, text: str) -> None:
        """Qt cuts a long choice in the middle of a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = text
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class CheckBox(QCheckBox):
    """A box of 18 px and a sentence."""

    def sizeHint(self) -> QSize:
        return QSize(round(28 + paint.width_of(self.text())), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(1, (self.height() - 18) / 2, 18, 18)
        on, alive = self.isChecked(), self.isEnabled()
        fill = "accent" if on and alive else "line" if on else "surface"
        edge = "accent" if (on or self.hasFocus()) and alive else "field"
        paint.rounded(painter, box, 4, colour(fill), colour(edge))
        if on:
            ink = "on_accent" if alive else "text3"
            icons.draw(painter, "done", box.adjusted(3, 3, -3, -3), ink)
        if self.hasFocus():
            paint.ring(painter, box.adjusted(-1, -1, 1, 1), 5)
        words = QRectF(28, 0, self.width() - 28, self.height())
        paint.write(painter, words, self.text(), "body", "text" if alive else "text3")


class DateLine(QLineEdit):
    """A date typed as people write it; a calendar opens with the button or Alt+Down."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Belum diisi"))
        self._button = self.addAction(
            icons.icon("date", 16, "text2"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._button.setText(_("Pilih tanggal"))
        self._button.setToolTip(_("Pilih tanggal"))
        self._button.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self.settle)

    def day(self) -> date | None:
        """The date that is typed, or None."""
        return dates.parse(self.text())

    def show_day(self, day: date | None) -> None:
        """Shows a date in words."""
        self.setText(dates.long(day) if day is not None else "")
        self.setCursorPosition(0)

    def settle(self) -> None:
        """Writes what was typed in the long form."""
        day = self.day()
        if day is not None and self.text() != dates.long(day):
            self.setText(dates.long(day))

    def open_calendar(self) -> None:
        """A calendar under the line."""
        popup = _Calendar(self, self.day())
        popup.chosen.connect(self._take)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.picked.emit()
        self.setFocus()


class _Calendar(QFrame):
    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("g", "card")
        self._month = QCalendarWidget()
        self._month.setLocale(
            QLocale(QLocale.Language.Indonesian if language() == "id" else QLocale.Language.English)
        )
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        rest = QTextCharFormat()
        rest.setForeground(colour("danger"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(weekday, rest)
        if day is not None:
            self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._month)
        self._month.clicked.connect(self._take)
        self._month.activated.connect(self._take)

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
