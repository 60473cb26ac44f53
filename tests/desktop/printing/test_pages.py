"""Bands stacked into pages: nothing is lost, notes stand on the page of their mark, heads come again."""

from __future__ import annotations

import re

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.printing.pages import paginated
from desktop.printing.paper import DECREE_30, DECREE_30_WIDE, PARTY, PER_POINT
from desktop.printing.setting import Band, Glyphs, Look, set_text

POINT = PER_POINT


def line(height: float, *notes: int, **more: object) -> Band:
    return Band(height * POINT, (), notes, **more)


def heights_fit(pages) -> bool:
    room = DECREE_30.room[1]
    return all(y + band.height <= room + 1 for page in pages for y, band in page.bands)


def test_the_sheet_has_the_margins_of_the_decree():
    assert (DECREE_30.top, DECREE_30.bottom, DECREE_30.left, DECREE_30.right) == (20, 20, 30, 15)
    assert [round(side / 720 * 25.4) for side in DECREE_30.size] == [210, 297]
    assert [round(side / 720 * 25.4) for side in DECREE_30.room] == [165, 257]


@pytest.mark.shared
@pytest.mark.parametrize("paper", [DECREE_30, DECREE_30_WIDE, PARTY])
def test_the_margins_are_within_those_of_the_annex(paper, shared):
    """Phụ lục I, mục I: "cách mép trên và mép dưới 20 - 25 mm, cách mép trái 30 - 35 mm, cách mép phải 15 - 20 mm"."""
    annex = docx.Document(str(shared / "corpus" / "vi" / "Phuluc1.docx"))
    line = next(part.text for part in annex.paragraphs if "lề trang" in part.text and "mm" in part.text)
    limits = [(int(low), int(high)) for low, high in re.findall(r"(\d+) - (\d+) mm", line)]
    assert limits == [(20, 25), (30, 35), (15, 20)]
    sides = ((paper.top, paper.bottom), (paper.left,), (paper.right,))
    assert all(low <= side <= high for (low, high), ours in zip(limits, sides, strict=True) for side in ours)


def test_a_note_stands_on_the_page_of_its_mark():
    notes = {1: [line(20)], 2: [line(20)]}
    bands = [*(line(30) for _ in range(20)), line(30, 1), *(line(30) for _ in range(5)), line(30, 2)]
    pages = list(paginated(bands, DECREE_30, notes))
    for number, note in notes.items():
        holding = [page for page in pages if any(band is note[0] for _y, band in page.bands)]
        marked = [page for page in pages if any(number in band.notes for _y, band in page.bands)]
        assert holding == marked
    assert heights_fit(pages)


def test_a_note_longer_than_a_page_goes_on():
    notes = {1: [line(20) for _ in range(60)]}
    pages = list(paginated([line(20, 1), line(20)], DECREE_30, notes))
    shown = [band for page in pages for _y, band in page.bands if any(band is one for one in notes[1])]
    assert shown == notes[1]
    assert heights_fit(pages)


def test_a_heading_never_ends_a_page():
    bands = [line(700), line(20, keep=True), line(20)]
    pages = list(paginated(bands, DECREE_30, {}))
    assert [len(page.bands) for page in pages] == [1, 2]


def test_the_head_of_a_table_comes_again_on_the_next_page():
    head = line(25)
    body = [line(30, head=(head,), leads=at == 0) for at in range(30)]
    pages = list(paginated([head, *body], DECREE_30, {}))
    assert len(pages) == 2
    assert pages[1].bands[0][1] is head
    assert sum(band is head for page in pages for _y, band in page.bands) == 2


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(5, 300), st.booleans(), st.lists(st.floats(8, 200), max_size=4)), min_size=1, max_size=40
    )
)
def test_every_band_and_every_line_of_a_note_comes_once(made):
    notes = {at: [line(height) for height in lines] for at, (_h, _k, lines) in enumerate(made) if lines}
    bands = [line(height, *([at] if lines else []), keep=keep) for at, (height, keep, lines) in enumerate(made)]
    pages = list(paginated(bands, DECREE_30, notes))
    shown = [id(band) for page in pages for _y, band in page.bands]
    for band in [*bands, *(one for lines in notes.values() for one in lines)]:
        assert shown.count(id(band)) == 1
    assert [one for one in shown if one in set(map(id, bands))] == list(map(id, bands))
    assert heights_fit(pages)


def test_marks_at_the_ends_of_a_text_belong_to_a_line():
    text = "Một câu dài được chia ra nhiều dòng trên trang giấy. " * 4
    bands = set_text(text, Look(14), "Noto Serif", 4000, notes=[(0, 1), (len(text), 2), (60, 3)])
    assert len(bands) > 2
    assert bands[0].notes[0] == 1
    assert bands[-1].notes == (2,)
    assert sorted(note for band in bands for note in band.notes) == [1, 2, 3]
    assert all(isinstance(band.marks[0], Glyphs) for band in bands)


@pytest.mark.parametrize("size", [10, 14])
def test_lines_are_as_tall_as_their_letters(size):
    (band,) = set_text("Một dòng", Look(size, after=0), "Noto Serif", 4000)
    assert size * POINT < band.height < 2 * size * POINT
