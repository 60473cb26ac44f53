"""The window that stands in while something is done to a library that nobody may have open: a restore, a repair."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QProgressBar, QPushButton

from db.messages import step_words
from db.model import Progress
from desktop.jobs import Job, under_way
from desktop.languages import current_language, translate
from desktop.notices import plain_label
from desktop.widgets.centred import centred

_LOOK_AGAIN = 20
"""Milliseconds between two looks at whether the readers of the library have ended."""


class WaitingWindow(QMainWindow):
    """Runs `work` off the GUI thread once it may begin; exactly one of the first three signals tells how it ended.

    `title` is a source text of the context WaitingWindow. Closing the window stops the work.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    left = Signal()

    def __init__(self, store: Path, title: str, work: Generator[Progress, None, Any]) -> None:
        super().__init__()
        self.store = store
        self._name = title
        self._step = Progress(0, 0, "wait")
        self._before: tuple[Job, ...] = ()
        self._title = plain_label("emptyTitle")
        self._why = plain_label("why")
        self._state = plain_label("smallCaption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton()
        self._job = Job(work, self)
        self._job.progressed.connect(self._show)
        self._job.succeeded.connect(self.succeeded)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.cancelled)
        self._cancel.clicked.connect(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self._look)
        self._place()
        self._retranslate()

    def begin(self, after: tuple[Job, ...]) -> None:
        """Start the work as soon as these jobs, which still have the library open, have ended."""
        self._before = after
        self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self._job.abandon()
        super().closeEvent(event)
        self.left.emit()

    def _look(self) -> None:
        if not under_way(self._before):
            self._timer.stop()
            self._job.start()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        if self._timer.isActive():
            self._timer.stop()
            self.cancelled.emit()
        self._job.cancel()

    def _show(self, step: Progress) -> None:
        self._step = step
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._state.setText(step_words(step.step, current_language()))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self._title.setWordWrap(True)
        lines = (self._title, self._why, self._bar, self._state)
        self.setCentralWidget(centred(self, "archive-restore", lines, buttons))
        self.resize(unit * 60, unit * 34)

    def _retranslate(self) -> None:
        self.setWindowTitle(f"{self.store.name} – Tủ Báo Cáo")
        self._title.setText(translate("WaitingWindow", self._name))
        self._why.setText(
            self.tr("The file as it was is kept beside the library under a name with “.hong-”; nothing is deleted.")
        )
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel.setText(self.tr("Cancel"))
        self._show(self._step)
