"""What becomes of a file that is another version of a report, or the same one: one line under the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QWidget

from desktop.icons import icon
from desktop.importing.model import Line


class VersionChoice(QWidget):
    """Three ways with a second version, and a look at both; a file that is known already can be opened."""

    replace_requested = Signal(int, int)
    skip_requested = Signal(int)
    compare_requested = Signal(int, int)
    report_requested = Signal(int)
    rereading_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: Line | None = None
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._keep, self._replace, self._skip = (QRadioButton() for _ in range(3))
        self._ways = QButtonGroup(self)
        for way in (self._keep, self._replace, self._skip):
            self._ways.addButton(way)
        self._compare = QPushButton(icon("git-compare"), "")
        self._open = QPushButton(icon("book-open"), "")
        self._again = QPushButton(icon("refresh-cw"), "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(QFontMetrics(self.font()).height())
        for widget in (self._said, self._keep, self._replace, self._skip, self._compare, self._open, self._again):
            row.addWidget(widget)
        row.addStretch(1)
        self._replace.clicked.connect(self._ask_to_replace)
        self._skip.clicked.connect(self._ask_to_skip)
        self._compare.clicked.connect(self._ask_to_compare)
        self._open.clicked.connect(self._ask_to_open)
        self._again.clicked.connect(self._ask_to_read_again)
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Offer what can be done about a file; nothing is offered for an ordinary one."""
        self._line = line
        receipt = line.receipt if line is not None and not line.gone else None
        known = receipt is not None and receipt.status == "known" and receipt.report_id is not None
        other = receipt is not None and receipt.status in {"imported", "revised"} and bool(line and line.versions)
        self.setVisible(known or other)
        for widget in (self._keep, self._replace, self._skip, self._compare):
            widget.setVisible(other)
        self._open.setVisible(known)
        self._again.setVisible(known)
        self._keep.setChecked(True)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask_to_replace(self) -> None:
        if self._line and self._line.versions and self._line.receipt:
            self.replace_requested.emit(self._line.versions[-1].id, self._line.receipt.report_id)

    def _ask_to_skip(self) -> None:
        if self._line and self._line.receipt:
            self.skip_requested.emit(self._line.receipt.report_id)

    def _ask_to_compare(self) -> None:
        if self._line and self._line.versions and self._line.receipt:
            self.compare_requested.emit(self._line.versions[-1].id, self._line.receipt.report_id)

    def _ask_to_open(self) -> None:
        if self._line and self._line.receipt:
            self.report_requested.emit(self._line.receipt.report_id)

    def _ask_to_read_again(self) -> None:
        if self._line:
            self.rereading_requested.emit(self._line.path)

    def _retranslate(self) -> None:
        self._keep.setText(self.tr("Keep as a new version"))
        self._replace.setText(self.tr("Replace the old one"))
        self._skip.setText(self.tr("Skip"))
        self._compare.setText(self.tr("Compare the two"))
        self._open.setText(self.tr("Open the report"))
        self._again.setText(self.tr("Read it again"))
        self._again.setToolTip(
            self.tr("What this version of the program reads takes the place of what was read then; your notes stay.")
        )
        if self._line is None:
            return
        name = self._line.path.name
        if self._line.versions:
            other = self._line.versions[-1].source.name
            self._said.setText(self.tr("{file} – also there: {other}").format(file=name, other=other))
        else:
            self._said.setText(self.tr("{file}: already on the shelf").format(file=name))
