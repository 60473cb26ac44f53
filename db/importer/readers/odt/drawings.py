"""Frames and shapes: their text boxes are kept, the rest is counted as left out (OpenDocument 1.3 part 3, 10)."""

from __future__ import annotations

import re

from lxml import etree

from db.importer.readers.odt import names as o
from db.importer.readers.shared.losses import EMBEDDED_OBJECT, IMAGE, OUTSIDE_LINK, Losses

_WORDS = (o.PARAGRAPH, o.HEADING, o.LIST, o.TABLE)
_GROUPS = frozenset(o.DRAWINGS)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\|\.\./\.\./", re.IGNORECASE)


def text_boxes(drawing: etree._Element, losses: Losses) -> list[etree._Element]:
    """Return what holds words in a drawing, in order; count its images and embedded files."""
    boxes = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag == o.TEXT_BOX:
            boxes.append(element)
        elif tag == o.FRAME:
            waiting.extend(_shown(element, losses))
        elif tag in _GROUPS:
            if any(child.tag in _WORDS for child in element):
                boxes.append(element)
            else:
                waiting.extend(reversed(element))
    return boxes


def leads_outside(element: etree._Element) -> bool:
    """Whether the link of an element leads out of the file; "./Pictures/1.png" and "#mark" do not."""
    return bool(_OUTSIDE.match(element.get(o.HREF, "")))


def _shown(frame: etree._Element, losses: Losses) -> list[etree._Element]:
    """Return what a frame shows: its children are the same thing in several forms, so one of them is enough."""
    children = list(frame)
    boxes = [child for child in children if child.tag == o.TEXT_BOX]
    if boxes:
        return boxes[:1]
    images = [child for child in children if child.tag == o.IMAGE]
    losses.add(OUTSIDE_LINK, any(leads_outside(child) for child in children))
    if any(child.tag in o.OBJECTS for child in children):
        losses.add(EMBEDDED_OBJECT)
    elif images:
        losses.add(IMAGE)
    return []
