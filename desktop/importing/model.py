"""The files of an import as a Qt table: what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from db.messages import step_words, words_for
from db.model import Counts, Receipt, ReportData
from desktop.icons import icon
from desktop.languages import QT_TRANSLATE_NOOP, REPORT_NUMBERS, current_language, translate
from desktop.themes import Themes

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
RECEIPT = Qt.ItemDataRole.UserRole

HEADINGS = (
    QT_TRANSLATE_NOOP("Importing", "File"),
    QT_TRANSLATE_NOOP("Importing", "Year"),
    QT_TRANSLATE_NOOP("Importing", "Issuer"),
    QT_TRANSLATE_NOOP("Importing", "Sections"),
    QT_TRANSLATE_NOOP("Importing", "Notes"),
    QT_TRANSLATE_NOOP("Importing", "Tables"),
    QT_TRANSLATE_NOOP("Importing", "Figures"),
    QT_TRANSLATE_NOOP("Importing", "Outcome"),
)
FILE, YEAR, ISSUER, SECTIONS, NOTES, TABLES, FIGURES, OUTCOME = range(len(HEADINGS))
NUMBERS = (YEAR, SECTIONS, NOTES, TABLES, FIGURES)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Line:
    """One file: waiting (no receipt), being read (`step` set), or done."""

    path: Path
    step: str = ""
    receipt: Receipt | None = None
    data: ReportData | None = None


def words(text: str) -> str:
    """Return the interface's words for `text` in the language in force."""
    return QCoreApplication.translate("Importing", text)


class ImportModel(QAbstractTableModel):
    """The files of one import, in the order they are read."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._lines: list[Line] = []
        self._unfinished: dict[str, int] = {}

    def clear(self) -> None:
        """Forget all lines."""
        self.beginResetModel()
        self._lines = []
        self._unfinished = {}
        self.endResetModel()

    def put(self, line: Line) -> None:
        """Bring the unfinished line of that file name up to date, or add one.

        Progress tells the file's name only; of two files of one name in different folders
        the first to begin is the first to end.
        """
        row = self._unfinished.get(line.path.name)
        if row is None:
            row = len(self._lines)
            self.beginInsertRows(ROOT, row, row)
            self._lines.append(line)
            self.endInsertRows()
        else:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADINGS) - 1))
        if line.receipt is None:
            self._unfinished[line.path.name] = row
        else:
            self._unfinished.pop(line.path.name, None)

    def step(self, name: str, step: str) -> None:
        """Say what is being done to a file."""
        self.put(Line(Path(name), step=step))

    def line(self, index: Index) -> Line | None:
        """Return the line of an index."""
        return self._lines[index.row()] if index.isValid() else None

    def receipts(self) -> list[Receipt]:
        """Return the receipts so far, in order."""
        return [line.receipt for line in self._lines if line.receipt is not None]

    def lines(self) -> tuple[Line, ...]:
        """Return all lines, in order."""
        return tuple(self._lines)

    def retranslate(self) -> None:
        """Show all words again in the language now in force."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADINGS) - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(HEADINGS) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words(HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(line, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == FILE:
            return icon(*self._sign(line))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == OUTCOME and line.receipt is not None:
            return QColor(self._sign(line)[1])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return RIGHT
        return line if role == RECEIPT else None

    def _sign(self, line: Line) -> tuple[str, str]:
        """Return the icon and colour that stand for what became of a file."""
        theme = self._themes.current
        if line.receipt is None:
            return ("loader" if line.step else "clock", theme.ink_soft)
        if line.receipt.status == "refused":
            return ("circle-x", theme.danger)
        if line.receipt.status == "known":
            return ("info", theme.ink_soft)
        if serious(line.receipt):
            return ("triangle-alert", theme.warning)
        return ("circle-check", theme.good)


def serious(receipt: Receipt) -> int:
    """Return how many findings ask for a look (unlinked notes, lost parts), not mere notices of tidying."""
    return sum(1 for finding in receipt.findings if finding.code not in NOTICES)


NOTICES = {"TBC-413", "TBC-414", "TBC-415", "TBC-433", "TBC-410", "TBC-451", "TBC-453"}


def _cell(line: Line, column: int) -> str:
    if column == FILE:
        return line.path.name
    if column == OUTCOME:
        return outcome(line)
    receipt = line.receipt
    if receipt is None or receipt.status == "refused":
        return ""
    data = line.data or ReportData()
    return {YEAR: str(data.year or "?"), ISSUER: data.issuer or "?"}.get(column) or _count(receipt.counts, column)


def _count(counts: Counts, column: int) -> str:
    """Return a count as the receipt shows it; notes as "51/52" where not all found their mark."""
    number = REPORT_NUMBERS.toString
    if column == NOTES and counts.notes != counts.notes_linked:
        return f"{number(counts.notes_linked)}/{number(counts.notes)}"
    return number((counts.sections, counts.notes, counts.tables, counts.figures)[column - SECTIONS])


STATES = {
    "imported": QT_TRANSLATE_NOOP("Importing", "Imported"),
    "known": QT_TRANSLATE_NOOP("Importing", "Already on the shelf"),
    "revised": QT_TRANSLATE_NOOP("Importing", "Another version; both are kept"),
}


def outcome(line: Line) -> str:
    """Return what became of a file, in one line."""
    if line.receipt is None:
        return step_words(line.step or "wait", current_language())
    if line.receipt.status == "refused":
        said = words_for(line.receipt.code, current_language(), file=line.path.name, detail=line.receipt.detail)
        return said.reason
    text = words(STATES.get(line.receipt.status, line.receipt.status))
    warnings = serious(line.receipt)
    return translate("Importing", "{state}, {n} things to look at").format(state=text, n=warnings) if warnings else text
