"""What a revised version of a report says otherwise: the values a re-import affects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from db.model import Figure, Finding
from db.vietnamese.folding import fold
from db.vietnamese.writing import with_unit, written

CHANGED = "TBC-455"
_MOST = 60
"""So many values are told one by one; a report written anew is compared instead."""


def changed_values(before: Iterable[Figure], now: Iterable[Figure]) -> tuple[Finding, ...]:
    """Return one finding per value of `now` that the former version gives otherwise, in reading order.

    Values are held against each other by name, kind, unit and period; what only one version
    has, or has under another name, is no changed value.
    """
    former: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in before:
        former[_key(figure)].append(figure)
    found: list[Finding] = []
    for figure in now:
        others = former.get(_key(figure), [])
        if others and all((one.value, one.unit) != (figure.value, figure.unit) for one in others):
            found.append(Finding(CHANGED, _told(others[0], figure), 1, figure.place.block_id))
    if len(found) <= _MOST:
        return tuple(found)
    return (*found[:_MOST], Finding(CHANGED, "…", len(found) - _MOST))


def _key(figure: Figure) -> tuple[str, ...]:
    return fold(figure.name), figure.kind, figure.unit_base, figure.period


def _told(before: Figure, now: Figure) -> str:
    was, is_now = with_unit(written(before.value), before.unit), with_unit(written(now.value), now.unit)
    return f"{now.name}: {was} → {is_now}"
