"""The files of an import as a Qt table: what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from db.messages import step_words, words_for
from db.model import Counts, Receipt, Report, ReportData
from desktop.icons import icon
from desktop.languages import QT_TRANSLATE_NOOP, REPORT_NUMBERS, current_language, translate
from desktop.themes import Themes
from desktop.widgets.plain_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
RECEIPT = Qt.ItemDataRole.UserRole

HEADINGS = (
    QT_TRANSLATE_NOOP("Importing", "File"),
    QT_TRANSLATE_NOOP("Importing", "Year"),
    QT_TRANSLATE_NOOP("Importing", "Period"),
    QT_TRANSLATE_NOOP("Importing", "Issuer"),
    QT_TRANSLATE_NOOP("Importing", "Kind"),
    QT_TRANSLATE_NOOP("Importing", "Sections"),
    QT_TRANSLATE_NOOP("Importing", "Notes"),
    QT_TRANSLATE_NOOP("Importing", "Tables"),
    QT_TRANSLATE_NOOP("Importing", "Figures"),
    QT_TRANSLATE_NOOP("Importing", "Outcome"),
)
FILE, YEAR, PERIOD, ISSUER, KIND, SECTIONS, NOTES, TABLES, FIGURES, OUTCOME = range(len(HEADINGS))
FIELDS = {YEAR: "year", PERIOD: "period", ISSUER: "issuer", KIND: "kind"}
"""The columns the user may correct, with the field of `ReportData` behind each."""
NUMBERS = (YEAR, SECTIONS, NOTES, TABLES, FIGURES)
FIELD_ROLES = (
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Line:
    """One file: waiting (no receipt), being read (`step` set), or done.

    `data` is what its report says of itself, `read` what was read where the user corrected
    it, `versions` the other reports of the same issuer and period. `gone` is "undone" or
    "removed" where its report left the library since.
    """

    path: Path
    step: str = ""
    receipt: Receipt | None = None
    data: ReportData | None = None
    read: ReportData | None = None
    versions: tuple[Report, ...] = ()
    gone: str = ""

    @property
    def editable(self) -> bool:
        """Whether there is a report whose data can be corrected."""
        return self.data is not None and not self.gone


def words(text: str) -> str:
    """Return the interface's words for `text` in the language in force."""
    return QCoreApplication.translate("Importing", text)


class ImportModel(QAbstractTableModel):
    """The files of one import, in the order they are read. `edited` tells what the user typed for which report."""

    edited = Signal(int, dict)

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

    def again(self, path: Path) -> None:
        """Let what becomes now of a file that was refused, or known already, take the place of its line."""
        for row, line in enumerate(self._lines):
            if line.path == path and line.receipt is not None and line.receipt.status in {"refused", "known"}:
                self._unfinished[path.name] = row

    def renew(self, lines: Iterable[Line]) -> None:
        """Show what has become of the same files since."""
        self._lines = list(lines)
        self.retranslate()

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
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(line, column)
        if column in FIELDS and role in FIELD_ROLES:
            return self._field(line, FIELDS[column], role)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return RIGHT
        return line if role == RECEIPT else self._painted(line, column, role)

    def _painted(self, line: Line, column: int, role: int) -> object:
        """Return the sign before a file's name and the colour of its outcome."""
        if role == Qt.ItemDataRole.DecorationRole and column == FILE:
            return icon(*self._sign(line))
        if role == Qt.ItemDataRole.ForegroundRole and column == OUTCOME and line.receipt is not None:
            return QColor(self._sign(line)[1])
        if role == Qt.ItemDataRole.ToolTipRole and column in (FILE, OUTCOME):
            return plain_tip(_cell(line, column))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        flags = super().flags(index)
        if line is not None and line.editable and index.column() in FIELDS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a correction; False for a year that is none. The cell changes when it is kept."""
        line = self.line(index)
        if role != Qt.ItemDataRole.EditRole or line is None or line.data is None or line.receipt is None:
            return False
        field, typed = FIELDS[index.column()], " ".join(str(value).split())
        if field == "year" and typed and not (typed.isdecimal() and 1900 <= int(typed) <= 2100):
            return False
        wanted: object = (int(typed) if typed else None) if field == "year" else typed
        if wanted != getattr(line.data, field):
            self.edited.emit(line.receipt.report_id, {field: wanted})
        return True

    @staticmethod
    def _field(line: Line, field: str, role: int) -> object:
        """Return what a cell that can be corrected shows besides its words: its mark and what was read."""
        if line.data is None:
            return None
        now = getattr(line.data, field)
        if role == Qt.ItemDataRole.EditRole:
            return str(now or "")
        read = getattr(line.read, field) if line.read is not None else now
        if read == now:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("pencil")
        was = str(read) if read else translate("Importing", "nothing")
        text = translate("Importing", "Corrected; the file says: {was}").format(was=was)
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else f"{now} ({text})"

    def _sign(self, line: Line) -> tuple[str, str]:
        """Return the icon and colour that stand for what became of a file."""
        theme = self._themes.current
        if line.receipt is None:
            return ("loader" if line.step else "clock", theme.ink_soft)
        if line.receipt.status == "refused":
            return ("circle-x", theme.danger)
        if line.gone or line.receipt.status == "known":
            return ("info", theme.ink_soft)
        if serious(line.receipt):
            return ("triangle-alert", theme.warning)
        return ("circle-check", theme.good)


def serious(receipt: Receipt) -> int:
    """Return how many findings ask for a look (unlinked notes, lost parts), not mere notices of tidying."""
    return sum(1 for finding in receipt.findings if finding.code not in NOTICES)


NOTICES = {"TBC-413", "TBC-414", "TBC-415", "TBC-433", "TBC-410", "TBC-436", "TBC-451", "TBC-453"}


def _cell(line: Line, column: int) -> str:
    if column == FILE:
        return line.path.name
    if column == OUTCOME:
        return outcome(line)
    receipt = line.receipt
    if receipt is None or receipt.status == "refused":
        return ""
    if column in FIELDS:
        return str(getattr(line.data or ReportData(), FIELDS[column]) or "?")
    return _count(receipt.counts, column)


def _count(counts: Counts, column: int) -> str:
    """Return a count as the receipt shows it; notes as "51/52" where not all found their mark."""
    number = REPORT_NUMBERS.toString
    if column == NOTES and counts.notes != counts.notes_linked:
        return f"{number(counts.notes_linked)}/{number(counts.notes)}"
    return number((counts.sections, counts.notes, counts.tables, counts.figures)[column - SECTIONS])


STATES = {
    "imported": QT_TRANSLATE_NOOP("Importing", "Imported"),
    "known": QT_TRANSLATE_NOOP("Importing", "Already on the shelf"),
    "undone": QT_TRANSLATE_NOOP("Importing", "Undone"),
    "removed": QT_TRANSLATE_NOOP("Importing", "Removed again"),
    "revised": QT_TRANSLATE_NOOP("Importing", "Another version; both are kept"),
}


def outcome(line: Line) -> str:
    """Return what became of a file, in one line."""
    if line.receipt is None:
        return step_words(line.step or "wait", current_language())
    if line.receipt.status == "refused":
        said = words_for(line.receipt.code, current_language(), file=line.path.name, detail=line.receipt.detail)
        return said.reason
    if line.gone:
        return words(STATES[line.gone])
    text = words(STATES.get(line.receipt.status, line.receipt.status))
    warnings = serious(line.receipt)
    return translate("Importing", "{state}, {n} things to look at").format(state=text, n=warnings) if warnings else text
