"""Highlights and notes: kept beside the report, found again by their words, edited, deleted and undone; never lost."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from db import queries
from db.anchoring import Stretch, Texts, found_at
from db.annotated import found_in, noted
from db.annotations import anchors_at, family_of, standing_in
from db.layers import Annotation
from db.model import Block, Place
from db.notebook import Notebook
from db.notebook_layers import LayerBook

LINES = tuple(f"Đoạn thứ {n} của báo cáo nói về việc số {n * 7}, có lời riêng của nó." for n in range(40))


@pytest.fixture
def notebook(tmp_path):
    opened = Notebook.open(tmp_path / "sổ.notebook")
    yield opened
    opened.close()


@pytest.fixture
def book(notebook):
    return LayerBook(notebook, "tủ")


def of_lines(made_up, lines):
    return replace(made_up(), blocks=tuple(Block(n + 1, None, "paragraph", line) for n, line in enumerate(lines)))


def marked(content, block, start=0, end=0, **more):
    texts = Texts(content)
    anchors = anchors_at([Stretch(Place(block_id=block), start, end)], texts.by_place, "a")
    return Annotation("k", anchors, family_of(content.data), **more)


def test_an_anchor_holds_the_words_without_the_blanks_around_them(made_up):
    content = of_lines(made_up, ["  Một hai  ba. "])
    (anchor,) = marked(content, 1).anchors
    assert (anchor.start, anchor.end, anchor.quote) == (2, 14, "Một hai  ba.")
    assert anchors_at([Stretch(Place(block_id=1), 0, 2)], Texts(content).by_place, "a") == ()


def test_words_are_found_again_after_paragraphs_came_went_and_were_changed(made_up):
    before = of_lines(made_up, LINES)
    kept = [marked(before, n + 1, 5, 30) for n in range(40)]
    lines = ["Mới.", *LINES[:10], *LINES[11:20], "Thêm đầu đoạn. " + LINES[20], *(line.upper() for line in LINES[21:])]
    texts = Texts(of_lines(made_up, lines))
    found = [found_at(one.anchors[0], texts) for one in kept]
    assert [n for n, one in enumerate(found) if one is None] == [10]
    for one, now in zip(kept, found, strict=True):
        if now is not None:
            assert texts.by_place[now.place][now.start : now.end].lower() == one.quote.lower()


def test_short_words_that_stand_at_two_places_are_not_guessed(made_up):
    content = of_lines(made_up, ["Tăng 5%.", "Giảm 3%."])
    anchor = marked(content, 1, 0, 7).anchors[0]
    twice = Texts(of_lines(made_up, ["Mở đầu.", "Nay tăng 5% nữa.", "Lại tăng 5%."]))
    assert found_at(anchor, twice) is None
    assert found_at(anchor, Texts(of_lines(made_up, ["Mở.", "Nay tăng 5% nữa."]))) == Stretch(Place(block_id=2), 4, 11)


def test_edits_and_deletions_are_steps_that_can_be_undone_and_done_again(book, made_up):
    one = book.annotate(marked(of_lines(made_up, LINES), 3))
    book.annotate(replace(one, words="việc này xem lại"))
    book.annotate(replace(one, words="việc này xem lại", colour="green"))
    book.annotate(replace(one, gone=True))
    assert book.annotations() == ()
    assert book.undo().gone
    (now,) = book.annotations()
    assert (now.words, now.colour, now.made) == ("việc này xem lại", "green", one.made)
    book.undo()
    book.undo()
    assert [(a.words, a.colour) for a in book.annotations()] == [("", "yellow")]
    book.redo()
    assert book.annotations()[0].words == "việc này xem lại"
    assert book.layers().corrections == ()


@pytest.mark.parametrize("version", [2, 3])
def test_a_notebook_of_an_earlier_version_keeps_its_corrections(tmp_path, made_up, version):
    path = tmp_path / "cũ.notebook"
    Notebook.open(path).close()
    with sqlite3.connect(path) as conn:
        conn.execute("DROP TABLE layer")
        seal = ", seal TEXT NOT NULL DEFAULT ''" if version == 3 else ""
        conn.execute(
            "CREATE TABLE layer (id INTEGER PRIMARY KEY AUTOINCREMENT, store TEXT NOT NULL,"
            " kind TEXT NOT NULL CHECK (kind IN ('correction', 'decision')), report TEXT NOT NULL, body TEXT NOT NULL,"
            f" at TEXT NOT NULL, undone INTEGER NOT NULL CHECK (undone IN (0, 1)){seal}) STRICT"
        )
        conn.execute("CREATE INDEX layer_store ON layer (store, undone, id)")
        body = '{"action": "keep", "doubt": "khóa", "indicator": "", "other": "", "anchors": [], "why": "", "who": ""}'
        conn.execute(
            "INSERT INTO layer (id, store, kind, report, body, at, undone)"
            " VALUES (7, 'tủ', 'decision', '', ?, '2026', 0)",
            (body,),
        )
        for table in ("reading", "bookmark") if version == 2 else ():
            conn.execute(f"ALTER TABLE {table} DROP COLUMN seal")
        conn.execute(f"PRAGMA user_version = {version}")
    conn.close()
    opened = Notebook.open(path)
    assert opened.set_aside is None
    book = LayerBook(opened, "tủ")
    assert [(one.id, one.doubt) for one in book.layers().decisions] == [(7, "khóa")]
    assert book.annotate(marked(of_lines(made_up, LINES), 3)).id > 7
    opened.close()
    again = Notebook.open(path)
    assert again.set_aside is None
    assert len(LayerBook(again, "tủ").annotations()) == 1
    again.close()


def test_it_stands_in_another_version_of_the_report_and_not_in_another_report(library, add, made_up):
    first = add(made_up(year=2023), "một.docx")
    conn = library.reader()
    report = queries.report(conn, first)
    content = queries.content(conn, first)
    texts = Texts(content)
    place = Place(block_id=content.blocks[1].id)
    anchors = anchors_at([Stretch(place)], texts.by_place, report.source.sha256)
    mine = Annotation("k", anchors, family_of(report.data), words="xem lại số này", made="1")
    second = add(made_up(year=2023), "hai.docx")
    other = add(made_up(year=2022), "ba.docx")
    conn = library.reader()
    for report_id, stands in ((first, True), (second, True), (other, False)):
        row = queries.report(conn, report_id)
        assert bool(standing_in(row, Texts(queries.content(conn, report_id)), (mine,))) is stands
    (one,) = noted(conn, (mine,))
    assert (one.report.id, one.stretches[0].place, one.lost) == (first, place, False)
    assert one.link.startswith("tubaocao://")


def test_what_is_lost_is_told_and_comes_last(library, add, made_up):
    report_id = add(made_up(year=2023), "một.docx")
    report = queries.report(library.reader(), report_id)
    content = queries.content(library.reader(), report_id)
    anchors = anchors_at([Stretch(Place(block_id=content.blocks[1].id))], Texts(content).by_place, report.source.sha256)
    gone = Annotation("g", (replace(anchors[0], quote="lời này không còn ở đâu cả"),), family_of(report.data))
    away = Annotation("x", (replace(anchors[0], report="f" * 64),), "")
    good = Annotation("k", anchors, family_of(report.data))
    found = noted(library.reader(), (gone, away, good))
    assert [(one.annotation.key, one.lost) for one in found] == [("k", False), ("g", True), ("x", True)]
    assert [one.report is None for one in found] == [False, False, True]


def test_own_notes_are_searched_with_and_without_marks(library, add, made_up):
    report_id = add(made_up(year=2023), "một.docx")
    report = queries.report(library.reader(), report_id)
    content = queries.content(library.reader(), report_id)
    place = Place(block_id=content.blocks[1].id)
    anchors = anchors_at([Stretch(place)], Texts(content).by_place, report.source.sha256)
    mine = Annotation("k", anchors, family_of(report.data), words="Hỏi lại Sở Tài chính")
    conn = library.reader()
    for query, hits in (("so tai chinh", 1), ("tài chính hỏi", 1), ("tai chánh", 0), ("tải chinh", 0), ("", 0)):
        assert len(found_in(conn, (mine,), query)) == hits, query
    (hit,) = found_in(conn, (mine,), "sở tài")
    assert (hit.place, hit.scope) == (place, "own")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Sở", "Tài"]
    assert found_in(conn, (mine,), "so", (2022,)) == ()
