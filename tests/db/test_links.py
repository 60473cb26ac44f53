"""Links open the same place again, in another library too, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.links import Link, link_to, parse, place_of, report_of
from db.model import Block, Cell, Content, Note, Place, Report, ReportData, Source, Table

SHA = "ab12cd34ef56" + "0" * 52
REPORT = Report(7, "quang-nam-2023", ReportData(), Source("a.docx", "", SHA, "docx", 1), "", "")
CONTENT = Content(
    ReportData(),
    (),
    (Block(70, None, "paragraph", "một"), Block(71, None, "table", "", table_id=90)),
    (Note(80, "1", "footnote", "chú", True),),
    (Table(90, None, "", 2, 2, 1, (Cell(1, 1, 1, 1, "5"),)),),
    (),
    (),
)
PLACES = (
    Place(block_id=71),
    Place(note_id=80),
    Place(table_id=90),
    Place(table_id=90, row=1),
    Place(table_id=90, row=1, col=0),
)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_comes_back(place: Place) -> None:
    link = parse(link_to(REPORT, place, CONTENT))
    assert link is not None
    assert place_of(link, CONTENT) == place
    assert (link.slug, link.sha) == ("quang-nam-2023", "ab12cd34ef56")


def test_the_form_is_fixed() -> None:
    assert link_to(REPORT, PLACES[4], CONTENT) == "tubaocao://quang-nam-2023/table/1/2/1?sha=ab12cd34ef56"
    assert link_to(REPORT, PLACES[0], CONTENT, (3, 9)) == (
        "tubaocao://quang-nam-2023/block/2?words=3-9&sha=ab12cd34ef56"
    )
    assert link_to(REPORT, None, CONTENT) == "tubaocao://quang-nam-2023?sha=ab12cd34ef56"


def test_a_link_outlives_the_ids_of_a_library() -> None:
    other = replace(CONTENT, blocks=tuple(replace(block, id=block.id + 1000) for block in CONTENT.blocks))
    link = parse(link_to(REPORT, Place(block_id=71), CONTENT))
    assert link is not None
    assert place_of(link, other) == Place(block_id=1071)


def test_the_report_is_found_by_its_file_before_its_name() -> None:
    namesake = replace(REPORT, id=8, source=replace(REPORT.source, sha256="9" * 64))
    renamed = replace(REPORT, id=9, slug="quang-nam-2023-2")
    link = parse(link_to(REPORT, None, CONTENT))
    assert link is not None
    assert report_of(link, [namesake, renamed]) == renamed
    assert report_of(link, [namesake]) == namesake
    assert report_of(link, [replace(namesake, slug="x")]) is None
    assert report_of(link, [namesake, renamed, REPORT]) == REPORT


@pytest.mark.parametrize(
    "link",
    [
        "",
        "http://quang-nam-2023/block/1",
        "tubaocao://",
        "tubaocao:///block/1",
        "tubaocao://a/file/1",
        "tubaocao://a/block/0",
        "tubaocao://a/block/1/2",
        "tubaocao://a/block/x",
        "tubaocao://a/table/1/2/3/4",
        "tubaocao://a/../b/block/1",
        "tubaocao://a%2F..%2Fb/block/1",
        "tubaocao://[/block/1",
        "tubaocao://a/block/1#x",
        "tubaocao://a" + "/" * 500,
        "tubaocao://a/block/99999999999",
    ],
)
def test_anything_else_is_no_link(link: str) -> None:
    assert parse(link) is None


def test_what_a_link_says_too_much_is_not_heard() -> None:
    assert parse("TUBAOCAO://a/note/3?sha=zz&words=9-1&x=1") == Link("a", "note", 3, start=9, end=9)
    found = parse("tubaocao://a/note/3")
    assert found is not None
    assert place_of(found, CONTENT) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert parse("tubaocao://" + text) is None or parse("tubaocao://" + text) == parse("tubaocao://" + text)
    parse(text)
