"""Tables as a picture, SVG or PNG, in the letters of print: for slides and for programs that take no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from db.export.options import ExportOptions
from db.export.table import ExportTable
from desktop.fonts import official_family
from desktop.printing.drawing import RULE, draw_band
from desktop.printing.paper import PER_INCH, PER_POINT, units
from desktop.printing.setting import Band
from desktop.printing.table_flow import picture_bands

WIDTHS = (165.0, 252.0)
"""Millimetres of a page of A4 between its margins, standing and lying: a wide table takes the second."""
EDGE = 3.0
"""Millimetres of white round the tables, and between two of them."""
DPI = 300
TALLEST = 16_000
"""Dots a PNG may be high; a longer one has fewer to the inch."""
_SVG_DPI = 96


class TablePicture:
    """An exporter for `db.export.exporters.export_all`; it needs Qt, so it is given by the window."""

    name = ""

    def __init__(self, suffix: str, fallback: str) -> None:
        self.suffix = suffix
        self._fallback = fallback

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write tables below each other; yields how many rows are set. Raises OSError."""
        family = official_family(self._fallback)
        bands: list[Band] = []
        width, done = 0.0, 0
        for table in tables:
            wide, made = picture_bands(table, family, options, tuple(map(units, WIDTHS)))
            bands += [*([Band(units(EDGE))] if bands else []), *made]
            width, done = max(width, wide), done + len(table.rows)
            yield done
        edge = 2 * units(EDGE)
        size = (width + edge, sum(band.height for band in bands) + edge)
        if self.suffix == ".svg":
            _svg(bands, size, file, tables[0].caption or tables[0].name)
        else:
            _png(bands, size, file)
        yield done


def _svg(bands: Sequence[Band], size: tuple[float, float], file: Path, title: str) -> None:
    wide, high = (round(side / PER_INCH * _SVG_DPI) for side in size)
    generator = QSvgGenerator()
    generator.setFileName(str(file))
    generator.setResolution(_SVG_DPI)
    generator.setSize(QSize(wide, high))
    generator.setViewBox(QRect(0, 0, wide, high))
    generator.setTitle(title)
    painter = QPainter()
    if not painter.begin(generator):
        raise OSError(str(file))
    painter.fillRect(0, 0, wide, high, QColor("#ffffff"))
    _draw(painter, bands, _SVG_DPI / PER_INCH)
    painter.end()


def _png(bands: Sequence[Band], size: tuple[float, float], file: Path) -> None:
    scale = min(DPI / PER_INCH, TALLEST / size[1])
    wide, high = (max(1, round(side * scale)) for side in size)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(scale * PER_INCH / 0.0254))
    image.setDotsPerMeterY(round(scale * PER_INCH / 0.0254))
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    _draw(painter, bands, scale)
    painter.end()
    if not QImageWriter(str(file), QByteArray(b"png")).write(image):
        raise OSError(str(file))


def _draw(painter: QPainter, bands: Sequence[Band], scale: float) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    painter.setPen(QPen(QColor(Qt.GlobalColor.black), RULE * PER_POINT))
    y = units(EDGE)
    for band in bands:
        draw_band(painter, band, units(EDGE), y)
        y += band.height
