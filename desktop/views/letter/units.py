"""The field of units: all of the round, or the ones that are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.assessment import Assessment
from desktop.views.editors import CheckBox, Combo
from desktop.views.fields import Field
from desktop.views.forms import Scroll
from desktop.views.labels import safe_tip
from desktop.wording import _

ROW, SEEN = 28, 5
"""Height of a unit, and how many are seen at once."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class UnitsField(Field):
    """Value: None for all units, else the ids of the chosen assessments."""

    def __init__(self, name: str, label: str) -> None:
        self.combo = Combo()
        self.boxes: dict[str, CheckBox] = {}
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(2, 2, 2, 2)
        self._rows.setSpacing(0)
        self._scroll = Scroll(self._inner)
        super().__init__(name, label, self.combo)
        self.combo.currentIndexChanged.connect(self._on_choice)

    def _place_editor(self, box: QVBoxLayout) -> None:
        box.addWidget(self.combo)
        box.addWidget(self._scroll)

    def show_units(self, units: Sequence[Assessment]) -> None:
        """The units one can choose from."""
        kept = self.value()
        self.combo.blockSignals(True)
        all_of_them = _("Semua unit dalam putaran ({n})").format(n=len(units))
        self.combo.show_choices([("all", all_of_them), ("some", _("Unit tertentu"))])
        self.combo.blockSignals(False)
        for box in self.boxes.values():
            self._rows.removeWidget(box)
            box.deleteLater()
        self.boxes = {unit.id: self._box(unit) for unit in units}
        self._scroll.setFixedHeight(min(SEEN, max(1, len(units))) * ROW + 4)
        self.set_value(kept)

    def _box(self, unit: Assessment) -> CheckBox:
        box = _UnitBox(unit.unit_name, self)
        box.setFixedHeight(ROW)
        box.toggled.connect(self._on_edit)
        self._rows.addWidget(box)
        return box

    def value(self) -> Any:
        if self.combo.currentData() != "some":
            return None
        return tuple(id for id, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Any) -> None:
        for id, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(value is None or id in value)
            box.blockSignals(False)
            box.update()
        self.combo.choose("all" if value is None else "some")
        self._scroll.setVisible(value is not None)

    def trouble(self) -> str:
        return _("Pilih sedikitnya satu unit.") if self.value() == () else ""

    def step(self, box: CheckBox, by: int) -> None:
        """The focus to the unit above or below."""
        boxes = list(self.boxes.values())
        at = boxes.index(box) + by
        if 0 <= at < len(boxes):
            boxes[at].setFocus()
            self._scroll.ensureWidgetVisible(boxes[at], 0, 4)

    def _on_choice(self, _at: int) -> None:
        self._scroll.setVisible(self.combo.currentData() == "some")
        self._on_edit()


class _UnitBox(CheckBox):
    """A unit; arrows go up and down the list."""

    def __init__(self, name: str, home: UnitsField) -> None:
        super().__init__(name)
        self._home = home
        self.setToolTip(safe_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self._home.step(self, step)
        else:
            super().keyPressEvent(event)
