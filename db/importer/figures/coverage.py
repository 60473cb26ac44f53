"""How many of a report's printed numbers became figures, and why the others did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.model import Figure, Finding, Place

DOUBTFUL = ("ambiguous", "no unit")
"""Reasons that leave open whether a number counts something."""

_FINDINGS = {"ambiguous": "TBC-452", "no unit": "TBC-453"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """`figures` are the numbers used, `reasons` counts the others by reason, the most frequent first.

    `share` is, of the numbers that count something or may do so, the part that became figures (1.0 for all).
    """

    figures: int
    reasons: tuple[tuple[str, int], ...]
    share: float


def coverage(figures: Iterable[Figure], unused: Iterable[tuple[Place, int, int, str]]) -> Coverage:
    """Count the numbers of a report; cells of tables are no part of it."""
    used = sum(1 for figure in figures if figure.place.table_id is None)
    reasons = Counter(reason for _, _, _, reason in unused)
    doubtful = sum(reasons[reason] for reason in DOUBTFUL)
    return Coverage(used, tuple(reasons.most_common()), used / (used + doubtful) if used + doubtful else 1.0)


def doubts_found(unused: Iterable[tuple[Place, int, int, str]]) -> tuple[Finding, ...]:
    """Return one finding per kind of doubt, with how often it came up."""
    reasons = Counter(reason for _, _, _, reason in unused)
    return tuple(Finding(code, count=reasons[reason]) for reason, code in _FINDINGS.items() if reasons[reason])
