"""The line above the page: "I ▸ 2 ▸ 2.3 title", each part a way there, and the zoom at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from db.model import Section
from desktop.citations import label
from desktop.themes import Theme
from desktop.widgets.plain_tips import plain_tip

ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class Breadcrumb(QFrame):
    """Always says which section is being read."""

    section_requested = Signal(int)
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._path: tuple[Section, ...] = ()
        self._parts: list[QToolButton] = []
        self._arrows: list[QLabel] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.zoom = QToolButton(self)
        self.zoom.setAutoRaise(True)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setMenu(self._zoom_menu())
        self._whole = whole = QHBoxLayout(self)
        pad = self.fontMetrics().height() // 4
        whole.setContentsMargins(2 * pad, pad // 2, 2 * pad, pad // 2)
        whole.addLayout(self._row)
        whole.addStretch(1)
        whole.addWidget(self.zoom)
        self._set_words()

    def show_path(self, path: Sequence[Section]) -> None:
        """Show a chain of sections, outermost first; an empty one leaves the line empty."""
        if tuple(path) != self._path:
            self._path = tuple(path)
            self._fill()

    def show_zoom(self, percent: int) -> None:
        """Show the zoom."""
        self.zoom.setText(f"{percent}%")

    def parts(self) -> list[QToolButton]:
        """Return the visible parts, outermost first."""
        return [part for part in self._parts if not part.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to the new width."""
        super().resizeEvent(event)
        self._fill()

    def set_look(self, theme: Theme) -> None:
        """Lie on the paper, with a hairline below."""
        self.setStyleSheet(
            f"#breadcrumb {{ background: {theme.paper}; border: none; border-bottom: 1px solid {theme.line}; }}"
            f"QToolButton {{ color: {theme.ink_soft}; }} QLabel {{ color: {theme.line_strong}; }}"
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill(self) -> None:
        while len(self._parts) < len(self._path):
            self._add_part()
        room = self.width() - self.zoom.sizeHint().width() - 6 * self.fontMetrics().height()
        for number, part in enumerate(self._parts):
            shown = number < len(self._path)
            part.setVisible(shown)
            self._arrows[number].setVisible(shown and number > 0)
            if shown:
                room -= self._show_part(part, number, room)
        self._whole.activate()  # at once: the words must not stand cut off until the next event

    def _show_part(self, part: QToolButton, number: int, room: int) -> int:
        """Fill one part; return how much room its number takes."""
        section = self._path[number]
        is_last = number == len(self._path) - 1
        words = f"{section.marker} {label(section)}".strip() if is_last else section.number or label(section)
        metrics = QFontMetrics(part.font())
        part.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 8 * metrics.averageCharWidth())))
        part.setToolTip(plain_tip(f"{section.marker} {label(section)}".strip()))
        part.setAccessibleName(self.tr("Go to section {name}").format(name=words))
        return metrics.horizontalAdvance(section.number) + 2 * metrics.height()

    def _add_part(self) -> None:
        arrow = QLabel("▸", self)
        arrow.setObjectName("caption")
        part = QToolButton(self)
        part.setAutoRaise(True)
        part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        number = len(self._parts)
        part.clicked.connect(lambda _on: self.section_requested.emit(self._path[number].id))
        self._parts.append(part)
        self._arrows.append(arrow)
        self._row.addWidget(arrow)
        self._row.addWidget(part)

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for percent in ZOOMS:
            menu.addAction(f"{percent}%").triggered.connect(lambda _on, p=percent: self.zoom_requested.emit(p))
        return menu

    def _set_words(self) -> None:
        self.zoom.setToolTip(self.tr("Text size (Ctrl+wheel, Ctrl+0)"))
        self.zoom.setAccessibleName(self.tr("Text size"))
        self._fill()
