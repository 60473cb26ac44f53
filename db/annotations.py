"""What the user lays over the words of reports: highlights and notes of their own, and where they stand now.

They live in the user's notebook, never in the library. Each is anchored by report, place,
offsets and the words themselves, so that it is found again when the report was read anew,
or came in as another version; what is not found has lost its anchor (mất neo) and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.anchoring import Stretch, Texts, found_at
from db.layers import Anchor, Annotation, local_place
from db.model import Place, Report, ReportData


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an annotation stands in a report of the library: its stretches found, all of them or some (`whole`)."""

    annotation: Annotation
    stretches: tuple[Stretch, ...]

    @property
    def whole(self) -> bool:
        """Whether every stretch was found."""
        return len(self.stretches) == len(self.annotation.anchors)


def family_of(data: ReportData) -> str:
    """Return what the versions of one report have in common; empty where the year is not known."""
    if data.year is None:
        return ""
    return "|".join((str(data.year), data.period, data.place, data.issuer, data.kind))


def anchors_at(stretches: Iterable[Stretch], texts: Mapping[Place, str], sha256: str) -> tuple[Anchor, ...]:
    """Return anchors for stretches of a report that hold words; without an end a stretch is all of its place."""
    found = []
    for one in stretches:
        text = texts.get(one.place, "")
        start, end = (one.start, min(one.end, len(text))) if one.end > one.start else (0, len(text))
        start, end = _trimmed(text, start, end)
        if start < end:
            found.append(Anchor(sha256, local_place(one.place), start, end, text[start:end]))
    return tuple(found)


def stands_in(report: Report, annotation: Annotation) -> bool:
    """Whether an annotation is to be looked for in a report: the one it was made in, or another version of it."""
    if annotation.report == report.source.sha256:
        return True
    return bool(annotation.family) and annotation.family == family_of(report.data)


def standing_in(report: Report, texts: Texts, annotations: Iterable[Annotation]) -> tuple[Standing, ...]:
    """Return the annotations that stand in a report, in reading order; `texts` are the report's."""
    found = []
    for annotation in annotations:
        if stands_in(report, annotation):
            stretches = tuple(filter(None, (found_at(anchor, texts) for anchor in annotation.anchors)))
            if stretches:
                found.append(Standing(annotation, stretches))
    return tuple(sorted(found, key=lambda one: texts.order(one.stretches[0])))


def home_of(annotation: Annotation, reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports an annotation may stand in: the one it was made in first, then other versions, newest first.

    Empty where the library holds none of them.
    """
    able = [report for report in reports if stands_in(report, annotation)]
    return tuple(sorted(able, key=lambda one: (one.source.sha256 != annotation.report, -one.id)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
