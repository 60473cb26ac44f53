"""The contents of a comparison: pairs of sections with what changed below them, as a list for a view."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from db.comparison.rows import CHANGE_KINDS, Comparison, Reuse, SectionPair
from desktop.comparison.lines import Line
from desktop.comparison.words import FILTER_WORDS
from desktop.languages import translate
from desktop.themes import Themes
from desktop.widgets.painting import line_of
from desktop.widgets.plain_tips import plain_tip
from desktop.widgets.rows import ROW, RowsList

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY = ROW
CAME_FROM = "⇠"
SHOWN = (("new", "+"), ("dropped", "−"), ("numbers", "Δ"), ("reworded", "≈"), ("moved", "⇄"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair of sections: its words, depth, what changed in it and how sure the pairing is."""

    pair: SectionPair
    text: str
    level: int
    counts: tuple[tuple[str, int], ...]
    reuse: Reuse | None = None

    @property
    def badge(self) -> str:
        """Return "+3 −2 Δ4"; what there is none of is left out."""
        found = dict(self.counts)
        return " ".join(f"{sign}{found[kind]}" for kind, sign in SHOWN if found.get(kind))


def entries_of(comparison: Comparison, lines: list[Line]) -> list[Entry]:
    """Return the titled section pairs in reading order with their counts."""
    counts: dict[int | None, Counter[str]] = {}
    for difference in comparison.differences:
        counts.setdefault(difference.section, Counter())[difference.kind] += 1
    pairs = {pair.id: pair for pair in comparison.sections}
    reuse = {one.section: one for one in comparison.reuse}
    found, seen = [], set()
    for line in lines:
        if line.of == "section":
            pair = pairs[line.id]
            again = pair.right is not None and pair.right in seen
            seen.add(pair.right)
            # What was joined to a section listed already goes by its own older heading, not by that one once more.
            text = f"{CAME_FROM} {line.text(True)}" if again else line.text(False) or line.text(True)
            below = tuple(counts.get(line.id, {}).items())
            found.append(Entry(pair, text, line.level + again, below, reuse.get(line.id)))
    return found


def said(entry: Entry) -> list[str]:
    """Return how sure the pairing is, how much was taken over and what changed, a line each."""
    lines, pair = [], entry.pair
    percent = round(pair.confidence * 100)
    if pair.by_hand:
        lines.append(translate("Comparison", "Paired by hand"))
    elif pair.asks:
        text = translate("Comparison", "These two sections may not belong together ({percent}% sure).")
        lines.append(text.format(percent=percent))
    elif pair.left is not None and pair.right is not None:
        lines.append(translate("Comparison", "Pair {percent}% sure").format(percent=percent))
    if entry.reuse is not None and pair.left is not None:
        text = translate("Comparison", "{n} of {total} sentences unchanged")
        lines.append(text.format(n=entry.reuse.unchanged, total=entry.reuse.total))
    found = dict(entry.counts)
    kinds = [f"{translate('Comparison', FILTER_WORDS[kind])} {found[kind]}" for kind in CHANGE_KINDS if found.get(kind)]
    return [*lines, " · ".join(kinds)] if kinds else lines


class OutlineModel(RowsList[Entry]):
    """The entries, read-only."""

    def row_of(self, pair_id: int | None) -> int:
        """Return the row of a section pair, -1 where it is not listed."""
        return next((number for number, entry in enumerate(self.rows) if entry.pair.id == pair_id), -1)

    def words(self, row: Entry) -> str:
        return row.text

    def spoken(self, row: Entry) -> str:
        return f"{row.text} {row.badge}"

    def tip(self, row: Entry) -> str:
        return plain_tip("\n".join((row.text, *said(row))))


class OutlineRow(QStyledItemDelegate):
    """Paints an entry: its words, indented, and the counts at the right; a question mark where we are unsure."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        unit = QFontMetrics(line_of(option).font).lineSpacing()
        return QSize(unit * 8, unit * 3 // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        line, theme = line_of(option), self._themes.current
        metrics = QFontMetrics(line.font)
        unit = metrics.lineSpacing()
        area = QRectF(line.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.chosen or line.over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if line.chosen else theme.ground))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 5, 5)
        badge = ("? " if entry.pair.asks else "") + entry.badge
        painter.setFont(line.font)
        painter.setPen(QColor(theme.warning if entry.pair.asks else theme.ink_soft))
        right = area.adjusted(0, 0, -unit * 0.5, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, badge)
        font = QFont(line.font)
        font.setWeight(QFont.Weight.DemiBold if entry.level == 1 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        indent = unit * (0.5 + 0.7 * (entry.level - 1))
        words = area.adjusted(indent, 0, -unit * 1.2 - metrics.horizontalAdvance(badge), 0)
        elided = QFontMetrics(font).elidedText(entry.text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.restore()
