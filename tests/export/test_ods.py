"""An OpenDocument workbook is sound and holds looks, spans, notes and frozen heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from db.export.exporters import export_all
from db.export.options import ExportOptions
from db.export.tables import report_tables


@pytest.fixture
def archive(made: Any, tmp_path: Path) -> ZipFile:
    for _ in export_all(report_tables(made.report, made.content), tmp_path / "a.ods", ExportOptions(at="2026-11-24")):
        pass
    return ZipFile(tmp_path / "a.ods")


def xml(archive: ZipFile, name: str) -> tuple[etree._Element, dict[str, str]]:
    root = etree.fromstring(archive.read(name))
    return root, {key: value for key, value in root.nsmap.items() if key}


def test_the_type_stands_first_and_unpacked(archive: ZipFile) -> None:
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert archive.read(first) == b"application/vnd.oasis.opendocument.spreadsheet"
    listed = xml(archive, "META-INF/manifest.xml")[0].xpath("//@*[local-name()='full-path']")
    assert set(listed) - {"/"} == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_sheets_lead_to_each_other(archive: ZipFile) -> None:
    root, names = xml(archive, "content.xml")
    sheets = root.xpath("//table:table/@table:name", namespaces=names)
    assert sheets == ["Mục lục", "2023 Bảng 1", "2023 Bảng 2", "Nguồn"]
    links = root.xpath("//table:table[1]//text:a/@xlink:href", namespaces=names)
    assert links == ["#'2023 Bảng 1'.A1", "#'2023 Bảng 2'.A1"]


def test_numbers_have_their_value_and_look(archive: ZipFile) -> None:
    root, names = xml(archive, "content.xml")
    (found,) = root.xpath("//table:table[2]//table:table-cell[@office:value='26667.5']", namespaces=names)
    style = found.get(f"{{{names['table']}}}style-name")
    (look,) = root.xpath(f"//number:number-style[@style:name='{style}f']", namespaces=names)
    assert look.get(f"{{{names['number']}}}language") == "vi"
    number = look.find("number:number", names)
    assert number.get(f"{{{names['number']}}}decimal-places") == "1"
    assert number.get(f"{{{names['number']}}}grouping") == "true"
    assert root.xpath("//number:number-style/number:text/text()", namespaces=names).count("%") == 1
    assert root.xpath("//style:map/@style:condition", namespaces=names) == ["value()>=0"]


def test_spans_and_covered_cells_fill_every_row(archive: ZipFile) -> None:
    root, names = xml(archive, "content.xml")
    rows = root.xpath("//table:table[2]//table:table-row", namespaces=names)[2:8]
    assert [len(row) for row in rows] == [4] * 6
    spans = root.xpath("//table:table[2]//@table:number-rows-spanned", namespaces=names)
    assert spans.count("2") == 3


def test_notes_are_comments_and_lines(archive: ZipFile) -> None:
    root, names = xml(archive, "content.xml")
    notes = root.xpath("//table:table[2]//office:annotation//text:p/text()", namespaces=names)
    assert notes == ["[10] Tính theo giá hiện hành.", "[11] =1+1", "[10] Tính theo giá hiện hành."]
    lines = root.xpath("//table:table[2]//text:p/text()", namespaces=names)
    assert "[10] (D3, A7) Tính theo giá hiện hành." in lines


def test_heads_stay_in_view_and_repeat(archive: ZipFile) -> None:
    root, names = xml(archive, "settings.xml")
    found = root.xpath("//*[@config:name='VerticalSplitPosition']/text()", namespaces=names)
    assert found == ["3", "4", "2", "3"]
    content, names = xml(archive, "content.xml")
    assert len(content.xpath("//table:table[2]/table:table-header-rows/table:table-row", namespaces=names)) == 2
