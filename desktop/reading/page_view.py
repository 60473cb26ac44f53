"""The page itself: a read-only text that knows which words of the report stand where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop.reading.colouring import coloured
from desktop.reading.copying import selected_words
from desktop.reading.page import Page
from desktop.reading.page_map import PageMap, Spot
from desktop.reading.typesetter import Typesetter
from desktop.reading.typography import Typography, text_option
from desktop.themes import Theme

SLICE = 0.003  # seconds of setting text at a time; laying it out takes Qt about eight times as long
WHOLE_AT_ONCE = 90_000  # letters that are set in one go: no slices are needed below


class PageView(QTextBrowser):
    """Shows a `Page`. Everything is asked for and told in lines and columns, never in Qt positions."""

    note_clicked = Signal(int)
    note_hovered = Signal(int)
    zoom_asked = Signal(int)
    filled = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        flags = Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.page: Page | None = None
        self._type: Typography | None = None
        self._setter: Typesetter | None = None
        self._document: QTextDocument | None = None
        self._is_small = True
        self._joined = 0
        self._join_colour = ""
        self._signs: tuple[Sequence[Spot], str] = ((), "")
        self.map: PageMap | None = None
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._set_more)
        self.anchorClicked.connect(lambda url: self.note_clicked.emit(_note_of(url)))
        self.highlighted.connect(lambda url: self.note_hovered.emit(_note_of(url)))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give nothing to the text engine: a report never makes the program open a file or a share."""
        del name
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray()

    def show_page(self, page: Page, type_: Typography, at: Spot | None = None) -> None:
        """Set a page anew. `at` is where reading goes on: of a long report that part is set first."""
        self._slices.stop()
        self.page, self._type = page, type_
        self._layers.clear()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(QFont(type_.font))
        document.setDefaultTextOption(text_option())
        self._set_margins(document)
        self._setter = Typesetter(document, page, type_, self.column(), self._start(page, at))
        letters = sum(len(block.text) for block in page.content.blocks) + 40 * sum(
            len(table.cells) for table in page.content.tables
        )
        self._is_small = letters <= WHOLE_AT_ONCE
        self._setter.begin(60.0 if self._is_small else SLICE)
        self.map = PageMap(document, page, self._setter)
        self.setDocument(document)
        self.setCursorWidth(0)  # one reads here: no caret blinks in the page (Qt keeps this with the document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document
        if self._setter.is_whole:
            self._settle()
            self.filled.emit()
        else:
            # Qt lays out on demand, and until then gives wrong answers to where the first lines are
            document.documentLayout().blockBoundingRect(document.lastBlock())
            self._slices.start()

    @property
    def is_whole(self) -> bool:
        """Whether every line of the page is set."""
        return self.map is None or self.map.is_whole

    def column(self) -> int:
        """Return the width of the lines in pixels: the measure, or what the window leaves."""
        if self._type is None:
            return 0
        least = 2 * self.fontMetrics().averageCharWidth() * 3
        return max(120, min(self._type.column, self.viewport().width() - least))

    def scrolled(self) -> int:
        """Return how far the page is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def put(self, spot: Spot, y: float) -> None:
        """Scroll so that the text line of `spot` has its upper edge at height `y` of the viewport."""
        if self.map is not None and self.map.has_line(spot.line):
            self.verticalScrollBar().setValue(round(self.map.rect_of(spot).top() - y))

    def anchor(self) -> tuple[Spot, float] | None:
        """Return the first words on screen and their height, to come back to after the page was set anew."""
        if self.map is None or self.page is None or not self.page.lines:
            return None
        spot = self.map.spot_at(self.scrolled())
        return spot, self.map.rect_of(spot).top() - self.scrolled()

    def lines_in_view(self) -> range:
        """Return the lines of which something is on screen."""
        if self.map is None or self.page is None or not self.page.lines:
            return range(0)
        top = self.scrolled()
        return range(self.map.spot_at(top).line, self.map.spot_at(top + self.viewport().height() - 1).line + 1)

    def words(self, start: Spot, end: Spot) -> QTextCursor:
        """Return a cursor over the words between two spots; the user's selection stays as it is."""
        cursor = QTextCursor(self.document())
        if self.map is not None:
            cursor.setPosition(self.map.position(start))
            cursor.setPosition(self.map.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def paint_over(self, layer: str, selections: list[QTextEdit.ExtraSelection]) -> None:
        """Show coloured words; each layer replaces its own former ones, later names lie above."""
        self._layers[layer] = selections
        order = sorted(self._layers)
        self.setExtraSelections([one for name in order for one in self._layers[name]])

    def selected(self) -> tuple[Spot, Spot] | None:
        """Return the two ends of what the user has selected."""
        cursor = self.textCursor()
        if self.map is None or not cursor.hasSelection():
            return None
        return self.map.spot(cursor.selectionStart()), self.map.spot(cursor.selectionEnd())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the words as the report has them, without the marks."""
        data = QMimeData()
        ends = self.selected()
        data.setText(selected_words(self.page, *ends) if self.page and ends else "")
        return data

    def join(self, note_id: int, theme: Theme) -> None:
        """Draw a hairline from a note's mark to the window's edge, where the side panel goes on; 0 for none."""
        self._joined, self._join_colour = note_id, theme.mark
        marks = []
        line = self.page.line_of_note.get(note_id) if self.page is not None and self.map is not None else None
        if self.page is not None and self.map is not None and line is not None and self.map.has_line(line):
            for number, passage in enumerate(self.page.lines[line].passages()):
                for one, left, right in passage.mark_columns():
                    if one == note_id:
                        cursor = self.words(Spot(line, number, left), Spot(line, number, right))
                        marks.append(coloured(cursor, theme.mark_soft))
        self.paint_over("mark", marks)
        self.viewport().update()

    def show_signs(self, spots: Sequence[Spot], colour: str) -> None:
        """Draw a sign beside the lines the user wrote a note on."""
        self._signs = tuple(spots), colour
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, the signs of the user's notes, and the line that joins a mark to its note."""
        super().paintEvent(event)
        self._paint_signs()
        self._paint_join()

    def _paint_signs(self) -> None:
        spots, colour = self._signs
        if not spots or self.map is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1.6))
        left = (self.viewport().width() - self.column()) / 2
        size = self.fontMetrics().height() * 0.5
        for spot in spots:
            if self.map.has_line(spot.line):
                rect = self.map.rect_of(spot).translated(0, -self.scrolled())
                painter.drawPolyline(_leaf(max(2.0, left - 2.6 * size), rect.center().y() - size / 2, size))
        painter.end()

    def _paint_join(self) -> None:
        line = self.page.line_of_note.get(self._joined) if self.page is not None and self._joined else None
        if line is None or self.map is None or not self.map.has_line(line):
            return
        for number, passage in enumerate(self.page.lines[line].passages() if self.page is not None else ()):
            for note_id, _, right in passage.mark_columns():
                if note_id == self._joined:
                    rect = self.map.rect_of(Spot(line, number, right)).translated(0, -self.scrolled())
                    painter = QPainter(self.viewport())
                    painter.setPen(QPen(QColor(self._join_colour), 1.3))
                    y = round(rect.top() + rect.height() * 0.62)
                    side = (self.viewport().width() - self.column()) / 2
                    painter.drawLine(round(self.viewport().width() - side * 0.8), y, self.viewport().width(), y)
                    painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the top where they are while the lines change their width."""
        kept = self.anchor() if event.oldSize().isValid() else None
        self._set_margins(self.document())
        super().resizeEvent(event)
        self._settle()
        if kept is not None:
            self.put(*kept)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_asked.emit(10 if event.angleDelta().y() > 0 else -10)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the plain arrows and Home, End, Page keys and Space; with Shift they select."""
        bar = self.verticalScrollBar()
        step = round(self._type.em * 4.5) if self._type else bar.singleStep()
        page = round(self.viewport().height() * 0.9)
        moves = {
            Qt.Key.Key_Up: bar.value() - step,
            Qt.Key.Key_Down: bar.value() + step,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_Space: bar.value() + page,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in moves:
            bar.setValue(moves[Qt.Key(event.key())])
            event.accept()
            return
        super().keyPressEvent(event)

    def spot_under(self, point: QPoint) -> Spot | None:
        """Return the spot whose letter is under a point of the viewport; None beside the text."""
        where = QPointF(point) + QPointF(0, self.scrolled())
        position = self.document().documentLayout().hitTest(where, Qt.HitTestAccuracy.ExactHit)
        return self.map.spot(position) if self.map is not None and position >= 0 else None

    def _start(self, page: Page, at: Spot | None) -> int:
        return min(at.line, max(0, len(page.lines) - 1)) if at else 0

    def _set_margins(self, document: QTextDocument) -> None:
        if self._type is None:
            return
        root = document.rootFrame()
        look = root.frameFormat()
        side = max(0.0, (self.viewport().width() - self.column()) / 2)
        if look.leftMargin() == side and look.topMargin() > 0:
            return
        look.setLeftMargin(side)
        look.setRightMargin(side)
        look.setTopMargin(self._type.em * 1.6)
        look.setBottomMargin(self._type.em * 5)
        root.setFrameFormat(look)

    def _settle(self) -> None:
        """Finish the layout now, so that the scroll bar says the truth before the first paint."""
        if not self._is_small:
            return
        layout = self.document().documentLayout()
        layout.pageCount()  # the only question that makes Qt lay out the whole text
        layout.documentSizeChanged.emit(layout.documentSize())

    def _set_more(self) -> None:
        if self._setter is None or self._setter.is_whole:
            self._slices.stop()
            self.filled.emit()
            return
        kept = self.anchor() if self._setter.last == len(self._setter.blocks) else None
        self._setter.more(SLICE)
        if kept is not None:
            self.put(*kept)


def _leaf(left: float, top: float, size: float) -> QPolygonF:
    """Return a sheet of paper with a folded corner: the sign of a note."""
    points = ((0, 0), (1, 0), (1, 0.6), (0.6, 1), (0, 1), (0, 0))
    fold = ((0.6, 1), (0.6, 0.6), (1, 0.6))
    return QPolygonF([QPointF(left + x * size, top + y * size) for x, y in (*points[:4], *fold[1:], *points[2:])])


def _note_of(url: QUrl) -> int:
    """Return the note a mark's address names, or 0; any other address is nothing to us."""
    text = url.toString()
    return int(text[5:]) if text.startswith("note:") and text[5:].isdigit() else 0
