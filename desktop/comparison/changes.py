"""The figures of both years beside each other: what they were, what they are, and by how much they differ."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from db.comparison.rows import Comparison, Contradiction, FigurePair
from db.vietnamese.writing import MINUS, with_unit, written
from desktop.languages import QT_TRANSLATE_NOOP, translate
from desktop.widgets.column import CardColumn

CLASSES = {
    "conflict": QT_TRANSLATE_NOOP("Comparison", "figures that do not agree"),
    "revised": QT_TRANSLATE_NOOP("Comparison", "revised figure"),
    "other_period": QT_TRANSLATE_NOOP("Comparison", "another period"),
    "other_definition": QT_TRANSLATE_NOOP("Comparison", "another definition"),
}
MOST = 200


class Changes(CardColumn):
    """Contradictions first, then the figures by the size of their change."""

    chosen = Signal(object)

    def show_changes(self, comparison: Comparison | None) -> None:
        """Show a comparison's figures; None empties the list."""
        self.clear()
        if comparison is None:
            return
        cards = [Card(one, contradiction_words(one), "warning") for one in comparison.contradictions]
        pairs = sorted((pair for pair in comparison.figures if not pair.within), key=_size, reverse=True)
        cards += [Card(pair, figure_words(pair), "") for pair in pairs[:MOST]]
        for card in cards:
            card.chosen.connect(self.chosen)
            self.add(card)


class Card(QFrame):
    """One pair of figures, or one contradiction: a title and lines below it."""

    chosen = Signal(object)

    def __init__(self, about: FigurePair | Contradiction, words: tuple[str, ...], mood: str) -> None:
        super().__init__()
        self.about = about
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        margin = QFontMetrics(self.font()).height() // 2
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(margin // 3)
        for number, text in enumerate(words):
            label = QLabel(("⚠ " if mood and not number else "") + text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setObjectName("heading" if number == 0 else "caption" if number > 1 else "")
            layout.addWidget(label)
        self.setAccessibleName(". ".join(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.about)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.about)
        else:
            super().keyPressEvent(event)


def figure_words(pair: FigurePair) -> tuple[str, ...]:
    """Return the lines of a pair: its name, both values, and the change."""
    left = with_unit(written(pair.left.value, minus=MINUS), pair.left.unit)
    right = with_unit(written(pair.right.value, minus=MINUS), pair.right.unit)
    parts = [with_unit(signed(pair.delta), pair.unit)] if pair.points is None else []
    if pair.percent is not None:
        parts.append(f"{signed(round(pair.percent, 1))}%")
    if pair.points is not None:
        parts.append(translate("Comparison", "{n} percentage points").format(n=signed(pair.points)))
    return (_capital(pair.name or pair.right.name), f"{left}  →  {right}", " · ".join(parts))


def contradiction_words(one: Contradiction) -> tuple[str, ...]:
    """Return the lines of a contradiction: its name and class, both values, both quotes; never who is right."""
    kind = translate("Comparison", CLASSES[one.kind])
    left = with_unit(_rounded(one.left_value, False), one.unit)
    right = with_unit(_rounded(one.right_value, one.implied), one.unit)
    name = _capital(one.name)
    title = f"{name} {one.year}: {kind}" if one.year else f"{name}: {kind}"
    return (title, f"{left}  ↔  {right}", f"“{one.left_quote.strip()}”", f"“{one.right_quote.strip()}”")


def _rounded(value: float, implied: bool) -> str:
    """Write a value; one that was worked out from a change is no more exact than a few digits."""
    if not implied:
        return written(value, minus=MINUS)
    if value == round(value):
        return "≈ " + written(value, minus=MINUS)
    decimals = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2
    return "≈ " + written(value, decimals, MINUS)


def signed(value: float) -> str:
    """Return a change with its sign: "+9,6" or "−3,2"."""
    value = float(f"{value:.12g}")
    return ("+" if value > 0 else "") + written(value, minus=MINUS)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _size(pair: FigurePair) -> float:
    return abs(pair.percent if pair.percent is not None else pair.points or 0.0)
