"""The explanation of one figure: value, words, rule, bounds, what was rejected, and the corrections over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.importer.figures import Why, explain_figure
from db.layers import Correction, anchor_of, corrected
from db.model import Content, Figure, Report
from desktop.amounts import SIGNS, amount_of
from desktop.figures.correcting import CorrectionForm
from desktop.figures.quote import Quote
from desktop.figures.telling import excerpt, facts_of, text_of
from desktop.layering import Layering
from desktop.settings import CORRECTED_BY, Settings
from desktop.themes import Themes
from desktop.widgets.column import CardColumn


class WhyPage(QWidget):
    """Shows one figure of the report in front."""

    opened = Signal(int)
    series_requested = Signal(int)

    def __init__(self, layering: Layering, settings: Settings, themes: Themes) -> None:
        super().__init__()
        self._layering = layering
        self._settings = settings
        self._report: Report | None = None
        self._content: Content | None = None
        self.figure: Figure | None = None
        self.column = CardColumn(self)
        self.name = _plain("", "heading")
        self.value = _plain("", "figureValue")
        self.original = _plain("", "caption")
        self.quote = Quote(themes)
        self.facts = QGridLayout()
        self.log = _plain("", "caption")
        self.form = CorrectionForm()
        self.form.hide()
        self.buttons = {name: QPushButton() for name in ("open", "series", "correct", "undo", "redo")}
        self._none = _plain("", "caption")
        self._card = QFrame()
        self._card.setObjectName("card")
        self._place()
        self._connect()
        self._set_words()
        self._show()

    def show_report(self, report: Report | None, content: Content | None) -> None:
        """Take another report; no figure is chosen in it."""
        self._report, self._content, self.figure = report, content, None
        self._show()

    def show_figure(self, figure_id: int) -> None:
        """Explain a figure of the report."""
        figures = self._content.figures if self._content else ()
        self.figure = next((figure for figure in figures if figure.id == figure_id), None)
        self.form.hide()
        self._show()

    def correction(self) -> Correction | None:
        """Return the correction that lies over the figure, None where there is none."""
        figure, report = self.figure, self._report
        if figure is None or report is None:
            return None
        anchor = anchor_of(figure, report.source.sha256)
        return next((one for one in self._layering.now.corrections if one.anchor == anchor), None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        figure, content = self.figure, self._content
        self._card.setVisible(figure is not None)
        self._none.setVisible(figure is None)
        if figure is None or content is None:
            return
        over = self.correction()
        now = corrected(figure, over) if over is not None else figure
        self.name.setText(" · ".join(part for part in (now.name, now.period) if part))
        self.value.setText(f"{SIGNS.get(now.state, '●')} {amount_of(now)}")
        self.original.setText(self.tr("The report says: {value}").format(value=amount_of(figure)) if over else "")
        self.original.setVisible(over is not None)
        why = explain_figure(content, figure)
        self.quote.show_words(*excerpt(text_of(content, figure.place), why.words, figure))
        self._fill_facts(figure, why)
        self._show_log(over)
        self.buttons["series"].setVisible(bool(now.indicator))
        self._allow()

    def _fill_facts(self, figure: Figure, why: Why) -> None:
        while self.facts.count():
            item = self.facts.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().deleteLater()
        for row, fact in enumerate(facts_of(figure, why)):
            name, words = _plain(fact.name, "smallCaption"), _plain(fact.words, "")
            name.setContentsMargins(0, self.fontMetrics().height() // 3, 0, 0)
            self.facts.addWidget(name, 2 * row, 0)
            self.facts.addWidget(words, 2 * row + 1, 0)
            words.setAccessibleName(f"{fact.name}: {fact.words}")

    def _show_log(self, over: Correction | None) -> None:
        if over is None:
            self.log.hide()
            return
        day = f"{over.at[8:10]}/{over.at[5:7]}/{over.at[:4]}"
        who = over.who or self.tr("no name")
        text = self.tr("Corrected on {day} by {who}.").format(day=day, who=who)
        self.log.setText(f"{text} {over.why}".strip())
        self.log.show()

    def _correct(self) -> None:
        figure, report = self.figure, self._report
        if figure is not None and report is not None:
            over = self.correction()
            now = corrected(figure, over) if over is not None else figure
            self.form.show_figure(now, anchor_of(figure, report.source.sha256), self._settings.get(CORRECTED_BY))
            self.form.show()
            self.form.value.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self, made: Correction) -> None:
        self._settings.put(CORRECTED_BY, made.who)
        self.form.hide()
        self._layering.correct(_onto(self.correction(), made))

    def _allow(self) -> None:
        now = self._layering.now
        self.buttons["correct"].setEnabled(self._layering.writable)
        self.buttons["undo"].setEnabled(bool(now.corrections or now.decisions))
        self.buttons["redo"].setEnabled(self._layering.undone)

    def _connect(self) -> None:
        run = {
            "open": lambda: self.opened.emit(self.figure.id if self.figure else 0),
            "series": lambda: self.series_requested.emit(self.figure.id if self.figure else 0),
            "correct": self._correct,
            "undo": self._layering.undo,
            "redo": self._layering.redo,
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on, one=name: run[one]())
        self.form.kept.connect(self._keep)
        self.form.cancelled.connect(self.form.hide)
        self._layering.changed.connect(self._show)

    def _place(self) -> None:
        unit = self.fontMetrics().height()
        card = QVBoxLayout(self._card)
        card.setContentsMargins(unit * 2 // 3, unit // 2, unit * 2 // 3, unit // 2)
        card.setSpacing(unit // 3)
        self.facts.setContentsMargins(0, unit // 3, 0, 0)
        self.facts.setVerticalSpacing(unit // 8)
        for widget in (self.name, self.value, self.original, self.log, self.quote):
            card.addWidget(widget)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, names in ((first, ("open", "series")), (second, ("correct", "undo", "redo"))):
            row.setSpacing(0)
            for name in names:
                self.buttons[name].setObjectName("link")
                row.addWidget(self.buttons[name])
            row.addStretch(1)
            card.addLayout(row)
        card.addWidget(self.form)
        card.addLayout(self.facts)
        self.column.add(self._none)
        self.column.add(self._card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit // 2, unit // 2, 0, 0)
        layout.addWidget(self.column)

    def _set_words(self) -> None:
        words = {
            "open": self.tr("Open the sentence"),
            "series": self.tr("Open the series"),
            "correct": self.tr("Correct…"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
        }
        for name, button in self.buttons.items():
            button.setText(words[name])
        self._none.setText(
            self.tr(
                "Rest the mouse on an underlined number and choose “Why?”, or walk with {next} and {previous}."
            ).format(next="Ctrl+]", previous="Ctrl+[")
        )


def _onto(before: Correction | None, made: Correction) -> Correction:
    """Return a correction that also holds what an earlier one of the figure changed."""
    if before is None:
        return made
    return Correction(
        made.anchor,
        before.value if made.value is None else made.value,
        made.unit or before.unit,
        made.period or before.period,
        made.indicator or before.indicator,
        made.name or before.name,
        made.why,
        made.who,
    )


def _plain(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
