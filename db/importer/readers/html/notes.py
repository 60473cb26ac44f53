"""Which links of a page are marks of notes, and which of its parts are the notes.

A mark is a short label that links to a later place, whose text links back to it or begins with the same label: so
write Word (_ftn1), LibreOffice (sdfootnote1), pandoc and other writers (fn1), Wikipedia (cite_note-1).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from db.importer.readers.html.names import BLOCKS, CELLS, HEADINGS
from db.importer.readers.shared.note_kinds import ENDNOTE, FOOTNOTE, key_of

LABEL = re.compile(r"[\[(]?\s*(\d{1,4}|[ivxlcdm]{1,7}|[a-zA-Z]|[*†‡§]{1,4})\s*[\])]?")

_ENDNOTE_NAME = re.compile(r"_?(?:sdendnote|endnote|edn|en)[-_:]?\d", re.IGNORECASE)
_NEAR = 6
_CONTAINERS = frozenset(("li", "dd", "tr", "aside"))
_BLOCKS = BLOCKS | CELLS | {"tr"}


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note of the page. `strip` is set where its text begins with its label."""

    key: str
    label: str
    kind: str
    strip: bool


@dataclass(slots=True)
class PageNotes:
    """What was found, by element: the marks with the keys of their notes, the notes, the links back to drop."""

    marks: dict[etree._Element, str] = field(default_factory=dict)
    notes: dict[etree._Element, FoundNote] = field(default_factory=dict)
    backlinks: set[etree._Element] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Link:
    """A link with a label to a later place of the page."""

    anchor: etree._Element
    label: str
    name: str
    target: etree._Element


def find_notes(root: etree._Element) -> PageNotes:
    """Return the linked notes of a page."""
    named, links = _places(root)
    holders = _holders({link.target for link in links}, {link.anchor for link in links})
    found = PageNotes()
    for link in links:
        holder = holders.get(link.target)
        if holder is None or holder.tag in HEADINGS:
            continue
        if holder not in found.notes:
            back = [each for each in holder.iter("a") if _is_of(named.get(_local(each)), link.anchor)]
            if not back and not _begins_with(holder, link):
                continue
            kind = ENDNOTE if _ENDNOTE_NAME.match(link.name) else FOOTNOTE
            shown = any(_label(each) == link.label for each in back)
            found.notes[holder] = FoundNote(key_of(kind, link.name), link.label, kind, holder.tag != "li" and not shown)
        found.marks[link.anchor] = found.notes[holder].key
    for holder in found.notes:
        found.backlinks.update(_links_back(holder, named, found.marks))
    return found


def _places(root: etree._Element) -> tuple[dict[str, etree._Element], list[_Link]]:
    """Return the places of a page by their names, and the labels that link to a later one."""
    named: dict[str, etree._Element] = {}
    waiting: list[tuple[int, etree._Element]] = []
    at: dict[etree._Element, int] = {}
    for number, element in enumerate(root.iter(etree.Element)):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name and name not in named:
                named[name] = element
                at[element] = number
        if element.tag == "a" and element.get("href", "").startswith("#"):
            waiting.append((number, element))
    links = []
    for number, anchor in waiting:
        name = _local(anchor)
        target = named.get(name)
        label = _label(anchor)
        if target is not None and label and at[target] > number:
            links.append(_Link(anchor, label, name, target))
    return named, links


def _holders(targets: set[etree._Element], anchors: set[etree._Element]) -> dict[etree._Element, etree._Element]:
    """Return the element that holds the words of each note: no more than its own, and no mark of another."""
    owners: Counter[etree._Element] = Counter()
    for target in targets:
        owners.update(_upwards(target))
    around_marks = {above for anchor in anchors for above in _upwards(anchor)}
    holders = {}
    for target in targets:
        own = [above for above in _upwards(target) if owners[above] == 1 and above not in around_marks]
        blocks = [above for above in own if above.tag in _BLOCKS and above.tag not in ("body", "html")]
        whole = [above for above in blocks[1:] if above.get("id") or above.tag in _CONTAINERS]
        if blocks:
            first = blocks[0]
            is_whole = first.tag in _CONTAINERS or (first.get("id") and first is target)
            holders[target] = first if is_whole or not whole else whole[0]
    return holders


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    """Yield an element and those around it, a few."""
    above: etree._Element | None = element
    for _ in range(_NEAR):
        if above is None:
            return
        yield above
        above = above.getparent()


def _links_back(
    holder: etree._Element, named: dict[str, etree._Element], marks: dict[etree._Element, str]
) -> Iterator[etree._Element]:
    for anchor in holder.iter("a"):
        place = named.get(_local(anchor))
        if place is not None and (place in marks or any(_is_of(place, near) for near in _near_marks(place, marks))):
            yield anchor


def _near_marks(place: etree._Element, marks: dict[etree._Element, str]) -> list[etree._Element]:
    near = [place, place.getparent(), *place]
    return [each for each in near if each is not None and each in marks]


def _is_of(place: etree._Element | None, anchor: etree._Element) -> bool:
    """Whether a named place is a mark: the link itself, or what stands just around it or inside it."""
    if place is None:
        return False
    parent = anchor.getparent()
    return place is anchor or place is parent or place.getparent() is anchor


def _begins_with(holder: etree._Element, link: _Link) -> bool:
    text = "".join(str(piece) for piece in holder.itertext())[:200].strip()
    raised = link.anchor.getparent() is not None and link.anchor.getparent().tag == "sup"  # type: ignore[union-attr]
    if holder.tag == "li" and (raised or link.anchor.find("sup") is not None):
        return True
    return without_label(text, link.label) != text


def without_label(text: str, label: str) -> str:
    """Return the words of a note without the label they begin with: "[1] x", "(1) x", "1. x", "1 x"."""
    opening = re.match(rf"[\[(]?\s*{re.escape(label)}\s*(?:[\])][.:]?|[.:/](?=\s)|(?=\s))\s*", text)
    return text[opening.end() :] if opening else text


def _local(anchor: etree._Element) -> str:
    href = anchor.get("href", "")
    return unquote(href[1:]) if href.startswith("#") else ""


def _label(anchor: etree._Element) -> str:
    text = ""
    for piece in anchor.itertext():
        text += str(piece)
        if len(text) > 40:
            return ""
    found = LABEL.fullmatch(text.strip())
    return found[1] if found else ""
