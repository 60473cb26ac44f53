"""Word's names for its elements (ECMA-376 part 1, WordprocessingML), spelled once and readable."""

from __future__ import annotations

from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

_W = f"{{{TRANSITIONAL}}}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_STRICT_M = "{http://purl.oclc.org/ooxml/officeDocument/math}"
_A = ("{http://schemas.openxmlformats.org/drawingml/2006/main}", "{http://purl.oclc.org/ooxml/drawingml/main}")
_CHART = ("{http://schemas.openxmlformats.org/drawingml/2006/chart}", "{http://purl.oclc.org/ooxml/drawingml/chart}")
_DIAGRAM = (
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}",
    "{http://purl.oclc.org/ooxml/drawingml/diagram}",
)

VAL = f"{_W}val"
ID = f"{_W}id"
TYPE = f"{_W}type"
CHAR = f"{_W}char"
FONT = f"{_W}font"
ASCII_FONT = f"{_W}ascii"
HIGH_FONT = f"{_W}hAnsi"
ASCII_THEME_FONT = f"{_W}asciiTheme"
HIGH_THEME_FONT = f"{_W}hAnsiTheme"

# Blocks and what wraps them
BODY = f"{_W}body"
PARAGRAPH = f"{_W}p"
TABLE = f"{_W}tbl"
ROW = f"{_W}tr"
CELL = f"{_W}tc"
SDT = f"{_W}sdt"
SDT_CONTENT = f"{_W}sdtContent"
CUSTOM_XML = f"{_W}customXml"
SMART_TAG = f"{_W}smartTag"
INSERTED = f"{_W}ins"
DELETED = f"{_W}del"
MOVED_TO = f"{_W}moveTo"
MOVED_FROM = f"{_W}moveFrom"
ALT_CHUNK = f"{_W}altChunk"
SUB_DOCUMENT = f"{_W}subDoc"
SECTION = f"{_W}sectPr"
ALTERNATE_CONTENT = f"{_MC}AlternateContent"
CHOICE = f"{_MC}Choice"
FALLBACK = f"{_MC}Fallback"

# Inside a paragraph
RUN = f"{_W}r"
HYPERLINK = f"{_W}hyperlink"
SIMPLE_FIELD = f"{_W}fldSimple"
DIRECTION = f"{_W}dir"
BIDI_OVERRIDE = f"{_W}bdo"
MATH = f"{_M}oMath"
MATH_PARAGRAPH = f"{_M}oMathPara"
STRICT_MATH = f"{_STRICT_M}oMath"
STRICT_MATH_PARAGRAPH = f"{_STRICT_M}oMathPara"
MATH_TEXTS = (f"{_M}t", f"{_STRICT_M}t")
MATH_STRUCTURES = tuple(
    f"{namespace}{name}"
    for namespace in (_M, _STRICT_M)
    for name in ("f", "sSup", "sSub", "sSubSup", "sPre", "rad", "nary", "m", "eqArr", "limLow", "limUpp", "acc", "bar")
)

# Inside a run
TEXT = f"{_W}t"
TAB = f"{_W}tab"
POSITION_TAB = f"{_W}ptab"
BREAK = f"{_W}br"
CARRIAGE_RETURN = f"{_W}cr"
HARD_HYPHEN = f"{_W}noBreakHyphen"
SOFT_HYPHEN = f"{_W}softHyphen"
SYMBOL = f"{_W}sym"
FIELD_CHAR = f"{_W}fldChar"
INSTRUCTION_TEXT = f"{_W}instrText"
INSTRUCTION = f"{_W}instr"
FIELD_CHAR_TYPE = f"{_W}fldCharType"
FOOTNOTE_REFERENCE = f"{_W}footnoteReference"
ENDNOTE_REFERENCE = f"{_W}endnoteReference"
CUSTOM_MARK_FOLLOWS = f"{_W}customMarkFollows"
COMMENT_REFERENCE = f"{_W}commentReference"
RUBY = f"{_W}ruby"
RUBY_BASE = f"{_W}rubyBase"
DRAWING = f"{_W}drawing"
PICTURE = f"{_W}pict"
OBJECT = f"{_W}object"
TEXT_BOX = f"{_W}txbxContent"
CONTROL = f"{_W}control"
OLE_OBJECT = f"{_O}OLEObject"
IMAGES = (*(f"{a}blip" for a in _A), f"{_V}imagedata")
CHARTS = (*(f"{c}chart" for c in _CHART), *(f"{d}relIds" for d in _DIAGRAM))

# Properties
PARAGRAPH_PROPERTIES = f"{_W}pPr"
RUN_PROPERTIES = f"{_W}rPr"
PARAGRAPH_STYLE = f"{_W}pStyle"
RUN_STYLE = f"{_W}rStyle"
ALIGNMENT = f"{_W}jc"
OUTLINE_LEVEL = f"{_W}outlineLvl"
NUMBERING = f"{_W}numPr"
NUMBERING_ID = f"{_W}numId"
NUMBERING_LEVEL = f"{_W}ilvl"
BOLD = f"{_W}b"
ITALIC = f"{_W}i"
UNDERLINE = f"{_W}u"
HIDDEN = f"{_W}vanish"
VERTICAL_ALIGNMENT = f"{_W}vertAlign"

# Places that others refer to and marks of the spelling check, which may stand anywhere and print nothing
INVISIBLE = frozenset(f"{_W}{name}" for name in ("proofErr", "bookmarkStart", "bookmarkEnd"))

# Styles
STYLE = f"{_W}style"
STYLE_ID = f"{_W}styleId"
STYLE_NAME = f"{_W}name"
BASED_ON = f"{_W}basedOn"
DEFAULT = f"{_W}default"
DEFAULT_RUN_PROPERTIES = f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"

# Tables
TABLE_ROW_PROPERTIES = f"{_W}trPr"
TABLE_CELL_PROPERTIES = f"{_W}tcPr"
GRID_BEFORE = f"{_W}gridBefore"
GRID_SPAN = f"{_W}gridSpan"
VERTICAL_MERGE = f"{_W}vMerge"
HORIZONTAL_MERGE = f"{_W}hMerge"
TABLE_HEADER = f"{_W}tblHeader"

# Numbering
ABSTRACT_NUMBERING = f"{_W}abstractNum"
ABSTRACT_NUMBERING_ID = f"{_W}abstractNumId"
NUMBERING_STYLE_LINK = f"{_W}numStyleLink"
NUMBERING_INSTANCE = f"{_W}num"
LEVEL = f"{_W}lvl"
LEVEL_OVERRIDE = f"{_W}lvlOverride"
START_OVERRIDE = f"{_W}startOverride"
START = f"{_W}start"
NUMBER_FORMAT = f"{_W}numFmt"
LEVEL_TEXT = f"{_W}lvlText"
LEVEL_RESTART = f"{_W}lvlRestart"
LEGAL = f"{_W}isLgl"
PICTURE_BULLET = f"{_W}lvlPicBulletId"
RUN_FONTS = f"{_W}rFonts"

# Notes
FOOTNOTES = f"{_W}footnotes"
ENDNOTES = f"{_W}endnotes"
FOOTNOTE = f"{_W}footnote"
ENDNOTE = f"{_W}endnote"
FOOTNOTE_PROPERTIES = f"{_W}footnotePr"
ENDNOTE_PROPERTIES = f"{_W}endnotePr"
NUMBER_START = f"{_W}numStart"
NUMBER_RESTART = f"{_W}numRestart"

_OFF = ("0", "false", "off")


def value_of(parent: etree._Element, name: str) -> str | None:
    """Return the w:val of the child `name`, or None if there is no such child or value."""
    child = parent.find(name)
    return None if child is None else child.get(VAL)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch element is there and not turned off."""
    return element is not None and element.get(VAL) not in _OFF


def whole_number(text: str | None, default: int) -> int:
    """Return the whole number an attribute holds, between -2^31 and 2^31; `default` if it holds none."""
    try:
        number = int(text or "")
    except ValueError:
        return default
    return max(-(2**31), min(2**31, number))
