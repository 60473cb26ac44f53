"""A read-only text for words of a report: it can be read and selected, and it never opens a file, a share or a link."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget


class SafeText(QTextBrowser):
    """Without a frame, transparent, as wide as it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give nothing to the text engine (None would make Qt open the name itself)."""
        del name
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give plain words."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return data

    def height_for(self, width: int) -> int:
        """Return the height the words need at `width` pixels."""
        if self.width() != width:
            self.resize(max(40, width), self.height())  # Qt lays the words out for the widget's own width
        self.document().setTextWidth(max(40, width))
        return round(self.document().size().height()) + 1

    def whole_lines(self, height: int) -> int:
        """Return the greatest height up to `height` that cuts no line in two."""
        lines = self.document().firstBlock().layout()
        if lines.lineCount() < 2:
            return height
        pitch = lines.lineAt(1).y() - lines.lineAt(0).y()
        return round(int(height / pitch) * pitch) if pitch > 1 and height > pitch else height
