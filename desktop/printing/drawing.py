"""Draws pages: on a printer, into a PDF, onto the screen. The same page everywhere."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPagedPaintDevice, QPainter, QPalette, QPdfWriter, QPen

from db.export.replacing import replacing
from db.model import Progress
from desktop.printing.pages import Page
from desktop.printing.paper import PER_INCH, PER_POINT, units
from desktop.printing.setting import Band, Glyphs, Image, Leaf, Rule, face

RULE = 0.5
"""Points a line is thick."""
NUMBER_SIZE, FOOTER_SIZE = 14, 8
_PAPER = QPalette(QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white))
_NEARLY = 0.7
"""Share of its own dots from which on a picture is drawn as it is."""


@dataclass(frozen=True, slots=True)
class Printout:
    """Pages with what stands round them: numbers from page 2 on in the middle of the upper margin, a line at the foot.

    `title` is the document's name, `family` the letters of numbers and footer.
    """

    title: str
    pages: tuple[Page, ...]
    family: str
    footer: str = ""


def draw_page(painter: QPainter, printout: Printout, at: int) -> None:
    """Draw page `at` (from 0); the painter must be scaled so that 720 units are an inch."""
    page = printout.pages[at]
    paper = page.paper
    left, top = units(paper.left), units(paper.top)
    painter.setPen(QPen(QColor(Qt.GlobalColor.black), RULE * PER_POINT))
    for y, band in page.bands:
        draw_band(painter, band, left, top + y)
    height = paper.size[1]
    if at:
        painter.setFont(face(printout.family, NUMBER_SIZE))
        place = QRectF(left, top / 2 - 6 * PER_POINT, paper.room[0], 14 * PER_POINT)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), str(at + 1))
    if printout.footer:
        painter.setFont(face(printout.family, FOOTER_SIZE, "i"))
        place = QRectF(left, height - units(paper.bottom) * 0.62, paper.room[0], 10 * PER_POINT)
        words = painter.fontMetrics().elidedText(printout.footer, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)


def draw_on(printout: Printout, device: QPagedPaintDevice, chosen: Sequence[int] = ()) -> Generator[int, None, None]:
    """Draw pages (all unless chosen, from 0) on a printer or a PDF; yield how many are done."""
    numbers = list(chosen) or list(range(len(printout.pages)))
    device.setPageLayout(printout.pages[numbers[0]].paper.page_layout())
    painter = QPainter(device)
    # A chart in a PDF keeps its sharp edges.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for done, at in enumerate(numbers):
            if done:
                device.setPageLayout(printout.pages[at].paper.page_layout())
                device.newPage()
            painter.save()
            scale = painter.device().logicalDpiX() / PER_INCH
            painter.scale(scale, scale)
            draw_page(painter, printout, at)
            painter.restore()
            yield done + 1
    finally:
        painter.end()


def write_pdf(printout: Printout, file: Path) -> Generator[int, None, None]:
    """Write a PDF whose words can be searched and copied; yield how many pages are done. Raises OSError."""
    with file.open("ab"):
        pass  # QPdfWriter says nothing where it may not write
    writer = QPdfWriter(str(file))
    writer.setResolution(1200)
    writer.setTitle(printout.title)
    writer.setCreator("Tủ Báo Cáo")
    yield from draw_on(printout, writer)


def printing(printout: Printout, file: Path) -> Generator[Progress, None, Path]:
    """Write a PDF for a Job, beside the old one until it is whole."""
    with replacing(file) as temporary:
        for done in write_pdf(printout, temporary):
            yield Progress(done, len(printout.pages), "export", file.name)
    return file


def draw_band(painter: QPainter, band: Band, left: float, top: float) -> None:
    """Draw a band at a place, both in units; the pen is that of its lines and words."""
    for mark in band.marks:
        match mark:
            case Glyphs():
                line = mark.layout.lineAt(mark.number)
                line.draw(painter, QPointF(left + mark.x, top + mark.y))
            case Rule():
                painter.drawLine(QPointF(left + mark.x, top + mark.y), QPointF(left + mark.to_x, top + mark.to_y))
            case Image():
                _draw_image(painter, mark, left, top)
            case Leaf():
                _draw_leaf(painter, mark, left, top)


def _draw_image(painter: QPainter, mark: Image, left: float, top: float) -> None:
    """Draw a picture; on a screen, where it has far fewer dots than of its own, made smaller with care first."""
    dots = round(mark.width * painter.deviceTransform().m11())
    fits = dots > mark.image.width() * _NEARLY or dots < 1
    smooth = Qt.TransformationMode.SmoothTransformation
    image = mark.image if fits else mark.image.scaledToWidth(dots, smooth)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(left + mark.x, top + mark.y, mark.width, mark.height), image)


def _draw_leaf(painter: QPainter, leaf: Leaf, left: float, top: float) -> None:
    painter.save()
    painter.translate(left, top)
    painter.scale(leaf.scale, leaf.scale)
    painter.translate(0, -leaf.at * leaf.height)
    # Qt draws lines that only touch the page as well: unseen, but their words would stand in a PDF twice.
    context: Any = QAbstractTextDocumentLayout.PaintContext()  # the stubs leave out its fields
    context.clip = QRectF(0, leaf.at * leaf.height + 0.5, leaf.width, leaf.height - 1)
    context.palette = _PAPER  # not the theme's: in the dark one words without a colour would be white on white
    painter.setClipRect(context.clip)
    leaf.document.documentLayout().draw(painter, context)
    painter.restore()
