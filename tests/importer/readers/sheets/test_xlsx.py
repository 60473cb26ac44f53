"""Workbooks since 2007: sheets become headings and tables, with the numbers as an office prints them."""

from __future__ import annotations

import datetime

import pytest

from db.errors import DamagedFile, UnsafeFile
from db.importer.document import Paragraph
from db.importer.readers.sheets import XlsxReader


def test_sheets_become_headings_and_tables(books, rows):
    def fill(book):
        sheet = book.add_worksheet("Thu ngân sách")
        percent = book.add_format({"num_format": "0.0%"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("B2:D2", "Biểu 1")
        sheet.write_row("B3", ["STT", "Chỉ tiêu", 2023])
        sheet.write_row("B4", [1, "Tổng thu", 32144.5])
        sheet.write("B5", 0.125, percent)
        sheet.write("C5", datetime.date(2023, 12, 31), day)
        sheet.write_formula("D5", "=1/3", None, 1 / 3)
        book.add_worksheet("trống")

    document = books.written(fill)
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["Thu ngân sách"]
    assert document.blocks[0].heading == 1
    assert rows(document) == [
        ["Biểu 1", "=", "="],
        ["STT", "Chỉ tiêu", "2023"],
        ["1", "Tổng thu", "32.144,5"],
        ["12,5%", "31/12/2023", "0,333333"],
    ]


def test_what_is_beside_the_cells_is_counted(books):
    def fill(book):
        sheet = book.add_worksheet("Ẩn")
        sheet.write("A1", "a", book.add_format({"bold": True}))
        sheet.write_comment("A1", "nhận xét")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Ẩn!$A$1"})
        sheet.insert_chart("B2", chart)
        book.add_worksheet("b").activate()
        sheet.hide()

    document = books.written(fill)
    assert {loss.code: (loss.count, loss.detail) for loss in document.losses} == {
        "TBC-424": (1, "Ẩn"),
        "TBC-403": (1, ""),
        "TBC-405": (1, ""),
    }
    assert document.blocks[1].cells[0].bold


def test_macros_and_links_to_other_books_are_counted(books, tmp_path):
    vba = tmp_path / "vba.bin"
    vba.write_bytes(b"x")

    def fill(book):
        sheet = book.add_worksheet()
        sheet.write("A1", 1)
        sheet.write_url("A2", "http://x.vn")
        book.add_vba_project(str(vba))

    assert {loss.code: loss.count for loss in books.written(fill).losses} == {"TBC-409": 1, "TBC-417": 1}


def test_letters_in_an_old_font_become_unicode(books, rows):
    def fill(book):
        book.add_worksheet().write("A1", "Tæng céng 12 x·", book.add_format({"font_name": ".VnTime"}))

    assert rows(books.written(fill)) == [["Tổng cộng 12 xã"]]


def test_dates_count_from_1904_where_the_book_says_so(books, rows):
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    sheet = '<row r="1"><c r="A1" s="0"><v>0</v></c></row>'
    assert rows(books.read(sheet, styles=styles, workbook='<workbookPr date1904="1"/>')) == [["01/01/1904"]]


@pytest.mark.parametrize("where", ["sheet", "strings"])
def test_a_dtd_is_refused(books, where):
    path = books.raw(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        strings="<si><t>a</t></si>" if where == "strings" else "",
        before='<!DOCTYPE x [<!ENTITY y "z">]>',
    )
    with pytest.raises(UnsafeFile) as caught:
        XlsxReader().read(path)
    assert caught.value.detail == "dtd"


def test_a_broken_sheet_costs_only_what_is_broken(books, rows):
    document = books.read('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c')
    assert rows(document) == [["1"]]
    assert [loss.code for loss in document.losses] == ["TBC-419"]


def test_broken_strings_are_damage(books):
    with pytest.raises(DamagedFile):
        books.read('<row r="1"><c t="s"><v>0</v></c></row>', strings="<si><t>a</si>")
