"""The tabs of the centre: known by a key, closed and reopened as in a browser, walked in the order of use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QIcon, QMouseEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from desktop.icons import icon
from desktop.widgets.plain_tips import plain_tip

_RELEASE_CHECK = 60
"""Milliseconds between two looks whether Ctrl is still held while one walks through the tabs."""


NARROWEST = 20
"""Lines' heights a page is wide at least."""


class Tabs(QTabWidget):
    """Pages with a key ("shelf", "report/12"). `closed` tells the key of a page that is gone."""

    closed = Signal(str)
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used: list[str] = []
        self._closed: list[str] = []
        self._walk: list[str] = []
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.tabBar().setObjectName("documentTabs")
        self.tabBar().setExpanding(False)
        self.tabBar().installEventFilter(self)
        self._released = QTimer(self)
        self._released.setInterval(_RELEASE_CHECK)
        self._released.timeout.connect(self._look_for_release)
        self._fit()
        self.currentChanged.connect(lambda _index: self._now_shown())
        self.setAccessibleName(self.tr("Views"))

    def add(self, key: str, page: QWidget, title: str, drawing: QIcon, closable: bool = True) -> None:
        """Put a page at the end, without showing it."""
        page.setObjectName(key)
        # Without it the widest page, though hidden, would take the room of the docks.
        page.setMinimumWidth(QFontMetrics(self.font()).height() * NARROWEST)
        index = self.addTab(page, drawing, "")
        self.name(key, title)
        if closable:
            self.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(key))

    def name(self, key: str, title: str, tip: str = "") -> None:
        """Give a page other words; `tip` is plain text."""
        index = self.index_of(key)
        if index >= 0:
            self.setTabText(index, title.replace("&", "&&"))
            self.setTabToolTip(index, plain_tip(tip or title))

    def keys(self) -> list[str]:
        """Return the keys in the order of the tabs."""
        return [self.widget(index).objectName() for index in range(self.count())]

    def current_key(self) -> str:
        """Return the key of the page in front; "" where there is none."""
        page = self.currentWidget()
        return page.objectName() if page is not None else ""

    def index_of(self, key: str) -> int:
        """Return where a page stands; -1 where it does not."""
        keys = self.keys()
        return keys.index(key) if key in keys else -1

    def page(self, key: str) -> QWidget | None:
        """Return a page."""
        index = self.index_of(key)
        return self.widget(index) if index >= 0 else None

    def bring(self, key: str) -> bool:
        """Show a page; False where there is none of that key."""
        index = self.index_of(key)
        if index >= 0:
            self.setCurrentIndex(index)
        return index >= 0

    def closable(self, key: str) -> bool:
        """Whether the user may close a page."""
        index = self.index_of(key)
        return index >= 0 and self.tabBar().tabButton(index, QTabBar.ButtonPosition.RightSide) is not None

    def close_key(self, key: str, remember: bool = True) -> None:
        """Take a page away and show the one used before it; `reopened` gives it back."""
        index = self.index_of(key)
        if index < 0:
            return
        page = self.widget(index)
        self._used = [used for used in self._used if used != key]
        if remember:
            self._closed.append(key)
        if index == self.currentIndex() and self._used:
            self.bring(self._used[-1])
        self.removeTab(self.indexOf(page))
        page.deleteLater()
        self.closed.emit(key)

    @property
    def can_reopen(self) -> bool:
        """Whether a page was closed."""
        return bool(self._closed)

    def reopened(self) -> str:
        """Return the key that was closed last and forget it; "" where there is none."""
        return self._closed.pop() if self._closed else ""

    def forget(self, key: str) -> None:
        """Never reopen a page: what it showed is gone."""
        self._closed = [closed for closed in self._closed if closed != key]

    def walk(self) -> None:
        """Show the page used before this one; again, while Ctrl is held, the one before that."""
        if not self._walk:
            self._walk = [key for key in reversed(self._used) if self.index_of(key) >= 0]
        if len(self._walk) > 1:
            self._walk = [*self._walk[1:], self._walk[0]]
            self._released.start()
            self.bring(self._walk[0])

    def settle(self) -> None:
        """End the walk: the page in front is the one used last."""
        self._released.stop()
        self._walk = []
        self._now_shown()

    def step(self, by: int) -> None:
        """Show the tab on the left (-1) or right (1), around the ends."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        middle = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton
        if middle and event.type() == QEvent.Type.MouseButtonRelease:
            index = self.tabBar().tabAt(event.position().toPoint())  # type: ignore[attr-defined]  # a QMouseEvent
            key = self.keys()[index] if index >= 0 else ""
            if self.closable(key):
                self.close_key(key)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Views"))
            for button in self._close_buttons():
                self._name_button(button)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _close_buttons(self) -> list[QToolButton]:
        return self.tabBar().findChildren(QToolButton, "closeTab")

    def _fit(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.setIconSize(QSize(unit, unit))
        for button in self._close_buttons():
            button.setIconSize(QSize(unit, unit))

    def _close_button(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("closeTab")
        button.setIcon(icon("x"))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.close_key(key))
        button.setIconSize(self.iconSize())
        self._name_button(button)
        return button

    def _name_button(self, button: QToolButton) -> None:
        button.setToolTip(self.tr("Close tab"))
        button.setAccessibleName(self.tr("Close tab"))

    def _now_shown(self) -> None:
        key = self.current_key()
        if key and not self._walk:
            self._used = [*(used for used in self._used if used != key), key]
        self.shown.emit(key)

    def _look_for_release(self) -> None:
        if not QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.settle()
