"""Why a figure reads as it does, as lines of words. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from db.explanations import explanation
from db.importer.figures import Why, Word
from db.model import Content, Figure, Place
from db.vietnamese.writing import with_unit
from desktop.amounts import kind_words, number, state_words
from desktop.languages import current_language, translate


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the explanation: what it is about, and the words."""

    name: str
    words: str


def facts_of(figure: Figure, why: Why) -> list[Fact]:
    """Return the explanation: kind and rule, unit steps, bounds, period, change, and what was rejected."""
    language = current_language()
    facts = [
        Fact(translate("FigurePanel", "Kind"), f"{kind_words(figure.kind)} · {state_words(figure.state)}"),
        Fact(translate("FigurePanel", "Rule"), explanation("rule", why.rule, language)),
    ]
    steps = unit_steps(figure, why)
    if steps:
        facts.append(Fact(translate("FigurePanel", "Unit"), steps))
    facts.append(Fact(translate("FigurePanel", "Bounds"), bounds_words(figure, why)))
    period = explanation("period", why.period, language)
    told = f"{figure.period}. {period}" if figure.period else period
    facts.append(Fact(translate("FigurePanel", "Period"), told))
    if figure.change is not None:
        change = figure.change
        words = f"{change.direction} {with_unit(number(change.value), change.unit)}"
        if change.versus:
            words = translate("FigurePanel", "{change} against {year}").format(change=words, year=change.versus)
        facts.append(Fact(translate("FigurePanel", "Change"), words))
        if both := both_readings(figure):
            facts.append(Fact(translate("FigurePanel", "Two readings"), both))
    if figure.implied_previous is not None:
        value = with_unit(number(round(figure.implied_previous, 4)), figure.unit)
        facts.append(Fact(translate("FigurePanel", "Implied year before"), f"○ {value}"))
    for one in why.rejected:
        reading = explanation("reading", one.reading, language)
        facts.append(
            Fact(translate("FigurePanel", "Not read as"), f"{reading}: {explanation('reason', one.reason, language)}")
        )
    return facts


def both_readings(figure: Figure) -> str:
    """Return what "tăng 2 lần" may mean, with the year before that either makes; "" where only one reading is left.

    Neither is chosen: nothing is derived from such a change.
    """
    change = figure.change
    if change is None or change.unit != "lần" or figure.implied_previous is not None or change.value <= 0:
        return ""
    if change.direction != "tăng" or figure.kind not in ("level", "ratio"):
        return ""
    times, more = (_before(figure, change.value), _before(figure, change.value + 1))
    said = translate("FigurePanel", "{n} times as much ({times} before) or more by {n} times ({more} before)")
    return said.format(n=number(change.value), times=times, more=more)


def _before(figure: Figure, factor: float) -> str:
    return with_unit("≈ " + number(float(f"{figure.value / factor:.4g}")), figure.unit)


def unit_steps(figure: Figure, why: Why) -> str:
    """Return "112,5 nghìn tỷ đồng = 112.500 tỷ đồng = …", nothing where the unit is its own base."""
    if not why.steps:
        return ""
    parts = [with_unit(number(figure.value), figure.unit)]
    parts += [with_unit(_long(step.value), step.unit) for step in why.steps]
    return " = ".join(parts)


def bounds_words(figure: Figure, why: Why) -> str:
    """Return the bounds with the reason for them."""
    reason = explanation("bounds", why.bounds, current_language())
    if why.low is None or why.high is None or why.low == why.high:
        return reason
    return f"{number(_plain(why.low))} – {with_unit(number(_plain(why.high)), figure.unit)}. {reason}"


def _plain(value: float) -> float:
    return float(f"{value:.12g}")


def _long(value: float) -> str:
    """Write large sums as reports read them, up to 10^15; beyond that as a power."""
    return number(value) if abs(value) < 1e16 else f"{value:.6g}"


def text_of(content: Content, place: Place) -> str:
    """Return the text a figure's offsets count in."""
    if place.block_id is not None:
        return next((block.text for block in content.blocks if block.id == place.block_id), "")
    if place.note_id is not None:
        return next((note.text for note in content.notes if note.id == place.note_id), "")
    for table in content.tables:
        if table.id == place.table_id:
            return next((cell.text for cell in table.cells if (cell.row, cell.col) == (place.row, place.col)), "")
    return ""


def excerpt(text: str, words: tuple[Word, ...], figure: Figure, most: int = 420) -> tuple[str, tuple[Word, ...]]:
    """Return the stretch of a text that holds the clause and all its words, with the words moved along."""
    found = text.find(figure.quote) if figure.quote else -1
    spans = [(word.start, word.end) for word in words] or [(figure.start, figure.end)]
    if 0 <= found <= figure.start:
        spans.append((found, found + len(figure.quote)))
    start, end = min(one[0] for one in spans), max(one[1] for one in spans)
    opens = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.rfind("\n", 0, start) + 1)
    closes = next((at + 1 for at in (text.find(". ", end), text.find("\n", end)) if at >= 0), len(text))
    start, end = min(start, opens), max(end, closes)
    if end - start > most:
        start, end = max(start, figure.start - most // 2), min(end, figure.end + most // 2)
    kept = tuple(
        Word(word.role, word.start - start, word.end - start)
        for word in words
        if start <= word.start and word.end <= end
    )
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else ""), tuple(
        Word(word.role, word.start + (2 if start else 0), word.end + (2 if start else 0)) for word in kept
    )
