"""The guide in a window of its own, so that one can do at once what it tells."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.guide.book import Book, Telling
from desktop.guide.finding import Found, find
from desktop.guide.text import GuideText
from desktop.icons import icon
from desktop.languages import current_language
from desktop.themes import Themes

FIRST = "start"
_ADDRESS = Qt.ItemDataRole.UserRole


class GuideWindow(QMainWindow):
    """Contents or what was found at the left, a page at the right. `Telling` gives the words of a command."""

    def __init__(self, telling: Telling, themes: Themes) -> None:
        super().__init__()
        self._telling, self._themes = telling, themes
        self.book = Book(current_language(), telling)
        self._way: list[str] = []
        self._step = -1
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.contents = QTreeWidget()
        self.contents.setObjectName("guideContents")
        self.contents.setHeaderHidden(True)
        self.hits = QListWidget()
        self.hits.setWordWrap(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = GuideText()
        self._lists = QStackedWidget()
        self._back, self._forward = QToolButton(), QToolButton()
        self._place()
        self._connect()
        self._retranslate()

    @property
    def address(self) -> str:
        """The page that is shown, with its anchor."""
        return self._way[self._step] if self._way else ""

    def open(self, address: str) -> None:
        """Show a page, or page#anchor; an address that is not in the guide is passed over."""
        page, _, anchor = self._whole(address).partition("#")
        if page not in self.book.pages():
            return
        here = f"{page}#{anchor}" if anchor else page
        if here != self.address:
            self._way = [*self._way[: self._step + 1], here]
            self._step = len(self._way) - 1
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _whole(self, address: str) -> str:
        """Return an address with its page: a link within a page names its anchor alone."""
        return self.address.partition("#")[0] + address if address.startswith("#") else address

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        for button, drawing in ((self._back, "arrow-left"), (self._forward, "arrow-right")):
            button.setIcon(icon(drawing))
            button.setIconSize(QSize(unit, unit))
            button.setMinimumSize(unit * 2, unit * 2)
        top = QHBoxLayout()
        for widget in (self._back, self._forward, self.field):
            top.addWidget(widget)
        for page in (self.contents, self.hits):
            self._lists.addWidget(page)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        column.addLayout(top)
        column.addWidget(self._lists, 1)
        left.setMinimumWidth(unit * 14)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([unit * 18, unit * 48])
        self.setCentralWidget(split)
        self.resize(unit * 66, unit * 44)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._first_hit)
        self.contents.currentItemChanged.connect(lambda item, _before: self._go(item.data(0, _ADDRESS) if item else ""))
        self.hits.itemClicked.connect(lambda item: self._go(item.data(_ADDRESS)))
        self.hits.itemActivated.connect(lambda item: self._go(item.data(_ADDRESS)))
        self.text.followed.connect(self.open)
        self._back.clicked.connect(lambda: self._walk(-1))
        self._forward.clicked.connect(lambda: self._walk(1))
        self._themes.changed.connect(self._dress)
        for keys, run in (
            ("Alt+Left", lambda: self._walk(-1)),
            ("Alt+Right", lambda: self._walk(1)),
            ("Ctrl+F", self.field.setFocus),
            ("F1", lambda: self.open(FIRST)),
            ("Escape", self._leave),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self, run)

    def _leave(self) -> None:
        """Esc clears the search first, then closes the window."""
        if self.field.text():
            self.field.clear()
        else:
            self.close()

    def _go(self, address: str | None) -> None:
        if address:
            self.open(address)

    def _walk(self, by: int) -> None:
        if 0 <= self._step + by < len(self._way):
            self._step += by
            self._show()

    def _first_hit(self) -> None:
        if self.hits.count():
            self.hits.setCurrentRow(0)
            self.hits.setFocus()
            self._go(self.hits.item(0).data(_ADDRESS))

    def _show(self) -> None:
        page, _, anchor = self.address.partition("#")
        self.text.put(self.book.html(page), anchor)
        self.text.mark(self.field.text())
        self._back.setEnabled(self._step > 0)
        self._forward.setEnabled(self._step + 1 < len(self._way))
        with QSignalBlocker(self.contents):
            item = self._item(page)
            if item is not None:
                self.contents.setCurrentItem(item)
        self.setWindowTitle(self.tr("{page} – Guide of Tủ Báo Cáo").format(page=self.book.title(page)))

    def _item(self, page: str) -> QTreeWidgetItem | None:
        parts = (self.contents.topLevelItem(row) for row in range(self.contents.topLevelItemCount()))
        pages = (part.child(row) for part in parts if part for row in range(part.childCount()))
        return next((item for item in pages if item.data(0, _ADDRESS) == page), None)

    def _search(self, typed: str) -> None:
        found = find(self.book, typed)
        self.hits.clear()
        for one in found:
            self.hits.addItem(_hit(one))
        if typed.strip() and not found:
            nothing = QListWidgetItem(self.tr("Nothing in the guide has “{typed}”.").format(typed=typed.strip()))
            nothing.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.hits.addItem(nothing)
        self._lists.setCurrentWidget(self.hits if typed.strip() else self.contents)
        self.text.mark(typed)

    def _retranslate(self) -> None:
        self.book = Book(current_language(), self._telling)
        self.field.setPlaceholderText(self.tr("Find in the guide…"))
        self.field.setAccessibleName(self.tr("Find in the guide"))
        self.contents.setAccessibleName(self.tr("Contents of the guide"))
        self.hits.setAccessibleName(self.tr("What was found in the guide"))
        self.text.setAccessibleName(self.tr("A page of the guide"))
        for button, words in ((self._back, self.tr("Back")), (self._forward, self.tr("Forward"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._fill()
        self._search(self.field.text())
        self._dress()

    def _fill(self) -> None:
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for part in self.book.parts:
                above = QTreeWidgetItem(self.contents, [part.title])
                above.setFlags(Qt.ItemFlag.ItemIsEnabled)
                for page in part.pages:
                    item = QTreeWidgetItem(above, [self.book.title(page)])
                    item.setData(0, _ADDRESS, page)
            self.contents.expandAll()

    def _dress(self) -> None:
        self.text.dress(self._themes.current, self.book.language)
        if self._way:
            self._show()


def address_of(found: Found) -> str:
    """Return where something was found."""
    section = found.section
    return f"{section.page}#{section.anchor}" if section.anchor else section.page


def _hit(found: Found) -> QListWidgetItem:
    title = found.section.title
    head = title if title == found.page_title else f"{found.page_title} ▸ {title}"
    item = QListWidgetItem(f"{head}\n{found.passage}")
    item.setData(_ADDRESS, address_of(found))
    return item
