"""The small pieces of WordprocessingML: elements, runs, paragraphs."""

from __future__ import annotations

from lxml import etree
from sample_markup import Words

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LETTERS = {"b": {}, "i": {}, "u": {"val": "single"}}

Element = etree._Element


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of the main namespace with attributes of the same."""
    one = etree.Element(f"{{{MAIN}}}{tag}", nsmap={"w": MAIN, "r": RELATIONS})
    for name, value in attributes.items():
        attribute(one, name, value)
    one.extend(children)
    return one


def attribute(one: Element, name: str, value: str) -> None:
    """Set an attribute of the main namespace."""
    one.set(f"{{{MAIN}}}{name}", value)


def run(text: str, letters: str = "") -> Element:
    """Text in one run; `letters` some of b, i, u."""
    words = w("t")
    words.text = text
    words.set(_SPACE, "preserve")
    if not letters:
        return w("r", words)
    return w("r", w("rPr", *(w(one, **_LETTERS[one]) for one in letters)), words)


def words_runs(words: Words, letters: str = "") -> list[Element]:
    """Runs of a text with the marks of its notes."""
    return [run(one, letters) if isinstance(one, str) else _mark(one) for one in words]


def bold_words(words: Words) -> list[Element]:
    """The same in bold; marks stay light."""
    return words_runs(words, "b")


def _mark(number: int) -> Element:
    reference = w("footnoteReference", id=str(number))
    return w("r", w("rPr", w("rStyle", val="FootnoteReference")), reference)


def paragraph(
    *runs: Element,
    style: str = "",
    numbering: tuple[int, int] | None = None,
    bold_number: bool = False,
    align: str = "",
) -> Element:
    """A paragraph; `numbering` is the list and the level that number it."""
    properties = w("pPr")
    if style:
        properties.append(w("pStyle", val=style))
    if numbering:
        number, level = numbering
        properties.append(w("numPr", w("ilvl", val=str(level)), w("numId", val=str(number))))
    if align:
        properties.append(w("jc", val=align))
    if bold_number:
        properties.append(w("rPr", w("b")))
    return w("p", *([properties] if len(properties) else []), *runs)
