"""An answer that breaks any rule of the rows is caught before it reaches the store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.importer.validation import Unsound, check, check_source, is_refusal_code
from db.model import (
    Block,
    Cell,
    Change,
    Content,
    Emphasis,
    Figure,
    Finding,
    Mark,
    Note,
    Place,
    ReportData,
    Section,
    Table,
)

SOUND = Content(
    ReportData(year=2023),
    (Section(1, None, 1, "I", "I.", "A"), Section(2, 1, 2, "1", "1.", "B")),
    (
        Block(1, 1, "paragraph", "abc", (Mark(3, 1),), emphasis=(Emphasis(0, 3, "b"),)),
        Block(2, 1, "table", "", table_id=1),
    ),
    (Note(1, "1", "footnote", "n", True),),
    (Table(1, 1, "", 2, 2, 1, (Cell(0, 0, 1, 2, "x", (Mark(1, 1),)), Cell(1, 1, 1, 1, "12", (), 12.0))),),
    (
        Figure(1, Place(block_id=1), 0, 2, "abc", 1.0, "%"),
        Figure(2, Place(table_id=1, row=1, col=1), 0, 2, "12", 12.0, ""),
    ),
    (Finding("TBC-402", block_id=1),),
)
SECTION, BLOCK, TABLE, FIGURE = SOUND.sections[1], SOUND.blocks[0], SOUND.tables[0], SOUND.figures[0]


def sections(**change: Any) -> Content:
    return replace(SOUND, sections=(SOUND.sections[0], replace(SECTION, **change)))


def block(**change: Any) -> Content:
    return replace(SOUND, blocks=(replace(BLOCK, **change), SOUND.blocks[1]))


def table(**change: Any) -> Content:
    return replace(SOUND, tables=(replace(TABLE, **change),))


def figure(**change: Any) -> Content:
    return replace(SOUND, figures=(replace(FIGURE, **change), SOUND.figures[1]))


def test_a_sound_content_passes() -> None:
    check(SOUND)
    check(Content(ReportData(), (), (), (), (), (), ()))


@pytest.mark.parametrize(
    "content",
    [
        sections(id=1),
        sections(id=0),
        sections(level=0),
        sections(parent_id=2),
        sections(parent_id=9),
        block(kind="script"),
        block(section_id=9),
        block(table_id=1),
        block(align="evil"),
        block(marks=(Mark(4, 1),)),
        block(marks=(Mark(-1, 1),)),
        block(marks=(Mark(0, 2),)),
        block(emphasis=(Emphasis(2, 2, "b"),)),
        block(emphasis=(Emphasis(0, 4, "b"),)),
        block(emphasis=(Emphasis(0, 1, "x"),)),
        table(rows=1),
        table(cols=5000),
        table(header_rows=3),
        table(section_id=9),
        table(cells=(Cell(0, 0, 1, 1, "a"), Cell(0, 0, 1, 1, "b"))),
        table(cells=(Cell(0, 0, 1, 3, "a"),)),
        table(cells=(Cell(0, 0, 0, 1, "a"),)),
        table(cells=(Cell(1, 1, 1, 1, "12", (), float("inf")),)),
        figure(place=Place()),
        figure(place=Place(block_id=1, note_id=1)),
        figure(place=Place(block_id=9)),
        figure(place=Place(table_id=1, row=1)),
        figure(end=4),
        figure(start=2),
        figure(kind="guess"),
        figure(state="guess"),
        figure(value=float("nan")),
        figure(high=float("inf")),
        figure(change=Change("up", 1.0, "%")),
        figure(change=Change("tăng", -1.0, "%")),
        replace(SOUND, blocks=SOUND.blocks[:1]),
        replace(SOUND, blocks=(*SOUND.blocks, replace(SOUND.blocks[1], id=3))),
        replace(SOUND, notes=(Note(1, "1", "comment", "n", True),)),
        replace(SOUND, findings=(Finding("oops"),)),
        replace(SOUND, findings=(Finding("TBC-402", block_id=9),)),
        replace(SOUND, data=ReportData(year=99999)),
    ],
)
def test_each_breach_is_caught(content: Content) -> None:
    with pytest.raises(Unsound):
        check(content)


@pytest.mark.parametrize(("sha256", "kind", "size"), [("x", "txt", 1), ("a" * 64, "<b>", 1), ("a" * 64, "txt", 0)])
def test_what_is_said_of_the_source_is_checked(sha256: str, kind: str, size: int) -> None:
    check_source("a" * 64, "docx", 1)
    with pytest.raises(Unsound):
        check_source(sha256, kind, size)


def test_only_codes_of_refusals_are_taken() -> None:
    assert is_refusal_code("TBC-114")
    assert not any(is_refusal_code(code) for code in ("TBC-301", "TBC-1", "x"))
