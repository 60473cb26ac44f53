"""Blanks of markup join, exact ones stay, and marks and emphasis keep their places."""

from __future__ import annotations

from db.importer.document import NoteMark
from db.importer.readers.shared.flowing_line import FlowingLine
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.model import Emphasis


def test_blanks_of_the_flow_are_one_and_none_at_the_ends():
    line = FlowingLine()
    for piece in ("\n  a ", " \t b", "  ", "c \n"):
        line.flow(piece, "")
    assert line.text == "a b c"


def test_exact_blanks_stay_even_at_the_ends():
    line = FlowingLine()
    line.exact("  ", "")
    line.flow(" a ", "")
    line.exact("\t", "")
    assert line.text == "   a \t"


def test_a_break_takes_the_blanks_around_it_and_none_stand_at_the_ends():
    line = FlowingLine()
    line.break_line()
    line.flow("a ", "b")
    line.add_mark("1")
    line.break_line()
    line.flow(" b", "b")
    line.break_line()
    line.add_mark("2")
    assert line.text == "a\nb"
    assert line.marks == (NoteMark(1, "1"), NoteMark(3, "2"))
    assert line.emphasis == (Emphasis(0, 1, "b"), Emphasis(2, 3, "b"))


def test_neighbours_of_one_style_are_one_stretch():
    line = FlowingLine()
    line.flow("a ", "b")
    line.flow("b", "b")
    line.flow(" c ", "")
    line.flow("d ", "i")
    assert line.text == "a b c d"
    assert line.emphasis == (Emphasis(0, 3, "b"), Emphasis(6, 7, "i"))


def test_a_line_of_nothing():
    line = FlowingLine()
    line.flow("  ", "b")
    line.break_line()
    assert (line.text, line.marks, line.emphasis, line.has_marks) == ("", (), (), False)


def test_letters_in_an_old_font_become_unicode():
    line = FlowingLine(LegacyRuns())
    line.flow("Tæng céng", "", ".VnTime")
    assert line.text == "Tổng cộng"
