"""Tables on paper, and as the PDF of an export: caption, chart, cells, notes and source, each table on its own page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage

from db.export.accounts import source_lines
from db.export.book import note_lines
from db.export.options import ExportOptions
from db.export.table import ExportTable, Picture
from desktop.fonts import official_family
from desktop.languages import translate
from desktop.printing.drawing import Printout, write_pdf
from desktop.printing.grid import SIZES, Manner, fitting_size, set_table
from desktop.printing.pages import Page, paginated
from desktop.printing.paper import DECREE_30, PER_POINT, Paper, units
from desktop.printing.setting import Band, Image, Look, set_text

TALLEST = 0.55
"""Share of a page a chart may take."""
ENDLESS = 1e9
"""Height of a page without end."""
READABLE = 11
"""Points below which a table is laid across the sheet rather than set smaller."""


def table_pages(table: ExportTable, family: str, options: ExportOptions, paper: Paper = DECREE_30) -> Iterator[Page]:
    """Yield the pages of a table, across the sheet where its words need it."""
    upright = _manner(family, paper, options, table)
    if fitting_size(table, upright) < READABLE and SIZES[0] > READABLE:
        paper = replace(paper, landscape=True)
    yield from paginated(list(_bands(table, _manner(family, paper, options, table), options)), paper, {})


def table_printout(tables: Sequence[ExportTable], family: str, options: ExportOptions) -> Printout:
    """Return tables on paper."""
    pages = [page for table in tables for page in table_pages(table, family, options)]
    title = tables[0].caption or tables[0].name if tables else ""
    return Printout(title, tuple(pages), family)


def picture_bands(
    table: ExportTable, family: str, options: ExportOptions, widths: Sequence[float]
) -> tuple[float, list[Band]]:
    """Return the first of `widths` in which a table can be read, else the last, and its bands in that width."""
    for width in widths:
        manner = Manner(family, width, ENDLESS, "", options.numbers, labels=options.notes)
        if fitting_size(table, manner) >= READABLE:
            break
    return width, list(_bands(table, manner, options))


class Pdf:
    """An exporter for `db.export.exporters.export_all`; it needs Qt, so it is given by the window."""

    name = "PDF"
    suffix = ".pdf"

    def __init__(self, fallback: str) -> None:
        self._fallback = fallback

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write tables; yields how many rows are set, then again for every page."""
        family = official_family(self._fallback)
        pages: list[Page] = []
        done = 0
        for table in tables:
            pages += table_pages(table, family, options)
            done += len(table.rows)
            yield done
        printout = Printout(tables[0].caption or tables[0].name, tuple(pages), family)
        for _page in write_pdf(printout, file):
            yield done


def _manner(family: str, paper: Paper, options: ExportOptions, table: ExportTable) -> Manner:
    name = table.caption or table.name
    continued = translate("Printing", "{name} (continued)").format(name=name)
    return Manner(family, *paper.room, continued, options.numbers, labels=options.notes)


def _bands(table: ExportTable, manner: Manner, options: ExportOptions) -> Iterator[Band]:
    def text(words: str, look: Look) -> list[Band]:
        return set_text(words, look, manner.family, manner.width)

    if table.caption or table.name:
        yield from text(table.caption or table.name, Look(14, "b", "center", after=8, keep=True))
    for picture in table.pictures:
        yield from _picture(picture, manner)
    yield from set_table(table, manner)
    lines = list(note_lines(table, {})) if options.notes else []
    for at, line in enumerate(lines):
        yield from text(line, Look(11, "", "justify", before=6 if at == 0 else 0, after=2))
    for line in source_lines(table, options):
        yield from text(line, Look(11, "i", "left", before=2, after=2))


def _picture(picture: Picture, manner: Manner) -> Iterator[Band]:
    """Yield a picture as one band, as wide as it is to be and never taller than what leaves room for a table."""
    image = QImage.fromData(picture.png)
    if image.isNull():
        return
    scale = min(units(picture.width), manner.width) / image.width()
    scale = min(scale, manner.height * TALLEST / image.height())
    width, height = image.width() * scale, image.height() * scale
    yield Band(height + 8 * PER_POINT, (Image(image, (manner.width - width) / 2, 0, width, height),))
