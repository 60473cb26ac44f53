"""The contents: filter above, tree below, and how deep it is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from db.model import Content
from desktop.contents.errands import ERRANDS, Targets, list_words
from desktop.contents.holdings import KINDS, Held
from desktop.contents.listing import HeldList
from desktop.contents.model import SectionTree, row_words
from desktop.contents.tree import ContentsTree
from desktop.icons import icon
from desktop.languages import translate
from desktop.session import Session
from desktop.themes import Themes

LEVELS = (1, 2, 3, 4)
OPEN_AT_FIRST = 2


class ContentsPanel(QWidget):
    """Shows the sections of a report. It remembers for each report which are open, as long as it lives.

    `held_requested` asks for the place of something a badge counts, by its kind; `errand_requested` for a section to
    be compared, kept for export or printed.
    """

    section_requested = Signal(int)
    held_requested = Signal(str, object)
    errand_requested = Signal(str, int)

    def __init__(self, session: Session, themes: Themes | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._report_id = 0
        self._open: dict[int, list[int]] = {}
        self._before_filter: list[int] | None = None
        self.model = SectionTree(self)
        self.tree = ContentsTree(self.model, themes, self)
        self.box = QLineEdit(self)
        self._levels = [QToolButton(self) for _ in LEVELS]
        self._level_label = QLabel(self)
        self._empty = QLabel(self)
        self.targets = Targets(self)
        self.listing: HeldList | None = None
        self._lay_out()
        self._connect()
        self._set_words()
        self.show_report(0, None)

    def show_report(self, report_id: int, content: Content | None) -> None:
        """Show a report's sections as they were left; None shows that there are none."""
        if self._report_id:
            self._open[self._report_id] = self._open_now()
        self._report_id = report_id
        self._before_filter = None
        self.box.clear()
        self.model.show(content)
        if report_id in self._open:
            self.tree.open_all(self._open[report_id])
        else:
            self.tree.expand_to(OPEN_AT_FIRST)
        self.tree.row.reading = 0
        self._show_emptiness()

    def show_changes(self, report_id: int, changes: Iterable[Held]) -> None:
        """Show on the badges what changed against last year, if that report is still the one shown."""
        if report_id == self._report_id:
            self.model.show_changes(changes)

    def open_list(self, section_id: int, kind: str) -> None:
        """Show what a badge counts."""
        held = self.model.held(section_id, kind)
        section = self.model.section(self.model.index_of(section_id))
        if section is None or not held:
            return
        listing = HeldList(f"{list_words(kind, len(held))} – {row_words(section)}", held, self)
        listing.chosen.connect(lambda one: self.held_requested.emit(kind, one))
        self.listing = listing
        place = self.tree.visualRect(self.model.index_of(section_id))
        listing.open_at(self.tree.viewport().mapToGlobal(place.bottomLeft()))

    def menu_of(self, section_id: int) -> QMenu:
        """Return what can be done with a section."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there"), lambda: self.section_requested.emit(section_id))
        menu.addSeparator()
        for name, text, key in ERRANDS:
            words = f"{translate('ContentsErrands', text)}\t{key}"
            menu.addAction(words, lambda name=name: self.errand_requested.emit(name, section_id))
        menu.addSeparator()
        for kind in KINDS:
            count = len(self.model.held(section_id, kind))
            action = menu.addAction(list_words(kind, count), lambda kind=kind: self.open_list(section_id, kind))
            action.setEnabled(bool(count))
        return menu

    def follow(self, section_id: int) -> None:
        """Mark the section being read and keep it in view; 0 where one stands before or after all sections."""
        if section_id != self.tree.row.reading:
            self.tree.follow(section_id)

    def expand_to(self, level: int) -> None:
        """Open the tree down to `level`, 1 to 4."""
        self.tree.expand_to(level)
        if self.tree.row.reading and level >= self.model.level_of(self.tree.row.reading):
            self.tree.follow(self.tree.row.reading)

    def focus_filter(self) -> None:
        """Be ready to type a filter."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def state(self) -> dict[str, list[int]]:
        """Return which sections are open, by report: plain values, to be kept."""
        if self._report_id:
            self._open[self._report_id] = self._open_now()
        return {str(report_id): ids for report_id, ids in self._open.items()}

    def restore(self, state: dict[str, list[int]]) -> None:
        """Take back what `state` gave; what is not understood is left out."""
        for key, ids in state.items():
            if key.isdigit() and isinstance(ids, list):
                self._open[int(key)] = [one for one in ids if isinstance(one, int)]
        if self._report_id in self._open and not self.box.text():
            self.tree.open_all(self._open[self._report_id])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the filter; the down arrow and Enter go into the tree."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.box:
            if event.key() == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.tree.currentIndex().isValid():
                    self.tree.setCurrentIndex(self.model.index(0, 0))
                return True
        return super().eventFilter(watched, event)

    def _open_now(self) -> list[int]:
        return self._before_filter if self._before_filter is not None else self.tree.open_ids()

    def _filter(self, words: str) -> None:
        is_filter = bool(words.strip())
        if is_filter and self._before_filter is None:
            self._before_filter = self.tree.open_ids()
        self.model.filter(words)
        if is_filter:
            self.tree.expandAll()
        elif self._before_filter is not None:
            self.tree.open_all(self._before_filter)
            self._before_filter = None
            self.tree.follow(self.tree.row.reading)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        rows = self.model.rowCount()
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._empty.setText(self._empty_words())
        for button in self._levels:
            button.setEnabled(bool(rows))

    def _empty_words(self) -> str:
        if self.box.text().strip():
            return self.tr("No section has “{words}”. Esc shows all.").format(words=self.box.text().strip())
        return self.tr("This report has no numbered sections.") if self._report_id else self.tr("No report is open.")

    def _choose(self, section_id: int) -> None:
        self.section_requested.emit(section_id)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._filter)
        self.box.installEventFilter(self)
        self.tree.chosen.connect(self._choose)
        self.tree.badge_chosen.connect(self.open_list)
        self.tree.errand_asked.connect(self.errand_requested)
        self.tree.menu_asked.connect(lambda section_id, point: self.menu_of(section_id).popup(point))
        self.tree.carried.connect(self.targets.setVisible)
        self.targets.asked.connect(self.errand_requested)
        for level, button in zip(LEVELS, self._levels, strict=True):
            button.clicked.connect(lambda _on, n=level: self.expand_to(n))

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(pad, pad, pad, pad)
        top.addWidget(self.box)
        self.box.setClearButtonEnabled(True)
        self.box.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setWordWrap(True)
        self._empty.setMargin(2 * pad)
        self._empty.setObjectName("caption")
        bottom = QHBoxLayout()
        bottom.setContentsMargins(pad, pad // 2, pad, pad // 2)
        bottom.setSpacing(pad // 3)
        self._level_label.setObjectName("smallCaption")
        bottom.addWidget(self._level_label)
        for level, button in zip(LEVELS, self._levels, strict=True):
            button.setText(str(level))
            button.setAutoRaise(True)
            button.setObjectName(f"level{level}")
            bottom.addWidget(button)
        bottom.addStretch(1)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        column.addWidget(self.targets)
        column.addLayout(bottom)
        self.setFocusProxy(self.tree)

    def _set_words(self) -> None:
        self.box.setPlaceholderText(self.tr("Filter sections…"))
        self.box.setAccessibleName(self.tr("Filter sections"))
        self.tree.setAccessibleName(self.tr("Contents"))
        self._level_label.setText(self.tr("Open to level:"))
        self._empty.setText(self._empty_words())
        self.targets.retranslate()
        for level, button in zip(LEVELS, self._levels, strict=True):
            name = self.tr("Open the contents to level {level} (Alt+{level})").format(level=level)
            button.setToolTip(name)
            button.setAccessibleName(name)
