"""What Hasil says about years, changes and answers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.domain.answer import Answer
from desktop.domain.exact import half_up
from desktop.domain.years import Change, YearResult
from desktop.wording import _, numbers


def percent(share: Fraction) -> str:
    """A part of one as whole percent; never 0 or 100 for what is not quite that."""
    whole = half_up(share * 100, 0)
    if share > 0 and whole == 0:
        return _("kurang dari 1 %")
    if share < 1 and whole == 100:
        return _("lebih dari 99 %")
    return _("{n} %").format(n=whole)


def change_mark(change: Change, *, year: int) -> str:
    """The cell: points, with ≠ where the method changed; its own year where it is another one."""
    split = change.comparison
    points = numbers.signed(change.points)
    if split is not None:
        points = f"≠ {numbers.signed(split.real)}" if split.is_split else "≠"
    return points if change.year == year else f"{change.year}: {points}"


def change_tip(change: Change) -> str:
    """All about a change: the comparable share first, then the parts, which add up."""
    total = _("Dibanding {year}: {points}.").format(
        year=change.year, points=numbers.signed(change.points)
    )
    split = change.comparison
    if split is None:
        return total
    lines = [_("Metode berganti; isinya belum dipadankan.")]
    if change.content:
        words = _("Metode berganti; {share} isinya sepadan.")
        lines = [words.format(share=percent(change.content))]
    if not split.is_split or split.real is None:
        lines += [total, _("Perubahan nyata tidak dapat dipisahkan.")]
    else:
        lines += [total, *_parts(change)]
    if change.is_assumed and change.content:
        lines.append(_("Pemadanan kedua instrumen masih draf."))
    return "\n".join(lines)


def _parts(change: Change) -> list[str]:
    split = change.comparison
    assert split is not None
    named = (
        (_("Perubahan nyata: {points}"), split.real),
        (_("Perubahan metode: {points}"), split.method),
        (_("Isi yang tidak sepadan: {points}"), split.rest),
    )
    rest = change.points - sum((numbers.rounded(part or 0) for _w, part in named), Decimal(0))
    lines = [words.format(points=numbers.signed(part)) for words, part in named]
    if rest:
        lines.append(_("Selisih pembulatan: {points}").format(points=numbers.signed(rest)))
    return lines


def years_caption(years: Sequence[YearResult]) -> str:
    """Which instruments stand behind the points, and what is comparable."""
    if len(years) < 2:
        return _("Baru satu tahun tercatat. Tahun berikutnya akan tampil di sini.")
    broken = [at for at, each in enumerate(years) if each.change and each.change.method_changed]
    if broken:
        return _since_break(years, broken[-1])
    return _("Semua tahun memakai {instrument}.").format(instrument=years[-1].instrument_name)


def _since_break(years: Sequence[YearResult], at: int) -> str:
    old, new = years[at - 1], years[at]
    change = new.change
    assert change is not None
    words = _("{year} memakai {instrument}; {share} isinya sepadan.")
    if change.is_assumed:
        words = _("{year} memakai {instrument}; {share} isinya sepadan (draf).")
    if not change.content:
        words = _("{year} memakai {instrument}; isinya belum dipadankan.")
    share = percent(change.content)
    said = words.format(year=old.year, instrument=old.instrument_name, share=share)
    if at < len(years) - 1:
        said += " " + _("Sejak {year} instrumennya sama.").format(year=new.year)
    return said


def score_of(answer: Answer) -> str:
    """An answer in short: its score, or the number."""
    if answer.number is not None:
        return plain(Fraction(answer.number))
    return "" if answer.score is None else plain(answer.score)


def plain(number: Fraction) -> str:
    """A score without needless decimals."""
    return numbers.decimal(number, 0 if number.denominator == 1 else 2)
