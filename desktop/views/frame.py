"""The ground of the window: chrome, and the page area with its rounded corner and banners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.views import paint
from desktop.views.navigation import Navigation
from desktop.views.theme import SIDE, colour

if TYPE_CHECKING:
    from desktop.views.messages import Banner


class Frame(QWidget):
    """Navigation left, pages right, banners above the page."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__()
        self.navigation = navigation
        self.pages = QStackedWidget()
        self._banners: dict[str, Banner] = {}
        self._shelf = QVBoxLayout()
        self._shelf.setContentsMargins(SIDE - 8, 0, SIDE - 8, 0)
        self._shelf.setSpacing(6)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._shelf)
        right.addWidget(self.pages, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(navigation)
        line.addLayout(right, 1)

    def put_banner(self, key: str, banner: Banner) -> None:
        """A banner above the page; the same key replaces the one before."""
        self.drop_banner(key)
        self._banners[key] = banner
        self._shelf.addWidget(banner)
        self._shelf.setContentsMargins(SIDE - 8, 10, SIDE - 8, 0)

    def drop_banner(self, key: str) -> None:
        """Takes a banner away."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            self._shelf.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        if not self._banners:
            self._shelf.setContentsMargins(SIDE - 8, 0, SIDE - 8, 0)

    def drop_banners(self) -> None:
        """Takes all banners away."""
        for key in tuple(self._banners):
            self.drop_banner(key)

    def banners(self) -> dict[str, Banner]:
        """The banners in sight, by key."""
        return dict(self._banners)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with_nav = self.navigation.isVisible()
        left = self.navigation.width() if with_nav else 0
        paint.fill(painter, paint.rect(QRectF(self.rect())), colour("chrome"))
        area = QRectF(left, 0, self.width() - left, self.height())
        radius = 8.0 if with_nav else 0.0
        ground = paint.rect(area.adjusted(0, 0, radius, radius), radius)
        paint.fill(painter, ground, colour("page"))
