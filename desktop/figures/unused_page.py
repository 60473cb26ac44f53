"""The numbers of a report that became no figure: each with its words and the reason; a click goes there."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db.explanations import explanation
from db.importer.figures import Coverage, coverage, unused_numbers
from db.importer.figures.coverage import DOUBTFUL
from db.model import Content, Place, Progress
from db.vietnamese.writing import written
from desktop.figures.telling import text_of
from desktop.jobs import Job
from desktop.languages import current_language
from desktop.themes import Themes
from desktop.widgets.painting import line_of
from desktop.widgets.rows import RowsList

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
AROUND = 28


@dataclass(frozen=True, slots=True)
class Unused:
    """A number with the words before and after it."""

    place: Place
    start: int
    end: int
    reason: str
    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True)
class Account:
    """All unused numbers of a report, and how many were used."""

    numbers: tuple[Unused, ...]
    coverage: Coverage


def account(content: Content) -> Generator[Progress, None, Account]:
    """Read the numbers of a report once more; for a Job."""
    yield Progress(0, 0, "unused")
    found = unused_numbers(content)
    yield Progress(0, 0, "words")
    texts: dict[Place, str] = {}
    numbers = []
    for place, start, end, reason in found:
        if place not in texts:
            texts[place] = text_of(content, place)
        text = texts[place]
        before = text[max(0, start - AROUND) : start]
        before = before[before.find(" ") + 1 :] if start > AROUND else before
        after = text[end : end + 2 * AROUND]
        numbers.append(Unused(place, start, end, reason, before, text[start:end], after))
    numbers.sort(key=lambda one: one.reason not in DOUBTFUL)
    return Account(tuple(numbers), coverage(content.figures, found))


class UnusedModel(RowsList[Unused]):
    """Numbers that became no figure, each between its words, with the reason."""

    def words(self, row: Unused) -> str:
        return f"{row.before}{row.number}{row.after} – {explanation('unused', row.reason, current_language())}"


class UnusedDelegate(QStyledItemDelegate):
    """Paints the words around a number on one line, the reason below."""

    def __init__(self, themes: Themes, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        line = QFontMetrics(line_of(option).font).lineSpacing()
        return QSize(line * 10, line * 5 // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(Qt.ItemDataRole.UserRole)
        line, theme = line_of(option), self._themes.current
        unit = QFontMetrics(line.font).lineSpacing()
        area = QRectF(line.rect)
        painter.save()
        if line.chosen or line.over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.ground))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 5, 5)
        bold = QFont(line.font)
        bold.setWeight(QFont.Weight.DemiBold)
        x, right = area.left() + unit * 0.5, area.right() - unit * 0.4
        for text, font, colour in (
            (one.before, line.font, theme.ink),
            (one.number, bold, theme.number),
            (one.after, line.font, theme.ink),
        ):
            metrics = QFontMetrics(font)
            words = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, int(right - x)))
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(x, area.top() + unit * 0.15, right - x, unit), Qt.AlignmentFlag.AlignVCenter, words)
            x += metrics.horizontalAdvance(words)
        painter.setFont(line.font)
        painter.setPen(QColor(theme.ink_soft))
        reason = explanation("unused", one.reason, current_language())
        below = QRectF(area.left() + unit * 0.5, area.top() + unit * 1.2, area.width() - unit, unit)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, reason)
        painter.restore()


class UnusedPage(QWidget):
    """The list with the share of numbers that were used above it. `place_requested` carries an Unused."""

    place_requested = Signal(object)
    counted = Signal(int)

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._content: Content | None = None
        self._job: Job | None = None
        self.account: Account | None = None
        self.share = QLabel()
        self.share.setObjectName("caption")
        self.share.setTextFormat(Qt.TextFormat.PlainText)
        self.share.setWordWrap(True)
        self.reason = QComboBox()
        self.model = UnusedModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(UnusedDelegate(themes, self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.installEventFilter(self)
        unit = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit // 2, unit // 2, unit // 2, 0)
        layout.setSpacing(unit // 2)
        for widget in (self.share, self.reason, self.list):
            layout.addWidget(widget)
        self.list.clicked.connect(self._go)
        self.reason.activated.connect(lambda _row: self._filter())
        self._set_words()

    def show_report(self, content: Content | None) -> None:
        """Take another report; its numbers are read off this thread."""
        self._content, self.account = content, None
        if self._job is not None:
            self._job.abandon()
            self._job = None
        self.model.show(())
        if content is not None:
            self._job = job = Job(account(content), self)
            job.succeeded.connect(lambda found: self._take(job, found))
            job.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter goes to the number."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            self._go(self.list.currentIndex())
            return True
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]  # Qt gives a QObject

    def _take(self, job: Job, found: Account) -> None:
        if job is self._job:
            self._job = None
            self.account = found
            self._set_words()
            self.counted.emit(len(found.numbers))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.place_requested.emit(self.model.rows[index.row()])

    def _filter(self) -> None:
        if self.account is not None:
            reason = self.reason.currentData() or ""
            self.model.show([one for one in self.account.numbers if reason in ("", one.reason)])

    def _set_words(self) -> None:
        self.list.setAccessibleName(self.tr("Unused numbers"))
        self.reason.setAccessibleName(self.tr("Reason"))
        now = self.reason.currentData()
        self.reason.clear()
        self.reason.addItem(self.tr("all reasons"), "")
        if self.account is None:
            self.share.setText("")
            return
        told = self.account.coverage
        for reason, count in told.reasons:
            self.reason.addItem(f"{explanation('unused', reason, current_language())} ({count})", reason)
        self.reason.setCurrentIndex(max(0, self.reason.findData(now)))
        text = self.tr(
            "{used} numbers of the text became figures, {share}% of those that count something or may do so."
        )
        self.share.setText(text.format(used=told.figures, share=written(told.share * 100, 1)))
        self._filter()
