"""From the tree of a page to paragraphs, grids and notes in reading order, without recursion.

Nothing is fetched and nothing opened: pictures, embedded objects and links to the outside are counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from db.importer.document import NoteText, Paragraph
from db.importer.readers.html import lists, names
from db.importer.readers.html.notes import FoundNote, find_notes, without_label
from db.importer.readers.html.settings import Said, Setting, said_by
from db.importer.readers.html.stylesheet import StyleSheet
from db.importer.readers.html.tables import OpenTable
from db.importer.readers.shared.cells import DEEPEST_TABLE, Blocks
from db.importer.readers.shared.flowing_line import FlowingLine
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import (
    EMBEDDED_OBJECT,
    HIDDEN_TEXT,
    IMAGE,
    NESTED_TABLE,
    OUTSIDE_LINK,
    TABLE_CUT,
    TRACKED_DELETION,
    Losses,
)
from db.importer.readers.shared.note_kinds import ENDNOTE
from db.importer.readers.shared.note_words import words_of
from db.importer.readers.shared.symbols import BULLET

_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(slots=True)
class _Words:
    """The paragraph being collected, and what heads it."""

    line: FlowingLine
    marker: str = ""
    heading: int | None = None
    align: str = ""


class PageReader:
    """Reads one page; the results stand in `blocks` and `notes`."""

    def __init__(self, root: etree._Element, losses: Losses, runs: LegacyRuns) -> None:
        self._losses = losses
        self._runs = runs
        self._found = find_notes(root)
        self._sheet = StyleSheet(root)
        self.blocks: Blocks = []
        self._notes: dict[str, NoteText] = {}
        self._sinks: list[Blocks | None] = [self.blocks]
        self._settings = [Setting()]
        self._tables: list[OpenTable | None] = []
        self._lists: list[lists.OpenList] = []
        self._outer_lists: list[list[lists.OpenList]] = []
        self._words = _Words(FlowingLine(self._runs))
        self._paragraphs = 0
        self._grids = 0
        self._walk(root)
        self._flush()

    @property
    def notes(self) -> tuple[NoteText, ...]:
        """The footnotes, then the endnotes, each in the order of their marks."""
        keys = dict.fromkeys(self._found.marks.values())
        kept = [self._notes[key] for key in keys if key in self._notes]
        return tuple(sorted(kept, key=lambda note: note.kind == ENDNOTE))

    def _walk(self, root: etree._Element) -> None:
        waiting = [(root, iter(root))]
        self._open(root)
        self._text(root.text)
        while waiting:
            element, children = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                self._close(element)
                self._text(element.tail if waiting else None)
            elif isinstance(child.tag, str) and self._open(child):
                waiting.append((child, iter(child)))
                self._text(child.text)
            else:
                self._text(child.tail)

    def _open(self, element: etree._Element) -> bool:
        """Enter an element; False if nothing of what it holds is read."""
        tag = element.tag
        said = said_by(element, self._sheet.style_of(element))
        if self._is_passed_over(element, said):
            return False
        above = self._settings[-1]
        self._settings.append(
            Setting(
                said.letters.over(above.letters),
                above.align if said.align is None else said.align,
                above.exact or tag in names.PREFORMATTED,
            )
        )
        if element in self._found.notes:
            self._flush()
            self._sinks.append([])
        elif tag == "table":
            self._open_table()
        elif tag in ("tr", *names.CELLS, *names.ROW_GROUPS):
            self._open_part(element)
        elif tag in names.LISTS:
            self._flush()
            self._lists.append(lists.opened(element, said))
        elif tag in names.BLOCKS:
            self._open_block(element, said)
        return True

    def _is_passed_over(self, element: etree._Element, said: Said) -> bool:
        """Do what is to be done with an element whose content is not read."""
        tag = element.tag
        if tag in names.SILENT or element in self._found.backlinks:
            return True
        if element in self._found.marks:
            self._words.line.add_mark(self._found.marks[element])
            return True
        if tag == "br":
            self._break()
            return True
        if said.marker:
            self._words.marker = _typed_marker(element)
            return True
        code = _left_out(element, said)
        if code:
            self._losses.add(code)
            return True
        self._losses.add(OUTSIDE_LINK, tag == "a" and _leads_outside(element.get("href", "")))
        return False

    def _open_table(self) -> None:
        self._flush()
        self._words.marker = ""
        if sum(table is not None for table in self._tables) >= DEEPEST_TABLE:
            self._losses.add(NESTED_TABLE)
            self._tables.append(None)
            return
        self._grids += 1
        self._tables.append(OpenTable(f"table {self._grids}"))
        self._outer_lists.append(self._lists)
        self._lists = []

    def _open_part(self, element: etree._Element) -> None:
        """Enter a row, a cell or a group of rows; outside of a table they are blocks."""
        self._flush()
        table = self._tables[-1] if self._tables else None
        if table is None:
            return
        if element.tag == "tr":
            table.start_row()
        elif element.tag in names.CELLS:
            self._sinks.append(table.start_cell(element))
        else:
            table.in_head = element.tag == "thead"

    def _open_block(self, element: etree._Element, said: Said) -> None:
        self._flush()
        if element.tag == "li":
            self._words.marker = lists.marker(self._lists[-1] if self._lists else None, element, said)
        self._words.heading = names.HEADINGS.get(element.tag, self._words.heading)

    def _close(self, element: etree._Element) -> None:
        tag = element.tag
        self._settings.pop()
        if element in self._found.notes:
            self._flush()
            self._keep_note(self._found.notes[element])
        elif tag == "table":
            self._close_table()
        elif tag in names.CELLS or tag in names.ROW_GROUPS or tag == "tr":
            self._close_part(tag)
        elif tag in names.LISTS:
            self._flush()
            self._lists.pop()
        elif tag in names.BLOCKS:
            self._flush()
            self._words.heading = None
            if tag == "li":
                self._words.marker = ""

    def _close_table(self) -> None:
        self._flush()
        table = self._tables.pop()
        if table is None:
            return
        self._lists = self._outer_lists.pop()
        sink = self._sinks[-1]
        self._losses.add(TABLE_CUT, table.is_cut)
        if sink is not None and table.cells:
            sink.extend(table.blocks())

    def _close_part(self, tag: str) -> None:
        self._flush()
        table = self._tables[-1] if self._tables else None
        if table is None:
            return
        if tag == "tr":
            table.end_row()
        elif tag in names.CELLS:
            self._sinks.pop()
        else:
            table.in_head = False

    def _keep_note(self, note: FoundNote) -> None:
        blocks = self._sinks.pop() or []
        # "^ a b": an arrow before several links back, of which the links are gone.
        text = words_of(blocks).removeprefix("^").lstrip()
        if note.strip:
            text = without_label(text, note.label)
        self._notes[note.key] = NoteText(note.key, note.label, note.kind, text)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        setting = self._settings[-1]
        if not setting.exact:
            self._words.line.flow(text, setting.emphasis, setting.letters.font or "")
        else:
            first, *others = text.expandtabs().splitlines() or [""]
            self._words.line.exact(first, setting.emphasis)
            for line in others:
                self._flush()
                self._words.line.exact(line, setting.emphasis)
            if text.endswith("\n"):
                self._flush()
        self._words.align = setting.align

    def _break(self) -> None:
        if self._settings[-1].exact:
            self._flush()
        else:
            self._words.line.break_line()

    def _flush(self) -> None:
        """Close the paragraph being collected; one without words and marks is none."""
        words = self._words
        line = words.line
        text, sink = line.text, self._sinks[-1]
        if not text.strip() and not line.has_marks:
            self._words.line = FlowingLine(self._runs)
            return
        self._paragraphs += 1
        if sink is not None:
            origin = f"p{self._paragraphs}"
            sink.append(Paragraph(text, line.marks, words.marker, words.heading, words.align, line.emphasis, origin))
        self._words = _Words(FlowingLine(self._runs), heading=words.heading)


def _left_out(element: etree._Element, said: Said) -> str:
    """Return the code of what is lost with an element that is not read, "" for one that is."""
    tag = element.tag
    if tag in names.IMAGES:
        return IMAGE
    if tag in names.OBJECTS:
        return EMBEDDED_OBJECT
    if tag == "del":
        return TRACKED_DELETION
    if said.hidden:
        return HIDDEN_TEXT
    return ""


def _leads_outside(href: str) -> bool:
    return bool(href.strip()) and not href.startswith("#")


def _typed_marker(element: etree._Element) -> str:
    """Return the number Word has typed before an item: "1.", "a)"; a sign of a symbol font is a bullet."""
    text = " ".join("".join(str(piece) for piece in element.itertext()).split())
    around = element.getparent()
    spans = (*(() if around is None else (around,)), *element.iter("span"))
    fonts = " ".join(each.get("style", "") for each in spans).lower()
    return BULLET if any(font in fonts for font in _SYMBOL_FONTS) else text
