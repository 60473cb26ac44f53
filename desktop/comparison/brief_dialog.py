"""The brief of one page, to be read, edited, saved and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout

from db.comparison_out.brief import MOST, PARTS, Brief, brief_of, trimmed
from db.comparison_out.brief_html import brief_html
from db.interface.comparison import Compared
from desktop.comparison.brief_chart import WIDTH, as_address, brief_chart
from desktop.comparison.saving import Saving, save_text
from desktop.fonts import official_family
from desktop.widgets.roomy import bounded
from desktop.widgets.safe_document import CHART, PER_INCH, PaperPage, SafeDocument

_ROOM = (165 / 25.4 * PER_INCH, 257 / 25.4 * PER_INCH)
"""What the margins of the decree leave of a sheet of A4."""


class BriefText(QTextEdit):
    """The text of the brief on white paper: formatted words come from the program alone, pasted ones are plain."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words without their looks, pictures and links."""
        plain = QMimeData()
        plain.setText(source.text())
        super().insertFromMimeData(plain)


class BriefDialog(QDialog):
    """Shows a brief that fits a page; emits `saving` when a file was chosen, `print_requested` with a PaperPage."""

    saving = Signal(object)
    print_requested = Signal(object)

    def __init__(self, one: Compared, language: str, ask: Callable[[str, Callable[[Path], None]], None]) -> None:
        super().__init__()
        self._ask = ask
        brief, self._chart = fitted(one, language)
        self._document = SafeDocument(brief_html(brief, language, CHART, WIDTH), official_family(), self._chart)
        self.text = BriefText()
        self.text.setDocument(self._document)
        self.text.setObjectName("paper")
        self.hint = QLabel()
        self.html, self.print_it, self.close_it = (QPushButton() for _ in range(3))
        self._place()
        self.html.clicked.connect(lambda: self._ask("html", lambda file: self.saving.emit(self._as_html(file))))
        self.print_it.clicked.connect(self._print)
        self.close_it.clicked.connect(self.reject)
        self._retranslate()

    def edited(self, chart: str = CHART) -> str:
        """Return the page as it was edited, its picture at the address `chart`."""
        return self.text.toHtml().replace(f'src="{CHART}"', f'src="{chart}"')

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _as_html(self, file: Path) -> Saving:
        return save_text(self.edited(as_address(self._chart)), file)

    def _print(self) -> None:
        edited = self.edited()
        self.print_requested.emit(PaperPage(self.windowTitle(), lambda: edited, self._chart))

    def _place(self) -> None:
        unit = QFontMetrics(self.font()).height()
        # Paper is white in every theme: what is seen here is what the printer gives.
        self.text.setStyleSheet("QTextEdit#paper { background: #ffffff; color: #000000; border: none; }")
        self.text.document().setDocumentMargin(unit * 2)
        self.hint.setObjectName("caption")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        for button in (self.html, self.print_it, self.close_it):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit, unit, unit, unit)
        layout.setSpacing(unit * 2 // 3)
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
        bounded(self, QSize(max(unit * 40, WIDTH + unit * 8), unit * 34), QSize(20, 16) * unit)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What differs from last year"))
        self.text.setAccessibleName(self.tr("The brief, to be edited"))
        self.hint.setText(self.tr("You can edit the words before saving or printing."))
        self.html.setText(self.tr("Save as HTML…"))
        self.print_it.setText(self.tr("Print and PDF…"))
        self.close_it.setText(self.tr("Close"))


def fitted(one: Compared, language: str) -> tuple[Brief, QImage]:
    """Return the longest brief that fits a page, with its chart; single lines in each part even if they do not fit."""
    whole = brief_of(one, language, MOST)
    limits = dict.fromkeys(PARTS, 1) | {"changes": 3}
    growing = list(PARTS)
    while growing:
        for part in tuple(growing):
            tried = limits | {part: limits[part] + 1}
            if limits[part] < len(getattr(whole, part)) and _fits(trimmed(whole, tried), language):
                limits = tried
            else:
                growing.remove(part)
    brief = trimmed(whole, limits)
    return brief, brief_chart(brief.changes, official_family())


def _fits(brief: Brief, language: str) -> bool:
    family = official_family()
    chart = brief_chart(brief.changes, family)
    document = SafeDocument(brief_html(brief, language, CHART, WIDTH), family, chart)
    return document.paged(*_ROOM) <= 1
