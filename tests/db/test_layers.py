"""Corrections and decisions: kept in the notebook, applied on reading, undone; never in the library."""

from __future__ import annotations

import dataclasses
import sqlite3

import pytest

from db import queries
from db.layers import Correction, Decision, anchor_of, anchored, corrected, corrected_figures
from db.model import Figure, Place
from db.notebook import Notebook
from db.notebook_layers import LayerBook

STORE = "tủ-1"


@pytest.fixture
def book(tmp_path):
    notebook = Notebook.open(tmp_path / "sổ.tbn")
    yield LayerBook(notebook, STORE)
    notebook.close()


@pytest.fixture
def report(library, add, made_up):
    return add(made_up(year=2023), "một.docx")


def anchor_in(library, report):
    conn = library.reader()
    found = queries.report(conn, report)
    figure = queries.content(conn, report).figures[0]
    return figure, anchor_of(figure, found.source.sha256)


def test_an_anchor_has_the_ids_of_the_reports_own_counting(library, report):
    figure, anchor = anchor_in(library, report)
    assert anchor.place == Place(block_id=2)
    assert anchor.quote == figure.quote


def test_a_correction_shows_in_the_series_and_keeps_the_original(library, report, book):
    _, anchor = anchor_in(library, report)
    book.correct(Correction(anchor, value=26.1, why="theo quyết toán", who="Lan"))
    (series,) = queries.series(library.reader(), "thu-ngan-sach", layers=book.layers(), derive=False)
    (point,) = series.points
    assert (point.value, point.original, point.state, point.low) == (26.1, 25.8, "corrected", None)
    assert queries.figure(library.reader(), point.figure_id).value == 25.8
    (plain,) = queries.series(library.reader(), "thu-ngan-sach", derive=False)
    assert plain.points[0].value == 25.8


def test_a_correction_may_move_a_figure_to_another_indicator(library, report, book):
    _, anchor = anchor_in(library, report)
    book.correct(Correction(anchor, indicator="thu-noi-dia", unit="tỷ đồng", value=25800))
    layers = book.layers()
    assert queries.series(library.reader(), "thu-ngan-sach", layers=layers) == []
    (series,) = queries.series(library.reader(), "thu-noi-dia", layers=layers)
    assert (series.unit, series.points[0].value, series.points[0].original) == ("tỷ đồng", 25800, 25800)


def test_undo_and_redo_walk_back_and_forth(book, library, report):
    _, anchor = anchor_in(library, report)
    first = book.correct(Correction(anchor, value=1.0))
    second = book.decide(Decision("keep", "khóa"))
    assert book.undo() == second
    assert book.undo() == first
    assert book.undo() is None
    assert book.redo() == first
    assert [one.value for one in book.layers().corrections] == [1.0]
    assert book.layers().settled == frozenset()
    book.decide(Decision("keep", "khác"))
    assert book.redo() is None
    assert book.layers().settled == {"khác"}


def test_the_later_correction_of_a_figure_counts(book, library, report):
    _, anchor = anchor_in(library, report)
    book.correct(Correction(anchor, value=1.0))
    kept = book.correct(Correction(anchor, value=2.0))
    assert book.layers(report=anchor.report).corrections == (kept,)
    assert book.layers(report="khác").corrections == ()
    assert book.remove(kept.id)
    assert [one.value for one in book.layers().corrections] == [1.0]


def test_merged_and_split_series(library, add, made_up, book):
    one = made_up(year=2022)
    figure = dataclasses.replace(
        one.figures[0], indicator="x:a", change=None, implied_previous=None, period="2022", period_end="2022-12-31"
    )
    add(dataclasses.replace(one, figures=(figure,)), "a.docx")
    other = dataclasses.replace(
        figure, indicator="x:b", period="2023", period_end="2023-12-31", value=27.0, value_base=2.7e13
    )
    report = add(dataclasses.replace(made_up(year=2023), figures=(other,)), "b.docx")
    book.decide(Decision("merge", "synonym:x:a:x:b", "x:a", "x:b"))
    (merged,) = queries.series(library.reader(), "x:a", layers=book.layers())
    assert [point.year for point in merged.points] == [2022, 2023]
    _, anchor = anchor_in(library, report)
    split = book.decide(Decision("split", "khóa", "x:a", anchors=(anchor,)))
    (left,) = queries.series(library.reader(), "x:a", layers=book.layers())
    assert [point.year for point in left.points] == [2022]
    (apart,) = queries.series(library.reader(), f"x:a~{split.id}", layers=book.layers())
    assert [point.year for point in apart.points] == [2023]


def test_a_correction_finds_its_figure_again_or_is_told_as_lost(library, report):
    figure, anchor = anchor_in(library, report)
    moved = dataclasses.replace(figure, place=Place(block_id=9), start=figure.start + 5, end=figure.end + 5)
    there, lost = anchored([moved], [Correction(anchor, value=1.0)])
    assert (list(there), lost) == ([figure.id], ())
    gone, lost = corrected_figures([dataclasses.replace(figure, quote="khác")], [Correction(anchor, value=1.0)])
    assert [one.state for one in gone] == ["estimate"]
    assert [one.value for one in lost] == [1.0]


def test_a_new_unit_and_period_bring_their_own_normal_form():
    figure = Figure(1, Place(block_id=1), 0, 5, "câu", 25.8, "nghìn tỷ đồng", value_base=2.58e13, unit_base="đồng")
    now = corrected(figure, Correction(anchor_of(figure, "a"), unit="triệu USD", period="2022"))
    assert (now.value_base, now.unit_base) == (25.8e6, "USD")
    assert (now.period, now.period_start, now.period_end, now.state) == (
        "2022",
        "2022-01-01",
        "2022-12-31",
        "corrected",
    )


def test_a_notebook_of_the_first_version_gains_its_layers(tmp_path):
    path = tmp_path / "cũ.tbn"
    Notebook.open(path).close()
    conn = sqlite3.connect(path)
    conn.executescript("DROP TABLE layer; PRAGMA user_version = 1")
    conn.close()
    notebook = Notebook.open(path)
    assert LayerBook(notebook, STORE).decide(Decision("keep", "khóa")).id == 1
    notebook.close()
