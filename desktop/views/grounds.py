"""The bare grounds of the first paint: navigation and page, filled by Qt alone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views import theme


def grounds(navigation: int) -> QWidget:
    """Two plain areas; `navigation` is the width of the left one, 0 for none."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    if navigation:
        left = QWidget()
        left.setFixedWidth(navigation)
        shades = left.palette()
        shades.setColor(shades.ColorRole.Window, theme.colour("chrome"))
        left.setPalette(shades)
        left.setAutoFillBackground(True)
        line.addWidget(left)
    line.addStretch(1)
    return whole
