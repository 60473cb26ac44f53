"""The tree view of the contents: guide lines, arrows, keys, expanding by level."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from desktop.contents.model import BADGES, SectionTree
from desktop.contents.row import SectionRow, badge_places, inner
from desktop.themes import Themes

_ERRANDS = {
    (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier): "compare",
    (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier): "basket",
    (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier): "print",
}


def _errand(event: QKeyEvent) -> str:
    return _ERRANDS.get((Qt.Key(event.key()), event.modifiers()), "")


class ContentsTree(QTreeView):
    """Shows a `SectionTree`. `chosen` comes with a click or Enter; the section being read is kept in view.

    `badge_chosen` tells which badge was clicked, `errand_asked` and `menu_asked` what is wanted of the section at the
    cursor, `carried` that one is being dragged.
    """

    chosen = Signal(int)
    badge_chosen = Signal(int, str)
    errand_asked = Signal(str, int)
    menu_asked = Signal(int, QPoint)
    carried = Signal(bool)

    def __init__(self, model: SectionTree, themes: Themes | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = model
        self._themes = themes or Themes(self)
        self.row = SectionRow(self._themes, self)
        self.setModel(model)
        self.setItemDelegate(self.row)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setIndentation(round(self.fontMetrics().height() * 1.05))

    def follow(self, section_id: int) -> None:
        """Mark the section being read, open what it stands in, and bring it into view; 0 marks none."""
        self.row.reading = section_id
        index = self._tree.index_of(section_id)
        if index.isValid():
            above = index.parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def expand_to(self, level: int) -> None:
        """Show the sections down to `level` (1 is the top alone)."""
        self.setUpdatesEnabled(False)
        self.collapseAll()
        if level > 1:
            self.expandToDepth(level - 2)
        self.setUpdatesEnabled(True)

    def open_ids(self) -> list[int]:
        """Return the sections that are expanded."""
        indexes = ((one, self._tree.index_of(one)) for one in self._tree.ids())
        return [one for one, index in indexes if self.isExpanded(index) and self._tree.hasChildren(index)]

    def open_all(self, ids: list[int]) -> None:
        """Expand these sections and no others."""
        self.setUpdatesEnabled(False)
        self.collapseAll()
        for section_id in ids:
            index = self._tree.index_of(section_id)
            if index.isValid():
                self.expand(index)
        self.setUpdatesEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; * opens all below; F7, Ctrl+B and Ctrl+P are about the section; the rest is Qt's."""
        index = self.currentIndex()
        errand = _errand(event)
        if self._is_errand(event):
            self.errand_asked.emit(errand, index.internalId())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.chosen.emit(index.internalId())
        elif event.key() == Qt.Key.Key_Asterisk and index.isValid():
            self.expandRecursively(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the section whose words were clicked; the arrow only opens and closes."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        badge = self.badge_at(index, point) if event.button() == Qt.MouseButton.LeftButton else ""
        super().mouseReleaseEvent(event)
        if badge and index == self.currentIndex():
            self.badge_chosen.emit(index.internalId(), badge)
            return
        on_words = index.isValid() and self.visualRect(index).contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and on_words and index == self.currentIndex():
            self.chosen.emit(index.internalId())

    def badge_at(self, index: QModelIndex, point: QPoint) -> str:
        """Return what the badge of a row at a point counts; "" where there is none."""
        if not index.isValid():
            return ""
        font = self.font()
        places = badge_places(font, inner(self.visualRect(index), font), index.data(BADGES))
        return next((kind for kind, _, place in places if place.contains(point)), "")

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are about the section at the cursor from the window while the focus is here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_errand(event):
            event.accept()
            return True
        return super().event(event)

    def _is_errand(self, event: QKeyEvent) -> bool:
        return bool(_errand(event)) and self.currentIndex().isValid()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a section, by mouse or by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            at = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(index.internalId(), self.viewport().mapToGlobal(at))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Show where a section may be dropped as long as it is dragged."""
        self.carried.emit(True)
        super().startDrag(actions)
        self.carried.emit(False)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a hairline for each level one stands in, and an arrow where there is something below."""
        theme = self._themes.current
        step = self.indentation()
        painter.save()
        painter.setPen(QPen(QColor(theme.line), 1))
        depth = 0
        above = index.parent()
        while above.isValid():
            depth += 1
            above = above.parent()
        for level in range(depth):
            x = rect.left() + level * step + step // 2
            painter.drawLine(x, rect.top(), x, rect.bottom())
        if self._tree.hasChildren(index):
            self._draw_arrow(painter, rect.left() + depth * step + step / 2, rect.center().y() + 0.5, index)
        painter.restore()

    def _draw_arrow(self, painter: QPainter, x: float, y: float, index: QModelIndex | QPersistentModelIndex) -> None:
        size = self.fontMetrics().xHeight() * 0.52
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._themes.current.ink_soft), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self.isExpanded(index):
            points = [QPointF(x - size, y - size / 2), QPointF(x, y + size / 2), QPointF(x + size, y - size / 2)]
        else:
            points = [QPointF(x - size / 2, y - size), QPointF(x + size / 2, y), QPointF(x - size / 2, y + size)]
        painter.drawPolyline(QPolygonF(points))
