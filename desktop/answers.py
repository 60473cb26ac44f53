"""Where one report says what another one says: from a place in it to the place that answers it. No Qt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.model import Content
from desktop.session import Destination

if TYPE_CHECKING:  # with it come rapidfuzz and numpy, which a window does without
    from db.comparison.rows import Comparison, Spot


@dataclass(frozen=True, slots=True)
class Side:
    """One of two reports: its id and its content."""

    report_id: int
    content: Content


class Answers:
    """Leads from each of two compared reports into the other: to the sentence that answers, else to its section."""

    def __init__(self, sides: tuple[Side, Side], found: Comparison) -> None:
        self._sides = sides
        self._sections: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._sentences: tuple[dict[int, list[tuple[Spot, Spot]]], dict[int, list[tuple[Spot, Spot]]]] = (
            defaultdict(list),
            defaultdict(list),
        )
        for pair in sorted(found.sections, key=lambda pair: (-pair.confidence, pair.id)):
            if pair.left is not None and pair.right is not None:
                self._sections[0].setdefault(pair.left, pair.right)
                self._sections[1].setdefault(pair.right, pair.left)
        for sentence in found.sentences:
            if sentence.left and sentence.right:
                for side, own, other in ((0, sentence.left, sentence.right), (1, sentence.right, sentence.left)):
                    for spot in own:
                        self._sentences[side][spot.place.block_id or 0].append((spot, other[0]))

    def of(self, side: int, here: Destination) -> Destination | None:
        """Return what answers a place of the report at a side; None where nothing does."""
        other = self._sides[1 - side].report_id
        place = here.place
        spots = self._sentences[side].get(place.block_id or 0, ()) if place is not None else ()
        near = [answer for own, answer in spots if here.start < own.end]
        if near:
            return Destination(other, near[0].section_id, near[0].place, near[0].start, near[0].start)
        section = self.section_of(side, here.section_id)
        return Destination(other, section) if section is not None else None

    def section_of(self, side: int, section_id: int | None) -> int | None:
        """Return the section that answers one, or the nearest above it that is answered."""
        parents = {section.id: section.parent_id for section in self._sides[side].content.sections}
        here, seen = section_id, set[int]()
        while here is not None and here not in seen:
            seen.add(here)
            if here in self._sections[side]:
                return self._sections[side][here]
            here = parents.get(here)
        return None
