"""Drawings, pictures and objects: their text boxes are kept, the rest is counted as left out."""

from __future__ import annotations

from lxml import etree

from db.importer.readers.docx import names as w
from db.importer.readers.shared.losses import EMBEDDED_OBJECT, IMAGE, Losses

_IMAGES = frozenset(w.IMAGES)
_OBJECTS = frozenset((*w.CHARTS, w.CONTROL))


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Return the one branch of an mc:AlternateContent to read: the first choice, else the fallback, never both."""
    choice = alternate.find(w.CHOICE)
    return choice if choice is not None else alternate.find(w.FALLBACK)


def text_boxes(graphic: etree._Element, losses: Losses) -> list[etree._Element]:
    """Return the w:txbxContent of a graphic in order; count its images, charts and embedded files."""
    boxes = []
    # What a w:object shows is a picture of the embedded file: one loss, not two.
    is_object = graphic.tag == w.OBJECT
    if is_object:
        losses.add(EMBEDDED_OBJECT)
    waiting = [graphic]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag == w.TEXT_BOX:
            boxes.append(element)
            continue
        if tag == w.ALTERNATE_CONTENT:
            branch = chosen(element)
            waiting.extend(() if branch is None else (branch,))
            continue
        if not is_object:
            _count(tag, losses)
        waiting.extend(reversed(element))
    return boxes


def _count(tag: str, losses: Losses) -> None:
    if tag in _IMAGES:
        losses.add(IMAGE)
    elif tag in _OBJECTS:
        losses.add(EMBEDDED_OBJECT)
