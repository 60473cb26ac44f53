"""From the parts of a document to its tree of sections, without a style to lean on where there is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from db.importer.document import Grid, GridCell, Paragraph
from db.importer.headings import opening_of
from db.importer.ladder import Ladder
from db.importer.layout import unfold
from db.importer.lines import Line, lines_of
from db.importer.titles import STYLED_LENGTH, classified, heading_length, stands_out, title_of
from db.importer.zones import Part
from db.model import Finding, Section

JUMP, DOUBTFUL = "TBC-441", "TBC-442"
_OPENING_WORDS = 8
_LOOK_AHEAD = 400  # as many openings ahead tell whether a count goes on


@dataclass(frozen=True, slots=True)
class Placed:
    """A part as printed, the kind of block it becomes, and the section it stands in."""

    part: Part
    kind: str
    section_id: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections in reading order and every part in its place; findings name parts by position, from 1."""

    sections: tuple[Section, ...]
    placed: tuple[Placed, ...]
    findings: tuple[Finding, ...]


def find_sections(blocks: Sequence[Part]) -> Outline:
    """Return the outline of a cleaned document."""
    return _Outliner(classified(lines_of(unfold(blocks)))).outline()


class _Outliner:
    """Walks through the lines once and opens a section for each beginning."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        numbered = [(at, line.opening) for at, line in enumerate(lines) if line.opening and not line.zone]
        self._openings = [opening for _, opening in numbered]
        self._opening_lines = [at for at, _ in numbered]
        self._ladder = Ladder()
        self._sections: list[Section] = []
        self._placed: list[Placed] = []
        self._findings: list[Finding] = []

    def outline(self) -> Outline:
        index = 0
        while index < len(self._lines):
            index += self._take(index)
        return Outline(tuple(self._sections), tuple(self._placed), (*self._findings, *_doubtful(self._placed)))

    def _take(self, index: int) -> int:
        """Place the line, or the lines of one heading, and return how many they are."""
        line = self._lines[index]
        if line.zone:
            if line.zone != "header":
                self._ladder.close()
            self._put(line, line.zone, None)
            return 1
        if isinstance(line.part, Grid):
            self._put(line, "table", self._open_cells(line.part) or self._ladder.current)
            return 1
        if (line.opening is None and line.heading is None) or self._is_initial(line):
            self._put(line, "paragraph", self._ladder.current)
            return 1
        lines = self._lines[index : index + heading_length(self._lines, index)]
        self._open(index, line, lines)
        return len(lines)

    def _is_initial(self, line: Line) -> bool:
        """Whether a capital with a dot begins a name ("P. Giám đốc"): it counts from no A and is not set apart."""
        if line.opening is None or line.opening.kind != "upper" or line.heading is not None or line.emphatic:
            return False
        return line.opening.value > 1 and not self._ladder.counts_on(line.opening)

    def _open(self, index: int, line: Line, lines: list[Line]) -> None:
        assert isinstance(line.part, Paragraph)
        section_id = len(self._sections) + 1
        if line.heading is not None:
            step = self._ladder.styled(section_id, line.heading, line.opening)
        else:
            assert line.opening is not None
            after = bisect_right(self._opening_lines, index)
            upcoming = self._openings[after : after + _LOOK_AHEAD]
            step = self._ladder.numbered(section_id, line.opening, line.titled, upcoming)
        rest = line.opening.rest if line.opening else line.part.text
        title = title_of([rest, *(more.text for more in lines[1:])]) if line.titled else ""
        number, marker = (line.opening.number, line.opening.marker) if line.opening else ("", "")
        opening = "" if line.titled else " ".join(rest.split()[:_OPENING_WORDS])
        self._sections.append(Section(section_id, step.parent_id, step.level, number, marker, title, opening))
        if step.jump:
            self._findings.append(Finding(JUMP, step.jump, 1, len(self._placed) + 1))
        for placed in lines:
            self._put(placed, "heading" if line.titled else "item", section_id)

    def _open_cells(self, grid: Grid) -> int | None:
        """Open a section for each heading inside a table, and return the first.

        They end with the table, so that the report's own outline goes on as if they were not there; only a box
        around one heading stands above what follows it.
        """
        titled = [cell for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.col)) if _is_titled(cell)]
        before = self._ladder.held()
        first = len(self._sections) + 1
        for section_id, cell in enumerate(titled, start=first):
            opening = opening_of(cell.title)
            step = self._ladder.styled(section_id, cell.heading or 1, opening)
            title = title_of([opening.rest if opening else cell.title])
            number, marker = (opening.number, opening.marker) if opening else ("", "")
            self._sections.append(Section(section_id, step.parent_id, step.level, number, marker, title))
        if len(grid.cells) > 1:
            self._ladder.hold(before)
        return first if titled else None

    def _put(self, line: Line, kind: str, section_id: int | None) -> None:
        self._placed.append(Placed(line.part, kind, section_id))


def _is_titled(cell: GridCell) -> bool:
    return cell.heading is not None and len(cell.title) <= STYLED_LENGTH and any(map(str.isalpha, cell.title))


def _doubtful(placed: list[Placed]) -> list[Finding]:
    """Tell of paragraphs that stand out like a heading and have no number to be one."""
    alike = [
        (position, item.part.text)
        for position, item in enumerate(placed, start=1)
        if item.kind == "paragraph" and isinstance(item.part, Paragraph) and stands_out(item.part)
    ]
    return [Finding(DOUBTFUL, alike[0][1], len(alike), alike[0][0])] if alike else []
