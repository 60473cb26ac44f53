"""HTML for paper: laid out the same on every screen and printer, fetching nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QSizeF, QUrl
from PySide6.QtGui import QFont, QImage, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

CHART = "chart"
"""The address the chart of a brief has inside the program."""
PER_INCH = 96
"""Units of an inch in which such a document is laid out, whatever it is drawn on."""
_POINTS = 11
_HEADINGS = {1: 15.0, 2: 12.0, 3: 11.0}
"""Points of headings by their level."""


class SafeDocument(QTextDocument):
    """Words of reports that fetch nothing: the only pictures are its chart and those it is given by name."""

    def __init__(
        self, html: str, family: str, chart: QImage | None = None, pictures: Mapping[str, QImage] | None = None
    ) -> None:
        super().__init__()
        self._pictures = dict(pictures or {})
        if chart is not None:
            self._pictures[CHART] = chart
        # Not measured for a screen: the same lines break everywhere.
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        self._device.setDotsPerMeterX(round(PER_INCH / 0.0254))
        self._device.setDotsPerMeterY(round(PER_INCH / 0.0254))
        self.documentLayout().setPaintDevice(self._device)
        self.setUseDesignMetrics(True)
        font = QFont(family)
        font.setPointSizeF(_POINTS)
        self.setDefaultFont(font)
        self.setDocumentMargin(0)
        self.setHtml(html)
        self._set_headings()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give its own pictures and nothing else (None would make Qt open the name itself)."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        named = name.toString() if isinstance(name, QUrl) else name
        return self._pictures.get(named, QImage())

    def paged(self, width: float, height: float) -> int:
        """Break it into pages of that size, in 96ths of an inch; return how many there are."""
        self.setPageSize(QSizeF(width, height))
        block = self.begin()
        while block.isValid():
            self._part(block, height)
            block = block.next()
        return self.pageCount()

    def _part(self, block: QTextBlock, height: float) -> None:
        """Part a paragraph where it goes on on the next page.

        Qt draws a paragraph with one line more than the page shows of it: unseen, but the
        words of that line would stand in a PDF twice.
        """
        top = self.documentLayout().blockBoundingRect(block).top() - block.layout().boundingRect().top()
        lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
        pages = [int((top + line.y() + line.height() / 2) // height) for line in lines]
        over = next((number for number in range(1, len(lines)) if pages[number] != pages[number - 1]), 0)
        if not over:
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + lines[over].textStart())
        first, rest = block.blockFormat(), block.blockFormat()
        first.setBottomMargin(0)
        rest.setTopMargin(0)
        rest.setTextIndent(0)
        cursor.setBlockFormat(first)
        cursor.insertBlock(rest)

    def _set_headings(self) -> None:
        """Set headings in sizes of paper: Qt makes them as large as a browser does and heeds no style in that."""
        block = self.begin()
        while block.isValid():
            size = _HEADINGS.get(block.blockFormat().headingLevel())
            if size is not None:
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                looks = QTextCharFormat()
                looks.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
                looks.setFontPointSize(size)
                cursor.mergeCharFormat(looks)
            block = block.next()


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page made by a room, to be printed: its name, what makes its HTML (off the GUI thread), its pictures."""

    name: str
    html: Callable[[], str]
    chart: QImage | None = None
    pictures: Mapping[str, QImage] = field(default_factory=dict)
