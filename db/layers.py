"""What the user lays over the reports: corrections of figures, decisions about series, highlights and notes.

All are plain rows of the user's own notebook. They are applied when figures, series or
texts are read and can be undone; nothing of them is ever written into the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from db.model import Figure, Place
from db.schema import NOTES, ROOM
from db.vietnamese.units import read_unit

ACTIONS = ("keep", "split", "merge")
COLOURS = ("yellow", "green", "blue", "pink")
"""The pens there are for highlights, each with a name in the interface and a line of its own below the words."""

_BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Anchor:
    """A figure, named so that it is found again after a new import.

    `report` is the sha256 of its file; `place` has the ids of the report's own counting
    (block 1, 2, 3 …); `start` and `end` delimit the number in the text of the place,
    `quote` is the clause around it.
    """

    report: str
    place: Place
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a figure should say instead, and why; an empty or missing field leaves the report's own.

    `id` is 0 before it is kept; `at` is UTC, ISO. `who` is whatever name the user gives.
    """

    anchor: Anchor
    value: float | None = None
    unit: str = ""
    period: str = ""
    indicator: str = ""
    name: str = ""
    why: str = ""
    who: str = ""
    at: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a doubtful link; `action` is one of ACTIONS.

    keep (giữ): the doubt named by `doubt` is settled, all stays. merge (gộp): figures of
    `other` count as `indicator`. split (tách): the figures at `anchors` leave `indicator`
    for a series of their own, `split_id(decision)`.
    """

    action: str
    doubt: str
    indicator: str = ""
    other: str = ""
    anchors: tuple[Anchor, ...] = ()
    why: str = ""
    who: str = ""
    at: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words the user marked with a pen (`colour`, one of COLOURS), and what they note of them (`words`, may be empty).

    `key` is one through all edits. `anchors` hold a stretch of each paragraph, note or cell
    marked, in reading order; `family` tells versions of one report (`family_of`). `gone`
    says that it was deleted, so that the deletion can be undone. `made` and `at` are UTC,
    ISO: when it was made and last changed. `id` is 0 before it is kept.
    """

    key: str
    anchors: tuple[Anchor, ...]
    family: str
    colour: str = COLOURS[0]
    words: str = ""
    gone: bool = False
    made: str = ""
    at: str = ""
    id: int = 0

    @property
    def quote(self) -> str:
        """The words marked, those of several places joined."""
        return _BETWEEN.join(" ".join(anchor.quote.split()) for anchor in self.anchors)

    @property
    def report(self) -> str:
        """The sha256 of the file it was made in."""
        return self.anchors[0].report if self.anchors else ""


@dataclass(frozen=True, slots=True)
class Layers:
    """All that lies over a library at present; annotations only where they were asked for, too."""

    corrections: tuple[Correction, ...] = ()
    decisions: tuple[Decision, ...] = ()
    settled: frozenset[str] = field(default_factory=frozenset)
    annotations: tuple[Annotation, ...] = ()


def anchor_of(figure: Figure, sha256: str) -> Anchor:
    """Return the anchor of a figure of the report whose file has that sha256; the store's ids become the report's."""
    return Anchor(sha256, local_place(figure.place), figure.start, figure.end, figure.quote)


def local_place(place: Place) -> Place:
    """Return a place of the library by the report's own counting; one that has it already stays."""
    return Place(_local(place.block_id), _local(place.note_id), _local(place.table_id), place.row, place.col)


def _local(stored: int | None) -> int | None:
    if stored is None:
        return None
    within = stored % ROOM
    return within - NOTES if within > NOTES else within


def split_id(decision: Decision) -> str:
    """Return the id of the series a split makes."""
    return f"{decision.indicator}~{decision.id}"


def corrected(figure: Figure, correction: Correction) -> Figure:
    """Return a figure as it was corrected, in state "corrected"; the quote and the place stay.

    A new value is exact: the printed bounds no longer hold. What the old value implied is dropped.
    """
    unit = correction.unit or figure.unit
    read = read_unit(unit) if correction.unit else None
    value = figure.value if correction.value is None else correction.value
    scale = figure.value_base / figure.value if figure.value_base and figure.value else None
    factor = read.factor if read else None if correction.unit else scale
    moved = correction.value is not None or bool(correction.unit)
    return replace(
        figure,
        value=value,
        unit=unit,
        low=None if moved else figure.low,
        high=None if moved else figure.high,
        value_base=value * factor if factor is not None else None,
        unit_base=read.base if read else unit if correction.unit else figure.unit_base,
        period=correction.period or figure.period,
        period_end=_end_of(correction.period) or figure.period_end,
        period_start=_start_of(correction.period) or figure.period_start,
        indicator=correction.indicator or figure.indicator,
        name=correction.name or figure.name,
        state="corrected",
        change=None if moved else figure.change,
        implied_previous=None if moved else figure.implied_previous,
    )


def _end_of(period: str) -> str:
    return f"{period}-12-31" if period.isdecimal() and len(period) == 4 else ""


def _start_of(period: str) -> str:
    return f"{period}-01-01" if period.isdecimal() and len(period) == 4 else ""


def found_again(figures: Sequence[Figure], anchor: Anchor) -> Figure | None:
    """Return the figure an anchor means among those of a report with ids of its own counting.

    The same words at the same place first; else the one figure that has the same clause
    and stands at the same distance in it, or the only one of that clause and length.
    None where it is gone or could be two: it has lost its anchor (mất neo).
    """
    here = [one for one in figures if one.place == anchor.place and (one.start, one.end) == (anchor.start, anchor.end)]
    if here and here[0].quote == anchor.quote:
        return here[0]
    same = [one for one in figures if one.quote == anchor.quote and one.end - one.start == anchor.end - anchor.start]
    near = [one for one in same if one.place == anchor.place] or same
    if len(near) == 1:
        return near[0]
    exact = [one for one in near if one.start == anchor.start]
    return exact[0] if len(exact) == 1 else None


def anchored(
    figures: Sequence[Figure], corrections: Iterable[Correction]
) -> tuple[dict[int, Correction], tuple[Correction, ...]]:
    """Return the corrections by the id of the figure they are for, and those that found none (mất neo)."""
    found: dict[int, Correction] = {}
    lost: list[Correction] = []
    for correction in corrections:
        figure = found_again(figures, correction.anchor)
        if figure is None:
            lost.append(correction)
        else:
            found[figure.id] = correction
    return found, tuple(lost)


def moved_to(
    figures: Sequence[Figure], sha256: str, corrections: Iterable[Correction]
) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """Return corrections of an earlier file as they stand in a new one with that sha256, and those that are lost.

    `figures` are those of the new file; nothing is kept, the caller does that where the user agrees.
    """
    by_id = {figure.id: figure for figure in figures}
    found, lost = anchored(figures, corrections)
    moved = (replace(one, anchor=anchor_of(by_id[number], sha256), id=0) for number, one in found.items())
    return tuple(moved), lost


def corrected_figures(
    figures: Sequence[Figure], corrections: Iterable[Correction]
) -> tuple[tuple[Figure, ...], tuple[Correction, ...]]:
    """Return the figures as corrected, and the corrections that lost their anchor."""
    found, lost = anchored(figures, corrections)
    return tuple(corrected(one, found[one.id]) if one.id in found else one for one in figures), lost
