"""From a body, a note or a text box to paragraphs and grids in reading order (OpenDocument 1.3 part 3, 5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from db.importer.document import Grid, Paragraph
from db.importer.readers.odt import names as o
from db.importer.readers.odt.drawings import text_boxes
from db.importer.readers.odt.inlines import Inlines
from db.importer.readers.odt.lists import DEEPEST_LEVEL, Counting, Lists
from db.importer.readers.odt.notes import Notes
from db.importer.readers.odt.styles import Style, Styles
from db.importer.readers.odt.tables import Tables
from db.importer.readers.shared.cells import DEEPEST_TABLE, Blocks, CellText, joined
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import HIDDEN_TEXT, NESTED_TABLE, TEXT_BOX_MOVED, TRACKED_DELETION, Losses
from db.importer.readers.shared.note_words import words_of

_DRAWINGS = frozenset(o.DRAWINGS)
_SKIPPED = frozenset(o.INDEX_SOURCES)
_HIGHEST_HEADING = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading of one document shares: its styles, its counters, what was met on the way."""

    styles: Styles
    lists: Lists
    notes: Notes
    losses: Losses
    runs: LegacyRuns


@dataclass(frozen=True, slots=True)
class _Item:
    """The place in a list of the paragraph that comes next. `start` is set where the item names its number."""

    counting: Counting
    style: str
    depth: int
    start: str | None = None


class BlockReader:
    """Reads the blocks of one document; `part` is the name of its XML and heads every origin."""

    def __init__(self, reading: Reading, part: str) -> None:
        self._reading = reading
        self._part = part
        self._inlines = Inlines(reading.styles, reading.losses, reading.runs, self._note)
        self._tables = Tables(self._cell, reading.losses)
        self._nested: list[Blocks] = []
        self._paragraphs = 0
        self._grids = 0
        self._readers: dict[str, Callable[[etree._Element, Blocks], None]] = {
            o.PARAGRAPH: self._paragraph,
            o.HEADING: self._paragraph,
            o.TABLE: self._table,
            o.LIST: self._list,
            o.NUMBERED_PARAGRAPH: self._numbered,
            o.TRACKED_CHANGES: self._deletions,
            o.TEXT_SECTION: self._section,
            **dict.fromkeys(_DRAWINGS, self._drawing),
        }

    def read(self, container: etree._Element) -> Blocks:
        """Return the paragraphs and tables of `container`; empty paragraphs are left out."""
        blocks: Blocks = []
        self._walk(container, blocks)
        return blocks

    def _walk(self, container: etree._Element, out: Blocks) -> None:
        for child in container:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, out)
            elif child.tag not in _SKIPPED:
                self._walk(child, out)

    def _paragraph(
        self, element: etree._Element, out: Blocks, item: _Item | None = None, is_listed: bool = False
    ) -> None:
        self._paragraphs += 1
        origin = f"{self._part}#p{self._paragraphs}"
        if _is_hidden(element):
            self._reading.losses.add(HIDDEN_TEXT)
            return
        style = self._reading.styles.paragraph(element.get(o.TEXT_STYLE, ""))
        line = self._inlines.read(element, style.letters)
        text, marks = line.text, line.marks
        heading = None
        if element.tag == o.HEADING:
            heading = max(1, o.whole_number(element.get(o.OUTLINE_LEVEL), 1, _HIGHEST_HEADING))
        marker = self._marker(element, style, item, None if is_listed else heading)
        if marker or marks or text.strip():
            out.append(Paragraph(text, marks, marker, heading, style.align or "", line.emphasis, origin))
        for box in line.boxes:
            self._box(box, out)

    def _marker(self, element: etree._Element, style: Style, item: _Item | None, heading: int | None) -> str:
        """Count the paragraph in its list, or a heading outside of lists in the outline."""
        printed = element.find(o.PRINTED_NUMBER)
        lists = self._reading.lists
        marker = ""
        if item is not None:
            marker = lists.marker(item.counting, item.style or style.list_style or "", item.depth, item.start)
        elif heading and element.get(o.IS_LIST_HEADER) != "true" and style.list_style != "":
            start = element.get(o.START_VALUE) if element.get(o.RESTART) == "true" else None
            marker = lists.heading(heading, start)
        return marker if printed is None else o.words(printed).strip()

    def _list(self, element: etree._Element, out: Blocks) -> None:
        counting = self._reading.lists.opened(element)
        self._items(element, out, _Item(counting, counting.style, 1))

    def _items(self, element: etree._Element, out: Blocks, place: _Item) -> None:
        """Read a text:list whose items stand at `place`; the first paragraph of an item carries its number."""
        for child in element:
            if child.tag == o.LIST_ITEM:
                own = child.get(o.START_VALUE)
                printed = child.find(o.PRINTED_NUMBER)
                self._item(child, out, _Item(place.counting, place.style, place.depth, own), printed)
            elif child.tag == o.LIST_HEADER:
                self._item(child, out, place, None, is_numbered=False)

    def _item(
        self, item: etree._Element, out: Blocks, place: _Item, printed: etree._Element | None, is_numbered: bool = True
    ) -> None:
        next_place: _Item | None = place if is_numbered else None
        for child in item:
            if child.tag in (o.PARAGRAPH, o.HEADING):
                if printed is not None and next_place is not None and child.find(o.PRINTED_NUMBER) is None:
                    child.insert(0, printed)
                self._paragraph(child, out, next_place, is_listed=True)
                next_place = None
            elif child.tag == o.LIST:
                style = child.get(o.TEXT_STYLE) or place.style
                deeper = _Item(place.counting, style, min(place.depth + 1, DEEPEST_LEVEL))
                self._items(child, out, deeper)
            elif child.tag in self._readers:
                self._readers[child.tag](child, out)

    def _numbered(self, element: etree._Element, out: Blocks) -> None:
        counting = self._reading.lists.numbered(element)
        depth = max(1, o.whole_number(element.get(o.LEVEL), 1, DEEPEST_LEVEL))
        self._item(element, out, _Item(counting, counting.style, depth, element.get(o.START_VALUE)), None)

    def _deletions(self, element: etree._Element, out: Blocks) -> None:  # a reader like the others
        self._reading.losses.add(TRACKED_DELETION, sum(1 for _ in element.iter(o.DELETION)))

    def _section(self, element: etree._Element, out: Blocks) -> None:
        if element.get(o.TEXT_DISPLAY) == "none":
            self._reading.losses.add(HIDDEN_TEXT, bool(o.words(element).strip()))
        else:
            self._walk(element, out)

    def _drawing(self, element: etree._Element, out: Blocks) -> None:
        for box in text_boxes(element, self._reading.losses):
            self._box(box, out)

    def _box(self, box: etree._Element, out: Blocks) -> None:
        before = len(out)
        self._walk(box, out)
        self._reading.losses.add(TEXT_BOX_MOVED, len(out) > before)

    def _note(self, element: etree._Element) -> str:
        # A table in a note is told with the note's words, not after the table the mark stands in.
        return self._reading.notes.met(element, lambda body: words_of(self.read(body)))

    def _table(self, element: etree._Element, out: Blocks) -> None:
        if len(self._nested) >= DEEPEST_TABLE:
            self._reading.losses.add(NESTED_TABLE)
            out.append(Paragraph(" ".join(o.words(element).split())))
            return
        self._grids += 1
        origin = f"{self._part}#t{self._grids}"
        self._nested.append([])
        grid = self._tables.read(element, origin)
        out.append(grid)
        out.extend(self._nested.pop())

    def _cell(self, element: etree._Element) -> CellText:
        """Return the words of a cell; the tables inside it follow the one it stands in."""
        paragraphs = []
        for block in self.read(element):
            if isinstance(block, Grid):
                self._nested[-1].append(block)
            else:
                paragraphs.append(block)
        return joined(paragraphs)


def _is_hidden(paragraph: etree._Element) -> bool:
    return any(each.get(o.IS_HIDDEN) == "true" for each in paragraph.iterchildren(o.HIDDEN_PARAGRAPH))
