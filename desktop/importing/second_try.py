"""The offer to try a refused file once more through the office program of this machine: one line under the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.importer.office import Office
from db.importer.second_try import may_help
from desktop.icons import icon
from desktop.importing.model import Line


class SecondTryOffer(QWidget):
    """Shown for a file that was refused for a reason an office program may know better; `asked` tells its path."""

    asked = Signal(object)

    def __init__(self, office: Office | None) -> None:
        super().__init__()
        self._office = office
        self._line: Line | None = None
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._try = QPushButton(icon("refresh-cw"), "")
        self._try.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(QFontMetrics(self.font()).height())
        row.addWidget(self._said)
        row.addWidget(self._try)
        row.addStretch(1)
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Offer a second try for a file, where there is a program for it and hope."""
        self._line = line
        receipt = line.receipt if line is not None else None
        hope = False
        if line is not None and receipt is not None and receipt.status == "refused":
            hope = may_help(line.path, receipt.code, receipt.detail)
        self.setVisible(self._office is not None and hope)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask(self) -> None:
        if self._line is not None:
            self.asked.emit(self._line.path)

    def _retranslate(self) -> None:
        if self._office is None or self._line is None:
            return
        said = self.tr("{program} may be able to open {file}. A copy is converted; the file stays as it is.")
        self._said.setText(said.format(program=self._office.name, file=self._line.path.name))
        self._try.setText(self.tr("Try with {program}").format(program=self._office.name))
