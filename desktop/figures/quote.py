"""The words a figure was read from, each coloured by what it did for the reading, with a key below."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.explanations import explanation
from db.importer.figures import Word
from desktop.languages import current_language
from desktop.themes import Theme, Themes
from desktop.widgets.safe_text import SafeText
from desktop.widgets.utf16 import units


class Quote(QWidget):
    """Shows a stretch of a report's text."""

    def __init__(self, themes: Themes) -> None:
        super().__init__()
        self._themes = themes
        self._text, self._words = "", ()  # type: tuple[str, tuple[Word, ...]]
        self.view = SafeText(self)
        self.key = QLabel()
        self.key.setObjectName("smallCaption")
        self.key.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 3)
        layout.addWidget(self.view)
        layout.addWidget(self.key)
        themes.changed.connect(self._fill)

    def show_words(self, text: str, words: tuple[Word, ...]) -> None:
        """Show a text with its words coloured; offsets are code points."""
        self._text, self._words = text, words
        self._fill()

    def sizeHint(self) -> QSize:
        return QSize(200, self.view.minimumHeight() + self.key.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.view.height_for(max(60, self.width()))
        if self.view.minimumHeight() != height:
            self.view.setFixedHeight(height)

    def _fill(self) -> None:
        theme = self._themes.current
        looks = looks_of(theme)
        self.view.setStyleSheet(f"background: transparent; color: {theme.ink};")
        self.view.setPlainText(self._text)
        cursor = QTextCursor(self.view.document())
        for word in self._words:
            cursor.setPosition(units(self._text[: word.start]))
            cursor.setPosition(units(self._text[: word.end]), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            colour, ground = looks.get(word.role, (theme.ink, theme.surface))
            look.setForeground(QColor(colour))
            look.setBackground(QColor(ground))
            if word.role == "number":
                look.setFontWeight(700)
            cursor.mergeCharFormat(look)
        language = current_language()
        roles = dict.fromkeys(word.role for word in self._words)
        self.key.setText(
            " ".join(
                f'<span style="color:{looks[role][0]};background-color:{looks[role][1]}">'
                f"&nbsp;{explanation('role', role, language)}&nbsp;</span>"
                for role in roles
                if role in looks
            )
        )
        self.key.setVisible(bool(roles))
        self.setAccessibleName(self._text)
        self.view.setAccessibleName(self._text)
        self._fit()


def looks_of(theme: Theme) -> dict[str, tuple[str, str]]:
    """Return ink and ground of each role."""
    return {
        "subject": (theme.added, theme.added_soft),
        "cue": (theme.removed, theme.removed_soft),
        "number": (theme.number, theme.number_soft),
        "unit": (theme.number, theme.number_soft),
        "tail": (theme.good, theme.good_soft),
        "period": (theme.mark, theme.mark_soft),
    }
