"""Pairing two sections by hand: the older report's sections to choose from, for one of the newer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.model import Content, Section
from db.vietnamese.folding import fold


class RepairDialog(QDialog):
    """Asks which older section answers a newer one. `chosen` gives its id, or None where there is none."""

    chosen = Signal(object)

    def __init__(self, section: Section, older: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pair sections"))
        what = QLabel(self.tr("Which section of the older report answers “{title}”?").format(title=_words(section)))
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        what.setObjectName("heading")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter sections…"))
        self.filter.setAccessibleName(self.tr("Filter sections"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sections of the older report"))
        self._add(self.tr("None: the section is new"), None)
        for one in older.sections:
            if one.title:
                self._add("   " * (one.level - 1) + _words(one), one.id)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self.filter.textChanged.connect(self._filter)
        self.list.itemActivated.connect(lambda _item: self._accept())
        unit = QFontMetrics(self.font()).height()
        layout = QVBoxLayout(self)
        layout.setSpacing(unit // 2)
        for part in (what, self.filter, self.list, buttons):
            layout.addWidget(part)
        self.resize(unit * 30, unit * 26)

    def _add(self, text: str, section_id: int | None) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, section_id)
        self.list.addItem(item)

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in fold(item.text()) for word in words))

    def _accept(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


def _words(section: Section) -> str:
    return f"{section.marker} {section.title or section.opening}".strip()
