"""OpenDocument spreadsheet: the same sheets as the Excel workbook, by the open standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from db.export.book import INDEX_COLUMN, Leaf, below, comment_of, leaves
from db.export.ods_parts import MANIFEST, MIMETYPE, STYLES, content_xml, meta_xml, settings_xml
from db.export.ods_styles import Styles
from db.export.options import ExportOptions
from db.export.packing import pack
from db.export.table import ExportCell, ExportTable, Row
from db.export.widths import widths_of
from db.export.words import words

_STEP = 500


class Ods:
    """Writes every table into a sheet of one workbook."""

    name = "OpenDocument"
    suffix = ".ods"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        styles = Styles(options.numbers)
        sheets: list[str] = []
        made = leaves(tables, options)
        done = 0
        for leaf in made:
            page = _Page(leaf, styles, options)
            for rows in page.write():
                yield done + (rows if leaf.asked else 0)
            done += len(leaf.table.rows) if leaf.asked else 0
            sheets.append(page.xml())
        parts = {
            "mimetype": MIMETYPE,
            "content.xml": content_xml(styles.xml(), sheets),
            "styles.xml": STYLES,
            "meta.xml": meta_xml(words("made_by", options.language), options.at),
            "settings.xml": settings_xml((leaf.name, len(leaf.table.head)) for leaf in made),
            "META-INF/manifest.xml": MANIFEST,
        }
        pack(file, ((name, text.encode()) for name, text in parts.items()), stored=("mimetype",))


class _Page:
    """Writes one sheet, row by row."""

    def __init__(self, leaf: Leaf, styles: Styles, options: ExportOptions) -> None:
        self._leaf = leaf
        self._styles = styles
        self._options = options
        self._parts: list[str] = []

    def write(self) -> Iterator[int]:
        """Write caption, table, notes and sources; yields how many rows of the table are done."""
        table = self._leaf.table
        self._line(table.caption or table.name, "title")
        back = words("back", self._options.language)
        self._add(_lead(back, self._leaf.home, "link") if self._leaf.home else "")
        if table.head:
            self._parts.append("<table:table-header-rows>")
            for row in table.head:
                self._row(row, is_head=True)
            self._parts.append("</table:table-header-rows>")
        for at, row in enumerate(table.rows):
            self._row(row, at=at)
            if at % _STEP == _STEP - 1:
                yield at + 1
        self._below(table)
        yield len(table.rows)

    def xml(self) -> str:
        """Return the sheet."""
        columns = "".join(
            f'<table:table-column table:style-name="{self._styles.column(width)}"/>'
            for width in widths_of(self._leaf.table)
        )
        name = quoteattr(self._leaf.name)
        return f'<table:table table:name={name} table:style-name="sheet">{columns}{"".join(self._parts)}</table:table>'

    def _row(self, row: Row, at: int = -1, is_head: bool = False) -> None:
        cells = (self._cell(cell, at, col, is_head) for col, cell in enumerate(row))
        self._add("".join(cells))

    def _cell(self, cell: ExportCell, at: int, col: int, is_head: bool) -> str:
        if cell.kind == "covered":
            return "<table:covered-table-cell/>"
        if self._leaf.sheets and col == INDEX_COLUMN and at >= 0:
            return _lead(cell.text, self._leaf.sheets[at], "linked")
        style = "heading" if is_head else "linked" if cell.link else self._styles.of(cell)
        spans = ""
        if cell.rowspan > 1 or cell.colspan > 1:
            rows, cols = cell.rowspan, cell.colspan
            spans = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{cols}"'
        head = f'<table:table-cell table:style-name="{style}"{spans}'
        if cell.kind == "number" and cell.value is not None:
            kind = f' office:value-type="float" office:value="{cell.value:f}"'
        else:
            kind = ' office:value-type="string"' if cell.text else ""
        inside = self._comment(cell) + _words(cell.text, cell.link)
        return f"{head}{kind}>{inside}</table:table-cell>" if inside else f"{head}{kind}/>"

    def _comment(self, cell: ExportCell) -> str:
        if not cell.marks or not self._options.notes or not self._options.comments:
            return ""
        return f"<office:annotation>{_words(comment_of(self._leaf.table, cell.marks))}</office:annotation>"

    def _below(self, table: ExportTable) -> None:
        notes, sources = below(table, self._options)
        if notes or sources:
            self._add("")
        if notes:
            self._line(words("notes", self._options.language), "notes")
            for line in notes:
                self._line(line, "note")
            self._add("")
        for line in sources:
            self._line(line, "line")

    def _line(self, text: str, style: str) -> None:
        """Write a line; notes and sources run over the whole width, broken where it ends."""
        over = self._leaf.table.cols
        spans = f' table:number-rows-spanned="1" table:number-columns-spanned="{over}"'
        wide = over > 1 and style in ("note", "line")
        cell = f'<table:table-cell table:style-name="{style}" office:value-type="string"{spans if wide else ""}>'
        covered = "<table:covered-table-cell/>" * (over - 1) if wide else ""
        self._add(f"{cell}{_words(text)}</table:table-cell>{covered}")

    def _add(self, cells: str) -> None:
        self._parts.append(
            f'<table:table-row table:style-name="row">{cells or "<table:table-cell/>"}</table:table-row>'
        )


def _lead(text: str, sheet: str, style: str) -> str:
    """Return a cell that leads to another sheet."""
    target = quoteattr("#'" + sheet.replace("'", "''") + "'.A1")
    link = f'<text:a xlink:type="simple" xlink:href={target}>{escape(text)}</text:a>'
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string">'
        f"<text:p>{link}</text:p></table:table-cell>"
    )


def _words(text: str, link: str = "") -> str:
    """Return text as paragraphs; runs of blanks and tabs are kept as the standard wants it."""
    if not text:
        return ""
    if link:
        return f'<text:p><text:a xlink:type="simple" xlink:href={quoteattr(link)}>{_spaced(text)}</text:a></text:p>'
    return "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))


def _spaced(line: str) -> str:
    words = escape(line).replace("\t", "<text:tab/>")
    if "  " in words:
        words = words.replace("  ", " <text:s/>")
    if words.startswith(" "):
        words = "<text:s/>" + words[1:]
    return words[:-1] + "<text:s/>" if words.endswith(" ") else words
