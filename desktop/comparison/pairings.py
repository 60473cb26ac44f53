"""Sections paired by hand: remembered for the two files, undone one by one."""

from __future__ import annotations

import json

from db.comparison.sections import Pairings
from db.model import Content, Report
from desktop.settings import PAIRINGS, Settings

Pair = tuple[int | None, int | None]
Places = tuple[Pair, ...]


class PairingsByHand:
    """What the user paired between two reports, kept as places of sections so that it outlives their ids."""

    def __init__(self, settings: Settings, reports: tuple[Report, Report]) -> None:
        self._settings = settings
        self._key = ":".join(report.source.sha256 for report in reports)
        self._pairs = self._read().get(self._key, [])

    def __len__(self) -> int:
        return len(self._pairs)

    def places(self) -> Places:
        """Return the pairs as places of sections in their reports, counted from 0."""
        return tuple((left, right) for left, right in self._pairs)

    def add(self, contents: tuple[Content, Content], left: int | None, right: int | None) -> None:
        """Pair two sections by their ids; None says that a section has no like."""
        ids = [[section.id for section in content.sections] for content in contents]
        places = [side.index(one) if one in side else None for side, one in zip(ids, (left, right), strict=True)]
        self._pairs = [*self._pairs, places]
        self._write()

    def undo(self) -> bool:
        """Take the last pairing back; False where there is none."""
        if not self._pairs:
            return False
        self._pairs = self._pairs[:-1]
        self._write()
        return True

    def _read(self) -> dict[str, list[list[int | None]]]:
        try:
            kept = json.loads(self._settings.get(PAIRINGS))
        except ValueError:
            return {}
        return {key: pairs for key, pairs in kept.items() if _sound(pairs)} if isinstance(kept, dict) else {}

    def _write(self) -> None:
        kept = self._read()
        kept[self._key] = self._pairs
        self._settings.put(PAIRINGS, json.dumps({key: pairs for key, pairs in kept.items() if pairs}))


def pairings_of(places: Places, contents: tuple[Content, Content]) -> Pairings:
    """Return pairs of places as pairs of ids, later ones taking the place of earlier ones they contradict."""
    found: list[Pair] = []
    for left, right in places:
        pair = _id(contents[0], left), _id(contents[1], right)
        found = [(a, b) for a, b in found if (a is None or a != pair[0]) and (b is None or b != pair[1])]
        found.append(pair)
    return tuple(found)


def _id(content: Content, place: int | None) -> int | None:
    return content.sections[place].id if place is not None and 0 <= place < len(content.sections) else None


def _sound(pairs: object) -> bool:
    return isinstance(pairs, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(one is None or isinstance(one, int) for one in pair)
        for pair in pairs
    )
