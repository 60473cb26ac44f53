"""The one tool bar: the way back, the main views, and the search over the library."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.commands import Commands, tip
from desktop.icons import icon

PARTS = (("back", "forward"), ("shelf", "import"), ("compare", "indicators", "tables", "export"))


class ToolBar(QToolBar):
    """Buttons of the table of commands, and a field-like button that opens the search."""

    search_requested = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        commands.fill_tool_bar(self, PARTS)
        for name in (*PARTS[0], *PARTS[1], *PARTS[2]):
            button = self.widgetForAction(commands[name])
            if isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                if name in PARTS[0]:
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self._search = QToolButton()
        self._search.setObjectName("searchButton")
        self._search.setIcon(icon("search"))
        self._search.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._search.clicked.connect(self.search_requested)
        self.addWidget(self._search)
        self._fit()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words(self.width() >= self._wide())

    def _wide(self) -> int:
        """Return how wide the bar is with words on all its buttons."""
        unit, metrics = self.iconSize().width(), QFontMetrics(self.font())
        words = (self._commands[name].iconText() for part in PARTS[1:] for name in part)
        buttons = sum(unit * 2 + metrics.horizontalAdvance(text) for text in words)
        return buttons + unit * 2 * (len(PARTS[0]) + len(PARTS)) + self._search.sizeHint().width()

    def _show_words(self, on: bool) -> None:
        """Leave the words out where they would be cut; the tool tips have them."""
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if on else Qt.ToolButtonStyle.ToolButtonIconOnly
        for part in PARTS[1:]:
            for name in part:
                button = self.widgetForAction(self._commands[name])
                if isinstance(button, QToolButton):
                    button.setToolButtonStyle(style)

    def _fit(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.setIconSize(QSize(unit, unit))
        self._search.setMinimumWidth(unit * 14)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self._search.setText(self.tr("Find in the whole library…"))
        self._search.setToolTip(tip(self._commands["search"]))
        self._search.setAccessibleName(self.tr("Find in the whole library"))
