"""Small workbooks, made in the test that reads them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter

from db.importer.document import Document, Grid
from db.importer.readers.sheets import XlsxReader

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def table(document: Document, number: int = 0) -> list[list[str]]:
    """Return the words of a grid by rows; a place under a merged cell is "=", one left out "~"."""
    grid = [block for block in document.blocks if isinstance(block, Grid)][number]
    rows = [["~"] * grid.cols for _ in range(grid.rows)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for col in range(cell.col, cell.col + cell.colspan):
                rows[row][col] = "="
        rows[cell.row][cell.col] = cell.text
    return rows


@dataclass(frozen=True)
class Books:
    """Writes workbooks with a library, or XML of one's own where the library would not."""

    folder: Path

    def written(self, fill: Callable[[xlsxwriter.Workbook], None]) -> Document:
        path = self.folder / "book.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            fill(book)
        return XlsxReader().read(path)

    def raw(self, sheet: str = "", strings: str = "", styles: str = "", workbook: str = "", before: str = "") -> Path:
        path = self.folder / "raw.xlsx"
        kinds = {"sharedStrings": strings, "styles": styles}
        relations = "".join(
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in kinds if kinds[kind]
        )
        main = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
        parts = {
            "_rels/.rels": f'<R xmlns="{PACKAGE}"><Relationship Type="{OFFICE}/officeDocument" Target="xl/w.xml"/></R>',
            "xl/w.xml": f'<workbook {main}>{workbook}<sheets><sheet name="S" r:id="s1"/></sheets></workbook>',
            "xl/_rels/w.xml.rels": f'<R xmlns="{PACKAGE}">{relations}'
            f'<Relationship Id="s1" Type="{OFFICE}/worksheet" Target="s1.xml"/></R>',
            "xl/s1.xml": f"{before}<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>",
            "xl/sharedStrings.xml": strings and f"{before}<sst {main}>{strings}</sst>",
            "xl/styles.xml": styles and f"<styleSheet {main}>{styles}</styleSheet>",
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in parts.items():
                if text:
                    package.writestr(name, text)
        return path

    def read(self, sheet: str = "", strings: str = "", styles: str = "", workbook: str = "") -> Document:
        return XlsxReader().read(self.raw(sheet, strings, styles, workbook))


@pytest.fixture
def books(tmp_path: Path) -> Books:
    return Books(tmp_path)


@pytest.fixture
def rows() -> Callable[..., list[list[str]]]:
    return table
