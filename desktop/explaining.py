"""The window that opens where a library cannot: what happened, why, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics
from PySide6.QtWidgets import QFileDialog, QMainWindow, QPushButton

from db.backups import backups
from db.errors import DamagedLibrary, NotALibrary
from db.messages import explain
from db.salvage import looks_salvageable
from desktop.icons import icon
from desktop.languages import current_language
from desktop.messages import details_of
from desktop.notices import plain_label
from desktop.restoring import RestoreDialog
from desktop.widgets.centred import centred
from desktop.widgets.flow import FlowLayout


class ExplainingWindow(QMainWindow):
    """Stands in for the main window. `store_requested` carries a path and whether to make a new library there,

    `restore_requested` the path of a backup; `repair_requested` asks for what is whole to be salvaged.
    """

    store_requested = Signal(object, bool)
    restore_requested = Signal(object)
    repair_requested = Signal()
    left = Signal()

    def __init__(self, store: Path, error: Exception) -> None:
        super().__init__()
        self.store = store
        self._error = error
        self._what = plain_label("emptyTitle")
        self._why = plain_label("why")
        self._todo = plain_label("todo")
        self._details = plain_label("smallCaption")
        self._again = QPushButton()
        self._other = QPushButton(icon("folder-open"), "")
        self._new = QPushButton(icon("plus"), "")
        self._restore = QPushButton(icon("archive-restore"), "")
        self._restore.setVisible(bool(backups(store)))
        self._restore.clicked.connect(self._ask_for_backup)
        self._repair = QPushButton(icon("refresh-cw"), "")
        self._repair.setVisible(_is_mendable(store, error))
        self._repair.clicked.connect(self.repair_requested)
        self._again.setObjectName("primary")
        self._again.clicked.connect(lambda: self.store_requested.emit(self.store, False))
        self._other.clicked.connect(lambda: self._ask(create=False))
        self._new.clicked.connect(lambda: self._ask(create=True))
        self._place()
        self._retranslate()

    def tell(self, error: Exception) -> None:
        """Explain another failure in the stead of the first."""
        self._error = error
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        buttons = FlowLayout(unit // 2)
        for button in (self._again, self._repair, self._restore, self._other, self._new):
            buttons.addWidget(button)
        self._what.setWordWrap(True)
        lines = (self._what, self._why, self._todo)
        self.setCentralWidget(centred(self, "file-warning", lines, buttons, (self._details,)))
        self.resize(unit * 60, unit * 34)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def _ask_for_backup(self) -> None:
        dialog = RestoreDialog(self.store, self)
        dialog.chosen.connect(self.restore_requested)
        dialog.open()

    def _ask(self, create: bool) -> None:
        title = self.tr("New library") if create else self.tr("Open library")
        dialog = QFileDialog(self, title, str(self.store.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.AcceptMode.AcceptSave if create else QFileDialog.AcceptMode.AcceptOpen
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix("tubaocao")
        dialog.setNameFilter(self.tr("Libraries (*.tubaocao)"))
        dialog.fileSelected.connect(lambda name: self.store_requested.emit(Path(name), create))
        dialog.open()

    def _retranslate(self) -> None:
        words = explain(self._error, current_language())
        self.setWindowTitle(f"{self.store.name} – Tủ Báo Cáo")
        self._what.setText(words.what)
        self._why.setText(words.why)
        self._todo.setText(words.todo)
        self._details.setText(details_of(self._error))
        self._again.setText(self.tr("Try again"))
        self._repair.setText(self.tr("Repair the library…"))
        self._restore.setText(self.tr("Restore from a backup…"))
        self._other.setText(self.tr("Open another library…"))
        self._new.setText(self.tr("New library…"))


def _is_mendable(store: Path, error: Exception) -> bool:
    """Tell whether a repair may find something whole in a file that did not open."""
    return isinstance(error, DamagedLibrary) or (isinstance(error, NotALibrary) and looks_salvageable(store))
