"""The texts of a report in which figures are looked for, and what each note hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.model import Content, Place, Section

_PROSE = frozenset({"paragraph", "item"})
_AHEAD = re.compile(r"(?:phương hướng|nhiệm vụ|mục tiêu|chỉ tiêu|kế hoạch|giải pháp)[^.]{0,80}?năm (20[0-9]{2})")
_AIMS = re.compile(
    r"^(?:các )?(?:mục tiêu|chỉ tiêu)(?! không| đạt| hoàn thành)|phương hướng, nhiệm vụ|nhiệm vụ trọng tâm"
    "|nhiệm vụ, giải pháp"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """A text and where it stands. `aims_at` is the year its section plans for, 0 where it reports.

    For a note, `anchor` is the block and offset of its mark.
    """

    place: Place
    text: str
    marks: tuple[int, ...] = ()
    numbered: bool = False
    aims_at: int = 0
    anchor: tuple[int, int] | None = None


def prose_owners(content: Content) -> Iterator[Owner]:
    """Return the running texts of the body, then the notes, in reading order."""
    aims = _aims(content)
    anchors: dict[int, tuple[int, int]] = {}
    for block in content.blocks:
        marks = tuple(mark.offset for mark in block.marks)
        for mark in block.marks:
            anchors.setdefault(mark.note_id, (block.id, mark.offset))
        if block.kind in _PROSE:
            aim = aims.get(block.section_id, 0) if block.section_id is not None else 0
            yield Owner(Place(block_id=block.id), block.text, marks, block.kind == "item", aim)
    for note in content.notes:
        yield Owner(Place(note_id=note.id), note.text, anchor=anchors.get(note.id))


def other_owners(content: Content) -> Iterator[Owner]:
    """Return the texts whose numbers count nothing: headings, header, recipients, signature."""
    for block in content.blocks:
        if block.kind not in _PROSE and block.text:
            yield Owner(Place(block_id=block.id), block.text, numbered=block.kind == "heading")


def _aims(content: Content) -> dict[int, int]:
    """Return the year each planning section plans for."""
    year = content.data.year
    if not year:
        return {}
    sections = {section.id: section for section in content.sections}
    return {section.id: aim for section in content.sections if (aim := _aim(section, sections, year))}


def _aim(section: Section, sections: dict[int, Section], year: int) -> int:
    at: Section | None = section
    for _ in range(12):
        if at is None:
            break
        title = at.title.lower()
        ahead = _AHEAD.search(title)
        if ahead and int(ahead[1]) > year:
            return int(ahead[1])
        if _AIMS.search(title) and not re.search(r"kết quả|đánh giá|tình hình|thực hiện", title) and at.level <= 2:
            return year + 1
        at = sections.get(at.parent_id) if at.parent_id is not None else None
    return 0
