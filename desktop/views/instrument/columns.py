"""The list of versions and the tree of one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.instrument import Instrument, Node
from desktop.domain.instrument_tree import weights_of
from desktop.domain.library import InstrumentEntry
from desktop.views.cells import Tag, TwoLine
from desktop.views.columns import Column
from desktop.views.trees import Branch
from desktop.wording import N_, _, numbers
from desktop.wording import instrument as words

STATES = {
    "draft": (N_("Rancangan"), "warn"),
    "published": (N_("Terbit"), "ok"),
    "superseded": (N_("Diganti"), "neutral"),
}
PER = {"unit": N_("unit"), "product": N_("produk"), "respondent": N_("responden")}


def version_columns() -> tuple[Column[InstrumentEntry], ...]:
    """Name and version, state."""
    return (
        Column("name", _("Instrumen"), "two_line", stretch=1, value=_version, tip=lambda e: e.name),
        Column("state", _("Keadaan"), "badge", width=92, value=state_tag),
    )


def _version(entry: InstrumentEntry) -> TwoLine:
    return TwoLine(
        entry.short_name or entry.name, _("versi {version}").format(version=entry.version)
    )


def state_tag(entry: InstrumentEntry) -> Tag:
    """Rancangan, Terbit or Diganti."""
    word, tone = STATES[entry.state]
    return Tag(_(word), tone)


@dataclass(frozen=True, slots=True)
class Row:
    """One node with what the tree shows of it."""

    id: int
    node: Node
    share: Decimal | None
    """Its part among those it is weighed with, in percent."""
    trial: str


def node_columns() -> tuple[Column[Row], ...]:
    """Name, of whom it is asked, weight, share, the trial answer."""
    return (
        Column("name", _("Kode dan nama"), stretch=1, least=200, value=_named, tip=_named),
        Column("per", _("Per"), width=84, ink="text2", value=_per, drop_below=560),
        Column("weight", _("Bobot"), "number", width=112, value=_weight),
        Column("share", _("Porsi"), "number", width=74, ink="text2", value=_share),
        Column("mark", "", "badge", width=84, value=_mark, drop_below=620),
        Column("trial", _("Coba"), "number", width=50, role="strong", value=lambda r: r.trial),
    )


def _named(row: Row) -> str:
    return f"{row.node.code}  {row.node.name}"


def _per(row: Row) -> str:
    return _(PER[row.node.indicator.per]) if row.node.indicator is not None else " "


def _weight(row: Row) -> str:
    return " " if row.node.grouping else words.weight(row.node.weight)


def _share(row: Row) -> str:
    return " " if row.share is None else f"{numbers.decimal(row.share)} %"


def _mark(row: Row) -> Tag | str:
    if row.node.grouping:
        return Tag(_("kelompok"))
    return Tag(_("asumsi"), "warn") if "weight" in row.node.assumed else " "


def branches(instrument: Instrument, trial: Mapping[int, str]) -> list[Branch]:
    """The tree below the root."""
    shares: dict[int, Decimal] = {}
    for host in (None, *(n.code for n in _hosts(instrument.root))):
        shares |= {node.number: share for node, share in weights_of(instrument, host)}

    def grow(node: Node) -> Branch:
        answer = trial.get(node.number, "" if node.indicator is not None else " ")
        row = Row(node.number, node, shares.get(node.number), answer)
        return Branch(row, tuple(grow(child) for child in node.children))

    return [grow(child) for child in instrument.root.children]


def _hosts(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        if child.children:
            found += [child, *_hosts(child)]
    return [each for each in found if not each.grouping]
