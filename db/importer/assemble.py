"""From a Document to a report's Content: the steps in their order, each a pure function."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from db.errors import AccentsLost, NoText
from db.importer.bracketed import link_bracketed
from db.importer.cleaning import clean
from db.importer.document import Document, Grid, Loss, NoteMark, Paragraph
from db.importer.figures import read_figures
from db.importer.figures.coverage import doubts_found
from db.importer.footnotes import Linked, link_notes
from db.importer.legacy_text import restored, sample_of
from db.importer.report_data import Sources, read_report_data
from db.importer.sections import Outline, Placed, find_sections
from db.importer.tables import read_table
from db.model import Block, Content, Finding, Table
from db.vietnamese.legacy import accents_lost

HEADLESS = "TBC-443"
_LINES_ABOVE = 3
_ANNEXES = ("Phụ lục", "Phụ biểu", "Biểu")
_COLUMNS = re.compile(r"\t+| {3,}")  # two columns of a head that was saved as text


def content_of(document: Document, name: str) -> Content:
    """Return the report whole, with ids from 1 in reading order; the same document gives the same content.

    `name` is the file's, and stands in for a title that is not found. Raises NoText
    where the document holds no paragraph and no table with words, AccentsLost where they were Vietnamese once.
    """
    cleaned = link_bracketed(clean(restored(document)))
    if not any(_words(part) for part in cleaned.blocks):
        raise NoText(Path(name))
    if accents_lost(sample_of(cleaned)):
        raise AccentsLost(Path(name))
    outline = find_sections(cleaned.blocks)
    linked = link_notes(cleaned.notes, [_marks(placed.part) for placed in outline.placed])
    blocks, tables = _blocks(outline, linked)
    sources = _sources(outline, [note.text for note in linked.notes])
    data, unfound = read_report_data(sources, PurePath(name).stem)
    headless = () if outline.sections else (Finding(HEADLESS),)
    findings = (*_findings(cleaned.losses), *linked.findings, *unfound, *headless, *outline.findings)
    content = Content(data, outline.sections, blocks, linked.notes, tables, (), findings)
    figures, unused = read_figures(content)
    return replace(content, figures=figures, findings=(*findings, *doubts_found(unused)))


def _words(part: Paragraph | Grid) -> bool:
    return bool(part.text) if isinstance(part, Paragraph) else any(cell.text for cell in part.cells)


def _marks(part: Paragraph | Grid) -> Sequence[NoteMark]:
    if isinstance(part, Paragraph):
        return part.marks
    return [mark for cell in part.cells for mark in cell.marks]


def _blocks(outline: Outline, linked: Linked) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    blocks: list[Block] = []
    tables: list[Table] = []
    for block_id, placed in enumerate(outline.placed, start=1):
        part = placed.part
        if isinstance(part, Grid):
            above = _lines_above(outline.placed, block_id - 1)
            table = read_table(part, len(tables) + 1, placed.section_id, above, linked.marks)
            tables.append(table if table.caption else replace(table, caption=_annex_title(outline, placed, tables)))
            blocks.append(Block(block_id, placed.section_id, placed.kind, "", table_id=len(tables)))
            continue
        marks = linked.marks(part.marks)
        emphasis = part.emphasis
        blocks.append(Block(block_id, placed.section_id, placed.kind, part.text, marks, None, part.align, emphasis))
    return tuple(blocks), tuple(tables)


def _annex_title(outline: Outline, placed: Placed, tables: Sequence[Table]) -> str:
    """The title of an annex is the caption of its first table."""
    if placed.section_id is None or any(table.section_id == placed.section_id for table in tables):
        return ""
    section = outline.sections[placed.section_id - 1]
    return (section.title or section.number) if section.number.startswith(_ANNEXES) else ""


def _lines_above(placed: Sequence[Placed], index: int) -> list[str]:
    lines: list[str] = []
    for above in reversed(placed[max(0, index - _LINES_ABOVE) : index]):
        if isinstance(above.part, Grid):
            break
        lines.insert(0, above.part.text)
    return lines


def _sources(outline: Outline, notes: Iterable[str]) -> Sources:
    texts = [(placed, placed.part.text) for placed in outline.placed if isinstance(placed.part, Paragraph)]

    def of(kind: str) -> list[str]:
        return [text for placed, text in texts if placed.kind == kind]

    first = next((i for i, (placed, _) in enumerate(texts) if placed.section_id is not None), len(texts))
    preamble = [text for placed, text in texts[:first] if placed.kind == "paragraph"]
    prose = [text for placed, text in texts if placed.kind in {"heading", "paragraph", "item"}]
    head = [piece for line in of("header") for piece in _COLUMNS.split(line) if piece]
    return Sources(head, preamble, [*prose, *notes], of("recipients"), of("signature"))


def _findings(losses: Iterable[Loss]) -> Iterable[Finding]:
    for loss in losses:
        yield Finding(loss.code, loss.detail, loss.count)
