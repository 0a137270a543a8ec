"""`?` on the desk: all keys on a card over a dimmed window; any key or click closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views import paint
from desktop.views.keys import Key
from desktop.views.theme import colour
from desktop.wording import _

_WIDTH, _ROW, _TOP = 940, 26, 100


def scoring_keys() -> tuple[tuple[str, tuple[Key, ...]], ...]:
    """The keys of the desk in three columns."""
    score = (
        Key("0 … 5", _("pilih nilai, lanjut")),
        Key("Y T", _("ya, tidak")),
        Key("X", _("tidak berlaku, lalu alasan")),
        Key("Del", _("kosongkan")),
        Key(".", _("ulangi jawaban terakhir")),
        Key("=", _("isi sisa baris sama")),
        Key("Enter", _("jawaban responden, angka")),
    )
    move = (
        Key("↑ ↓ ← →", _("sel")),
        Key("Tab", _("sel belum dinilai berikut")),
        Key("Shift+Tab", _("sebelumnya")),
        Key("PgUp PgDn", _("dimensi")),
        Key("Ctrl+PgUp Ctrl+PgDn", _("unit")),
        Key("← →", _("di baris kelompok: lipat, buka")),
        Key("G", _("ke kode, mis. P.5")),
    )
    more = (
        Key("C", _("catatan")),
        Key("S", _("saran perbaikan")),
        Key("Ctrl+Enter", _("kembali ke sel")),
        Key("W", _("mengapa angka ini")),
        Key("F6", _("pindah bagian")),
        Key("Esc", _("ke daftar unit")),
        Key("?", _("daftar ini")),
    )
    return ((_("Menilai"), score), (_("Berpindah"), move), (_("Melengkapi"), more))


class KeyCard(QWidget):
    """Covers its window; the card lies in the middle."""

    def __init__(self, window: QWidget, columns: Sequence[tuple[str, Sequence[Key]]]) -> None:
        super().__init__(window)
        self._columns = columns
        self._before = window.focusWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = "; ".join(f"{key.keys}: {key.does}" for _t, keys in columns for key in keys)
        self.setAccessibleName(_("Tombol di meja penilaian"))
        self.setAccessibleDescription(said)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """No shortcut passes while the card is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.close_card()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_card()

    def close_card(self) -> None:
        """Gives the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def _card(self) -> QRectF:
        rows = max(len(keys) for _t, keys in self._columns)
        width = min(_WIDTH, self.width() - 16)
        height = _TOP + rows * _ROW + 26
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(colour("text"))
        veil.setAlpha(140)
        painter.fillRect(self.rect(), veil)
        card = self._card()
        paint.rounded(painter, card, 8, colour("surface"))
        inner = card.adjusted(28, 0, -28, 0)
        title = QRectF(inner.x(), card.y() + 22, inner.width(), 28)
        paint.write(painter, title, _("Tombol di meja penilaian"), "head")
        cap = paint.width_of("Esc", "caption") + 14
        paint.keycap(painter, QRectF(inner.right() - cap, card.y() + 27, cap, 18), "Esc")
        step = (inner.width() + 36) / len(self._columns)
        for at, (head, keys) in enumerate(self._columns):
            box = QRectF(inner.x() + at * step, card.y(), step - 36, card.height())
            _paint_column(painter, box, head, keys)


def _paint_column(painter: QPainter, box: QRectF, head: str, keys: Sequence[Key]) -> None:
    paint.write(painter, QRectF(box.x(), box.y() + 60, box.width(), 24), head, "strong")
    for at, key in enumerate(keys):
        y, x = box.y() + _TOP - 14 + at * _ROW, box.x()
        for text in key.keys.split(" "):
            wide = max(20.0, paint.width_of(text, "caption") + 14)
            paint.keycap(painter, QRectF(x, y + 4, wide, 18), text)
            x += wide + 5
        words = QRectF(x + 4, y, box.right() - x - 4, _ROW)
        paint.write(painter, words, key.does, "body", "text2", Qt.AlignmentFlag.AlignRight)
