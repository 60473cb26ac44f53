"""Packing reports for another office: which ones, under whose name, and where the file goes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import TuBaoCaoError
from db.importer.bundle import SUFFIX, Manifest
from db.model import Progress
from db.signing import code_of
from desktop.icons import icon
from desktop.jobs import Job
from desktop.messages import notice_of
from desktop.notices import plain_label

Pack = Callable[[Sequence[int], str, Path], Generator[Progress, None, Manifest]]
"""Writes reports, under the name of an office, into a file."""
_ID = Qt.ItemDataRole.UserRole


class PackDialog(QDialog):
    """`reports` are (id, name) in the order of the shelf; `chosen` are ticked. `packed` tells the name that signed."""

    packed = Signal(str)

    def __init__(
        self,
        reports: Iterable[tuple[int, str]],
        chosen: Iterable[int],
        office: str,
        pack: Pack,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._job: Job | None = None
        self._goal = Path()
        self.list = QListWidget()
        ticked = set(chosen)
        for report_id, name in reports:
            item = QListWidgetItem(name, self.list)
            item.setData(_ID, report_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if report_id in ticked else Qt.CheckState.Unchecked)
        self.office = QLineEdit(office)
        self.said = plain_label("why")
        self._bar = QProgressBar()
        self._bar.hide()
        self.save = QPushButton()
        self.save.setObjectName("primary")
        self.copy = QPushButton(icon("copy"), "")
        self.copy.hide()
        self._close = QPushButton()
        self._heading, self._label = QLabel(), QLabel()
        self._place()
        self._connect()
        self._name()
        self._allow()

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def chosen(self) -> list[int]:
        """Return the ids of the ticked reports in the order of the list."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_ID) for item in rows if item.checkState() == Qt.CheckState.Checked]

    def write(self, goal: Path) -> None:
        """Write the ticked reports into `goal`, in the background."""
        if goal.suffix.lower() != SUFFIX:
            goal = goal.with_name(goal.name + SUFFIX)
        self._goal = goal
        self._job = Job(self._pack(self.chosen(), self._office(), goal), self)
        self._job.progressed.connect(self._step)
        self._job.succeeded.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._ended)
        self._bar.show()
        self._job.start()
        self._allow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)

    def _office(self) -> str:
        return " ".join(self.office.text().split())

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self._heading.setWordWrap(True)
        self._label.setBuddy(self.office)
        self.list.setSpacing(unit // 8)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit // 2)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        for widget in (self._label, self.office, self._bar, self.said):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.resize(unit * 36, unit * 30)

    def _connect(self) -> None:
        self.list.itemChanged.connect(lambda _item: self._allow())
        self.office.textChanged.connect(lambda _text: self._allow())
        self.save.clicked.connect(self._ask)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.said.text()))
        self._close.clicked.connect(self.close)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the pack"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Packs of reports (*{suffix})").format(suffix=SUFFIX))
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        dialog.selectFile(f"bao-cao{SUFFIX}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def _allow(self) -> None:
        count = len(self.chosen())
        self.save.setEnabled(bool(count and self._office()) and not self.busy)
        self.save.setText(self.tr("Save {n} reports as…").format(n=count))

    def _step(self, step: object) -> None:
        if isinstance(step, Progress):
            self._bar.setRange(0, step.total)
            self._bar.setValue(step.done)

    def _done(self, told: Manifest) -> None:
        signature = told.signature
        code = code_of(signature.key) if signature is not None else ""
        text = self.tr(
            "“{file}” was written, with {n} reports. Key code: {code}. Read it to the receiver by telephone the first "
            "time; afterwards their program knows the key."
        )
        self.said.setText(text.format(file=self._goal.name, n=len(told.reports), code=code))
        self.copy.show()
        self.packed.emit(self._office())
        self._ended()

    def _failed(self, error: Exception) -> None:
        told = notice_of(error)
        code = error.code if isinstance(error, TuBaoCaoError) else "TBC-100"
        self.said.setText(f"{told.what} {told.why} {told.todo} ({code})")
        self._ended()

    def _ended(self) -> None:
        self._job = None
        self._bar.hide()
        self._allow()

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Pack reports for another office"))
        self._heading.setText(
            self.tr("Ticked reports go out as they were imported; your bookmarks, notes and corrections stay here.")
        )
        self._label.setText(self.tr("&Name of your office, which the receiver will see"))
        self.list.setAccessibleName(self.tr("Reports to be packed"))
        self.office.setAccessibleName(self.tr("Name of your office"))
        self.copy.setText(self.tr("Copy"))
        self._close.setText(self.tr("Close"))
