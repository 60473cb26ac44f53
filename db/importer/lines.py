"""The lines of a report: each part with the frame it belongs to and the way it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from db.importer.document import Grid, NoteMark, Paragraph
from db.importer.headings import Opening, opening_of, opening_of_marker
from db.importer.zones import Part, is_ruler, zones
from db.model import Emphasis

_CAPTIONS = re.compile(r"(?:biểu|phụ biểu|biểu mẫu)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A part with what its place and its beginning say of it. `titled`: a heading, not a paragraph that runs on."""

    part: Part
    zone: str
    opening: Opening | None
    heading: int | None = None
    titled: bool = False
    emphatic: bool = False

    @property
    def text(self) -> str:
        """The words of a paragraph, empty for a table."""
        return self.part.text if isinstance(self.part, Paragraph) else ""


def lines_of(parts: list[Part]) -> list[Line]:
    """Join zone and opening to each part; automatic numbers become part of the text."""
    lines = []
    after_signature = False
    for part, zone in zip(parts, zones(parts), strict=True):
        after_signature = after_signature or zone in {"recipients", "signature"}
        if isinstance(part, Grid) or (zone and not part.marker):
            lines.append(Line(part, zone, None))
            continue
        opening = opening_of_marker(part.marker, part.text) if part.marker else opening_of(part.text)
        if zone or is_ruler(part.text) or (opening and _is_caption(opening, part.text, after_signature)):
            opening = None
        lines.append(Line(printed(part), zone, opening, None if zone else part.heading))
    return lines


def printed(paragraph: Paragraph) -> Paragraph:
    """Return the paragraph with its automatic number as part of the text, marks and emphasis moved along."""
    if not paragraph.marker:
        return paragraph
    lead = len(paragraph.marker) + 1
    return replace(
        paragraph,
        text=f"{paragraph.marker} {paragraph.text}",
        marker="",
        marks=tuple(NoteMark(mark.offset + lead, mark.key) for mark in paragraph.marks),
        emphasis=tuple(Emphasis(span.start + lead, span.end + lead, span.style) for span in paragraph.emphasis),
    )


def _is_caption(opening: Opening, text: str, after_signature: bool) -> bool:
    """Whether "Biểu 1. Thu ngân sách" names a table: alone on its line, or behind the signature, it is an annex."""
    return opening.kind == "annex" and bool(_CAPTIONS.match(text)) and bool(opening.rest) and not after_signature
