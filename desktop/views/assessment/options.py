"""The possible answers in the inspector: keycap and sentence, painted; a click answers too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import icons, paint
from desktop.views.theme import colour, font

ROW, CAP = 34, 26
_TEXT = 44
_TICK = 30
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class OptionText:
    """One row: its key (none for a row that cannot be chosen) and sentence."""

    key: str
    text: str


class Options(QWidget):
    """Rows of 34 px, more where a sentence needs more lines; one may be chosen."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._rows: tuple[OptionText, ...] = ()
        self._chosen = ""
        self._live = True
        self._hovered = -1
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rows(self, rows: Sequence[OptionText], chosen: str = "", *, live: bool = True) -> None:
        """Other rows; `live`: a click answers."""
        self._rows, self._chosen, self._live = tuple(rows), chosen, live
        said = "; ".join(f"{row.key} {row.text}".strip() for row in self._rows)
        self.setAccessibleName(f"{self._name}: {said}")
        self.updateGeometry()
        self.update()

    def keys(self) -> tuple[str, ...]:
        """The keys in sight."""
        return tuple(row.key for row in self._rows)

    def chosen(self) -> str:
        """The key of the chosen row."""
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(box.height() for box in self._boxes(width)))

    def _boxes(self, wide: int) -> list[QRectF]:
        boxes: list[QRectF] = []
        y = 0.0
        for row in self._rows:
            metrics = QFontMetricsF(font(self._role_of(row)))
            width = max(60.0, wide - _TEXT - self._end_of(row))
            room = metrics.boundingRect(QRectF(0, 0, width, 400), _WRAP, row.text)
            lines = max(1, round(room.height() / metrics.height()))
            height = max(ROW, 18 * lines + 10)
            boxes.append(QRectF(0, y, wide, height))
            y += height
        return boxes

    def _is_chosen(self, row: OptionText) -> bool:
        return bool(row.key) and row.key == self._chosen

    def _role_of(self, row: OptionText) -> str:
        return "strong" if self._is_chosen(row) else "body"

    def _end_of(self, row: OptionText) -> float:
        return _TICK if self._is_chosen(row) else 4

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, (row, box) in enumerate(zip(self._rows, self._boxes(self.width()), strict=True)):
            self._paint_row(painter, box, row, hovered=at == self._hovered and self._live)

    def _paint_row(self, painter: QPainter, box: QRectF, row: OptionText, *, hovered: bool) -> None:
        chosen = self._is_chosen(row)
        if chosen:
            inner = box.adjusted(0, 1, 0, -1)
            paint.rounded(painter, inner, 6, colour("soft"), colour("soft_line"))
            tick = QRectF(box.right() - 24, box.center().y() - 8, 16, 16)
            icons.draw(painter, "done", tick, "accent")
        elif hovered:
            paint.rounded(painter, box.adjusted(0, 1, 0, -1), 6, colour("hover"))
        if row.key:
            cap = QRectF(7, round(box.center().y() - CAP / 2), CAP, CAP)
            _paint_cap(painter, cap, row.key, chosen=chosen, live=self._live)
        painter.setFont(font(self._role_of(row)))
        painter.setPen(colour("text" if self._live or chosen else "text2"))
        words = box.adjusted(_TEXT, 0, -self._end_of(row), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | _WRAP, row.text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def _row_at(self, event: QMouseEvent) -> int:
        boxes = self._boxes(self.width())
        return next((at for at, box in enumerate(boxes) if box.contains(event.position())), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._row_at(event)
        if self._live and at >= 0 and self._rows[at].key:
            self.picked.emit(self._rows[at].key)


def _paint_cap(painter: QPainter, box: QRectF, key: str, *, chosen: bool, live: bool) -> None:
    middle = Qt.AlignmentFlag.AlignHCenter
    fill = colour("accent") if chosen else colour("surface")
    edge = colour("accent") if chosen else colour("field" if live else "line")
    paint.rounded(painter, box, 5, fill, edge)
    ink = "on_accent" if chosen else "text" if live else "text2"
    paint.write(painter, box, key, "strong", ink, middle)


class KeyLine(QWidget):
    """Keys side by side with what they do: X Tidak berlaku…  Del Kosongkan."""

    picked = Signal(str)

    def __init__(self, *, large: bool = True) -> None:
        super().__init__()
        self._cap = CAP if large else 18
        self._role = "body" if large else "caption"
        self._keys: tuple[OptionText, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW + 4 if large else 24)

    def show_keys(self, *keys: OptionText) -> None:
        """Other keys."""
        self._keys = keys
        self.setAccessibleName("; ".join(f"{key.key} {key.text}" for key in keys))
        self.update()

    def _places(self) -> list[tuple[OptionText, QRectF, QRectF]]:
        found: list[tuple[OptionText, QRectF, QRectF]] = []
        x, middle = (7.0 if self._cap == CAP else 0.0), self.height() / 2
        role = "strong" if self._cap == CAP else "caption"
        for key in self._keys:
            wide = max(float(self._cap), paint.width_of(key.key, role) + 14)
            cap = QRectF(x, round(middle - self._cap / 2), wide, self._cap)
            words = paint.width_of(key.text, self._role) + 2
            found.append((key, cap, QRectF(x + wide + 11, 0, words, self.height())))
            x += wide + 11 + words + 26
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for key, cap, words in self._places():
            if self._cap == CAP:
                _paint_cap(painter, cap, key.key, chosen=False, live=True)
            else:
                paint.keycap(painter, cap, key.key)
            ink = "text" if self._cap == CAP else "text2"
            paint.write(painter, words, key.text, self._role, ink)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for key, cap, words in self._places():
            if cap.united(words).contains(event.position()):
                self.picked.emit(key.key)
                return
