"""How blocks flow, and how tables break."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Area, Block, Gap, Need, Text, Together, flow, stacked
from desktop.documents.tables import Row, Table, cell, head_row
from desktop.documents.text import Type
from tests.documents import samples

AREA = Area(left=0, width=100, top=100, bottom=0)


@pytest.fixture(autouse=True)
def _faces() -> None:
    samples.paper().register()


class Box(Block):
    """A block of a given height."""

    def __init__(self, high: float, before: float = 0) -> None:
        self.high = high
        self.before = before

    def height(self, room: float) -> float:
        return self.high

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        raise AssertionError


def heights(blocks: Iterable[Block], area: Area = AREA) -> list[list[tuple[float, float]]]:
    """(top, height) of each block, page by page."""
    return [
        [(placed.top, placed.block.height(area.width)) for placed in page]
        for page in flow(blocks, area)
    ]


def test_blocks_stand_one_below_the_other_and_turn_the_page_when_full() -> None:
    assert heights([Box(60), Box(30, before=5), Box(20)]) == [[(100, 60), (35, 30)], [(100, 20)]]


def test_white_space_disappears_at_the_head_of_a_page() -> None:
    assert heights([Box(95), Gap(10), Box(20, before=8)]) == [[(100, 95)], [(100, 20)]]


def test_a_need_turns_the_page_only_when_there_is_less() -> None:
    assert len(heights([Box(40), Need(60), Box(10)])) == 1
    assert len(heights([Box(41), Need(60), Box(10)])) == 2
    assert len(heights([Need(1000), Box(10)])) == 1


def test_what_stands_together_moves_together_unless_no_page_could_hold_it() -> None:
    assert [len(page) for page in heights([Box(50), Together([Box(30), Box(30)])])] == [1, 1]
    assert [len(page) for page in heights([Box(50), Together([Box(60), Box(60)])])] == [1, 1, 1]


def test_a_paragraph_leaves_at_least_two_lines_on_each_side() -> None:
    text = Text("satu dua tiga empat lima enam tujuh delapan sembilan", Type(12, 16))
    lines = len(text.lines(100))
    assert lines >= 4
    split = heights([Box(100 - 16 * (lines - 1)), text])
    assert [high for _, high in split[1]] == [32]
    assert [len(page) for page in heights([Box(100 - 16), text])] == [1, 1]


def test_a_letterhead_lets_the_first_page_begin_higher() -> None:
    area = Area(left=0, width=100, top=80, bottom=0, first_top=100)
    assert heights([Box(90), Box(80)], area) == [[(100, 90)], [(80, 80)]]


def table(*heights_of_rows: float, sticky: tuple[int, ...] = ()) -> Table:
    rows = [
        Row((cell("isi"), cell("isi")), least=high, is_sticky=number in sticky)
        for number, high in enumerate(heights_of_rows)
    ]
    return Table([50, 50], [head_row(("A", "B"))], rows)


def test_rows_stay_whole_and_the_head_repeats() -> None:
    pages = flow([table(40, 40, 40)], AREA)
    assert [len(placed.block.rows) for [placed] in pages if isinstance(placed.block, Table)] == [
        2,
        1,
    ]
    head = stacked([table()], 100)
    assert pages[1][0].block.height(100) == pytest.approx(head + 40)


def test_a_sticky_row_is_never_last_on_a_page() -> None:
    pages = flow([table(30, 30, 30, sticky=(1,))], AREA)
    counts = [len(page[0].block.rows) for page in pages if isinstance(page[0].block, Table)]
    assert counts == [1, 2]


def test_a_row_higher_than_a_page_is_divided_and_loses_nothing() -> None:
    words = [f"kata{number}" for number in range(60)]
    row = Row((cell("1"), cell(" ".join(words))))
    pages = flow([Table([30, 70], [head_row(("A", "B"))], [row])], AREA)
    assert len(pages) > 2
    for [placed] in pages:
        assert placed.block.height(100) <= 100
    drawn = " ".join(
        run
        for [placed] in pages
        if isinstance(placed.block, Table)
        for part in placed.block.rows
        for line in part.cells[1].block.lines(63.2)  # type: ignore[attr-defined]
        for run, _ in line.runs
    )
    assert drawn.split() == words
