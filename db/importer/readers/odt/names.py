"""OpenDocument's names for its elements (OpenDocument 1.3 part 3), spelled once and readable."""

from __future__ import annotations

from lxml import etree

_ODF = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
_OFFICE = _ODF.format("office")
_TEXT = _ODF.format("text")
_TABLE = _ODF.format("table")
_STYLE = _ODF.format("style")
_DRAW = _ODF.format("drawing")
_FO = _ODF.format("xsl-fo-compatible")
_SVG = _ODF.format("svg-compatible")
_PRESENTATION = _ODF.format("presentation")
_LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

HREF = "{http://www.w3.org/1999/xlink}href"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# The parts of a document
DOCUMENT = f"{_OFFICE}document"
BODY = f"{_OFFICE}body"
OFFICE_TEXT = f"{_OFFICE}text"
STYLES = f"{_OFFICE}styles"
AUTOMATIC_STYLES = f"{_OFFICE}automatic-styles"
MASTER_STYLES = f"{_OFFICE}master-styles"
SCRIPT_MODULE = "{http://openoffice.org/2004/office}module"
ANNOTATION = f"{_OFFICE}annotation"
HEADER = f"{_STYLE}header"
FOOTER = f"{_STYLE}footer"

# Blocks and what wraps them
PARAGRAPH = f"{_TEXT}p"
HEADING = f"{_TEXT}h"
LIST = f"{_TEXT}list"
LIST_ITEM = f"{_TEXT}list-item"
LIST_HEADER = f"{_TEXT}list-header"
NUMBERED_PARAGRAPH = f"{_TEXT}numbered-paragraph"
TRACKED_CHANGES = f"{_TEXT}tracked-changes"
DELETION = f"{_TEXT}deletion"
TEXT_SECTION = f"{_TEXT}section"
INDEX_SOURCES = tuple(
    f"{_TEXT}{kind}-source"
    for kind in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
        "section",
    )
)

# Inside a paragraph
SPAN = f"{_TEXT}span"
SPACE = f"{_TEXT}s"
SPACE_COUNT = f"{_TEXT}c"
TAB = f"{_TEXT}tab"
LINE_BREAK = f"{_TEXT}line-break"
LINK = f"{_TEXT}a"
NOTE = f"{_TEXT}note"
NOTE_CLASS = f"{_TEXT}note-class"
NOTE_CITATION = f"{_TEXT}note-citation"
NOTE_BODY = f"{_TEXT}note-body"
LABEL = f"{_TEXT}label"
ID = f"{_TEXT}id"
PRINTED_NUMBER = f"{_TEXT}number"
HIDDEN_WORDS = f"{_TEXT}hidden-text"
HIDDEN_PARAGRAPH = f"{_TEXT}hidden-paragraph"
IS_HIDDEN = f"{_TEXT}is-hidden"
RUBY_TEXT = f"{_TEXT}ruby-text"
SCRIPT_WORDS = f"{_TEXT}script"

# Drawings
FRAME = f"{_DRAW}frame"
IMAGE = f"{_DRAW}image"
TEXT_BOX = f"{_DRAW}text-box"
OBJECTS = (
    f"{_DRAW}object",
    f"{_DRAW}object-ole",
    f"{_DRAW}plugin",
    f"{_DRAW}applet",
    f"{_DRAW}floating-frame",
)
DRAWINGS = (
    f"{_DRAW}g",
    f"{_DRAW}a",
    FRAME,
    *(
        f"{_DRAW}{shape}"
        for shape in (
            "rect",
            "line",
            "polyline",
            "polygon",
            "regular-polygon",
            "path",
            "circle",
            "ellipse",
            "connector",
            "caption",
            "measure",
            "custom-shape",
            "control",
        )
    ),
)
CAPTIONS = (f"{_SVG}title", f"{_SVG}desc", f"{_DRAW}glue-point", f"{_OFFICE}event-listeners")

# Tables
TABLE = f"{_TABLE}table"
ROW = f"{_TABLE}table-row"
CELL = f"{_TABLE}table-cell"
COVERED_CELL = f"{_TABLE}covered-table-cell"
HEADER_ROWS = f"{_TABLE}table-header-rows"
ROW_GROUPS = (f"{_TABLE}table-rows", f"{_TABLE}table-row-group")
COLUMNS_SPANNED = f"{_TABLE}number-columns-spanned"
ROWS_SPANNED = f"{_TABLE}number-rows-spanned"
COLUMNS_REPEATED = f"{_TABLE}number-columns-repeated"
ROWS_REPEATED = f"{_TABLE}number-rows-repeated"

# Styles
STYLE = f"{_STYLE}style"
DEFAULT_STYLE = f"{_STYLE}default-style"
STYLE_NAME = f"{_STYLE}name"
FAMILY = f"{_STYLE}family"
PARENT = f"{_STYLE}parent-style-name"
STYLE_LIST = f"{_STYLE}list-style-name"
TEXT_PROPERTIES = f"{_STYLE}text-properties"
PARAGRAPH_PROPERTIES = f"{_STYLE}paragraph-properties"
WEIGHT = f"{_FO}font-weight"
SLANT = f"{_FO}font-style"
UNDERLINE = f"{_STYLE}text-underline-style"
POSITION = f"{_STYLE}text-position"
TEXT_DISPLAY = f"{_TEXT}display"
ALIGN = f"{_FO}text-align"
FONT_FACES = f"{_OFFICE}font-face-decls"
FACE_FAMILY = f"{_SVG}font-family"
FONT_NAME = f"{_STYLE}font-name"
FONT_FAMILY = f"{_FO}font-family"

# Lists
TEXT_STYLE = f"{_TEXT}style-name"
LEVEL = f"{_TEXT}level"
OUTLINE_LEVEL = f"{_TEXT}outline-level"
IS_LIST_HEADER = f"{_TEXT}is-list-header"
RESTART = f"{_TEXT}restart-numbering"
START_VALUE = f"{_TEXT}start-value"
CONTINUE_NUMBERING = f"{_TEXT}continue-numbering"
CONTINUE_LIST = f"{_TEXT}continue-list"
LIST_ID = f"{_TEXT}list-id"
LIST_STYLE = f"{_TEXT}list-style"
OUTLINE_STYLE = f"{_TEXT}outline-style"
NUMBER_LEVELS = (f"{_TEXT}list-level-style-number", f"{_TEXT}outline-level-style")
BULLET_LEVEL = f"{_TEXT}list-level-style-bullet"
IMAGE_LEVEL = f"{_TEXT}list-level-style-image"
BULLET_SIGN = f"{_TEXT}bullet-char"
NUMBER_FORMAT = f"{_STYLE}num-format"
LETTER_SYNC = f"{_STYLE}num-letter-sync"
PREFIX = f"{_STYLE}num-prefix"
SUFFIX = f"{_STYLE}num-suffix"
DISPLAY_LEVELS = f"{_TEXT}display-levels"
LIST_FORMATS = (f"{_STYLE}num-list-format", f"{_LO}num-list-format")


def words(element: etree._Element) -> str:
    """Return all the text inside an element as it stands in the XML."""
    return "".join(str(text) for text in element.itertext())


def whole_number(text: str | None, default: int, most: int) -> int:
    """Return a count from 0 to `most`; `default` where `text` is none."""
    try:
        return max(0, min(int(text or ""), most))
    except ValueError:
        return default
