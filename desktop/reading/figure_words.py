"""What a live number says of itself when the mouse rests on it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from db.model import Figure
from desktop.languages import REPORT_NUMBERS, tr_noop

_STATES = {
    "stated": tr_noop("FigureWords", "as reported"),
    "estimate": tr_noop("FigureWords", "estimate"),
    "plan": tr_noop("FigureWords", "target"),
    "implied": tr_noop("FigureWords", "derived"),
    "corrected": tr_noop("FigureWords", "adjusted later"),
}


def figure_words(figure: Figure) -> list[str]:
    """Return the lines of a tool-tip: name, value with unit, period and state."""
    translate = QCoreApplication.translate
    amount = f"{figure.qualifier} {number(figure.value)} {figure.unit}".replace(" %", "%").strip()
    lines = [figure.name] if figure.name else []
    lines.append(amount)
    if figure.of is not None:
        lines[-1] = translate("FigureWords", "{amount} out of {whole}").format(amount=amount, whole=number(figure.of))
    state = translate("FigureWords", _STATES.get(figure.state, figure.state))
    lines.append(f"{figure.period} · {state}" if figure.period else state)
    return lines


def figure_tip(figure: Figure) -> str:
    """Return the tool-tip; words of a report show as they are, whatever they hold."""
    first, *rest = (escape(line) for line in figure_words(figure))
    return "<qt><b>" + first + "</b>" + "".join(f"<br>{line}" for line in rest) + "</qt>"


def number(value: float) -> str:
    """Return a figure as reports write it: 112.500 and 8,25."""
    whole = float(value).is_integer() and abs(value) < 1e15
    text = REPORT_NUMBERS.toString(int(value)) if whole else REPORT_NUMBERS.toString(float(value), ord("g"), 12)
    return text.replace("-", "−")
