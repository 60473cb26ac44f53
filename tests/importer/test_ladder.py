"""The ladder keeps its promises whatever the lines are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from db.importer.document import Grid, GridCell, NoteMark, Paragraph
from db.importer.headings import opening_of
from db.importer.ladder import Ladder
from db.importer.lines import printed
from db.importer.sections import find_sections

OPENINGS = [
    "I. ",
    "II. ",
    "III- ",
    "A. ",
    "B. ",
    "1. ",
    "2. ",
    "5. ",
    "1.1. ",
    "1.2 ",
    "2.1.3. ",
    "a) ",
    "b) ",
    "đ) ",
    "(1) ",
    "1) ",
    "- ",
    "+ ",
    "* ",
    "Phần I ",
    "Mục 2. ",
    "PHỤ LỤC 1 ",
    "",
]
WORDS = [
    "Về kinh tế",
    "KẾT QUẢ",
    "tiếp theo",
    "Thu ngân sách đạt khá, chi đúng dự toán.",
    "Nơi nhận:",
    "T/M BAN THƯỜNG VỤ",
    "BÁO CÁO",
    "Các việc sau:",
    "12 xã",
    "-----",
    "",
]


def paragraph(opening: str, words: str, heading: int | None, marker: str) -> Paragraph:
    text = opening + words
    return Paragraph(text, (NoteMark(len(text), "n"),), marker, heading)


PARTS = st.one_of(
    st.builds(
        paragraph,
        st.sampled_from(OPENINGS),
        st.sampled_from(WORDS),
        st.sampled_from([None, None, None, 1, 2, 4]),
        st.sampled_from(["", "", "", "1.", "–", "a)", "§"]),
    ),
    st.just(Grid(1, 1, (GridCell(0, 0, 1, 1, "x"),))),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS, max_size=25))
def test_every_part_is_placed_once_and_the_tree_is_a_tree(parts: list[Paragraph | Grid]) -> None:
    outline = find_sections(parts)
    assert [placed.part for placed in outline.placed if isinstance(placed.part, Paragraph)] == [
        printed(part) for part in parts if isinstance(part, Paragraph)
    ]
    assert sum(isinstance(placed.part, Grid) for placed in outline.placed) == sum(
        isinstance(part, Grid) for part in parts
    )
    assert [s.id for s in outline.sections] == list(range(1, len(outline.sections) + 1))
    levels = {s.id: s.level for s in outline.sections}
    for section in outline.sections:
        assert section.parent_id is None or (
            section.parent_id < section.id and levels[section.parent_id] < section.level
        )
    opened = [placed.section_id for placed in outline.placed if placed.kind in {"heading", "item"}]
    assert sorted(set(filter(None, opened))) == list(levels)
    assert opened == sorted(opened, key=lambda section: section or 0)


def test_closing_forgets_what_was_open() -> None:
    ladder = Ladder()
    first = opening_of("I. KẾT QUẢ")
    assert first is not None
    assert ladder.numbered(1, first, True, []).level == 1
    assert ladder.current == 1
    assert ladder.counts_on(first) is False
    ladder.close()
    assert ladder.current is None
