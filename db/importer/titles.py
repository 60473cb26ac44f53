"""Which beginnings are headings with a title, and which are paragraphs that run on or entries of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from db.importer.document import Grid, Paragraph
from db.importer.headings import Opening, is_bold, is_upper
from db.importer.lines import Line
from db.importer.zones import signs_for

_TITLE_LENGTH = 160
STYLED_LENGTH = 400  # a paragraph of the text that someone gave the style of a heading is longer
_INNER_SENTENCE = re.compile(r"[^\W\d_]{3,}\.\s+\w")
_STATEMENT = re.compile(r"\d|:\s")
_ABOVE_TEXT = frozenset({"part", "chapter", "mục", "tiểu mục", "điều", "annex"})
_CAPTION = re.compile(r"(?:bảng|biểu|hình|đơn vị|đvt|nguồn)\b", re.IGNORECASE)


def classified(lines: list[Line]) -> list[Line]:
    """Tell headings from paragraphs that run on; a list of short entries without text between is no row of headings."""
    done: list[Line] = []
    for index, line in enumerate(lines):
        if line.zone or isinstance(line.part, Grid) or (line.opening is None and line.heading is None):
            done.append(line)
            continue
        rest = line.opening.rest if line.opening else line.part.text
        start = len(line.part.text) - len(rest)
        bold = is_bold(line.part.text, line.part.emphasis, start) and len(rest) <= 2 * _TITLE_LENGTH
        emphatic = line.heading is not None or is_upper(rest) or bold
        following = lines[index + 1] if index + 1 < len(lines) else None
        if line.heading is not None:
            titled = len(rest) <= STYLED_LENGTH
        else:
            titled = line.opening is not None and _is_title(
                line.opening, emphatic, following, done[-1] if done else None
            )
        done.append(replace(line, titled=titled, emphatic=emphatic))
    return done


def heading_length(lines: list[Line], index: int) -> int:
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


def title_of(pieces: list[str]) -> str:
    """Return the title its lines make together, without a colon at its end."""
    words = " ".join(" ".join(pieces).split())
    return words.rstrip(":").rstrip() if not words.endswith("..") else words


def stands_out(paragraph: Paragraph) -> bool:
    """Whether a paragraph without a number looks like a heading: short, in capitals or bold throughout."""
    text = paragraph.text
    if not 8 <= len(text) <= 100 or " " not in text or text.endswith((".", ";", ",")) or _CAPTION.match(text):
        return False
    return text[0] != "(" and (is_upper(text) or is_bold(text, paragraph.emphasis))


def _is_title(opening: Opening, emphatic: bool, following: Line | None, before: Line | None) -> bool:
    rest = opening.rest
    if opening.is_item:
        return False
    if not rest or (opening.kind in _ABOVE_TEXT and opening.kind != "điều"):
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


def _opens_deeper(opening: Opening, following: Line | None) -> bool:
    """Whether the next line is numbered below this one: another kind, counting from its start."""
    if following is None or following.zone or following.opening is None:
        return False
    after = following.opening
    return after.kind not in {opening.kind, "annex", "part", "chapter"} and after.value <= 1


def _ends_a_list(opening: Opening, before: Line | None) -> bool:
    """Whether the line straight before is an entry of the same list, and no heading."""
    if before is None or before.opening is None or before.titled:
        return False
    return before.opening.kind == opening.kind and opening.value == before.opening.value + 1 and not before.zone


def _continues(first: Line, line: Line, length: int, following: list[Line]) -> bool:
    if line.zone or isinstance(line.part, Grid) or isinstance(first.part, Grid) or line.opening is not None:
        return False
    text = line.part.text
    if not text or len(text) > _TITLE_LENGTH or text.endswith((".", ";", ",", ":")) or signs_for(text):
        return False
    bare = first.opening is not None and not first.opening.rest
    if line.heading is not None:
        return bare and length == 1 and line.heading == first.heading
    rest = first.opening.rest if first.opening else first.text
    if is_upper(text):
        return bare or (is_upper(rest) and length == 1 and line.part.align == first.part.align)
    if not bare:
        return length == 1 and text[0].islower() and len(text) <= 80 and not rest.endswith((".", ":"))
    framed = bool(following) and (isinstance(following[0].part, Grid) or following[0].text.startswith("("))
    centred = line.part.align == "center" or is_bold(text, line.part.emphasis)
    return (
        length == 1
        and text[0] != "("
        and (centred or (framed and first.opening is not None and first.opening.kind in _ABOVE_TEXT))
    )
