"""Paper 1 from facts: everything numeric comes from the engine's own result."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desktop.documents.draft_parts import (
    finding_lines,
    heading_of,
    indicator_name,
    opened,
    signer_of,
    stamp_for,
    style_of,
)
from desktop.domain.instrument import Instrument, by_code, indicators
from desktop.domain.letter import (
    DimensionLine,
    Loss,
    NotApplicableLine,
    Respondents,
    ResultAnnex,
    ResultLetter,
    ZoneBand,
)
from desktop.domain.letter_facts import NotApplicableFact, ResultFacts
from desktop.domain.letter_fields import LetterFields
from desktop.domain.profile import OfficeProfile, Signatory
from desktop.wording import _, letters, numbers, offices, scoring, speaking


def result_letter(
    facts: ResultFacts,
    fields: LetterFields,
    *,
    profile: OfficeProfile,
    signatory: Signatory | None,
) -> ResultLetter:
    """The assessment letter. Facts exist only once the round is released."""
    with speaking("id"):
        annex = result_annex(facts, letter_of=offices.letter_of(profile, signatory))
        body = letters.result_body(
            annex,
            basis=fields.basis,
            report_to=fields.report_to,
            through=fields.through,
            deadline=fields.deadline,
            respectful=fields.respectful,
        )
        return ResultLetter(
            style=style_of(profile),
            heading=heading_of(fields, profile),
            body=opened(body, fields),
            signer=signer_of(signatory),
            copies=fields.copies,
            mode=fields.mode,
            stamp=stamp_for(facts.round.is_sample),
            revision=fields.revision,
            annex=annex,
        )


def result_annex(facts: ResultFacts, *, letter_of: str) -> ResultAnnex:
    """Sections A to F from the engine's own result: nothing is computed a second time."""
    whole, held, used, score = facts.assessment, facts.round, facts.instrument, facts.score
    last = whole.ended_on or held.field_end or whole.finalised_on or date(held.year, 12, 31)
    derived = facts.derivation
    return ResultAnnex(
        title=_title(held.track, held.year),
        letter_of=letter_of,
        unit=whole.unit_name,
        region=held.region_name,
        products=facts.products,
        first_day=whole.started_on or held.field_start or last,
        last_day=last,
        respondents=tuple(
            Respondents(role=scoring.role(role), count=count) for role, count in facts.respondents
        ),
        instrument=_("{name}, versi {version}").format(name=used.short_name, version=used.version),
        weights_official=used.status == "official",
        value=score.exact,
        zone=score.zone.code if score.zone else None,
        minimum=held.minimum,
        low=used.scale_min,
        high=used.scale_max,
        zones=tuple(
            ZoneBand(code=z.code, name=z.name, colour=z.colour, lower=z.min) for z in used.zones
        ),
        level=_level([part.name for part in derived.parts] if derived else []),
        dimensions=_dimensions(facts),
        answer_range=_answer_range(used),
        losses=_losses(facts),
        other_losses=derived.rest_count if derived else 0,
        other_lost=derived.rest_lost if derived else Decimal(0),
        findings=finding_lines(facts.findings, products=facts.products),
        not_applicable=tuple(_not_applicable(one) for one in facts.not_applicable),
        policy=used.na_policy,
    )


def _title(track: str, year: int) -> tuple[str, ...]:
    first = _("Hasil penilaian mandiri") if track == "internal" else _("Hasil penilaian")
    second = _("kepatuhan penyelenggaraan pelayanan publik tahun {year}").format(year=year)
    return first, second


def _level(names: Sequence[str]) -> str:
    """What the parts of the value are called."""
    if names and all(name.casefold().startswith("dimensi") for name in names):
        return _("dimensi")
    return _("komponen")


def _dimensions(facts: ResultFacts) -> tuple[DimensionLine, ...]:
    return tuple(
        DimensionLine(
            name=part.name,
            weight=part.weight,
            counted=part.counted,
            asked=part.of,
            value=part.value,
            contribution=part.contribution,
            zone=part.zone.code if part.zone else None,
        )
        for part in (facts.derivation.parts if facts.derivation else ())
    )


def _losses(facts: ResultFacts) -> tuple[Loss, ...]:
    used = facts.instrument
    return tuple(
        Loss(
            indicator=indicator_name(row.name),
            answer=_answer(used, row.code, row.value),
            lost=row.lost,
        )
        for row in (facts.derivation.losses if facts.derivation else ())
    )


def _answer(used: Instrument, code: str, value: Decimal) -> str:
    """A value as the answer it stands for, on the indicator's own scale: "2" or, a mean, "3,4"."""
    leaf = by_code(used, code).indicator
    assert leaf is not None
    low, high = leaf.score_bounds
    part = (Fraction(value) - Fraction(used.scale_min)) / Fraction(used.scale_max - used.scale_min)
    said = numbers.rounded(low + part * (high - low))
    places = 0 if said == said.to_integral_value() else 1 if said * 10 % 1 == 0 else 2
    return numbers.decimal(said, places)


def _answer_range(used: Instrument) -> str:
    """ "0–5" where all indicators are answered on one scale."""
    found = {
        leaf.indicator.score_bounds
        for leaf in indicators(used)
        if leaf.indicator is not None and leaf.indicator.answer != "text"
    }
    if len(found) != 1:
        return ""
    low, high = (numbers.decimal(bound, 0) for bound in found.pop())
    return f"{low}–{high}"


def _not_applicable(one: NotApplicableFact) -> NotApplicableLine:
    name = indicator_name(one.name)
    if one.product:
        name = _("{indicator}: {product}").format(indicator=name, product=one.product)
    return NotApplicableLine(indicator=name, reason=_reason(one.reason), note=one.note)


def _reason(reason: str) -> str:
    """The reason as paper says it: the note beside it is a column of its own."""
    return _("Alasan lain") if reason == "alasan_lain" else scoring.reason(reason)
