"""Search by amount: "112,5" also finds 112.500 tỷ; "thu nội địa > 10.000 tỷ đồng năm 2023" asks the figures.

A query is one of amounts only where a number stands in it that is printed as an amount
(with a decimal comma, grouped thousands, a unit or a sign of comparison). What is left of
the query has to stand in the names of the figures.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.model import FIGURE_SCOPE, SearchHit
from db.search_hits import hit_of
from db.vietnamese.folding import fold, nfc
from db.vietnamese.numbers import read_cell
from db.vietnamese.units import Unit, lowered, unit_at

# A library of office reports holds some ten thousand figures: reading them in order takes milliseconds. Read once for
# all scales of thousands.
FIND = """
    SELECT figure.id, figure.name, figure.quote, coalesce(figure.block_id, figure.note_id, cell.id),
           figure.start_, figure.end_
      FROM figure LEFT JOIN cell ON cell.table_id = figure.table_id AND cell.row = figure.row AND cell.col = figure.col
     WHERE (:report IS NULL OR figure.report_id = :report)
       AND (:base = '' OR figure.unit_base = :base)
       AND CASE WHEN :scaled THEN coalesce(figure.value_base, figure.value) BETWEEN :low0 AND :high0
                ELSE figure.value BETWEEN :low0 AND :high0 OR figure.value BETWEEN :low1 AND :high1
                  OR figure.value BETWEEN :low2 AND :high2 OR figure.value BETWEEN :low3 AND :high3
                  OR figure.value BETWEEN :low4 AND :high4 OR figure.value BETWEEN :low5 AND :high5
                  OR figure.value BETWEEN :low6 AND :high6 END
       AND (:period = '' OR substr(figure.period_end, 1, 4) = :period)
       AND (:always OR figure.report_id IN (SELECT id FROM report WHERE year IN (SELECT value FROM json_each(:years))))
     ORDER BY figure.report_id DESC, figure.id
"""
TEXT = """
    SELECT text FROM block WHERE id = :passage
    UNION ALL SELECT text FROM note WHERE id = :passage
    UNION ALL SELECT text FROM cell WHERE id = :passage
"""

_NUMBER = re.compile(r"(?<![\w.,/])[0-9]+(?:[.,][0-9]+)*(?![\w/])")
_RANGE = re.compile(r"\s?(?:-|–|đến|tới)\s?(?=[0-9])")
_YEAR = re.compile(r"(?<!\w)năm\s?((?:19|20)[0-9]{2})(?!\w)")
_MORE = re.compile(r"(>=?|≥|(?<!\w)(?:từ|trên|hơn|lớn hơn|nhiều hơn|cao hơn|ít nhất))\s?$")
_LESS = re.compile(r"(<=?|≤|(?<!\w)(?:dưới|nhỏ hơn|ít hơn|thấp hơn|không quá))\s?$")
_FALLEN = re.compile(r"(?:^|[\s(])[-−–]$")
_SIGNS = re.compile(r"[^\w%]+")
_NEAR = 1e-9
_THOUSAND, _YEARS = 1000, (1900, 2030)
"""From here on a number is printed with a dot that who types it leaves out; but these are years."""
_SCALES = range(-3, 4)


@dataclass(frozen=True, slots=True)
class Amount:
    """What is asked: a stretch of values, in base units where `unit` is known, and words of the name.

    `printed` is the number as typed where it is asked for alone, at any scale of thousands.
    """

    low: float
    high: float
    unit: Unit | None
    year: str
    words: tuple[str, ...]
    printed: str = ""


def read_amount(query: str) -> Amount | None:
    """Return the amount a query asks for, None where it asks for words only."""
    text = nfc(query)
    low = lowered(text)
    year = _YEAR.search(low)
    # the year keeps its place, so that offsets stay
    rest = low if year is None else low[: year.start()] + " " * (year.end() - year.start()) + low[year.end() :]
    found = _NUMBER.search(rest)
    number = read_cell(found[0]) if found else None
    if number is not None and found is not None and _FALLEN.search(rest[: found.start()]):
        number = replace(number, value=-number.value)
    if found is None or number is None:
        return None
    end, upper = found.end(), None
    joint = _RANGE.match(rest, end)
    second = _NUMBER.match(rest, joint.end()) if joint else None
    if second is not None:
        last = read_cell(second[0])
        end, upper = second.end(), last.value if last else None
    unit = unit_at(rest, end, rest)
    more, less = _MORE.search(rest[: found.start()]), _LESS.search(rest[: found.start()])
    start = (more or less).start() if (more or less) else found.start()  # type: ignore[union-attr]  # one of them is
    compared = bool(more or less or upper is not None)
    bare_count = found[0].isdigit() and number.value >= _THOUSAND and not _YEARS[0] <= number.value <= _YEARS[1]
    if unit is None and (compared or not ("," in found[0] or "." in found[0] or bare_count)):
        return None
    words = tuple(
        word for word in _SIGNS.sub(" ", fold(rest[:start] + " " + rest[unit.end if unit else end :])).split()
    )
    factor = unit.factor if unit else 1.0
    first, last_value = number.value * factor, (number.value if upper is None else upper) * factor
    least = first if not less else -math.inf
    most = last_value if not more or upper is not None else math.inf
    strict = bool(more and more[1] == ">"), bool(less and less[1] == "<")
    least = math.nextafter(least, math.inf) if strict[0] else _under(least)
    most = math.nextafter(most, -math.inf) if strict[1] else _over(most)
    return Amount(least, most, unit, year[1] if year else "", words, "" if unit or number.value < 0 else found[0])


def _under(value: float) -> float:
    return value - abs(value) * _NEAR


def _over(value: float) -> float:
    return value + abs(value) * _NEAR


def amount_hits(
    conn: sqlite3.Connection, asked: Amount, years: str = "[]", *, always: bool = True, report_id: int | None = None
) -> list[tuple[int, int, int]]:
    """Return (passage, start, end) of every figure that fits, newest report first.

    A bare number is found at any scale of thousands but its own: as it was typed the words are found already.
    """
    facts: dict[str, object] = {
        "report": report_id,
        "base": asked.unit.base if asked.unit else "",
        "scaled": asked.unit is not None,
        "period": asked.year,
        "always": always,
        "years": years,
    }
    for at, power in enumerate(_SCALES if asked.unit is None else (0,) * len(_SCALES)):
        facts |= {f"low{at}": asked.low * 1000.0**power, f"high{at}": asked.high * 1000.0**power}
    found = [
        (passage, start, end)
        for _, name, quote, passage, start, end in conn.execute(FIND, facts)
        if passage is not None and _named(name, asked.words) and not (asked.printed and asked.printed in quote)
    ]
    return found if asked.unit else sorted(set(found))


def _named(name: str, words: Sequence[str]) -> bool:
    folded = fold(name)
    return all(word in folded for word in words)


def amount_hit(conn: sqlite3.Connection, place: tuple[int, int, int]) -> SearchHit:
    """Return a figure that was found as a hit, with the text around its number."""
    passage, start, end = place
    (text,) = conn.execute(TEXT, {"passage": passage}).fetchone()
    return replace(hit_of(conn, passage, text, [(start, end)]), scope=FIGURE_SCOPE)
