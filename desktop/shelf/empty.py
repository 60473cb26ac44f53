"""The shelf where there is nothing to show: what, why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyShelf(QWidget):
    """Stands in the place of the reports; its buttons lead to the first ones."""

    import_requested = Signal()
    samples_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._what = QLabel()
        self._what.setObjectName("emptyTitle")
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._why = QLabel()
        self._why.setObjectName("caption")
        self._import = QPushButton()
        self._import.setObjectName("primary")
        self._samples = QPushButton()
        self._import.clicked.connect(self.import_requested)
        self._samples.clicked.connect(self.samples_requested)
        unit = QFontMetrics(self.font()).height()
        buttons = QHBoxLayout()
        buttons.setSpacing(unit // 2)
        buttons.addStretch(1)
        buttons.addWidget(self._import)
        buttons.addWidget(self._samples)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(unit // 2)
        layout.addStretch(2)
        layout.addWidget(self._what, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._why, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch(3)

    def explain(self, has_reports: bool, typed: str) -> None:
        """Say why nothing is shown."""
        self._import.setVisible(not has_reports)
        self._samples.setVisible(not has_reports)
        if has_reports:
            self._what.setText(self.tr("No report matches “{typed}”.").format(typed=typed))
            self._why.setText(self.tr("Try fewer words, or words without diacritics."))
            return
        self._what.setText(self.tr("The shelf is empty."))
        self._why.setText(self.tr("Drop report files anywhere in the window: .docx, .doc, .pdf, .rtf, .odt, .txt …"))
        self._import.setText(self.tr("Import reports…"))
        self._samples.setText(self.tr("Look at sample reports"))
