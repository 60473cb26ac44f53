"""The docks of the window: where they stand at first, on a narrow window, and when they may be seen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFontMetrics
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolButton,
    QWidget,
)

from desktop.icons import icon
from desktop.languages import translate

LEFT, RIGHT, BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
NARROW = 65
"""Below this width in lines' heights the notes and the sources become tabs beside the contents."""


SMALLEST_TARGET = 24
"""Pixels a button must have each way to be hit."""


class TitleBar(QWidget):
    """The name of a dock and a button that closes it; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        unit = QFontMetrics(self.font()).height()
        self.words = QLabel()
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x"))
        self.close_button.setIconSize(QSize(unit * 3 // 4, unit * 3 // 4))
        self.close_button.setMinimumSize(SMALLEST_TARGET, SMALLEST_TARGET)
        self.close_button.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(unit * 2 // 3, unit // 8, unit // 4, unit // 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)


class Dock(QDockWidget):
    """A part that can be moved, floated and closed. `wanted` is the user's wish, whether or not it is in view."""

    def __init__(self, name: str, widget: QWidget, window: QMainWindow) -> None:
        super().__init__(window)
        self.wanted = True
        self.setObjectName(name)
        self.setWidget(widget)
        self._title = TitleBar(self)
        self._no_title = QWidget(self)
        self._no_title.hide()
        self.setTitleBarWidget(self._title)

    def call(self, title: str) -> None:
        """Put words on the title bar and, for screen readers, on the part."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.words.setText(title)
        self._title.close_button.setToolTip(self.tr("Close {part}").format(part=title))
        self._title.close_button.setAccessibleName(self._title.close_button.toolTip())

    def show_title(self, on: bool) -> None:
        """Show or hide the title bar: a tab beside others says the name already."""
        bar = self._title if on else self._no_title
        if self.titleBarWidget() is not bar:
            self.setTitleBarWidget(bar)
            bar.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.wanted = False
        super().closeEvent(event)


class Docks:
    """Contents, search, notes, sources, imports, my notes. Contents, notes and sources show only with a report."""

    def __init__(  # noqa: PLR0917 - a dock each
        self,
        window: QMainWindow,
        contents: QWidget,
        search: QWidget,
        notes: QWidget,
        sources: QWidget,
        imports: QWidget,
        annotations: QWidget,
    ) -> None:
        self._window = window
        self._reading = False
        self._is_narrow = False
        self.contents = Dock("contents", contents, window)
        self.search = Dock("search", search, window)
        self.notes = Dock("notes", notes, window)
        self.sources = Dock("sources", sources, window)
        self.imports = Dock("imports", imports, window)
        self.annotations = Dock("annotations", annotations, window)
        self.all = (self.contents, self.search, self.notes, self.sources, self.annotations, self.imports)
        self._sought = (self.search, self.annotations, self.imports)
        for dock in self._sought:
            dock.wanted = False
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.GroupedDragging)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        # The corners belong to the sides: contents and notes keep the whole height beside the imports.
        window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self.place()

    def retranslate(self) -> None:
        """Name the docks in the language in force."""
        for dock, title in (
            (self.contents, translate("MainWindow", "Contents")),
            (self.search, translate("MainWindow", "Search")),
            (self.notes, translate("MainWindow", "Notes")),
            (self.sources, translate("MainWindow", "Sources")),
            (self.annotations, translate("MainWindow", "My notes")),
            (self.imports, translate("MainWindow", "Imports")),
        ):
            dock.call(title)

    def place(self) -> None:
        """Put every dock where it stands by default."""
        window = self._window
        for dock, area in (
            (self.contents, LEFT),
            (self.search, LEFT),
            (self.notes, RIGHT),
            (self.sources, RIGHT),
            (self.annotations, RIGHT),
            (self.imports, BOTTOM),
        ):
            dock.setFloating(False)
            window.addDockWidget(area, dock)
        window.tabifyDockWidget(self.contents, self.search)
        self._stack_notes()
        self._is_narrow = False
        self.fit(window.width())
        unit = QFontMetrics(window.font()).height()
        tall = min(unit * 15, window.height() * 2 // 5)
        window.resizeDocks([self.imports], [tall], Qt.Orientation.Vertical)
        self.show_wanted()
        self._share_width()

    def reset(self) -> None:
        """Take back every wish of the user."""
        self.contents.wanted = self.notes.wanted = self.sources.wanted = True
        for dock in self._sought:
            dock.wanted = False
        self.place()
        self.contents.raise_()
        self.notes.raise_()

    def follow(self, reading: bool) -> None:
        """Show the parts of a report while one is in front, and hide them otherwise; at once, with all widths."""
        self._reading = reading
        self.show_wanted()
        layout = self._window.layout()
        if layout is not None:
            layout.activate()

    def show_wanted(self) -> None:
        """Bring what is seen in line with what is wanted."""
        for dock in (self.contents, self.notes, self.sources):
            dock.setVisible(dock.wanted and self._reading)
        for dock in self._sought:
            dock.setVisible(dock.wanted)
        for dock in self.all:
            beside = [other for other in self._window.tabifiedDockWidgets(dock) if not other.isHidden()]
            dock.show_title(dock.isFloating() or not beside)

    def want(self, dock: Dock, on: bool) -> None:
        """Show or hide a dock as the user asks."""
        appears = on and dock.isHidden()
        dock.wanted = on
        self.show_wanted()
        if on:
            dock.raise_()
        if appears and dock is self.search:
            # The layout has to see first how much room the search needs at least.
            QTimer.singleShot(0, self._window, self._share_width)

    def _share_width(self) -> None:
        """Give the sides their usual width; a side that needs more takes it from the page."""
        unit = QFontMetrics(self._window.font()).height()
        left = self.search if self.search.isVisible() else self.contents
        wide = min(unit * 17, self._window.width() // 3)
        docks, widths = ([left], [wide]) if self._is_narrow else ([left, self.notes], [wide, unit * 20])
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def fit(self, width: int) -> None:
        """Join the notes to the contents on a narrow window; part them again on a wide one."""
        narrow = width < NARROW * QFontMetrics(self._window.font()).height()
        if narrow == self._is_narrow or self.notes.isFloating():
            return
        self._is_narrow = narrow
        if narrow:
            self._window.tabifyDockWidget(self.contents, self.notes)
            self._stack_notes()
            self.contents.raise_()
        else:
            self._window.addDockWidget(RIGHT, self.notes)
            self._stack_notes()
            self.notes.raise_()
        self.show_wanted()

    def _stack_notes(self) -> None:
        """Put sources and the user's own notes behind the notes, as tabs."""
        self._window.tabifyDockWidget(self.notes, self.sources)
        self._window.tabifyDockWidget(self.sources, self.annotations)

    def hidden(self) -> str:
        """Return the names of the docks the user does not want, to be remembered."""
        return " ".join(dock.objectName() for dock in self.all if not dock.wanted)

    def hide(self, names: str) -> None:
        """Take up remembered wishes."""
        for dock in self.all:
            dock.wanted = dock.objectName() not in names.split()
        self.show_wanted()
