"""Where one stands in a report, for the status bar: the section's numbers and the paragraph in it. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from db.model import Content
from desktop.citations import chain, number_path
from desktop.session import Destination


@dataclass(frozen=True, slots=True)
class Standing:
    """Section path ("I.2"), the paragraph's place in the section from 1, and how many it has; 0 where unknown."""

    path: str = ""
    paragraph: int = 0
    paragraphs: int = 0


def standing(content: Content, here: Destination) -> Standing:
    """Return where `here` is. Dash items count as paragraphs of the numbered section they stand in."""
    sections = {section.id: section for section in content.sections}
    path = chain(sections, here.section_id)
    owners = _owners(content)
    owner = owners.get(here.section_id)
    blocks = [
        block.id
        for block in content.blocks
        if block.section_id is not None and owners.get(block.section_id) == owner and block.kind != "heading"
    ]
    block_id = here.place.block_id if here.place else None
    paragraph = blocks.index(block_id) + 1 if block_id in blocks else 0
    return Standing(number_path(path), paragraph, len(blocks) if owner is not None else 0)


def _owners(content: Content) -> dict[int | None, int]:
    """Return for each section the nearest one that has a citable number: itself, or one above."""
    sections = {section.id: section for section in content.sections}
    owners: dict[int | None, int] = {}
    for section in content.sections:
        numbered = [one for one in chain(sections, section.id) if any(letter.isalnum() for letter in one.number)]
        owners[section.id] = (numbered or [section])[-1].id
    return owners
