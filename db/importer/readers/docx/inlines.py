"""From a w:p to its text: runs and what wraps them (ECMA-376 part 1, 17.3.2 and 17.3.3).

Kept: text, tabs, breaks, hyphens, symbols, results of fields, insertions. Left out: instructions of fields,
deletions, hidden text; the last two are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.docx.graphics import chosen, text_boxes
from db.importer.readers.docx.letters import SETTING, font_of, letters_of
from db.importer.readers.docx.note_marks import NoteMarks
from db.importer.readers.docx.styles import Styles
from db.importer.readers.shared.fields import shows_words
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.line import Line, Setting
from db.importer.readers.shared.losses import (
    COMMENT,
    EMBEDDED_OBJECT,
    EMBEDDED_TEXT,
    FIELD_WITHOUT_RESULT,
    HIDDEN_TEXT,
    TRACKED_DELETION,
    UNREADABLE_SIGN,
    Losses,
)
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE
from db.importer.readers.shared.symbols import UNREADABLE, symbol
from db.importer.readers.shared.xml_part import children
from db.vietnamese.legacy import legacy_font

NON_BREAKING_HYPHEN = "-"  # the same sign as U+002D by 17.3.3.18; that it does not break is layout
SOFT_HYPHEN = "\u00ad"

_Said = tuple[tuple[str, str | None], ...]
_PRINTED = frozenset((w.TEXT, w.SYMBOL, w.TAB, w.FOOTNOTE_REFERENCE, w.ENDNOTE_REFERENCE))


class Inlines:
    """Reads paragraphs of one document; what it meets on the way goes to `marks` and `losses`."""

    def __init__(
        self, styles: Styles, marks: NoteMarks, losses: Losses, runs: LegacyRuns, reads_fonts: bool = True
    ) -> None:
        """Begin; without `reads_fonts` the names of fonts are passed over, since none of them is old."""
        self._runs = runs
        self._said = SETTING if reads_fonts else SETTING - {w.RUN_FONTS}
        self._styles = styles
        self._marks = marks
        self._losses = losses
        self._settings: dict[tuple[str | None, _Said], Setting] = {}
        self._readers: dict[str, Callable[[etree._Element, Line], None]] = {
            w.SIMPLE_FIELD: self._simple_field,
            w.ALTERNATE_CONTENT: self._alternate,
            w.DELETED: self._deleted,
            w.MOVED_FROM: self._deleted,
            w.SUB_DOCUMENT: self._sub_document,
            **dict.fromkeys((w.MATH, w.MATH_PARAGRAPH, w.STRICT_MATH, w.STRICT_MATH_PARAGRAPH), self._formula),
            **dict.fromkeys(_WRAPPERS, self._content),
        }

    def read(self, parts: Iterable[etree._Element], style_id: str | None) -> Line:
        """Return the text of `parts` of a w:p whose paragraph style is `style_id`."""
        line = Line(style_id, self._ground(style_id), self._runs)
        self._content(parts, line)
        return line

    def _content(self, parts: Iterable[etree._Element], line: Line) -> None:
        for child in parts:
            tag = child.tag
            if tag == w.RUN:
                self._run(child, line, line.ground)
            elif tag in self._readers:
                self._readers[tag](child, line)

    def _alternate(self, element: etree._Element, line: Line) -> None:
        branch = chosen(element)
        if branch is not None:
            self._content(branch, line)

    def _deleted(self, element: etree._Element, line: Line) -> None:  # a reader like the others
        self._losses.add(TRACKED_DELETION)
        self._marks.drop(element)

    def _sub_document(self, element: etree._Element, line: Line) -> None:  # a reader like the others
        self._losses.add(EMBEDDED_TEXT)

    def _formula(self, element: etree._Element, line: Line) -> None:
        """Keep a formula written in one line; one with fractions or powers would read wrongly and is left out."""
        if next(element.iter(*w.MATH_STRUCTURES), None) is not None:
            self._losses.add(EMBEDDED_OBJECT)
        else:
            line.add("".join(text.text or "" for text in element.iter(*w.MATH_TEXTS)), "")

    def _run(self, run: etree._Element, line: Line, setting: Setting) -> None:
        """Read a w:r, or a part of one that stands in `setting`."""
        emphasis, hidden, font = setting
        for child in children(run):
            tag = child.tag
            if tag == w.RUN_PROPERTIES:
                emphasis, hidden, font = self._setting(child, line)
            elif hidden:
                self._hide(child)
            elif tag == w.TEXT:
                if not line.fields.in_instruction:
                    # The line breaks of the XML of a w:t are blanks.
                    line.add((child.text or "").replace("\n", " "), emphasis, font)
            elif tag == w.FIELD_CHAR:
                self._field(child, line)
            elif line.fields.in_instruction:
                line.fields.instruct(child.text or "")
            elif tag in _NOTE_KINDS:
                if self._note(child, run, line):
                    return
            else:
                self._sign(child, line, emphasis, font)

    def _ground(self, paragraph_style: str | None) -> Setting:
        """Return how a run is set that says nothing itself."""
        key = (paragraph_style, ())
        return self._settings.get(key) or self._keep(key, None)

    def _setting(self, properties: etree._Element, line: Line) -> Setting:
        """Return how a run is set; a report knows few ways to set one, so each is worked out once."""
        said: _Said = ()
        for child in children(properties):
            tag = child.tag
            if tag in self._said:
                said += ((tag, font_of(child) if tag == w.RUN_FONTS else child.get(w.VAL)),)
        if not said:
            return line.ground
        key = (line.paragraph_style, said)
        return self._settings.get(key) or self._keep(key, properties)

    def _keep(self, key: tuple[str | None, _Said], properties: etree._Element | None) -> Setting:
        run_style = None if properties is None else w.value_of(properties, w.RUN_STYLE)
        letters = self._styles.letters(key[0], run_style, letters_of(properties))
        font = letters.font if letters.font and legacy_font(letters.font) else ""
        setting = self._settings[key] = (letters.emphasis, bool(letters.hidden), font)
        return setting

    def _hide(self, element: etree._Element) -> None:
        if element.tag in _PRINTED:
            self._losses.add(HIDDEN_TEXT)
            self._marks.drop(element)

    def _field(self, element: etree._Element, line: Line) -> None:
        kind = element.get(w.FIELD_CHAR_TYPE)
        if kind == "begin":
            line.fields.begin()
        elif kind == "separate":
            line.fields.separate()
        elif kind == "end":
            self._losses.add(FIELD_WITHOUT_RESULT, line.fields.end())

    def _simple_field(self, element: etree._Element, line: Line) -> None:
        if all(child.tag in w.INVISIBLE for child in element):
            self._losses.add(FIELD_WITHOUT_RESULT, shows_words(element.get(w.INSTRUCTION, "")))
        self._content(element, line)

    def _sign(self, element: etree._Element, line: Line, emphasis: str, font: str) -> None:
        """Add what a run holds besides text, fields and notes."""
        tag = element.tag
        if tag in _SIGNS:
            line.add(_SIGNS[tag], emphasis, font)
        elif tag == w.BREAK:
            _break(element, line, emphasis)
        elif tag == w.SYMBOL:
            sign = symbol(element.get(w.CHAR, ""), element.get(w.FONT, ""))
            self._losses.add(UNREADABLE_SIGN, sign == UNREADABLE)
            line.add(sign, emphasis)
        elif tag in _GRAPHICS:
            line.boxes.extend(text_boxes(element, self._losses))
        elif tag == w.COMMENT_REFERENCE:
            self._losses.add(COMMENT)
        elif tag == w.RUBY:
            for base in element.iterchildren(w.RUBY_BASE):
                self._content(base, line)
        elif tag == w.ALTERNATE_CONTENT:
            branch = chosen(element)
            if branch is not None:
                self._run(branch, line, (emphasis, False, font))

    def _note(self, reference: etree._Element, run: etree._Element, line: Line) -> bool:
        """Set a note's mark; True if the rest of the run is its hand-made label, not text."""
        is_custom = reference.get(w.CUSTOM_MARK_FOLLOWS) in ("1", "true", "on")
        label = _text_after(reference, run) if is_custom else ""
        line.add_mark(self._marks.met(_NOTE_KINDS[reference.tag], reference.get(w.ID, ""), label))
        return is_custom


_NOTE_KINDS = {w.FOOTNOTE_REFERENCE: FOOTNOTE, w.ENDNOTE_REFERENCE: ENDNOTE}
_GRAPHICS = frozenset((w.DRAWING, w.PICTURE, w.OBJECT))
_SIGNS = {
    w.TAB: "\t",
    w.POSITION_TAB: "\t",
    w.CARRIAGE_RETURN: "\n",
    w.HARD_HYPHEN: NON_BREAKING_HYPHEN,
    w.SOFT_HYPHEN: SOFT_HYPHEN,
}
_WRAPPERS = (
    w.INSERTED,
    w.MOVED_TO,
    w.HYPERLINK,
    w.SMART_TAG,
    w.CUSTOM_XML,
    w.SDT,
    w.SDT_CONTENT,
    w.DIRECTION,
    w.BIDI_OVERRIDE,
)


def _break(element: etree._Element, line: Line, emphasis: str) -> None:
    """Add a line break; the break of a page or column before any text is only layout."""
    if element.get(w.TYPE, "textWrapping") == "textWrapping" or not line.is_empty:
        line.add("\n", emphasis)


def _text_after(reference: etree._Element, run: etree._Element) -> str:
    label = ""
    after = False
    for child in run:
        if child is reference:
            after = True
        elif after and child.tag == w.TEXT:
            label += child.text or ""
        elif after and child.tag == w.SYMBOL:
            label += symbol(child.get(w.CHAR, ""), child.get(w.FONT, ""))
    return label.strip()
