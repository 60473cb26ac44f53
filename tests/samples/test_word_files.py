"""The samples in Word's format have real structure: notes, merged tables, numbering, styles, the office's page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLE = "Báo cáo mẫu – biên soạn từ số liệu đã công bố"
WORD_YEARS = (2021, 2022, 2024)
NOTES = {2021: 22, 2022: 24, 2024: 20}


def _part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


@pytest.fixture(params=WORD_YEARS)
def word(request: pytest.FixtureRequest, files: dict[int, Path]) -> tuple[int, Path]:
    year: int = request.param
    return year, files[year]


def _text(one: etree._Element) -> str:
    return "".join(t.text or "" for t in one.iter(f"{W}t"))


def _data_tables(root: etree._Element) -> Iterator[etree._Element]:
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle") is not None:
            yield table


def test_every_part_is_well_formed_declared_and_related(word: tuple[int, Path]) -> None:
    _, path = word
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for name in names:
            etree.fromstring(archive.read(name))
    declared = {one.get("PartName") for one in _part(path, "[Content_Types].xml") if one.get("PartName")}
    assert declared == {f"/{name}" for name in names if name.endswith(".xml") and name != "[Content_Types].xml"}
    targets = {f"word/{one.get('Target')}" for one in _part(path, "word/_rels/document.xml.rels")}
    assert targets == {name for name in names if name.startswith("word/")} - {
        "word/document.xml",
        "word/_rels/document.xml.rels",
    }


def test_every_note_is_called_once_and_in_order(word: tuple[int, Path]) -> None:
    year, path = word
    notes = _part(path, "word/footnotes.xml").findall(f"{W}footnote")
    assert [one.get(f"{W}type") for one in notes[:2]] == ["separator", "continuationSeparator"]
    called = [one.get(f"{W}id") for one in _part(path, "word/document.xml").iter(f"{W}footnoteReference")]
    assert called == [one.get(f"{W}id") for one in notes[2:]] == [str(n) for n in range(1, NOTES[year] + 1)]
    assert all(len(_text(one).strip()) > 20 for one in notes[2:])


def test_some_notes_stand_in_captions_and_cells(word: tuple[int, Path]) -> None:
    _, path = word
    root = _part(path, "word/document.xml")
    in_cells = sum(1 for table in _data_tables(root) for _ in table.iter(f"{W}footnoteReference"))
    captions = [one for one in root.iter(f"{W}p") if _text(one).startswith("Biểu ")]
    assert in_cells >= 1
    assert any(next(one.iter(f"{W}footnoteReference"), None) is not None for one in captions)


def test_it_says_first_of_all_that_it_is_a_sample(word: tuple[int, Path]) -> None:
    _, path = word
    paragraphs = _part(path, "word/document.xml").iter(f"{W}p")
    assert _text(next(paragraphs)) == SAMPLE
    title = _part(path, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
    assert title is not None
    assert title.startswith("Báo cáo mẫu")


def test_tables_are_regular_with_merged_headers(word: tuple[int, Path]) -> None:
    _, path = word
    tables = list(_data_tables(_part(path, "word/document.xml")))
    assert len(tables) == 3
    for table in tables:
        cols = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(f"{W}tr")
        for row in rows:
            spans = [one.find(f"{W}tcPr/{W}gridSpan") for one in row.findall(f"{W}tc")]
            assert sum(1 if one is None else int(one.get(f"{W}val", "0")) for one in spans) == cols
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, True] + [False] * (
            len(rows) - 2
        )
        assert next(table.iter(f"{W}gridSpan"), None) is not None
        assert {one.get(f"{W}val") for one in table.iter(f"{W}vMerge")} == {"restart", "continue"}


def test_the_annex_is_laid_out_as_clerks_do(word: tuple[int, Path]) -> None:
    year, path = word
    annex = list(_data_tables(_part(path, "word/document.xml")))[-1]
    head, _, *rows = annex.findall(f"{W}tr")
    assert [_text(one) for one in head.findall(f"{W}tc")] == [
        "STT",
        "Chỉ tiêu",
        "ĐVT",
        f"Thực hiện năm {year - 1}",
        f"Kế hoạch năm {year}",
        f"Ước thực hiện năm {year}",
        "So sánh (%)",
    ]
    groups = [_text(row.findall(f"{W}tc")[0]) for row in rows if len(row.findall(f"{W}tc")) == 2]
    assert groups == ["I", "II", "III", "IV"][: len(groups)]
    assert 15 <= len(rows) - len(groups) <= 25


def test_numbers_are_made_by_word_in_one_year_only(files: dict[int, Path]) -> None:
    numbered = {year: len(list(_part(files[year], "word/document.xml").iter(f"{W}numPr"))) for year in WORD_YEARS}
    assert numbered[2021] == numbered[2024] == 0
    assert numbered[2022] > 40
    for year in WORD_YEARS:
        with zipfile.ZipFile(files[year]) as archive:
            assert ("word/numbering.xml" in archive.namelist()) == (year == 2022)


def test_headings_are_styled_in_one_year_only(files: dict[int, Path]) -> None:
    def styled(year: int) -> int:
        styles = _part(files[year], "word/document.xml").iter(f"{W}pStyle")
        return sum(one.get(f"{W}val", "").startswith("Heading") for one in styles)

    assert {year: styled(year) > 0 for year in WORD_YEARS} == {2021: False, 2022: False, 2024: True}


def test_the_page_is_the_offices(word: tuple[int, Path]) -> None:
    _, path = word
    margins = _part(path, "word/document.xml").find(f"{W}body/{W}sectPr/{W}pgMar")
    assert margins is not None
    top, right, bottom, left = (
        round(int(margins.get(f"{W}{side}", "0")) / 56.7) for side in ("top", "right", "bottom", "left")
    )
    assert 20 <= top <= 25
    assert 20 <= bottom <= 25
    assert 30 <= left <= 35
    assert 15 <= right <= 20
    fonts = next(_part(path, "word/styles.xml").iter(f"{W}rFonts"))
    assert fonts.get(f"{W}ascii") == "Times New Roman"
