"""What can be done with a section of the contents: compare it, keep it for export, print it; by menu, key or drag."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.contents.model import CARRIED
from desktop.languages import QT_TRANSLATE_NOOP, translate

ERRANDS = (
    ("compare", QT_TRANSLATE_NOOP("ContentsErrands", "Compare with the year before"), "F7"),
    ("basket", QT_TRANSLATE_NOOP("ContentsErrands", "Into the basket"), "Ctrl+B"),
    ("print", QT_TRANSLATE_NOOP("ContentsErrands", "Print this section"), "Ctrl+P"),
)
LISTS = {
    "changes": QT_TRANSLATE_NOOP("ContentsErrands", "Changes against last year ({n})"),
    "notes": QT_TRANSLATE_NOOP("ContentsErrands", "Notes ({n})"),
    "tables": QT_TRANSLATE_NOOP("ContentsErrands", "Tables ({n})"),
    "numbers": QT_TRANSLATE_NOOP("ContentsErrands", "Numbers ({n})"),
}


def list_words(kind: str, count: int) -> str:
    """Return the title of a list of what a section holds."""
    return translate("ContentsErrands", LISTS[kind]).format(n=count)


class Target(QLabel):
    """A field a section can be dropped on. `dropped` tells the section."""

    dropped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropTarget")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARRIED):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        del event
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        words = event.mimeData().data(CARRIED).toStdString()
        if words.isdecimal():
            event.acceptProposedAction()
            self.dropped.emit(int(words))

    def _light(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().unpolish(self)
        self.style().polish(self)


class Targets(QWidget):
    """The fields below the contents while a section is dragged, one for each errand."""

    asked = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        unit = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        row.setSpacing(unit // 2)
        self.fields = {name: Target(self) for name, _, _ in ERRANDS}
        for name, field in self.fields.items():
            field.setMinimumHeight(unit * 4)
            field.dropped.connect(lambda section, name=name: self.asked.emit(name, section))
            row.addWidget(field, 1)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Put the words of the language in force onto the fields."""
        for name, text, _ in ERRANDS:
            self.fields[name].setText(translate("ContentsErrands", text))
