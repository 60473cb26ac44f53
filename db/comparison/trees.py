"""A report as units: a titled section with all its run-in and dash items, and the sentences that stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from db.comparison.rows import Spot
from db.comparison.sentences import sentence_spans, text_start
from db.model import Block, Content, Mark, Place, Section

_UNIT_LINE = re.compile(r"\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:", re.IGNORECASE)
FRAME_KINDS = frozenset({"header", "recipients", "signature"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the running text; `index` counts from 0 in reading order, `marks` are the notes in it."""

    index: int
    spot: Spot
    unit: int
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.spot.text


@dataclass(frozen=True, slots=True)
class Unit:
    """A titled section, or (index 0) what stands before the first and outside of all.

    `parent` and `children` are indexes of units; `sentences` are its own and those
    of its items, `items` the untitled sections in it.
    """

    index: int
    section: Section | None
    parent: int | None
    level: int
    heading: str
    children: tuple[int, ...]
    items: tuple[Section, ...]
    sentences: tuple[Sentence, ...]

    @property
    def title(self) -> str:
        """The title; empty for what stands outside."""
        return self.section.title if self.section else ""


@dataclass(frozen=True, slots=True)
class Tree:
    """One report's units in reading order, all its sentences, and the sentences of head, recipients and signature."""

    content: Content
    units: tuple[Unit, ...]
    sentences: tuple[Sentence, ...]
    frame: tuple[Sentence, ...]
    unit_of: dict[int | None, int]


def tree_of(content: Content) -> Tree:
    """Return the tree of a report."""
    unit_of = _unit_of(content.sections)
    sentences = _sentences([block for block in content.blocks if block.kind not in FRAME_KINDS], unit_of)
    frame = _sentences([block for block in content.blocks if block.kind in FRAME_KINDS], {None: 0})
    return Tree(content, tuple(_units(content, unit_of, sentences)), tuple(sentences), tuple(frame), unit_of)


def above_tables(tree: Tree) -> list[Sentence]:
    """Return the captions of tables and the lines that tell their units: they go where the tables go."""
    captions = {table.caption for table in tree.content.tables if table.caption}
    return [one for one in tree.sentences if one.text in captions or _UNIT_LINE.match(one.text)]


def _unit_of(sections: tuple[Section, ...]) -> dict[int | None, int]:
    """Return the unit of every section: its own if it has a title, else that of the section above."""
    found: dict[int | None, int] = {None: 0}
    count = 0
    for section in sections:
        if section.title:
            count += 1
            found[section.id] = count
        else:
            found[section.id] = found.get(section.parent_id, 0)
    return found


def _units(content: Content, unit_of: dict[int | None, int], sentences: list[Sentence]) -> list[Unit]:
    own: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        own[sentence.unit].append(sentence)
    items: dict[int, list[Section]] = defaultdict(list)
    titled: dict[int, Section | None] = {0: None}
    children: dict[int, list[int]] = defaultdict(list)
    parents: dict[int, int | None] = {0: None}
    for section in content.sections:
        unit = unit_of[section.id]
        if not section.title:
            items[unit].append(section)
            continue
        titled[unit] = section
        parents[unit] = unit_of.get(section.parent_id, 0)
        children[parents[unit] or 0].append(unit)
    headings = _headings(content.blocks)
    units: list[Unit] = []
    for index, head in titled.items():
        above = parents[index]
        level = 0 if above is None else units[above].level + 1
        heading = headings.get(head.id, "") if head else ""
        units.append(
            Unit(index, head, above, level, heading, tuple(children[index]), tuple(items[index]), tuple(own[index]))
        )
    return units


def _headings(blocks: tuple[Block, ...]) -> dict[int | None, str]:
    lines: dict[int | None, list[str]] = defaultdict(list)
    for block in blocks:
        if block.kind == "heading":
            lines[block.section_id].append(block.text)
    return {section: "\n".join(texts) for section, texts in lines.items()}


def _sentences(blocks: list[Block], unit_of: dict[int | None, int]) -> list[Sentence]:
    found: list[Sentence] = []
    for block in blocks:
        if block.kind == "heading" or block.table_id is not None or not block.text:
            continue
        start = text_start(block.text) if block.kind == "item" else 0
        spans = sentence_spans(block.text, start)
        for number, (begin, end) in enumerate(spans):
            since = begin if number else -1
            until = spans[number + 1][0] if number + 1 < len(spans) else len(block.text)
            marks = tuple(mark for mark in block.marks if since < mark.offset <= until)
            spot = Spot(Place(block_id=block.id), begin, end, block.text[begin:end], block.section_id)
            found.append(Sentence(len(found), spot, unit_of.get(block.section_id, 0), marks))
    return found
