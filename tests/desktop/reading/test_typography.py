"""How lines are set."""

from __future__ import annotations

from itertools import pairwise

from db.model import Block, Content, Place, ReportData, Section
from desktop.reading.page import Line, page_of
from desktop.reading.passage import Passage, Run
from desktop.reading.typography import MEASURE, SAMPLE, Typography
from desktop.themes import load


def line(kind: str, text: str = "Lời văn", level: int = 0) -> Line:
    return Line(kind, None, Passage(Place(block_id=1), text, (Run(text, 0),)), level)


def test_headings_grow_quieter_with_depth(qapp: object) -> None:
    type_ = Typography(load("light"), "Noto Serif")
    sizes = [type_.chars(line("heading", level=level)).font().pointSizeF() for level in (1, 2, 3)]
    assert all(above > below for above, below in pairwise(sizes))
    spaces = [type_.block(line("heading", level=level), 600).topMargin() for level in (1, 2, 3, 4, 5)]
    assert all(above > below for above, below in pairwise(spaces))


def test_all_is_measured_in_the_size_of_the_font(qapp: object) -> None:
    small, large = (Typography(load("light"), "Noto Serif", zoom) for zoom in (100, 200))
    assert abs(large.column / small.column - 2) < 0.1  # letters are fitted to whole pixels at small sizes
    assert (
        abs(large.block(line("paragraph"), 600).bottomMargin() / small.block(line("paragraph"), 600).bottomMargin() - 2)
        < 0.1
    )
    assert small.column > small.advance(SAMPLE[: MEASURE - 15], small.setting(line("paragraph")))


def test_an_item_hangs_by_the_width_of_its_marker(qapp: object) -> None:
    sections = (Section(1, None, 1, "1", "1.", "", "Việc"), Section(2, 1, 2, "-", "-", "", "Một"))
    blocks = (Block(1, 1, "item", "1. Việc chậm."), Block(2, 2, "item", "- Một số dự án."))
    page = page_of(Content(ReportData(), sections, blocks, (), (), (), ()))
    type_ = Typography(load("light"), "Noto Serif")
    first, second = (type_.block(one, 600) for one in page.lines)
    assert first.textIndent() == -first.leftMargin() < 0
    assert second.leftMargin() > first.leftMargin(), "a dash stands deeper than its number"


def test_a_title_breaks_into_lines_of_like_length(qapp: object) -> None:
    type_ = Typography(load("light"), "Noto Serif")
    long = "tình hình thực hiện Nghị quyết về phương hướng, nhiệm vụ năm 2023"
    made = type_.block(line("subtitle", long), 560)
    assert made.leftMargin() == made.rightMargin() > 40
    assert type_.block(line("subtitle", "năm 2023"), 560).leftMargin() == 0
