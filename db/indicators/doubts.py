"""Links between figures that a person has to look at: the review queue.

Nothing is linked by what is found here. A doubt goes away when a decision names its key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from db.indicators.catalogue import words_of
from db.indicators.outside import is_outside
from db.vietnamese.folding import fold

KINDS = ("two values", "unit", "synonym")
_ALIKE = 0.8
_LEAST_WORDS = 4
_COMMON = 40  # a word that more names share than this tells none of them apart


@dataclass(frozen=True, slots=True)
class Doubt:
    """A link to be judged: `figures` are ids, those of the first `indicators` entry first.

    `kind` is one of KINDS: one report gives two values of one period; the same name counts
    in another unit; two names say nearly the same. `reason` holds the words that differ
    ("tấn / m3"). `key` stays the same after a new import; decisions name it.
    """

    kind: str
    key: str
    indicators: tuple[str, ...]
    figures: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What is needed of a figure to doubt its link."""

    id: int
    report_id: int
    indicator: str
    name: str
    kind: str
    unit: str
    unit_base: str
    low: float
    high: float
    period: str
    state: str


def doubts(rows: Iterable[Linked], settled: frozenset[str] = frozenset()) -> tuple[Doubt, ...]:
    """Return the doubts that are not settled yet: two values first, then units, then names."""
    by_indicator: defaultdict[str, list[Linked]] = defaultdict(list)
    for row in rows:
        by_indicator[row.indicator].append(row)
    known = {one: group for one, group in by_indicator.items() if not is_outside(one) or _reports(group) > 1}
    found = (
        *(doubt for one, group in known.items() for doubt in _two_values(one, group)),
        *(doubt for one, group in known.items() for doubt in _units(one, group)),
        *_synonyms(by_indicator),
    )
    return tuple(doubt for doubt in found if doubt.key not in settled)


def _reports(group: Iterable[Linked]) -> int:
    return len({row.report_id for row in group})


def _two_values(indicator: str, group: Sequence[Linked]) -> Iterator[Doubt]:
    same: defaultdict[tuple[int, str, str, str, str], list[Linked]] = defaultdict(list)
    for row in group:
        same[row.report_id, row.kind, row.unit_base, row.period, row.state].append(row)
    for (_, _, _, period, _), rows in same.items():
        first = rows[0]
        apart = [row for row in rows[1:] if row.low > first.high or row.high < first.low]
        if apart:
            key = f"two values:{indicator}:{first.kind}:{period}:{first.low:g}:{apart[0].low:g}"
            ids = (first.id, *(row.id for row in apart))
            yield Doubt("two values", key, (indicator,), ids, " / ".join(dict.fromkeys(row.name for row in rows)))


def _units(indicator: str, group: Sequence[Linked]) -> Iterator[Doubt]:
    """The same words counted in another unit by another report."""
    if not is_outside(indicator):
        return
    by_unit: defaultdict[str, list[Linked]] = defaultdict(list)
    for row in group:
        if row.kind in ("level", "ratio"):
            by_unit[row.unit_base or row.unit].append(row)
    for one, other in combinations(sorted(by_unit), 2):
        if not {row.report_id for row in by_unit[one]} & {row.report_id for row in by_unit[other]}:
            ids = tuple(row.id for row in (*by_unit[one], *by_unit[other]))
            yield Doubt("unit", f"unit:{indicator}:{one}:{other}", (indicator,), ids, f"{one} / {other}")


def _counted(words: Sequence[str]) -> frozenset[str]:
    """Return the words, a second "kiểm tra" apart from the first: "ủy ban kiểm tra kiểm tra" is no "… kỷ luật"."""
    return frozenset(f"{word}{words[:at].count(word) or ''}" for at, word in enumerate(words))


def _synonyms(by_indicator: dict[str, list[Linked]]) -> Iterator[Doubt]:
    """Two names of different reports whose words are nearly the same, in one unit and of one kind."""
    holders: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    for indicator, group in by_indicator.items():
        first = group[0]
        words[indicator] = _counted(fold(words_of(first.name)).split())
        if len(words[indicator]) >= _LEAST_WORDS:
            for word in words[indicator]:
                holders[word, first.kind, first.unit_base].append(indicator)
    pairs: defaultdict[tuple[str, str], int] = defaultdict(int)
    for held in holders.values():
        if len(held) <= _COMMON:
            for pair in combinations(sorted(held), 2):
                pairs[pair] += 1
    for (one, other), shared in sorted(pairs.items()):
        if not (is_outside(one) or is_outside(other)) or shared / len(words[one] | words[other]) < _ALIKE:
            continue
        ones, others = by_indicator[one], by_indicator[other]
        if not {row.report_id for row in ones} & {row.report_id for row in others}:
            ids = tuple(row.id for row in (*ones, *others))
            reason = f"{ones[0].name} / {others[0].name}"
            yield Doubt("synonym", f"synonym:{one}:{other}", (one, other), ids, reason)
