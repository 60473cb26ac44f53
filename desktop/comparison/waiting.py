"""What stands in the place of a comparison while it is made: the step, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from db.messages import step_words
from db.model import Progress
from desktop.languages import current_language


class Waiting(QWidget):
    """Emits `cancelled` while something is under way, `asked` where it was stopped and is wanted after all."""

    cancelled = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step: Progress | None = None
        self._stopped = False
        self.doing = QLabel()
        self.doing.setObjectName("emptyTitle")
        self.doing.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.button = QPushButton()
        self.button.clicked.connect(lambda _on: (self.asked if self._stopped else self.cancelled).emit())
        unit = QFontMetrics(self.font()).height()
        self.progress.setFixedWidth(unit * 24)
        layout = QVBoxLayout(self)
        layout.setSpacing(unit)
        layout.addStretch(2)
        for part in (self.doing, self.progress, self.button):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._retranslate()

    def begin(self) -> None:
        """Something begins."""
        self._step, self._stopped = None, False
        self.progress.setRange(0, 0)
        self._retranslate()

    def show_step(self, step: Progress) -> None:
        """Show how far it is."""
        self._step = step
        self.progress.setRange(0, max(step.total, 1))
        self.progress.setValue(step.done)
        self._retranslate()

    def stop(self) -> None:
        """It was stopped, and there is nothing else to show."""
        self._stopped = True
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.progress.setVisible(not self._stopped)
        if self._stopped:
            self.doing.setText(self.tr("The comparison was stopped."))
            self.button.setText(self.tr("Compare again"))
        else:
            self.doing.setText(step_words(self._step.step, current_language()) if self._step else "")
            self.button.setText(self.tr("Cancel"))
