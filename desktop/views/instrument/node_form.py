"""The side form of a node: name, weight, of whom it is asked, options, legal basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from desktop.domain.exact import exact
from desktop.domain.instrument import Indicator, Instrument, Node, Option
from desktop.domain.instrument_tree import changed
from desktop.domain.problems import Problem
from desktop.views.forms import Form
from desktop.views.instrument.columns import PER
from desktop.views.kinds import CheckField, ChoiceField, NoteField, TextField
from desktop.wording import _
from desktop.wording import instrument as words

ANSWERS = ("options", "yes_no", "number", "count", "percentage", "text")
LEAF = ("per", "role", "answer", "options", "legal_basis", "evidence_hint", "remedy_hint")


class NodeForm(Form):
    """Weights are written as they are known; an empty weight is unknown, never zero."""

    def __init__(self) -> None:
        super().__init__(_("Butir"), margins=(20, 16, 20, 16))
        self.row(
            TextField("code", _("Kode"), required=True),
            TextField("weight", _("Bobot"), placeholder=_("belum diketahui")),
        )
        self.row(NoteField("name", _("Nama"), required=True, lines=2))
        self.row(CheckField("assumed", _("Bobot ini diperkirakan, tanpa sumber")))
        self.row(CheckField("grouping", _("Hanya kelompok, tanpa bobot sendiri")))
        per = [(code, _(word)) for code, word in PER.items()]
        self.row(
            ChoiceField("per", _("Ditanyakan per"), per, required=True),
            TextField("role", _("Peran responden")),
        )
        kinds = [(kind, words.choice("answer", kind)) for kind in ANSWERS]
        self.row(ChoiceField("answer", _("Jenis jawaban"), kinds, required=True))
        hint = _("Satu pilihan per baris: nilai: kalimat")
        self.row(NoteField("options", _("Pilihan jawaban"), hint=hint, lines=6))
        self.row(NoteField("legal_basis", _("Dasar hukum"), lines=2))
        self.row(NoteField("evidence_hint", _("Di mana dilihat"), lines=2))
        self.row(NoteField("remedy_hint", _("Saran perbaikan"), lines=2))
        self.fill({})

    def show_node(self, node: Node, *, locked: str) -> None:
        """Another node; leaves show what is asked, groups only name and weight."""
        indicator = node.indicator
        values: dict[str, Any] = {
            "code": node.code,
            "name": node.name,
            "weight": "" if node.weight is None else words.number(node.weight),
            "grouping": node.grouping,
            "assumed": "weight" in node.assumed,
        }
        if indicator is not None:
            values |= {n: getattr(indicator, n) for n in LEAF if n != "options"}
            values["options"] = "\n".join(
                f"{words.number(option.score)}: {option.label}" for option in indicator.options
            )
        for name in LEAF:
            self.field(name).setVisible(indicator is not None)
        self.field("grouping").setVisible(indicator is None)
        self.fill(values, title=f"{node.code}  {node.name}", subject=node.code)
        self.lock(locked)


def edited(instrument: Instrument, node: Node, values: Mapping[str, Any]) -> Instrument:
    """The instrument with the form's words in this node. Problems name their field."""
    assumed = node.assumed - {"weight"} | ({"weight"} if values["assumed"] else set())
    fields: dict[str, Any] = {
        "code": values["code"],
        "name": values["name"],
        "grouping": bool(values["grouping"]) and node.indicator is None,
        "weight": _weight(values["weight"]),
        "assumed": frozenset(assumed),
    }
    if fields["grouping"]:
        fields["weight"] = None
    if node.indicator is not None:
        fields["indicator"] = _indicator(node.indicator, values)
    return changed(instrument, node.code, **fields)


def _weight(text: str) -> Fraction | None:
    clean = text.strip().replace(",", ".")
    if not clean:
        return None
    value = exact(clean)
    if value is None or value < 0:
        raise Problem("instrument.weight_unreadable", field="weight", text=text)
    return value


def _indicator(indicator: Indicator, values: Mapping[str, Any]) -> Indicator:
    plain = {n: values[n] for n in LEAF if n != "options"}
    return replace(indicator, **plain, options=_options(values["options"]))


def _options(text: str) -> tuple[Option, ...]:
    made: list[Option] = []
    for line in (line for line in text.splitlines() if line.strip()):
        score, colon, label = line.partition(":")
        value = exact(score.strip().replace(",", "."))
        if value is None or not colon or not label.strip():
            raise Problem("instrument.option_unreadable", field="options", line=line)
        made.append(Option(value, label.strip()))
    return tuple(made)
