"""Where the live numbers of a text stand: its figures, and the rises and falls that are said of them. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.model import Figure
from db.vietnamese.writing import written

REACH = 240
"""Letters behind a figure (and half as many before it) among which its change is looked for."""
_OF_NUMBERS = "0123456789.,"


@dataclass(frozen=True, slots=True)
class LiveWords:
    """Words that lead to a figure: its own, or those of its change."""

    start: int
    end: int
    figure: Figure


def live_words(text: str, figures: Iterable[Figure]) -> tuple[LiveWords, ...]:
    """Return the live words of a text in their order; none overlap.

    A change keeps no place of its own: it is the nearest number behind its figure, or else before it, that
    prints its value. Where none does ("bằng 97,2%" is a fall of 2,8) nothing more is live.
    """
    own = sorted((LiveWords(one.start, one.end, one) for one in figures), key=lambda words: words.start)
    taken = [(words.start, words.end) for words in own]
    found = list(own)
    for words in own:
        span = _change_of(text, words.figure, taken)
        if span is not None:
            taken.append(span)
            found.append(LiveWords(*span, words.figure))
    return tuple(sorted(found, key=lambda words: words.start))


def _change_of(text: str, figure: Figure, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return where the change of a figure is printed, with its unit; None where that is not to be seen."""
    if figure.change is None:
        return None
    number = written(figure.change.value)
    behind = _places(text, number, figure.end, min(len(text), figure.end + REACH))
    before = _places(text, number, max(0, figure.start - REACH // 2), figure.start)
    for start, last in [*behind, *reversed(before)]:
        end = _with_unit(text, last, figure.change.unit)
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            return start, end
    return None


def _places(text: str, number: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where a number is printed between two offsets, a leading zero ("02") taken with it."""
    found = []
    at = text.find(number, start, end)
    while at >= 0:
        first, last = at, at + len(number)
        if number.isdigit() and len(number) == 1 and text[first - 1 : first] == "0":
            first -= 1
        follows = text[last : last + 2]
        goes_on = follows[:1].isdigit() or (follows[:1] in (".", ",") and follows[1:].isdigit())
        if text[first - 1 : first] not in tuple(_OF_NUMBERS) and not goes_on and first >= start:
            found.append((first, last))
        at = text.find(number, last, end)
    return found


def _with_unit(text: str, end: int, unit: str) -> int:
    """Return the end of a number with the unit behind it, where that is the one said."""
    space = 1 if text[end : end + 1] in (" ", "\u00a0") else 0
    return end + space + len(unit) if unit and text.startswith(unit, end + space) else end
