"""Cells of every kind, and places that cannot be."""

from __future__ import annotations

import pytest

from db.importer.readers.sheets import grids, worksheet


def cell(kind: str, content: str) -> str:
    return f'<row r="1"><c r="A1" t="{kind}">{content}</c></row>'


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        (cell("s", "<v>1</v>"), "hai đọc"),
        (cell("inlineStr", "<is><r><t>một</t></r><r><t> hai</t></r></is>"), "một hai"),
        (cell("str", "<v>a_x000D_\nb_x0041_</v>"), "a\nbA"),
        (cell("b", "<v>1</v>"), "TRUE"),
        (cell("e", "<v>#DIV/0!</v>"), "#DIV/0!"),
        (cell("d", "<v>2023-12-31</v>"), "31/12/2023"),
        (cell("d", "<v>hôm nay</v>"), "hôm nay"),
        (cell("n", "<v>1.5E3</v>"), "1500"),
        (cell("n", "<v>abc</v>"), "abc"),
        ("<row><c><v>7</v></c></row>", "7"),
    ],
)
def test_values(books, rows, sheet, text):
    strings = "<si><t>một</t></si><si><r><t>hai</t></r><r><t> đọc</t></r><rPh><t>x</t></rPh></si>"
    assert rows(books.read(sheet, strings)) == [[text]]


def test_a_string_that_is_not_there_is_counted(books):
    document = books.read(cell("s", "<v>9</v>") + '<row r="2"><c><v>1</v></c></row>', "<si><t>a</t></si>")
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-419", 1)]


def test_rows_that_cannot_be_are_left_out_and_told(books, rows):
    document = books.read('<row r="1"><c><v>1</v></c></row><row r="2000000000"><c><v>2</v></c></row>')
    assert rows(document) == [["1"]]
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-425", 1)]


def test_columns_beyond_the_limit_are_told(books):
    document = books.read('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-416", 1)]


def test_a_long_sheet_is_cut_and_its_rest_counted(books, monkeypatch):
    monkeypatch.setattr(worksheet, "MAX_ROWS", 10)
    document = books.read("".join(f'<row r="{n}"><c><v>{n}</v></c></row>' for n in range(1, 26)))
    assert document.blocks[1].rows == 10
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-425", 15)]


def test_all_sheets_together_have_so_much_room(books, monkeypatch):
    monkeypatch.setattr(grids, "MAX_CELLS", 10)
    document = books.read("".join(f'<row r="{n}"><c><v>1</v></c><c><v>2</v></c></row>' for n in range(1, 9)))
    assert (document.blocks[1].rows, document.blocks[1].cols) == (5, 2)
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-425", 3)]
