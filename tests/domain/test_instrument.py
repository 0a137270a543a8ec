"""The shipped instruments say what their sources say, and nothing more."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.domain.instrument import (
    Instrument,
    by_code,
    indicators,
    is_valid_in,
    node,
    nodes,
    uncounted,
    variant_year,
    weights_note,
    zone_of,
)
from desktop.domain.instrument_document import fingerprint
from desktop.domain.instrument_text import read_toml
from desktop.domain.problems import Problem
from desktop.shipped import path, text

NAMES = (
    "uu25-14-komponen",
    "ori-2015-2021",
    "ori-2022-2024",
    "ori-2025",
    "pekppp",
    "skm-2017",
)
SHIPPED = {name: read_toml(text("instruments", f"{name}.toml")) for name in NAMES}
UU25, ORI2015, ORI2022, ORI2025, PEKPPP, SKM = (SHIPPED[name] for name in NAMES)


def assumed(instrument: Instrument, field: str) -> set[str]:
    return {each.code for each in nodes(instrument) if field in each.assumed}


def test_every_shipped_file_is_known_here_and_carries_its_own_name() -> None:
    assert {file.stem for file in path("instruments").glob("*.toml")} == set(NAMES)
    for name, instrument in SHIPPED.items():
        assert instrument.code == name
        assert instrument.status == "draft"
        assert text("instruments", f"{name}.toml").startswith("# ")


@pytest.mark.parametrize(
    ("name", "asked", "weights"),
    [
        ("uu25-14-komponen", 26, "assumed"),
        ("ori-2015-2021", 21, "assumed"),
        ("ori-2022-2024", 45, "partly"),
        ("ori-2025", 39, "partly"),
        ("pekppp", 74, "partly"),
        ("skm-2017", 9, "assumed"),
    ],
)
def test_nothing_was_lost_on_the_way(name: str, asked: int, weights: str) -> None:
    instrument = SHIPPED[name]
    assert len(indicators(instrument)) == asked
    assert weights_note(instrument) == weights
    for each in indicators(instrument):
        assert each.indicator is not None
        assert each.indicator.legal_basis
        assert each.indicator.evidence_hint
        assert each.indicator.remedy_hint
        assert each.indicator.options or each.indicator.answer == "number"


def test_sourced_weights_survive_to_the_last_digit() -> None:
    sourced = {each.code: each.weight for each in nodes(ORI2022) if each.weight_sourced}
    assert sourced == {
        "INPUT": Fraction("21.85"),
        "PROSES": Fraction("32.37"),
        "OUTPUT": Fraction("24.24"),
        "PENGADUAN": Fraction("21.54"),
        "I.K.1": Fraction("12.22"),
    }
    assert sum(each.weight or 0 for each in ORI2022.root.children) == 100


def test_assumptions_are_marked_field_by_field() -> None:
    assert "I.K.1" in assumed(ORI2022, "options")
    assert "P.1" in assumed(ORI2022, "name")
    assert "P.9" not in assumed(ORI2022, "name")
    assert "D.7" not in assumed(ORI2022, "name")
    assert assumed(ORI2022, "from_year") == {"I.S.9"}
    assert assumed(ORI2015, "name") == {"V8.1", "V8.2", "V9.1", "V9.2", "V10.1"}
    assert {f"V{n}" for n in range(1, 11)} <= assumed(ORI2015, "weight")
    assert assumed(ORI2025, "name") == {"TR-01"}
    assert not any(zone.sourced for zone in (*UU25.zones, *ORI2025.zones))
    assert all(zone.sourced for zone in (*ORI2015.zones, *ORI2022.zones))
    assert by_code(ORI2025, "IN-01").source_note == "app 2026 febrianataum-pixel/eviden_ombudsman"


def test_groupings_variants_and_levels_are_as_decided() -> None:
    groupings = {i.code: {n.code for n in nodes(i) if n.grouping} for i in SHIPPED.values()}
    found = {code: gathers for code, gathers in groupings.items() if gathers}
    assert found == {"ori-2022-2024": {"I.K", "I.S"}, "uu25-14-komponen": {"SD", "MF"}}
    assert [n.code for n in ORI2025.root.children] == ["4D", "TRUST", "PATUH"]
    assert [n.code for n in by_code(ORI2025, "4D").children] == [
        "INPUT",
        "PROSES",
        "OUTPUT",
        "PENGADUAN",
    ]
    assert [variant_year(ORI2022, year) for year in (2022, 2023, 2024, None)] == [
        2022,
        2023,
        2023,
        2023,
    ]


def test_unknown_weights_are_unknown_and_weightless_subtrees_silent() -> None:
    assert by_code(ORI2025, "INPUT").weight is None
    assert by_code(ORI2025, "PATUH").weight == 0
    silent = {nodes(ORI2025)[number].code for number in uncounted(ORI2025)}
    assert silent == {"PATUH", "KP-01", "KP-02", "KP-03", "KP-04"}
    assert len(uncounted(UU25)) == 13


def test_each_instrument_is_read_as_scoring_says() -> None:
    assert (ORI2015.products, ORI2015.entity_reducer) == ("first", "mean_by_products")
    assert (ORI2022.products, ORI2022.entity_reducer) == ("indicator", "mean")
    per = {
        n.code: n.indicator.per for i in (ORI2022, ORI2025) for n in indicators(i) if n.indicator
    }
    starts = {"I.": "unit", "D.": "unit", "P.": "product", "O.": "respondent"}
    starts |= {"IN-": "unit", "OUT-": "unit", "PG-": "unit", "KP-": "unit", "PR-": "product"}
    starts |= {"TR-": "respondent"}
    for code, subject in per.items():
        assert subject == next(s for start, s in starts.items() if code.startswith(start)), code
    ratio = by_code(ORI2025, "KP-01").indicator
    assert ratio is not None
    assert (ratio.minimum, ratio.maximum, ratio.decimals) == (0, 1, 4)


def test_what_is_known_besides_the_tree_is_kept() -> None:
    assert [q.minimum for q in ORI2022.quotas if q.role == "pengguna"] == [5, 30]
    assert ORI2022.gates[0].effect == "no_certificate"
    assert ORI2022.loci[0].unit_types.count("PUSKESMAS") == 2
    assert [scale.maximum for scale in ORI2015.alternative_scales] == [1000, 110]
    assert ORI2025.opinion is not None
    assert ORI2025.opinion.threshold is None
    assert all(instrument.notes for instrument in SHIPPED.values())


def test_pekppp_has_its_three_forms_and_nine_categories() -> None:
    forms = {n.code: n.weight for n in PEKPPP.root.children}
    assert forms == {"F-02": 75, "F-03": 25, "F-01": 0}
    aspects = by_code(PEKPPP, "F-02").children
    assert [n.weight for n in aspects] == [24, 25, 18, 11, 10, 12]
    assert all(n.weight_sourced for n in aspects)
    sourced = [n.weight for aspect in aspects for n in aspect.children if n.weight_sourced]
    assert sourced == [17, 14, 7, 14, 10, 17, 7, 7, 7, 10, 20, 20, 20, 30, 15, 23, 20]
    assert {f"F-03.{n}" for n in range(1, 15)} <= assumed(PEKPPP, "weight")
    zones = {zone.code: str(zone.min) for zone in PEKPPP.zones}
    assert zones == {
        "A": "4.51",
        "A-": "4.01",
        "B": "3.51",
        "B-": "3.01",
        "C": "2.51",
        "C-": "2.01",
        "D": "1.51",
        "E": "1.01",
        "F": "0",
    }
    assert all(zone.sourced for zone in PEKPPP.zones)
    assert not PEKPPP.quotas[0].sourced
    assert (PEKPPP.quotas[0].below, PEKPPP.unanswered) == ("zero", "zero")


def test_the_units_own_form_asks_the_same_as_the_evaluators_and_may_stay_open() -> None:
    own = [n for n in indicators(PEKPPP) if n.code.startswith("F-01.")]
    for each in own:
        same = by_code(PEKPPP, each.code.removeprefix("F-01."))
        assert (each.name, each.weight) == (same.name, same.weight)
        assert each.indicator is not None
        assert same.indicator is not None
        assert each.indicator.options == same.indicator.options
        assert (each.indicator.optional, same.indicator.optional) == (True, False)
    assert len(own) == 30
    assert {n.number for n in own} <= uncounted(PEKPPP)


def test_skm_has_nine_equal_elements_and_four_letters() -> None:
    assert [n.code for n in SKM.root.children] == [f"U{n}" for n in range(1, 10)]
    assert {n.weight for n in SKM.root.children} == {Fraction(1)}
    assert [str(zone.min) for zone in SKM.zones] == ["88.31", "76.61", "65", "25"]
    assert not any(zone.sourced for zone in SKM.zones)
    for each in indicators(SKM):
        assert each.indicator is not None
        assert [option.score for option in each.indicator.options] == [1, 2, 3, 4]


def test_numbers_are_places_in_preorder() -> None:
    for instrument in SHIPPED.values():
        every = nodes(instrument)
        assert [each.number for each in every] == list(range(len(every)))
        for each in every[1:]:
            assert by_code(instrument, each.code) is node(instrument, each.number)
    with pytest.raises(Problem):
        node(ORI2022, 52)
    with pytest.raises(Problem):
        node(ORI2022, -1)
    with pytest.raises(Problem):
        by_code(ORI2022, "P.99")


def test_a_zone_begins_at_its_bound() -> None:
    assert zone_of(ORI2022, Decimal("88.00")).code == "A"
    assert zone_of(ORI2022, Decimal("87.99")).code == "B"
    assert zone_of(ORI2022, Decimal(0)).code == "E"


def test_validity_is_told_by_year() -> None:
    assert is_valid_in(ORI2022, [2022, 2024])
    assert not is_valid_in(ORI2022, [2025])
    assert is_valid_in(ORI2025, [2031])


def test_published_versions_do_not_change_unnoticed() -> None:
    """Assessments are pinned to these fingerprints. A change of content is a new version: give
    the file a new `version`, keep the old one, and only then write the new fingerprint here."""
    assert {name: fingerprint(each)[:16] for name, each in SHIPPED.items()} == FINGERPRINTS


FINGERPRINTS = {
    "uu25-14-komponen": "fdd411e7d2780eed",
    "ori-2015-2021": "fa943cba68cf5086",
    "ori-2022-2024": "295668ff04cf6860",
    "ori-2025": "8685c28f41e0b27e",
    "pekppp": "fbbbca19a9e19da1",
    "skm-2017": "8509f44e118ca113",
}
