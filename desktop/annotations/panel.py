"""My notes ("Ghi chú của tôi"): all highlights and notes of the user, the way to each, and its editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.annotated import Noted
from db.layers import Annotation
from desktop.annotations.editor import NoteEditor
from desktop.annotations.model import ALL, HERE, LOST, NOTED, NotedList
from desktop.annotations.row import NotedRow
from desktop.icons import icon
from desktop.notices import plain_label
from desktop.session import Destination
from desktop.themes import Themes


class AnnotationsPanel(QWidget):
    """`kept` carries an Annotation to keep, `removed` a key, `export_requested` the keys in view.

    `rebind_requested` carries the key of one that lost its place and is to stand where words are selected now.
    """

    destination_requested = Signal(object)
    kept = Signal(object)
    removed = Signal(str)
    rebind_requested = Signal(str)
    export_requested = Signal(list)
    left = Signal()

    def __init__(self, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report_id = 0
        self.box = QLineEdit()
        self.kind = QComboBox()
        self.out = QToolButton()
        self.model = NotedList(self)
        self.list = QListView()
        self.empty = plain_label("caption")
        self.editor = NoteEditor(themes)
        self._row = NotedRow(themes, self)
        self._place()
        self._connect(themes)
        self._retranslate()
        self._limit()

    def show_notes(self, notes: tuple[Noted, ...]) -> None:
        """Show other notes; the chosen one stays chosen where it is still there."""
        now = self.editor.now
        self.model.show_all(notes)
        fresh = {one.annotation.key: one.annotation for one in notes}
        if now is not None and now.key in fresh:
            self.editor.show_note(fresh[now.key])
            self._choose(now.key)
        elif now is not None and now.id:
            self.editor.show_note(None)
        self._tell()

    def show_report(self, report_id: int) -> None:
        """Take another report for the one in front; 0 for none."""
        self._report_id = report_id
        self._limit()

    def begin(self, annotation: Annotation) -> None:
        """Write a note on words that are marked already, or (id 0) not yet."""
        self._choose(annotation.key)
        self.editor.show_note(annotation, fresh=not annotation.id)
        self.editor.write()

    def open(self, key: str) -> None:
        """Choose a note, taking away what hides it."""
        if self.model.row_of(key) < 0:
            self.box.clear()
            self.kind.setCurrentIndex(self.kind.findData(ALL))
            self._limit()
        self._choose(key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Keep what is being written."""
        self.editor.commit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list Enter goes to the words, F2 writes, Delete deletes; Esc empties the filter, ↓ leaves it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self.box:
            if key == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
            if key == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            return super().eventFilter(watched, event)
        doing = {
            Qt.Key.Key_Return: self.visit,
            Qt.Key.Key_Enter: self.visit,
            Qt.Key.Key_F2: self.editor.write,
            Qt.Key.Key_Delete: self._remove,
        }
        run = doing.get(Qt.Key(key)) if self._chosen() is not None else None
        if run is not None:
            run()
            return True
        return super().eventFilter(watched, event)

    def visit(self) -> None:
        """Go to the words of the chosen note."""
        one = self._chosen()
        if one is not None and one.report is not None and one.stretches:
            first = one.stretches[0]
            place = Destination(one.report.id, one.section_id, first.place, first.start, first.end)
            self.destination_requested.emit(place)

    def menu(self) -> QMenu:
        """Return the menu of the chosen note."""
        menu, one = QMenu(self), self._chosen()
        lost = one is not None and one.lost
        for sign, name, run, able in (
            ("corner-up-left", self.tr("Go to the words"), self.visit, not lost),
            ("pencil", self.tr("Edit the note"), self.editor.write, True),
            ("link", self.tr("Put it on the words selected now"), self._rebind, lost),
            ("trash-2", self.tr("Delete"), self._remove, True),
        ):
            action = menu.addAction(icon(sign), name)
            action.setEnabled(one is not None and able)
            action.triggered.connect(lambda _on, run=run: run())
        return menu

    def _chosen(self) -> Noted | None:
        one = self.list.currentIndex().data(NOTED) if self.list.currentIndex().isValid() else None
        return one if isinstance(one, Noted) else None

    def _choose(self, key: str) -> None:
        row = self.model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def _picked(self) -> None:
        one = self._chosen()
        if one is not None:
            self.editor.show_note(one.annotation)

    def _remove(self) -> None:
        one = self._chosen()
        if one is not None:
            self.removed.emit(one.annotation.key)

    def _rebind(self) -> None:
        one = self._chosen()
        if one is not None:
            self.rebind_requested.emit(one.annotation.key)

    def _export(self) -> None:
        self.export_requested.emit([one.annotation.key for one in self.model.shown()])

    def _limit(self) -> None:
        self.model.limit(self.kind.currentData() or ALL, self._report_id, self.box.text())
        now = self.editor.now
        if now is not None:
            self._choose(now.key)
        self._tell()

    def _tell(self) -> None:
        lost = self.model.lost()
        self.kind.setItemText(self.kind.findData(LOST), self.tr("Place lost ({n})").format(n=lost))
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.out.setEnabled(self.model.rowCount() > 0)
        if self.box.text().strip():
            self.empty.setText(self.tr("No note has these words. Esc shows all."))
        elif self.kind.currentData() == LOST:
            self.empty.setText(self.tr("No note has lost its place."))
        else:
            self.empty.setText(self.tr("Select words in a report: Ctrl+H highlights them, Ctrl+M notes on them."))

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        self.box.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.box.setClearButtonEnabled(True)
        for kind in (ALL, HERE, LOST):
            self.kind.addItem("", kind)
        self.out.setIcon(icon("file-output"))
        self.out.setAutoRaise(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._row)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setMargin(unit)
        top = QHBoxLayout()
        top.addWidget(self.kind, 1)
        top.addWidget(self.out)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit // 2, unit // 2, unit // 2, unit // 2)
        column.setSpacing(unit // 2)
        column.addWidget(self.box)
        column.addLayout(top)
        column.addWidget(middle, 1)
        column.addWidget(self.editor)

    def _connect(self, themes: Themes) -> None:
        self.box.textChanged.connect(lambda _typed: self._limit())
        self.kind.activated.connect(lambda _row: self._limit())
        self.box.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._picked())
        self.list.doubleClicked.connect(lambda _index: self.visit())
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.out.clicked.connect(lambda _on: self._export())
        self.editor.kept.connect(self.kept)
        self.editor.removed.connect(self.removed)
        self.editor.left.connect(self.left)
        themes.changed.connect(self.list.viewport().update)

    def _retranslate(self) -> None:
        self.box.setPlaceholderText(self.tr("Filter my notes…"))
        self.box.setAccessibleName(self.tr("Filter my notes"))
        self.kind.setAccessibleName(self.tr("Which notes"))
        self.list.setAccessibleName(self.tr("My highlights and notes"))
        self.out.setToolTip(self.tr("Export these notes to Excel, Word…"))
        self.out.setAccessibleName(self.tr("Export these notes to Excel, Word…"))
        for kind, text in ((ALL, self.tr("The whole library")), (HERE, self.tr("The report in front"))):
            self.kind.setItemText(self.kind.findData(kind), text)
        self._tell()
