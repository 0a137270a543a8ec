"""Texts on the page. Every text is plain: a name such as "Dinas <X>" shows as typed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def safe_tip(text: str) -> str:
    """A tooltip text that Qt does not take for markup."""
    return f"<span>{escape(text)}</span>" if "<" in text else text


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a dynamic property and lets the style sheet see it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Label(QLabel):
    """One line in a role of the type scale; never squeezed below its text."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("r", role)
        if tone:
            self.setProperty("t", tone)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Another colour of the palette, e.g. "danger"; "" = the role's own."""
        set_property(self, "t", tone)

    def set_role(self, role: str) -> None:
        """Another role of the type scale."""
        set_property(self, "r", role)


class Wrapped(Label):
    """A text of several lines that always keeps the height its width needs."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "") -> None:
        super().__init__(text, role, tone)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._keep_height()

    def sizeHint(self) -> QSize:
        natural = super().sizeHint()
        return QSize(natural.width(), max(self.minimumHeight(), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())

    def fit(self, width: int) -> None:
        """A fixed width and the height that the text needs in it."""
        self.setFixedSize(width, self._needed(width))

    def _keep_height(self) -> None:
        if self.width() > 40:
            self.setMinimumHeight(self._needed(self.width()))

    def _needed(self, width: int) -> int:
        """The height that the text needs; Qt's answer is never below the minimum height."""
        self.ensurePolished()
        self.setMinimumHeight(0)
        return max(0, self.heightForWidth(width))


class Elided(Label):
    """A name that is cut at the right when space is short; the tooltip then has all of it."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "") -> None:
        super().__init__(text, role, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box: QRect = self.contentsRect()
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        self.setToolTip(safe_tip(self.text()) if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = int(self.alignment().value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(box, flags, shown)
