"""Stacks bands into pages: heads of tables again on the next page, notes at the foot of the page of their mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.printing.paper import PER_POINT, Paper
from desktop.printing.setting import Band, Rule

SEPARATOR = 8.0
"""Points between the text and the notes, with a short line in the middle."""
_FOOT_LINES = 2
"""As many lines of a note stand below its mark at least, before it goes on on the next page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: bands with the y they stand at, from the upper margin, in units."""

    paper: Paper
    bands: tuple[tuple[float, Band], ...]


def paginated(bands: Sequence[Band], paper: Paper, notes: Mapping[int, Sequence[Band]]) -> Iterator[Page]:
    """Yield pages. `notes` are the bands of the notes to stand at the foot; every one of them comes exactly once."""
    stack = _Stack(paper, notes)
    for at, band in enumerate(bands):
        if band.new_page and not stack.empty:
            yield stack.done()
        while not stack.takes(band, _tail(bands, at, stack.height)):
            yield stack.done()
        stack.put(band)
    while not stack.finished:
        yield stack.done()


def _tail(bands: Sequence[Band], at: int, most: float) -> float:
    """Return the height of what must stand on the same page below a band; 0 where that is more than a page."""
    total, here = 0.0, at
    while bands[here].keep and here + 1 < len(bands):
        here += 1
        total += bands[here].height
    return total if total + bands[at].height < most * 0.9 else 0.0


class _Stack:
    """The page being filled."""

    def __init__(self, paper: Paper, notes: Mapping[int, Sequence[Band]]) -> None:
        self._paper = paper
        self._notes = notes
        self._seen: set[int] = set()
        self._body: list[tuple[float, Band]] = []
        self._y = 0.0
        self._foot: list[Band] = []
        self._carried: list[Band] = []
        self.height = paper.room[1]

    @property
    def empty(self) -> bool:
        """Whether nothing of the text is on the page."""
        return not self._body

    @property
    def finished(self) -> bool:
        """Whether no page is begun and no note left over."""
        return self.empty and not self._foot and not self._carried

    def takes(self, band: Band, tail: float) -> bool:
        """Whether a band has room here with what is tied to it and the beginning of its notes."""
        if self.empty and not self._foot:
            return True
        needs = self._above(band) + band.height + tail + self._least_foot(band)
        return self._y + needs <= self.height - self._foot_height(self._foot)

    def put(self, band: Band) -> None:
        """Stack a band, and as much of its notes at the foot as has room; the rest goes over."""
        if self.empty and band.head and not band.leads:
            for head in band.head:
                self._body.append((self._y, head))
                self._y += head.height
        self._body.append((self._y, band))
        self._y += band.height
        for note in self._fresh(band):
            self._seen.add(note)
            self._carried += self._notes[note]
        self._fill_foot()

    def done(self) -> Page:
        """Return the page and begin the next, with what is left of the notes at its foot."""
        if self.empty:
            self._fill_foot()
        bands = list(self._body)
        if self._foot:
            y = self.height - self._foot_height(self._foot)
            width = self._paper.room[0] / 3
            middle = SEPARATOR / 2 * PER_POINT
            bands.append((y, Band(SEPARATOR * PER_POINT, (Rule(0, middle, width, middle),))))
            y += SEPARATOR * PER_POINT
            for band in self._foot:
                bands.append((y, band))
                y += band.height
        self._body, self._y, self._foot = [], 0.0, []
        self._fill_foot(reserve=True)
        return Page(self._paper, tuple(bands))

    def _above(self, band: Band) -> float:
        return sum(head.height for head in band.head) if self.empty and not band.leads else 0.0

    def _fresh(self, band: Band) -> list[int]:
        return [note for note in band.notes if note in self._notes and note not in self._seen]

    def _least_foot(self, band: Band) -> float:
        fresh = self._fresh(band)
        if not fresh:
            return 0.0
        lines = [line.height for note in fresh[:-1] for line in self._notes[note]]
        lines += [line.height for line in self._notes[fresh[-1]][:_FOOT_LINES]]
        least = sum(lines) + (0.0 if self._foot else SEPARATOR * PER_POINT)
        return min(least, self.height / 2)

    def _fill_foot(self, reserve: bool = False) -> None:
        """Move waiting lines of notes to the foot while they fit; with `reserve` half the page stays for the text."""
        room = self.height * (0.5 if reserve else 1.0)
        while self._carried and self._y + self._foot_height([*self._foot, self._carried[0]]) <= room:
            self._foot.append(self._carried.pop(0))
        if self._carried and self.empty and not self._foot:
            # A single line taller than the page: shown as far as it goes rather than never.
            self._foot.append(replace(self._carried.pop(0), height=min(self.height / 2, PER_POINT * 20.0)))

    @staticmethod
    def _foot_height(foot: Sequence[Band]) -> float:
        return sum(band.height for band in foot) + SEPARATOR * PER_POINT if foot else 0.0
