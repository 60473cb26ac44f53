"""A count that opens its list: the number large, what it counts below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.notices import plain_label


class CountCard(QPushButton):
    """A button of two lines; it is as large as its words need."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("count")
        self.setCheckable(True)
        self.number, self.words = plain_label("countNumber"), plain_label("countWords")
        column = QVBoxLayout(self)
        column.setSpacing(0)
        for label in (self.number, self.words):
            # The button is what is clicked and read aloud; its labels are only its face.
            label.setWordWrap(False)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def show_count(self, number: int, words: str) -> None:
        """Show a number and what it counts."""
        self.number.setText(str(number))
        self.words.setText(words)
        self.setAccessibleName(f"{words}: {number}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()  # type: ignore[union-attr]  # set above

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
