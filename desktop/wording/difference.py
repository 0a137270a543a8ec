"""The difference between two versions of an instrument, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain.difference import Change
from desktop.domain.instrument import Band, Option, Zone
from desktop.wording import N_, _, dates, instrument, numbers

NOUNS = {
    "node": N_("simpul"),
    "option": N_("pilihan"),
    "band": N_("rentang"),
    "zones": N_("zona"),
    "variants": N_("varian tahun"),
    "quotas": N_("jumlah minimal"),
    "opinion": N_("tabel opini"),
    "gates": N_("syarat di luar nilai"),
    "loci": N_("unit yang lazim dinilai"),
    "alternative_scales": N_("skala lain"),
    "notes": N_("catatan instrumen"),
    "rows": N_("baris opini"),
    "columns": N_("kolom opini"),
}
ALIASES = {("quotas", "minimum"): "least", ("quotas", "per"): "counted_per"}
"""Fields whose plain word would mislead beside this noun."""


def say(change: Change) -> str:
    """One difference as a sentence: "P.1 (Persyaratan): bobot 9 menjadi 10."."""
    said = _SAID[change.kind](change)
    return f"{where}: {said}" if (where := _where(change)) else said[:1].upper() + said[1:]


def summary(changes: Iterable[Change]) -> str:
    """How many differences there are, in a few words."""
    count = sum(1 for _change in changes)
    return (
        _("Kedua versi sama isinya.")
        if not count
        else _("{count} perbedaan.").format(count=numbers.integer(count))
    )


def _where(change: Change) -> str:
    if change.noun == "instrument":
        return ""
    if change.noun in ("node", "option", "band"):
        code = change.place or _("Akar pohon")
        return f"{code} ({change.name})" if change.name else code
    noun = _(NOUNS[change.noun])
    return f"{noun[:1].upper()}{noun[1:]} {change.place}".strip()


def _added(change: Change) -> str:
    if change.noun == "node":
        if not change.after:
            return _("simpul baru di tingkat teratas.")
        return _("simpul baru di bawah {parent}.").format(parent=change.after)
    if change.noun in ("option", "band"):
        sentence = _("{noun} baru: {thing}.")
        return sentence.format(noun=_(NOUNS[change.noun]), thing=_value("", change.after))
    return _("ditambahkan.")


def _removed(change: Change) -> str:
    if change.noun == "node":
        return _("simpul dihapus.")
    if change.noun in ("option", "band"):
        sentence = _("{noun} dihapus: {thing}.")
        return sentence.format(noun=_(NOUNS[change.noun]), thing=_value("", change.before))
    return _("dihapus.")


def _moved(change: Change) -> str:
    top = _("tingkat teratas")
    return _("dipindahkan dari {before} ke {after}.").format(
        before=change.before or top, after=change.after or top
    )


def _reordered(change: Change) -> str:
    if change.noun == "node":
        return _("urutan isinya berubah.")
    return _("urutan {noun} berubah.").format(noun=_(NOUNS[change.noun]))


def _changed(change: Change) -> str:
    if change.noun in ("option", "band"):
        sentence = _("{noun} {before} menjadi {after}.")
        return sentence.format(
            noun=_(NOUNS[change.noun]),
            before=_value("", change.before),
            after=_value("", change.after),
        )
    name = ALIASES.get((change.noun, change.field), change.field)
    word = instrument.field(name)
    if change.field == "indicator":
        asked = change.after is not None
        return _("menjadi indikator.") if asked else _("tidak lagi indikator.")
    return _("{field} {before} menjadi {after}.").format(
        field=word[:1].lower() + word[1:],
        before=_value(name, change.before),
        after=_value(name, change.after),
    )


_SAID: dict[str, Callable[[Change], str]] = {
    "added": _added,
    "removed": _removed,
    "moved": _moved,
    "reordered": _reordered,
    "changed": _changed,
}


def _value(field: str, value: Any) -> str:
    """A value as it reads in a sentence."""
    if isinstance(value, bool):
        return instrument.flag(value)
    if value is None:
        return instrument.unknown() if field == "weight" else _("kosong")
    if isinstance(value, Option):
        return f"“{value.label}” ({instrument.number(value.score)})"
    if isinstance(value, Band):
        said = _("mulai {minimum} bernilai {score}").format(
            minimum=instrument.number(value.minimum), score=instrument.number(value.score)
        )
        return f"{said} “{value.label}”" if value.label else said
    if isinstance(value, Zone):
        return f"{value.code} ≥ {instrument.number(value.min)}"
    if isinstance(value, Decimal | Fraction):
        return instrument.number(value)
    if isinstance(value, date):
        return dates.long(value)
    return _text(field, value)


def _text(field: str, value: Any) -> str:
    if isinstance(value, str):
        word = instrument.choice(field, value)
        return word if word != value else f"“{value}”" if value else _("kosong")
    if isinstance(value, frozenset):
        value = sorted(value)  # type: ignore[type-var]
    if field == "assumed":
        value = [instrument.field(str(each)).lower() for each in value]
        return ", ".join(value) or _("kosong")
    if isinstance(value, list | tuple):
        return ", ".join(_value(field, each) for each in value) or _("kosong")  # type: ignore[misc]
    return str(value)
