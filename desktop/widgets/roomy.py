"""A page that scrolls where its words need more height than there is, instead of squeezing them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Roomy(QScrollArea):
    """Holds `page`, as wide as the room it has and at least as tall as the page's words need at that width."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        page.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)

    def settle(self) -> None:
        """Take the page's height anew, once events are through."""
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the height anew whenever something in the page became taller or shorter."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._settling.start()
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]  # Qt gives a QObject

    def _settle(self) -> None:
        # Words that wrap know their height only for a width; Qt asks them too early where the page was hidden.
        page = self.widget()
        layout = page.layout()
        if layout is not None:
            needed = layout.totalMinimumHeightForWidth(self.viewport().width()) if layout.hasHeightForWidth() else 0
            page.setMinimumHeight(max(needed, layout.totalMinimumSize().height()))


def ask_for_height(widget: QWidget) -> None:
    """Ask for the height its words need at this width: where they wrap, docks and bars leave only what is asked for."""
    layout = widget.layout()
    if layout is not None:
        widget.setMinimumHeight(layout.totalMinimumHeightForWidth(widget.width()))


def bounded(dialog: QWidget, wanted: QSize, least: QSize) -> None:
    """Give a dialog the size wanted, no more than its window (without one, its screen) has.

    `least` is how small the user may make it.
    """
    parent = dialog.parentWidget()
    room = dialog.screen().availableSize() if parent is None else parent.window().size()
    dialog.setMinimumSize(least.boundedTo(room))
    dialog.resize(wanted.boundedTo(room))
