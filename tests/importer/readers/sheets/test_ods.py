"""OpenDocument workbooks."""

from __future__ import annotations

import zipfile

import pytest

from db.errors import DamagedFile, EncryptedFile
from db.importer.readers.sheets import OdsReader

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {"office": "office", "table": "table", "text": "text", "style": "style"}.items()
)


def saved(tmp_path, rows: str, styles: str = "", more: str = "", **parts: str):
    path = tmp_path / "book.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f'<office:body><office:spreadsheet><table:table table:name="Biểu" {more}>{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def cell(attributes: str = "", text: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def value(kind: str, number: str, name: str = "value") -> str:
    return f'office:value-type="{kind}" office:{name}="{number}"'


def test_values_merges_and_repetitions(tmp_path, rows):
    path = saved(
        tmp_path,
        row(cell('table:number-columns-spanned="2"', "Biểu 1"), "<table:covered-table-cell/>")
        + row(cell(value("float", "32144.5"), "32,144.5"), cell(value("percentage", "0.125"), "12.5%"))
        + row(cell(value("date", "2023-12-31", "date-value"), "x"), cell(value("time", "PT18H05M00S", "time-value")))
        + row(cell('table:number-columns-repeated="2"', "a<text:s/>b"), more='table:number-rows-repeated="2"')
        + row(cell('table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048000"'),
    )
    assert OdsReader().accepts(path.read_bytes()[:100], path)
    assert rows(OdsReader().read(path)) == [
        ["Biểu 1", "="],
        ["32.144,5", "12,5%"],
        ["31/12/2023", "18:05"],
        ["a b", "a b"],
        ["a b", "a b"],
    ]


def test_repetitions_without_measure_are_cut_and_told(tmp_path):
    many = row(cell('table:number-columns-repeated="999999999"', "a"), more='table:number-rows-repeated="999999999"')
    document = OdsReader().read(saved(tmp_path, many))
    assert document.blocks[1].cols == 1024
    assert {loss.code for loss in document.losses} == {"TBC-416", "TBC-425"}


def test_a_hidden_sheet_is_told(tmp_path):
    style = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    document = OdsReader().read(saved(tmp_path, row(cell("", "a")), style, 'table:style-name="h"'))
    assert [(loss.code, loss.detail) for loss in document.losses] == [("TBC-424", "Biểu")]


def test_a_password_is_told(tmp_path):
    with pytest.raises(EncryptedFile):
        OdsReader().read(saved(tmp_path, "", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}))


def test_broken_content_is_damage(tmp_path):
    with pytest.raises(DamagedFile):
        OdsReader().read(saved(tmp_path, "<broken"))
