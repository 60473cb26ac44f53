"""All notes of a report as a list: label, first words, section; a warning where no mark is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.vietnamese.folding import nfc, search_form
from desktop.footnotes.book import Book, Entry
from desktop.footnotes.look import Look
from desktop.icons import icon
from desktop.widgets.rows import ROW, RowsList

Index = QModelIndex | QPersistentModelIndex
ENTRY = ROW


class NoteList(RowsList[Entry]):
    """Notes in the report's order; a filter keeps those that hold its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Entry] = []

    def show_book(self, book: Book) -> None:
        """Show another report's notes."""
        self._all = list(book.entries.values())
        self.show(self._all)

    def filter(self, words: str) -> int:
        """Keep the notes whose label, words or section hold `words`; return how many do."""
        asked = search_form(" ".join(nfc(words).split()))
        self.show([entry for entry in self._all if asked in search_form(_spoken(entry))] if asked else self._all)
        return len(self.rows)

    def shown(self) -> list[Entry]:
        """Return the notes the filter leaves, in order."""
        return list(self.rows)

    def row_of(self, note_id: int) -> int:
        """Return the row of a note, or -1."""
        return next((number for number, entry in enumerate(self.rows) if entry.note.id == note_id), -1)

    def words(self, row: Entry) -> str:
        return f"{row.note.label} {row.note.text}"

    def spoken(self, row: Entry) -> str:
        tip = self.tip(row)
        return f"{tip}. {_spoken(row)}" if tip else _spoken(row)

    def tip(self, row: Entry) -> str:
        return "" if row.note.linked else self.tr("No mark in the text is known for this note")


def _spoken(entry: Entry) -> str:
    return f"{entry.note.label} {entry.note.text} {entry.path} {entry.section}"


class NoteRow(QStyledItemDelegate):
    """Paints a note of the list in three lines: two of its words, one of where it stands."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every note."""
        del option, index
        lines = QFontMetrics(self.look.font).lineSpacing() * 2 + QFontMetrics(self._small()).lineSpacing()
        return QSize(100, lines + 2 * self._pad() + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one note."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        theme, pad = self.look.theme, self._pad()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        inner = rect.adjusted(pad * 2, pad, -pad * 2, -pad)
        bold = QFont(self.look.font)
        bold.setBold(True)
        column = QFontMetrics(bold).horizontalAdvance("888") + pad // 2
        top = self._paint_words(painter, inner.adjusted(column, 0, 0, 0), entry)
        painter.setFont(bold)
        painter.setPen(QColor(theme.mark))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRect(inner.left(), top, column, inner.height()), flags, entry.note.label)
        if not entry.note.linked:
            size = QFontMetrics(bold).height()
            box = QRect(inner.left(), top + size + pad // 2, size, size)
            icon("triangle-alert", theme.warning).paint(painter, box)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry) -> int:
        """Paint words and place; return the height of their first line."""
        theme = self.look.theme
        metrics = QFontMetrics(self.look.font)
        painter.setFont(self.look.font)
        painter.setPen(QColor(theme.ink))
        first, rest = _broken(metrics, " ".join(entry.note.text.split()), rect.width())
        if not rest:
            rect = rect.adjusted(0, metrics.lineSpacing() // 2, 0, 0)  # a short note stands in the middle
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(rect, flags, first)
        below = rect.adjusted(0, metrics.lineSpacing(), 0, 0)
        painter.drawText(below, flags, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, rect.width()))
        painter.setFont(self._small())
        painter.setPen(QColor(theme.ink_soft))
        small = QFontMetrics(self._small())
        where = " · ".join(part for part in (entry.path, entry.section) if part) or self.where_unknown
        last = rect.adjusted(0, (2 if rest else 1) * metrics.lineSpacing(), 0, 0)
        painter.drawText(last, flags, small.elidedText(where, Qt.TextElideMode.ElideRight, rect.width()))
        return rect.top()

    @property
    def where_unknown(self) -> str:
        """What stands in the place of a section that is not known."""
        return self.tr("Place in the text unknown")

    def _small(self) -> QFont:
        font = QFont()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def _pad(self) -> int:
        return round(self.look.em * 0.5)


def _broken(metrics: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """Return the words that fit in one line, and the others."""
    words, used = text.split(" "), 0
    space = metrics.horizontalAdvance(" ")
    for number, word in enumerate(words):
        used += metrics.horizontalAdvance(word) + space
        if used - space > width and number:
            return " ".join(words[:number]), " ".join(words[number:])
        if used > 4 * width:
            break
    return (text, "") if used <= width + space else (words[0], " ".join(words[1:]))
