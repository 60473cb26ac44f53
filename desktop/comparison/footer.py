"""The line below a comparison: what was compared, and what was not, each with a door to its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from db.comparison.rows import Skipped
from db.model import Place
from desktop.comparison.words import footer_words, skipped_words
from desktop.comparison.working import Compared
from desktop.session import Destination

MOST = 30


class Footer(QWidget):
    """Emits `destination_requested` for what was not compared and stands somewhere."""

    destination_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._found: Compared | None = None
        self.label = QLabel()
        self.label.setObjectName("caption")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QToolButton()
        self.menu = QMenu(self)
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu.aboutToShow.connect(self._fill)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(QFontMetrics(self.font()).height() // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self._retranslate()

    def text(self) -> str:
        """Return what is said."""
        return self.label.text()

    def show_comparison(self, found: Compared, saved: str = "") -> None:
        """Say what was compared and what was not; `saved` is what a saved file does not hold."""
        self._found = found
        self.label.setText(" ".join(filter(None, (footer_words(found.comparison, found.contents), saved))))
        self.button.setVisible(bool(found.comparison.skipped))

    def say(self, text: str) -> None:
        """Say something that is about no single pair."""
        self._found = None
        self.label.setText(text)
        self.button.setVisible(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.menu.clear()
        if self._found is None:
            return
        skipped = self._found.comparison.skipped
        for one in skipped[:MOST]:
            report = self._found.reports[one.side == "right"]
            year = report.data.period or str(report.data.year or "?")
            action = self.menu.addAction(f"{year}: {skipped_words(one)}".replace("&", "&&"))
            action.setEnabled(one.block_id is not None)
            action.triggered.connect(lambda _on, one=one: self._go(one))
        if len(skipped) > MOST:
            self.menu.addAction(self.tr("… and {n} more").format(n=len(skipped) - MOST)).setEnabled(False)

    def _go(self, one: Skipped) -> None:
        if self._found is not None and one.block_id is not None:
            report = self._found.reports[one.side == "right"]
            self.destination_requested.emit(Destination(report.id, place=Place(block_id=one.block_id)))

    def _retranslate(self) -> None:
        self.button.setText(self.tr("What was not compared"))
