"""From the parts of a document to its tree of sections, without a style to lean on where there is none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.importer.document import Grid, NoteMark, Paragraph
from db.importer.headings import Opening, is_bold, is_upper, opening_of, opening_of_marker
from db.importer.ladder import Ladder
from db.importer.layout import Part, is_ruler, signs_for, unfold, zones
from db.model import Emphasis, Finding, Section

JUMP, DOUBTFUL = "TBC-441", "TBC-442"
_TITLE_LENGTH = 160
_OPENING_WORDS = 8
_LOOK_AHEAD = 400  # as many openings ahead tell whether a count goes on
_INNER_SENTENCE = re.compile(r"[^\W\d_]{3,}\.\s+\w")
_STATEMENT = re.compile(r"\d|:\s")
_ABOVE_TEXT = frozenset({"part", "chapter", "mục", "tiểu mục", "điều", "annex"})
_CAPTIONS = re.compile(r"(?:biểu|phụ biểu|biểu mẫu)\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:bảng|biểu|hình|đơn vị|đvt|nguồn)\b", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class _Line:
    """A part with what its place and its beginning say of it. `titled`: a heading, not a paragraph that runs on."""

    part: Part
    zone: str
    opening: Opening | None
    heading: int | None = None
    titled: bool = False
    emphatic: bool = False


def find_sections(blocks: Sequence[Part]) -> Outline:
    """Return the outline of a cleaned document."""
    return _Outliner(_classified(_lines(unfold(blocks)))).outline()


class _Outliner:
    """Walks through the lines once and opens a section for each beginning."""

    def __init__(self, lines: list[_Line]) -> None:
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
        if (line.opening is None and line.heading is None) or self._is_initial(line):
            self._put(line, "table" if isinstance(line.part, Grid) else "paragraph", self._ladder.current)
            return 1
        lines = self._lines[index : index + _heading_length(self._lines, index)]
        self._open(index, line, lines)
        return len(lines)

    def _is_initial(self, line: _Line) -> bool:
        """Whether a capital with a dot begins a name ("P. Giám đốc"): it counts from no A and is not set apart."""
        if line.opening is None or line.opening.kind != "upper" or line.heading is not None or line.emphatic:
            return False
        return line.opening.value > 1 and not self._ladder.counts_on(line.opening)

    def _open(self, index: int, line: _Line, lines: list[_Line]) -> None:
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
        title = _title([rest, *(_text(more.part) for more in lines[1:])]) if line.titled else ""
        number, marker = (line.opening.number, line.opening.marker) if line.opening else ("", "")
        opening = "" if line.titled else " ".join(rest.split()[:_OPENING_WORDS])
        self._sections.append(Section(section_id, step.parent_id, step.level, number, marker, title, opening))
        if step.jump:
            self._findings.append(Finding(JUMP, step.jump, 1, len(self._placed) + 1))
        for placed in lines:
            self._put(placed, "heading" if line.titled else "item", section_id)

    def _put(self, line: _Line, kind: str, section_id: int | None) -> None:
        self._placed.append(Placed(line.part, kind, section_id))


def _doubtful(placed: list[Placed]) -> list[Finding]:
    """Tell of paragraphs that stand out like a heading and have no number to be one."""
    alike = [
        (position, item.part.text)
        for position, item in enumerate(placed, start=1)
        if item.kind == "paragraph" and isinstance(item.part, Paragraph) and _stands_out(item.part)
    ]
    return [Finding(DOUBTFUL, alike[0][1], len(alike), alike[0][0])] if alike else []


def _stands_out(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if not 8 <= len(text) <= 100 or " " not in text or text.endswith((".", ";", ",")) or _CAPTION.match(text):
        return False
    return text[0] != "(" and (is_upper(text) or is_bold(text, paragraph.emphasis))


def _lines(parts: list[Part]) -> list[_Line]:
    """Join zone and opening to each part; automatic numbers become part of the text."""
    lines = []
    after_signature = False
    for part, zone in zip(parts, zones(parts), strict=True):
        after_signature = after_signature or zone in {"recipients", "signature"}
        if isinstance(part, Grid) or (zone and not part.marker):
            lines.append(_Line(part, zone, None))
            continue
        opening = opening_of_marker(part.marker, part.text) if part.marker else opening_of(part.text)
        if zone or is_ruler(part.text) or (opening and _is_caption(opening, part.text, after_signature)):
            opening = None
        lines.append(_Line(printed(part), zone, opening, None if zone else part.heading))
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


def _classified(lines: list[_Line]) -> list[_Line]:
    """Tell headings from paragraphs that run on; a list of short entries without text between is no row of headings."""
    done: list[_Line] = []
    for index, line in enumerate(lines):
        if line.zone or isinstance(line.part, Grid) or (line.opening is None and line.heading is None):
            done.append(line)
            continue
        rest = line.opening.rest if line.opening else line.part.text
        start = len(line.part.text) - len(rest)
        bold = is_bold(line.part.text, line.part.emphasis, start) and len(rest) <= 2 * _TITLE_LENGTH
        emphatic = line.heading is not None or is_upper(rest) or bold
        following = lines[index + 1] if index + 1 < len(lines) else None
        titled = line.heading is not None or (
            line.opening is not None and _is_title(line.opening, emphatic, following, done[-1] if done else None)
        )
        done.append(replace(line, titled=titled, emphatic=emphatic))
    return done


def _is_title(opening: Opening, emphatic: bool, following: _Line | None, before: _Line | None) -> bool:
    rest = opening.rest
    if opening.is_item:
        return False
    if opening.kind in _ABOVE_TEXT or not rest:
        return True
    if emphatic and len(rest) <= 2 * _TITLE_LENGTH:
        return not rest.endswith((";", ","))
    if not _reads_like_a_title(rest):
        return False
    deeper = _opens_deeper(opening, following)
    if rest.endswith("."):
        return deeper and len(rest) <= 60 and not _STATEMENT.search(rest)
    has_body = following is not None and not following.zone and (following.opening is None or deeper)
    return has_body and not _ends_a_list(opening, before)


def _reads_like_a_title(rest: str) -> bool:
    """Whether the words are short, begin with a capital and are not one or more sentences."""
    if len(rest) > _TITLE_LENGTH or rest.endswith((";", ",", "…", "...")) or _INNER_SENTENCE.search(rest):
        return False
    return rest[0].isupper() or rest[0] in '“"('


def _opens_deeper(opening: Opening, following: _Line | None) -> bool:
    """Whether the next line is numbered below this one: another kind, counting from its start."""
    if following is None or following.zone or following.opening is None:
        return False
    after = following.opening
    return after.kind not in {opening.kind, "annex", "part", "chapter"} and after.value <= 1


def _ends_a_list(opening: Opening, before: _Line | None) -> bool:
    """Whether the line straight before is an entry of the same list, and no heading."""
    if before is None or before.opening is None or before.titled:
        return False
    return before.opening.kind == opening.kind and opening.value == before.opening.value + 1 and not before.zone


def _heading_length(lines: list[_Line], index: int) -> int:
    """Return over how many lines the heading at `index` goes; more than one only where that is certain."""
    first = lines[index]
    length = 1
    if not first.titled:
        return length
    while (
        length < 4
        and index + length < len(lines)
        and _continues(first, lines[index + length], length, lines[index + length + 1 : index + length + 2])
    ):
        length += 1
    return length


def _continues(first: _Line, line: _Line, length: int, following: list[_Line]) -> bool:
    if line.zone or isinstance(line.part, Grid) or isinstance(first.part, Grid) or line.opening is not None:
        return False
    text = line.part.text
    if not text or len(text) > _TITLE_LENGTH or text.endswith((".", ";", ",", ":")) or signs_for(text):
        return False
    bare = first.opening is not None and not first.opening.rest
    if line.heading is not None:
        return bare and length == 1 and line.heading == first.heading
    rest = first.opening.rest if first.opening else _text(first.part)
    if is_upper(text):
        return bare or (is_upper(rest) and length == 1 and line.part.align == first.part.align)
    if not bare:
        return length == 1 and text[0].islower() and len(text) <= 80 and not rest.endswith((".", ":"))
    framed = bool(following) and (isinstance(following[0].part, Grid) or _text(following[0].part).startswith("("))
    centred = line.part.align == "center" or is_bold(text, line.part.emphasis)
    return (
        length == 1
        and text[0] != "("
        and (centred or (framed and first.opening is not None and first.opening.kind in _ABOVE_TEXT))
    )


def _title(pieces: list[str]) -> str:
    words = " ".join(" ".join(pieces).split())
    return words.rstrip(":").rstrip() if not words.endswith("..") else words


def _text(part: Part) -> str:
    return part.text if isinstance(part, Paragraph) else ""
