"""The letters of notes: the reading font, smaller, with live numbers underlined as in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.footnotes.book import Entry
from desktop.live_words import live_words
from desktop.themes import Theme

BASE_POINTS = 10.75
LINE_PERCENT = 108.0


@dataclass(frozen=True)
class Look:
    """Theme, family and zoom (percent) of the notes."""

    theme: Theme
    family: str
    zoom: int
    live: bool = True

    @cached_property
    def font(self) -> QFont:
        """The font of a note's words; copy it before changing it."""
        font = QFont(self.family)
        font.setPointSizeF(BASE_POINTS * self.zoom / 100)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @cached_property
    def em(self) -> int:
        """Two thirds of a line, in pixels: the measure of all distances."""
        return max(8, round(QFontMetrics(self.font).height() * 0.7))

    def fill(self, document: QTextDocument, entry: Entry) -> None:
        """Set a note into a document."""
        document.clear()
        document.setDefaultFont(self.font)
        plain = QTextCharFormat()
        plain.setForeground(QColor(self.theme.ink))
        live = QTextCharFormat(plain)
        live.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        live.setUnderlineColor(QColor(self.theme.live))
        shape = QTextBlockFormat()
        shape.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(shape)
        text, at = entry.note.text.replace("\n", "\u2028"), 0
        for words in live_words(entry.note.text, entry.figures) if self.live else ():
            if at <= words.start < words.end <= len(text):
                cursor.insertText(text[at : words.start], plain)
                cursor.insertText(text[words.start : words.end], live)
                at = words.end
        cursor.insertText(text[at:], plain)
