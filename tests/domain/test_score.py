"""The worked cases, and the three kinds of nothing, on the shipped instruments."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.domain.answer import REASONS
from desktop.domain.derivation import derivation
from desktop.domain.instrument import Indicator, Instrument, by_code, indicators
from desktop.domain.instrument_document import from_document, to_document
from desktop.domain.instrument_text import read_toml
from desktop.domain.opinion import opinion_of
from desktop.domain.problems import Problem
from desktop.domain.score import (
    Sheet,
    UnitInput,
    UnitScore,
    asked,
    below_full,
    distance,
    score_entity,
    score_unit,
)
from desktop.shipped import text

UU25 = read_toml(text("instruments", "uu25-14-komponen.toml"))
ORI2015 = read_toml(text("instruments", "ori-2015-2021.toml"))
ORI2022 = read_toml(text("instruments", "ori-2022-2024.toml"))
ORI2025 = read_toml(text("instruments", "ori-2025.toml"))
PEKPPP = read_toml(text("instruments", "pekppp.toml"))
SKM = read_toml(text("instruments", "skm-2017.toml"))
NA = REASONS["bukan_kewenangan"]
ONE_EACH = {"pengguna": 1}


def published(*values: str) -> list[UnitInput]:
    return [UnitInput(f"Unit {value}", published=Decimal(value)) for value in values]


def best_of(indicator: Indicator) -> int:
    if not indicator.options:
        return int((indicator.most or 0) * 10**indicator.decimals)
    return max(range(len(indicator.options)), key=lambda i: indicator.options[i].score)


def sheets_of(instrument: Instrument, **answers: int | None) -> tuple[Sheet, ...]:
    """One full sheet of each kind; other answers by code, or its beginning (signs as _)."""
    found: list[Sheet] = []
    for blank in (Sheet("unit"), Sheet("product"), Sheet("respondent", role="pengguna")):
        said: dict[int, int] = {}
        for node in asked(instrument, blank, kind="kabupaten"):
            assert node.indicator is not None
            code = node.code.replace(".", "_").replace("-", "_") + "_"
            starts = [start for start in answers if code.startswith(start + "_")]
            answer = answers[max(starts, key=len)] if starts else best_of(node.indicator)
            if answer is not None:
                said[node.number] = answer
        found.append(Sheet(blank.subject, role=blank.role, answers=said))
    return tuple(found)


def scored(instrument: Instrument, **answers: int | None) -> UnitScore:
    unit = UnitInput("Unit", "DISDUKCAPIL", sheets_of(instrument, **answers))
    return score_unit(instrument, unit, kind="kabupaten", quotas=ONE_EACH)


def value_of(score: UnitScore, instrument: Instrument, code: str) -> Fraction | None:
    return score.nodes[by_code(instrument, code).number].value


# ---- published values and zones


def test_gorontalo_2025_is_76_82_in_zone_c() -> None:
    score = score_entity(ORI2025, published("68.79", "77.55", "84.11"))
    assert (str(score.value), score.zone and score.zone.code) == ("76.82", "C")
    assert score.complete
    assert score.low == score.high == score.value


def test_magelang_with_the_old_instrument_rounds_half_up_to_93_28_green() -> None:
    score = score_entity(ORI2015, published("100", "100", "80.19", "92.92"))
    assert score.exact == Fraction("93.2775")
    assert (str(score.value), score.zone and score.zone.code) == ("93.28", "HIJAU")


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        ("87.99", "B"),
        ("87.994", "B"),
        ("87.995", "A"),
        ("88.00", "A"),
        ("77.99", "C"),
        ("78.00", "B"),
        ("53.99", "D"),
        ("54.00", "C"),
        ("31.99", "E"),
        ("32.00", "D"),
        ("0", "E"),
        ("100", "A"),
    ],
)
def test_seams_of_2022_2024(value: str, zone: str) -> None:
    score = score_unit(ORI2022, *published(value))
    assert score.zone is not None
    assert score.zone.code == zone


@pytest.mark.parametrize(
    ("value", "zone"),
    [("50.99", "MERAH"), ("51.00", "KUNING"), ("80.99", "KUNING"), ("81.00", "HIJAU")],
)
def test_seams_of_2015_2021(value: str, zone: str) -> None:
    score = score_unit(ORI2015, *published(value))
    assert score.zone is not None
    assert score.zone.code == zone


def test_87_995_is_shown_as_88_00_but_travels_upward_as_it_is() -> None:
    score = score_entity(ORI2022, published("87.995", "87.995"))
    assert str(score.units[0].value) == "88.00"
    assert score.exact == Fraction("87.995")


def test_an_instrument_may_round_its_units_before_averaging_them() -> None:
    rounding = from_document({**to_document(ORI2022), "rounding_at": ["final", "unit"]})
    assert score_entity(rounding, published("87.994", "87.995")).exact == Fraction("87.995")


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_a_published_value_off_the_scale_is_refused(value: str) -> None:
    with pytest.raises(Problem) as caught:
        score_unit(ORI2022, *published(value))
    assert caught.value.code == "score.value_out_of_range"


def test_the_old_instrument_weighs_units_by_their_products() -> None:
    units = [
        UnitInput("a", published=Decimal(100), product_count=3),
        UnitInput("b", published=Decimal(60)),
    ]
    assert score_entity(ORI2015, units).exact == 90
    assert score_entity(ORI2022, units).exact == 80


def test_stated_weights_reduce_units_and_a_missing_one_is_named() -> None:
    stated = from_document({**to_document(ORI2022), "entity_reducer": "weights"})
    units = [
        UnitInput("a", published=Decimal(100), weight=Fraction(1, 4)),
        UnitInput("b", published=Decimal(60), weight=Fraction(3, 4)),
    ]
    assert score_entity(stated, units).exact == 70
    with pytest.raises(Problem) as caught:
        score_entity(stated, [*units, *published("50")])
    assert caught.value.facts["unit"] == "Unit 50"


def test_an_entity_without_units_has_no_value() -> None:
    score = score_entity(ORI2022, [])
    assert (score.value, score.zone, score.low, score.complete) == (None, None, None, False)


# ---- answers


def test_full_answers_give_the_top_of_the_scale() -> None:
    for instrument in (UU25, ORI2015, ORI2022, ORI2025):
        score = scored(instrument)
        assert score.value == 100, instrument.code
        assert score.complete
        assert not any(node.gain for node in score.nodes)


def test_dimension_weights_are_the_sourced_ones() -> None:
    score = scored(ORI2022, P=0)
    assert score.value == Decimal("67.63")
    assert scored(ORI2022, I=0).value == Decimal("78.15")
    assert scored(ORI2022, O=0).value == Decimal("75.76")
    assert scored(ORI2022, D=0).value == Decimal("78.46")


def test_an_indicator_below_a_grouping_weighs_in_the_dimension() -> None:
    score = scored(ORI2022, I_K_1=0)
    assert score.exact == 100 - Fraction("21.85") * Fraction("12.22") / 100
    node = score.nodes[by_code(ORI2022, "I.K.1").number]
    assert node.weight == Fraction("12.22")
    assert node.share == Fraction("21.85") * Fraction("12.22") / 100
    assert value_of(score, ORI2022, "I.K") == 100 * (1 - Fraction("12.22") / Fraction("43.57"))


def test_a_dimension_in_which_nothing_applies_drops_out_and_the_others_share() -> None:
    score = scored(ORI2022, P=NA, I=0)
    left = Fraction("21.85") + Fraction("24.24") + Fraction("21.54")
    assert score.exact == 100 * (left - Fraction("21.85")) / left
    process = score.nodes[by_code(ORI2022, "PROSES").number]
    assert (process.value, process.counted, process.weight) == (None, False, 0)
    assert process.not_applicable == 11
    assert score.complete


def test_when_nothing_applies_there_is_no_value_and_no_zone() -> None:
    everything = dict.fromkeys(["I", "P", "O", "D"], NA)
    score = scored(ORI2022, **everything)
    assert (score.value, score.exact, score.zone, score.low, score.high) == (None,) * 5
    assert (score.answered, score.applicable, score.not_applicable) == (0, 0, 45)
    assert derivation(ORI2022, score) is None


def test_zero_open_and_not_applicable_are_three_things() -> None:
    zero, nothing, none = scored(ORI2022, P_1=0), scored(ORI2022, P_1=NA), scored(ORI2022, P_1=None)
    assert zero.exact == 100 - Fraction("32.37") / 11
    assert zero.complete
    assert nothing.value == 100
    assert (nothing.complete, nothing.not_applicable) == (True, 1)
    assert none.value == 100
    assert (none.complete, none.answered, none.applicable) == (False, 44, 45)
    assert (none.low, none.high) == (zero.value, Decimal(100))


def test_the_zero_policy_counts_what_does_not_apply_as_nothing() -> None:
    strict = from_document({**to_document(ORI2022), "na_policy": "zero"})
    assert scored(strict, P_1=NA).exact == 100 - Fraction("32.37") / 11
    assert scored(strict, P_1=NA).complete


def test_the_block_policy_cannot_be_finalised_with_what_does_not_apply() -> None:
    blocking = from_document({**to_document(ORI2022), "na_policy": "block"})
    score = scored(blocking, P_1=NA)
    assert (score.blocked, score.complete) == (True, False)
    assert score.low == Decimal("97.06")


def test_an_indicator_is_averaged_over_the_products_it_applies_to() -> None:
    number = by_code(ORI2022, "P.1").number
    full = sheets_of(ORI2022)
    for other, expected in ((0, 50), (NA, 100), (3, 80)):
        more = Sheet("product", answers={**full[1].answers, number: other})
        unit = UnitInput("Unit", "DISDUKCAPIL", (*full, more))
        score = score_unit(ORI2022, unit, quotas=ONE_EACH)
        assert value_of(score, ORI2022, "P.1") == expected


def test_per_product_instruments_average_whole_trees() -> None:
    """V10.1 is asked of one product only, so weights differ between the two trees."""
    typed = Sheet("product", product_type="PRODUK_ADMINISTRASI")
    sheets: list[Sheet] = []
    for blank in (typed, Sheet("product")):
        answers = {node.number: 0 for node in asked(ORI2015, blank)}  # 0 = the first option: Ada
        sheets.append(Sheet("product", product_type=blank.product_type, answers=answers))
    sheets[0] = Sheet(
        "product",
        product_type="PRODUK_ADMINISTRASI",
        answers={**sheets[0].answers, by_code(ORI2015, "V10.1").number: 1},
    )
    score = score_unit(ORI2015, UnitInput("Unit", sheets=tuple(sheets)))
    assert score.exact == 99  # (98 + 100) / 2
    assert score.nodes[by_code(ORI2015, "V10").number].share == 1  # (2 + 0) / 2
    dimensions = [score.nodes[node.number] for node in by_code(ORI2015, "K").children]
    assert sum(node.contribution for node in dimensions) == 99


def test_missing_respondents_are_open_cells() -> None:
    unit = UnitInput("Unit", "DISDUKCAPIL", sheets_of(ORI2022))
    score = score_unit(ORI2022, unit, year=2023)
    assert score.applicable == 15 + 11 + 30 * 10 + 9
    assert score.answered == 45
    assert not score.complete
    assert score.low == Decimal("76.57")  # 100 - 24.24 x 29/30
    assert score_unit(ORI2022, unit, year=2022).applicable == 13 + 11 + 5 * 10 + 9
    assert score_unit(ORI2022, unit, quotas={"pengguna": 1}).complete


def test_quotas_per_product_grow_with_the_products() -> None:
    unit = UnitInput("Unit", "RSUD", (*sheets_of(ORI2025), Sheet("product")))
    trust = score_unit(ORI2025, unit).nodes[by_code(ORI2025, "TR-01").number]
    assert (trust.answered, trust.applicable) == (1, 60)


def test_a_unit_without_any_sheet_is_open_not_done() -> None:
    score = score_unit(ORI2022, UnitInput("Unit"), quotas=ONE_EACH)
    assert (score.value, score.answered, score.applicable) == (None, 0, 45)
    assert (score.low, score.high, score.complete) == (0, 100, False)


# ---- an index of evaluator and users, with its own rules (pekppp); letters of a survey (skm)


def evaluated(score: int | None, users: int, said: int = 4) -> UnitInput:
    """The evaluator gives every indicator the same, and so many users everything `said`."""
    form = {n.number: score for n in indicators(PEKPPP) if not n.code.startswith("F-0")}
    answered = {number: each for number, each in form.items() if each is not None}
    users_said = {n.number: said for n in indicators(PEKPPP) if n.code.startswith("F-03")}
    sheets = [Sheet("unit", answers=answered)]
    sheets += [Sheet("respondent", role="pengguna", answers=users_said)] * users
    return UnitInput("Unit", "PUSKESMAS", tuple(sheets))


def test_the_index_is_three_quarters_evaluator_and_one_quarter_users() -> None:
    score = score_unit(PEKPPP, evaluated(4, users=30, said=2))
    assert score.exact == Fraction("3.5")
    assert (str(score.value), score.zone and score.zone.code) == ("3.50", "B-")
    assert score.complete
    assert (score.answered, score.applicable) == (30 + 30 * 14, 30 + 30 * 14)
    assert score_unit(PEKPPP, evaluated(5, users=30, said=5)).zone == PEKPPP.zones[0]


def test_below_the_quota_of_respondents_the_users_count_nothing() -> None:
    score = score_unit(PEKPPP, evaluated(4, users=29, said=5))
    assert score.exact == 3
    assert (score.complete, score.short) == (False, {"pengguna"})
    assert (score.low, score.high) == (Decimal("3.00"), Decimal("4.25"))
    users = score.nodes[by_code(PEKPPP, "F-03").number]
    assert (users.value, users.weight, users.gain) == (0, 25, Fraction("1.25"))
    enough = score_unit(PEKPPP, evaluated(4, users=29, said=5), quotas={"pengguna": 29})
    assert (enough.exact, enough.short) == (Fraction("4.25"), frozenset())


def test_one_question_answered_in_full_by_all_brings_the_others_back() -> None:
    score = score_unit(PEKPPP, evaluated(4, users=29, said=2))
    asked_once = score.nodes[by_code(PEKPPP, "F-03.1").number]
    mean = (Fraction(5) + 13 * 2) / 14
    assert asked_once.gain == Fraction("0.25") * mean


def test_what_is_unanswered_when_the_answering_is_over_counts_as_zero() -> None:
    answered = by_code(PEKPPP, "F-02").children[0]
    unit = evaluated(None, users=0)
    unit = UnitInput(
        "Unit", None, (Sheet("unit", answers={n.number: 5 for n in answered.children}),)
    )
    open_still = score_unit(PEKPPP, unit)
    assert open_still.value == Decimal("3.75")  # aspect a alone, no users
    assert (open_still.low, open_still.high) == (Decimal("0.90"), Decimal("5.00"))
    over = score_unit(PEKPPP, unit, final=True)
    assert over.exact == Fraction("0.9")  # 5 x 0.75 x 24 %
    assert (over.complete, over.closed) == (True, True)
    assert (over.low, over.high) == (over.value, over.value)
    assert (over.answered, over.applicable) == (9, 30 + 30 * 14)
    untouched = score_unit(PEKPPP, UnitInput("Unit"), final=True)
    assert not untouched.complete


def test_other_instruments_know_no_such_rule() -> None:
    unit = UnitInput("Unit", "DISDUKCAPIL", sheets_of(ORI2022, P_1=None))
    assert score_unit(ORI2022, unit, final=True) == score_unit(ORI2022, unit)


def test_the_units_own_form_is_shown_but_changes_nothing() -> None:
    own = {n.number: 0 for n in indicators(PEKPPP) if n.code.startswith("F-01")}
    unit = evaluated(4, users=30)
    sheet = Sheet("unit", answers={**unit.sheets[0].answers, **own})
    score = score_unit(PEKPPP, UnitInput("Unit", None, (sheet, *unit.sheets[1:])))
    assert score.exact == 4
    own_node = score.nodes[by_code(PEKPPP, "F-01").number]
    assert (own_node.value, own_node.counted, own_node.answered) == (0, False, 30)
    assert score.complete


@pytest.mark.parametrize(
    ("said", "value", "zone"),
    [
        ((1,) * 9, "25.00", "D"),
        ((4,) * 9, "100.00", "A"),
        ((3, 3, 3, 3, 3, 3, 3, 3, 4), "77.78", "B"),
        ((3, 3, 3, 3, 3, 3, 3, 3, 3), "75.00", "C"),
        ((3, 3, 3, 4, 3, 4, 4, 4, 4), "88.89", "A"),
        ((2, 2, 3, 2, 3, 3, 3, 2, 3), "63.89", "D"),
    ],
)
def test_ikm_is_25_times_the_mean_of_nine_elements(
    said: tuple[int, ...], value: str, zone: str
) -> None:
    answers = {n.number: each - 1 for n, each in zip(indicators(SKM), said, strict=True)}
    unit = UnitInput("Unit", None, (Sheet("respondent", role="pengguna", answers=answers),))
    score = score_unit(SKM, unit)
    assert score.exact == Fraction(sum(said) * 25, 9)
    assert (str(score.value), score.zone and score.zone.code) == (value, zone)
    assert score.complete


# ---- who is asked what


def test_2022_asks_less_and_2024_uses_the_variant_of_2023() -> None:
    def codes(year: int | None) -> set[str]:
        return {node.code for node in asked(ORI2022, Sheet("unit"), year=year)}

    assert codes(2023) - codes(2022) == {"I.K.5", "I.S.9"}
    assert codes(2024) == codes(2023) == codes(None)
    assert codes(2021) == codes(2022)


def test_answers_to_what_is_not_asked_are_passed_over() -> None:
    unit = UnitInput("Unit", "DISDUKCAPIL", sheets_of(ORI2022, I_K_5=0))
    assert score_unit(ORI2022, unit, year=2022, quotas=ONE_EACH).value == 100


def test_secondary_data_are_asked_by_the_kind_of_entity() -> None:
    def codes(kind: str | None) -> set[str]:
        every = asked(ORI2025, Sheet("unit"), kind=kind)
        return {node.code for node in every if node.code.startswith("OUT")}

    assert codes("kabupaten") == codes("kota") == codes("provinsi")
    assert codes("kabupaten") == {"OUT-01", "OUT-02", "OUT-03"}
    assert codes("kementerian") == {"OUT-03", "OUT-04"}
    assert codes(None) == {"OUT-03"}


def test_components_are_one_more_level() -> None:
    assert scored(ORI2025, TR=0).exact == 70
    assert scored(ORI2025, IN=0).exact == 100 - Fraction(70, 4)


# ---- explained


def test_distance_names_the_zone_above_and_the_zone_below() -> None:
    found = distance(ORI2022, Decimal("84.10"))
    assert found.to_next is not None
    assert found.above_lower is not None
    assert (str(found.to_next.points), found.to_next.zone.code) == ("3.90", "A")
    assert (str(found.above_lower.points), found.above_lower.zone.code) == ("6.10", "C")
    assert distance(ORI2022, Decimal(90)).to_next is None
    assert distance(ORI2022, Decimal(3)).above_lower is None


def test_only_counted_answers_below_full_are_findings() -> None:
    process, obedience = by_code(ORI2022, "P.1"), by_code(ORI2025, "KP-01")
    assert [below_full(ORI2022, process, option) for option in range(6)] == [True] * 5 + [False]
    assert not below_full(ORI2022, process, NA)
    assert not below_full(ORI2025, obedience, 0)
    assert not below_full(UU25, by_code(UU25, "W20"), 1)
    assert below_full(ORI2025, by_code(ORI2025, "OUT-03"), 9_999)


def test_the_derivation_has_a_row_per_dimension_and_the_dearest_losses() -> None:
    score = scored(ORI2022, P_1=0, P_2=2, P_3=NA, D_9=3)
    rows = derivation(ORI2022, score)
    assert rows is not None
    assert [part.code for part in rows.parts] == ["INPUT", "PROSES", "OUTPUT", "PENGADUAN"]
    assert [str(part.weight) for part in rows.parts] == ["21.85", "32.37", "24.24", "21.54"]
    process = rows.parts[1]
    assert (process.counted, process.of, str(process.value)) == (10, 11, "84.0000")
    assert str(process.contribution) == "27.1908"
    assert (rows.counted, rows.of) == (44, 45)
    assert [loss.code for loss in rows.losses] == ["P.1", "P.2", "D.9"]
    assert [str(loss.lost) for loss in rows.losses] == ["3.2370", "1.9422", "0.9573"]
    assert (rows.rest_count, rows.rest_lost) == (0, 0)
    assert rows.full - sum(loss.lost for loss in rows.losses) + rows.losses_difference == rows.total


def test_parts_that_do_not_sum_carry_a_signed_difference() -> None:
    """17/42 + 24/42 = 41/42: each part rounds up, their sum rounds down."""
    rows = derivation(UU25, scored(UU25, SP02=1))
    assert rows is not None
    assert [str(part.contribution) for part in rows.parts] == ["40.4762", "57.1429"]
    assert (str(rows.total), str(rows.difference)) == ("97.6190", "-0.0001")
    assert [str(part.weight) for part in rows.parts] == ["42.8571", "57.1429"]


def test_a_single_dimension_is_told_by_its_variables() -> None:
    rows = derivation(ORI2015, scored(ORI2015, V1_1=1))
    assert rows is not None
    assert [part.code for part in rows.parts] == [f"V{n}" for n in range(1, 10)]
    assert rows.losses[0].code == "V1.1"


def test_an_opinion_needs_a_known_threshold_unless_nothing_was_ordered() -> None:
    none = dict.fromkeys(["KP"], NA)
    opinion = opinion_of(ORI2025, scored(ORI2025, **none))
    assert opinion is not None
    assert (opinion.row, opinion.column) == ("Kualitas Tertinggi", "Tanpa Maladministrasi")
    assert opinion.assumed
    undecided = opinion_of(ORI2025, scored(ORI2025))
    assert undecided is not None
    assert undecided.column is None
    assert opinion_of(ORI2022, scored(ORI2022)) is None


def test_an_opinion_follows_a_threshold_that_is_given() -> None:
    document = to_document(ORI2025)
    table = document["opinion"]
    assert isinstance(table, dict)
    ruled = from_document({**document, "opinion": {**table, "threshold": 80}})
    for obedience, column in ((8_000, "Tanpa"), (7_999, "Dengan")):
        opinion = opinion_of(ruled, scored(ruled, KP=obedience))
        assert opinion is not None
        assert opinion.column == f"{column} Maladministrasi"


def test_every_indicator_is_asked_of_somebody() -> None:
    for instrument in (UU25, ORI2015, ORI2022, ORI2025):
        for node in indicators(instrument):
            assert node.indicator is not None
            assert node.indicator.per in ("unit", "product", "respondent")
