"""A page of HTML as PDF: A4, the margins of Nghị định 30/2020, pages numbered at the top from the second."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

MARGINS = QMarginsF(30, 20, 15, 20)
"""Left, top, right, bottom, in millimetres."""
CHART = "chart"
"""The address the chart of a brief has inside the program."""
_POINTS = 11
_HEADINGS = {1: 15.0, 2: 12.0, 3: 11.0}
"""Points of headings by their level."""


class SafeDocument(QTextDocument):
    """Words of reports that fetch nothing: the only picture is the one it is given."""

    def __init__(self, html: str, chart: QImage | None = None) -> None:
        super().__init__()
        self._chart = chart
        font = QFont("Times New Roman")
        font.setPointSizeF(_POINTS)
        self.setDefaultFont(font)
        self.setDocumentMargin(0)
        self.setHtml(html)
        self._set_headings()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the chart and nothing else (None would make Qt open the name itself)."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        named = name.toString() if isinstance(name, QUrl) else name
        return self._chart if named == CHART and self._chart is not None else QImage()

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


def page_layout() -> QPageLayout:
    """Return A4 standing, with its margins."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


def draw(document: QTextDocument, device: QPagedPaintDevice) -> int:
    """Draw a document on a device that has its page layout; return how many pages it took."""
    painter = QPainter(device)
    room = QRectF(painter.viewport())
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(room.size())
    pages = document.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
            band = QRectF(0, -room.height() / 20, room.width(), room.height() / 25)
            painter.drawText(band, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        painter.save()
        painter.translate(0, -page * room.height())
        document.drawContents(painter, room.translated(0, page * room.height()))
        painter.restore()
    painter.end()
    return pages
