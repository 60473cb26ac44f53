"""The readings a doubtful number leaves open; none of them is chosen, all are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.importer.figures.cues import cue_before
from db.importer.figures.prose import prose_of
from db.vietnamese.numbers import read_cell
from db.vietnamese.units import lowered, unit_at

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_PLAIN = re.compile(r"[0-9]+[.,][0-9]+")


@dataclass(frozen=True, slots=True)
class OpenReading:
    """One way to read a number: `reading` is a key of `resources/explanations.toml`, `value` what it would be."""

    reading: str
    value: float
    unit: str = ""


def open_readings(text: str, start: int, end: int) -> tuple[OpenReading, ...]:
    """Return the ways to read an "ambiguous" number at `start` to `end` of a text, empty where none can be named."""
    found = _NUMBER.search(text, start, end)
    if found is None:
        return ()
    number = read_cell(found[0])
    if number is None:
        return _of_form(found[0])
    unit = unit_at(text, found.end(), lowered(text))
    written = unit.text if unit else ""
    prose = prose_of(text)
    cue = cue_before(prose.low, found.start(), prose.clause(found.start())[0])
    if unit is not None and unit.base == "lần" and cue.direction:
        # "tăng 2 lần": twice as much, or as much again twice over
        return OpenReading("times", number.value, "lần"), OpenReading("times-more", number.value + 1, "lần")
    if cue.names_base:
        return OpenReading("base", number.value, written), OpenReading("own", number.value, written)
    if cue.direction:
        sign = float(cue.direction)
        return OpenReading("own-growth", sign * number.value, written), OpenReading("of-level", number.value, written)
    return ()


def _of_form(printed: str) -> tuple[OpenReading, ...]:
    """ "12.50" by no rule of ours: decimals in the English manner, or thousands printed short."""
    if not _PLAIN.fullmatch(printed):
        return ()
    whole, _, rest = re.sub(",", ".", printed).partition(".")
    return OpenReading("decimals", float(f"{whole}.{rest}")), OpenReading("thousands", float(whole + rest))
