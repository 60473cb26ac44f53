"""Word: a table in the official style, its heading row repeated on every page."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Row

from db.export.replacing import replacing
from db.export.sheet import Sheet, Value
from db.vietnamese.writing import written

MARGINS = (Cm(2), Cm(1.5), Cm(2), Cm(3))
"""Top, right, bottom, left: Nghị định 30/2020, Phụ lục I."""


class Docx:
    """Writes one sheet as a document of its own."""

    name = "Word"
    suffix = ".docx"

    def write(self, sheet: Sheet, target: Path) -> None:
        """Write `sheet` to `target`; ExportFailed or DiskFull leave what stood there before."""
        document = docx.Document()
        _page(document, wide=sum(sheet.widths) > 90)
        document.add_paragraph().add_run(sheet.title).bold = True
        table = document.add_table(rows=1, cols=len(sheet.headings), style="Table Grid")
        for cell, heading in zip(table.rows[0].cells, sheet.headings, strict=True):
            cell.paragraphs[0].add_run(heading).bold = True
        _repeat(table.rows[0])
        for values in sheet.rows:
            for cell, value in zip(table.add_row().cells, values, strict=True):
                cell.text = _text(value)
        for column, width in zip(table.columns, sheet.widths, strict=True):
            column.width = Cm(width * 0.22)
        for line in sheet.sources:
            document.add_paragraph().add_run(line).italic = True
        with replacing(target) as temporary:
            document.save(str(temporary))


def _page(document: Document, wide: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = MARGINS
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")


def _repeat(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def _text(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else written(value)
