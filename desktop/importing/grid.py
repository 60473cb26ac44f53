"""The table of an import: Tab and Enter walk the cells that can be corrected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.importing.model import FILE, ISSUER, KIND, OUTCOME, PERIOD, YEAR, ImportModel

Hint = QAbstractItemDelegate.EndEditHint
Move = QAbstractItemView.CursorAction


class ImportGrid(QTableView):
    """Tab goes to the next cell that can be corrected and leaves the table after the last; Enter corrects it."""

    def __init__(self, model: ImportModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        # What is wrapped is cut at its end, and names of reports differ there.
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        unit = QFontMetrics(self.font()).height()
        self.setIconSize(QSize(unit, unit))
        header.setSectionResizeMode(OUTCOME, QHeaderView.ResizeMode.Stretch)
        self._fit()
        model.headerDataChanged.connect(self._fit)

    def _fit(self) -> None:
        """Give every column its usual width, and at least that of its heading in the language in force."""
        unit, header = QFontMetrics(self.font()).height(), self.horizontalHeader()
        for column in range(OUTCOME):
            usual = unit * {FILE: 11, YEAR: 4, PERIOD: 4, ISSUER: 10, KIND: 5}.get(column, 3)
            self.setColumnWidth(column, max(usual, header.sectionSizeHint(column)))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        following = self._editable_from(1 if forwards else -1)
        if not following.isValid():
            return super().focusNextPrevChild(forwards)
        self.setCurrentIndex(following)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._is_editable(self.currentIndex()):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (Move.MoveNext, Move.MovePrevious):
            following = self._editable_from(1 if action == Move.MoveNext else -1)
            return following if following.isValid() else self.currentIndex()
        return super().moveCursor(action, modifiers)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """After Enter the same cell of the next file is at hand, as in a spreadsheet; after Tab the next cell."""
        here = self.currentIndex()
        super().closeEditor(editor, Hint.NoHint if hint == Hint.SubmitModelCache else hint)
        below = here.siblingAtRow(here.row() + 1)
        if hint == Hint.SubmitModelCache and self._is_editable(below):
            self.setCurrentIndex(below)

    def _editable_from(self, step: int) -> QModelIndex:
        """Return the next cell in reading order that can be corrected; invalid after the last."""
        here, columns = self.currentIndex(), self.model().columnCount()
        place = here.row() * columns + here.column() if here.isValid() else -1
        place += step
        while 0 <= place < columns * self.model().rowCount():
            index = self.model().index(place // columns, place % columns)
            if self._is_editable(index):
                return index
            place += step
        return QModelIndex()

    def _is_editable(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(self.model().flags(index) & Qt.ItemFlag.ItemIsEditable)
