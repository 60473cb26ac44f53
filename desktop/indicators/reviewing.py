"""A doubtful link with what is needed to judge it, and the decisions it allows. No Qt widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db import queries
from db.indicators.doubts import Doubt
from db.indicators.outside import is_outside
from db.layers import Decision, anchor_of
from db.library import Library
from db.model import Figure, Report
from db.schema import ROOM

ALLOWED = {"two values": ("keep", "split"), "unit": ("keep", "split"), "synonym": ("keep", "merge")}


@dataclass(frozen=True, slots=True)
class Case:
    """A doubt with the figures of both its sides, each with its report."""

    doubt: Doubt
    left: tuple[tuple[Figure, Report], ...]
    right: tuple[tuple[Figure, Report], ...]

    @property
    def actions(self) -> tuple[str, ...]:
        """What can be decided."""
        return ALLOWED.get(self.doubt.kind, ("keep",))


def case_of(doubt: Doubt, library: Library, reports: Mapping[int, Report]) -> Case:
    """Read the figures of a doubt and part them into the two sides that are compared."""
    found: list[tuple[Figure, Report]] = []
    for figure_id in doubt.figures:
        figure = queries.figure(library.reader(), figure_id)
        report = reports.get(figure_id // ROOM)
        if figure is not None and report is not None:
            found.append((figure, report))
    if not found:
        return Case(doubt, (), ())
    first = found[0][0]

    def is_left(figure: Figure) -> bool:
        if doubt.kind == "synonym":
            return figure.indicator == first.indicator
        if doubt.kind == "unit":
            return (figure.unit_base or figure.unit) == (first.unit_base or first.unit)
        return figure is first

    left = tuple(one for one in found if is_left(one[0]))
    return Case(doubt, left, tuple(one for one in found if one not in left))


def decision_of(case: Case, action: str) -> Decision:
    """Return the decision; a merge goes into the indicator of the catalogue where one side is of it."""
    doubt = case.doubt
    home = doubt.indicators[0]
    if action == "merge":
        other = doubt.indicators[1]
        if is_outside(home) and not is_outside(other):
            home, other = other, home
        return Decision("merge", doubt.key, home, other)
    if action == "split":
        anchors = tuple(anchor_of(figure, report.source.sha256) for figure, report in case.right)
        return Decision("split", doubt.key, home, anchors=anchors)
    return Decision("keep", doubt.key, home)
