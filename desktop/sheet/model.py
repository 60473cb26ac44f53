"""An exported table as a model of Qt: exactly the cells that go out, with the notes marked in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from db.export.layouts import captions_of
from db.export.looks import shown
from db.export.marked import pieces
from db.export.table import ExportCell, ExportTable
from desktop.languages import translate
from desktop.pens import Drawn, telling

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
PIECES = Qt.ItemDataRole.UserRole + 1
"""The words of a cell as (words, raised) pairs; raised are the labels of its notes."""

SIDE = Qt.ItemDataRole.UserRole + 2
"""Where the words of a cell stand: an alignment flag."""

PEN = Qt.ItemDataRole.UserRole + 3
"""What the user has marked in a cell: a Drawn, or None."""

_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_EMPTY = ExportTable("", "", (), ())


class SheetModel(QAbstractTableModel):
    """Shows the body of one table; its captions are the head's affair."""

    def __init__(self) -> None:
        super().__init__()
        self.table = _EMPTY
        self._numbers = "vi"
        self._notes = True
        self._captions: list[str] = []
        self._sides: list[Qt.AlignmentFlag] = []
        self._drawn: Mapping[tuple[int, int], Drawn] = {}

    def show(self, table: ExportTable | None, numbers: str = "vi", notes: bool = True) -> None:
        """Show a table (None: nothing), numbers in Vietnamese ("vi") or English signs, with the notes or without."""
        self.beginResetModel()
        self.table = table or _EMPTY
        self._numbers, self._notes = numbers, notes
        self._captions = captions_of(self.table) if self.table.head else []
        self._sides = [_side(self.table, col) for col in range(self.table.cols)]
        self._drawn = {}
        self.endResetModel()

    def cell(self, row: int, col: int) -> ExportCell:
        """Return a cell of the body."""
        return self.table.rows[row][col]

    def show_pens(self, drawn: Mapping[tuple[int, int], Drawn]) -> None:
        """Draw what the user has marked, by row and column; a view has to be painted anew."""
        self._drawn = drawn

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self.table.cols

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        drawn = self._drawn.get((index.row(), index.column()))
        if role in _WORDS:
            words = "".join(words for words, _raised in self._pieces(cell))
            told = role == Qt.ItemDataRole.AccessibleTextRole and drawn is not None
            return f"{words} ({telling(drawn)})" if told and drawn is not None else words
        given: dict[int, Callable[[], Any]] = {
            CELL: lambda: cell,
            SIDE: lambda: self._side_of(cell, index.column()),
            PIECES: lambda: self._pieces(cell),
            PEN: lambda: drawn,
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(cell, drawn),
        }
        return given[role]() if role in given else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._captions[section] if section < len(self._captions) else str(section + 1)

    def _side_of(self, cell: ExportCell, col: int) -> Qt.AlignmentFlag:
        side = self._sides[col]
        if side == Qt.AlignmentFlag.AlignHCenter and cell.colspan == 1:
            return side
        if cell.kind == "number":
            return Qt.AlignmentFlag.AlignRight
        return Qt.AlignmentFlag.AlignLeft if cell.colspan > 1 else side

    def _pieces(self, cell: ExportCell) -> list[tuple[str, bool]]:
        return list(pieces(cell, shown(cell, self._numbers), self.table, self._notes))

    def _tip(self, cell: ExportCell, drawn: Drawn | None) -> str | None:
        """Return the notes of a cell, the user's own, and that it is no number; escaped, as tool-tips may be rich."""
        notes = dict.fromkeys(self.table.notes[number] for _offset, number in cell.marks)
        lines = [f"[{note.label}] {note.text}" for note in notes]
        if cell.doubtful:
            lines.append(translate("Sheet", "It stands among numbers and cannot be read as one: it goes out as words."))
        lines += [telling(drawn)] if drawn is not None else []
        return "<p>" + "</p><p>".join(map(escape, lines)) + "</p>" if lines else None


def _side(table: ExportTable, col: int) -> Qt.AlignmentFlag:
    """Return where a column stands: running numbers in the middle, numbers and what stands for them at the right."""
    if {row[col].text.strip().upper().rstrip(".") for row in table.head} & {"STT", "TT", "SỐ TT", "NO"}:
        return Qt.AlignmentFlag.AlignHCenter
    cells = [row[col] for row in table.rows if row[col].colspan == 1]
    words = [cell for cell in cells if any(map(str.isalnum, cell.text))]
    numbers = sum(cell.kind == "number" for cell in words)
    mostly = bool(words) and 2 * numbers >= len(words)
    # A column of dashes alone stands among columns of numbers.
    dashes = not words and any(cell.text.strip() for cell in cells)
    return Qt.AlignmentFlag.AlignRight if mostly or dashes else Qt.AlignmentFlag.AlignLeft
