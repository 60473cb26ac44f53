"""The list of backups, told by what is in them, and going back to one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from db.backups import Examined, examine
from desktop.icons import icon
from desktop.jobs import Job
from desktop.languages import REPORT_NUMBERS, tr_noop, translate

REASONS = {
    "import": tr_noop("Restoring", "before an import"),
    "upgrade": tr_noop("Restoring", "before an upgrade"),
    "repair": tr_noop("Restoring", "before a repair"),
    "restore": tr_noop("Restoring", "before going back"),
}


class RestoreDialog(QDialog):
    """Lists the backups of a library, the newest first; `chosen` tells which one to go back to."""

    chosen = Signal(object)

    def __init__(self, store: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found: list[Examined] | None = None
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._list = QListWidget()
        self._list.currentItemChanged.connect(lambda _now, _before: self._allow())
        self._list.itemActivated.connect(lambda _item: self._accept())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._restore = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        unit = QFontMetrics(self.font()).height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit, unit, unit)
        layout.setSpacing(unit * 3 // 4)
        for widget in (self._why, self._list, self._buttons):
            layout.addWidget(widget)
        self.resize(unit * 38, unit * 18)
        self._retranslate()
        self._job = Job(examine(store), self)
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(lambda _error: self._show([]))
        self._job.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, found: list[Examined]) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        if self._found is None:
            self._say(self.tr("Looking into the backups…"))
        elif not self._found:
            self._say(self.tr("There is no backup yet. One is made before the first import of a day."))
        for one in self._found or ():
            item = QListWidgetItem(icon("circle-check" if one.sound else "circle-x"), words_of(one))
            item.setData(Qt.ItemDataRole.UserRole, one.backup.path)
            if not one.sound:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self._list.addItem(item)
        sound = [row for row, one in enumerate(self._found or ()) if one.sound]
        if sound:
            self._list.setCurrentRow(sound[0])
        self._allow()

    def _say(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)

    def _path(self) -> Path | None:
        item = self._list.currentItem()
        path = item.data(Qt.ItemDataRole.UserRole) if item and item.flags() & Qt.ItemFlag.ItemIsEnabled else None
        return path if isinstance(path, Path) else None

    def _allow(self) -> None:
        self._restore.setEnabled(self._path() is not None)

    def _accept(self) -> None:
        path = self._path()
        if path is not None:
            self.accept()
            self.chosen.emit(path)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore from a backup"))
        self._why.setText(
            self.tr("The library as it is now is kept beside it under a name ending in “.hong-…”; nothing is deleted.")
        )
        self._list.setAccessibleName(self.tr("Backups, the newest first"))
        self._restore.setText(self.tr("Restore"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self._fill()


def words_of(one: Examined) -> str:
    """Return a backup in one line: when and before what it was made, what is in it, whether it is sound."""
    reason = translate("Restoring", REASONS[one.backup.reason]) if one.backup.reason in REASONS else one.backup.reason
    first, last = one.years
    years = "" if first is None else f"{first}" if first == last else f"{first} – {last}"
    held = translate("Restoring", "{n} reports").format(n=one.reports) + (f", {years}" if years else "")
    megabytes = REPORT_NUMBERS.toString(one.bytes / (1 << 20), "f", 1)  # type: ignore[call-overload]  # "f" is typed int
    size = translate("Restoring", "{n} MB").format(n=megabytes)
    state = translate("Restoring", "sound") if one.sound else translate("Restoring", "damaged")
    return " · ".join((f"{one.backup.at.astimezone():%d/%m/%Y %H:%M}", reason, held, size, state))
