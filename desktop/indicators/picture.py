"""A chart as a picture of its own: SVG with real text, PDF, PNG at 300 dpi, or an image for the clipboard.

Always in the light theme, with title, unit, source and date inside. All of them paint the
same sheet; signs are paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from db.errors import TuBaoCaoError
from db.export.replacing import replacing
from desktop.indicators.composing import compose
from desktop.indicators.drawing import Drawn
from desktop.indicators.frame import Room
from desktop.indicators.shapes import Letters, Shape, Words, paint
from desktop.themes import load

WIDTH, HEIGHT = 960, 600  # at 96 dots per inch: 25.4 × 15.9 cm
DPI = 96
FINE = 300
FONT_PIXELS = 15
KINDS = {".svg": "SVG (*.svg)", ".pdf": "PDF (*.pdf)", ".png": "PNG (*.png)"}


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart: above it title and unit, below it the signs used and the source with the date."""

    title: str
    unit: str
    legend: str
    source: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart to be drawn somewhere else."""

    chosen: tuple[Drawn, ...]
    kind: str
    caption: Caption

    def shapes(self, family: str) -> tuple[list[Shape], Letters]:
        """Return everything on the picture for WIDTH × HEIGHT, and its letters."""
        font = QFont(family)
        font.setPixelSize(FONT_PIXELS)
        letters, theme = Letters(font), load("light")
        em, side = letters.em, letters.em * 1.2
        top, foot = em * 4.4, em * 3.4
        sheet = compose(self.chosen, self.kind, Room(side, top, WIDTH - 2 * side, HEIGHT - top - foot), letters, theme)
        wide = WIDTH - 2 * side
        caption = self.caption
        shapes: list[Shape] = [
            Words(side, em * 1.4, letters.cut(caption.title, wide, True, 1.3), theme.ink, "left", True, 1.3),
            Words(side, em * 2.8, letters.cut(caption.unit, wide), theme.ink_soft),
            *sheet.shapes,
            Words(side, HEIGHT - em * 2.3, letters.cut(caption.legend, wide, False, 0.9), theme.ink_soft, size=0.9),
            Words(side, HEIGHT - em * 1.1, letters.cut(caption.source, wide, False, 0.9), theme.ink_soft, size=0.9),
        ]
        return shapes, letters


def image_of(picture: Picture, family: str, dpi: int = FINE) -> QImage:
    """Return the picture in dots, white behind."""
    scale = dpi / DPI
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, *picture.shapes(family))
    painter.end()
    return image


def bytes_of(picture: Picture, ending: str, family: str) -> bytes:
    """Return the file of a picture; `ending` is one of KINDS."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if ending == ".png":
        QImageWriter(buffer, QByteArray(b"png")).write(image_of(picture, family))
    elif ending == ".pdf":
        _into_pdf(picture, buffer, family)
    else:
        _into_svg(picture, buffer, family)
    buffer.close()
    return bytes(data.data())


def save(picture: Picture, target: Path, family: str) -> TuBaoCaoError | None:
    """Write a picture to `target` (.svg, .pdf or .png), whole or not at all; return what went wrong."""
    try:
        with replacing(target) as temporary:
            temporary.write_bytes(bytes_of(picture, target.suffix.lower(), family))
    except TuBaoCaoError as error:
        return error
    return None


def _into_svg(picture: Picture, device: QIODevice, family: str) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setResolution(DPI)
    generator.setSize(QSize(WIDTH, HEIGHT))
    generator.setViewBox(QRect(0, 0, WIDTH, HEIGHT))
    generator.setTitle(picture.caption.title)
    generator.setDescription(picture.caption.source)
    painter = QPainter(generator)
    painter.fillRect(0, 0, WIDTH, HEIGHT, QColor("#FFFFFF"))
    paint(painter, *picture.shapes(family))
    painter.end()


def _into_pdf(picture: Picture, device: QIODevice, family: str) -> None:
    writer = QPdfWriter(device)
    writer.setTitle(picture.caption.title)
    writer.setCreator("Tủ Báo Cáo")
    writer.setResolution(1200)
    points = QSizeF(WIDTH * 72 / DPI, HEIGHT * 72 / DPI)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(1200 / DPI, 1200 / DPI)
    paint(painter, *picture.shapes(family))
    painter.end()


def several(names: Sequence[str], most: int = 3) -> str:
    """Return the title of a chart of several series."""
    return " · ".join(names[:most]) + (" …" if len(names) > most else "")
