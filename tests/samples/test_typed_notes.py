"""A sample whose notes were typed by hand: the same notes stand in the same places."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resources
from db.importer.assemble import content_of
from db.importer.cleaning import clean
from db.importer.document import Document, Grid, GridCell, Paragraph
from db.importer.readers import reader_for
from db.model import Content

SAMPLES = [
    "samples/bao-cao-mau-quang-nam-2021.docx",
    "samples/bao-cao-mau-quang-nam-2022.docx",
    "samples/bao-cao-mau-quang-nam-2023.txt",
    "samples/bao-cao-mau-quang-nam-2024.docx",
]
SIGNS = {"paren": "({})", "square": "[{}]", "half": "{})", "raised": "{}"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(name: str) -> Document:
    path = resources.path(name)
    document = clean(reader_for(path).read(path))
    plain = (replace(part, emphasis=()) if isinstance(part, Paragraph) else part for part in document.blocks)
    return replace(document, blocks=tuple(plain))


class Typist:
    """Types the marks of a document into its text, in order, and its notes below it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.keys: list[str] = []

    def sign(self, number: int) -> str:
        sign = SIGNS[self.kind].format(number)
        return sign.translate(RAISED) if self.kind == "raised" else sign

    def typed(self, document: Document) -> Document:
        blocks = [self._part(part) for part in document.blocks]
        texts = {note.key: note.text.replace("\n", " ") for note in document.notes}
        notes = [Paragraph(f"{self.sign(n)} {texts[key]}") for n, key in enumerate(self.keys, start=1)]
        return replace(document, blocks=(*blocks, *notes), notes=())

    def _part(self, part: Paragraph | Grid) -> Paragraph | Grid:
        if isinstance(part, Grid):
            return replace(part, cells=tuple(self._marked(cell) for cell in part.cells))
        return self._marked(part)

    def _marked(self, owner: Paragraph | GridCell) -> Paragraph | GridCell:
        text, at = "", 0
        for mark in sorted(owner.marks, key=lambda mark: mark.offset):
            self.keys.append(mark.key)
            text += owner.text[at : mark.offset] + self.sign(len(self.keys))
            at = mark.offset
        return replace(owner, text=text + owner.text[at:], marks=())


@pytest.mark.parametrize("kind", SIGNS)
@pytest.mark.parametrize("name", SAMPLES)
def test_notes_typed_by_hand_are_those_of_the_report(name: str, kind: str) -> None:
    document = read(name)
    wanted = content_of(document, "bao-cao.docx")
    typist = Typist(kind)
    found = content_of(typist.typed(document), "bao-cao.docx")
    assert len(found.notes) > 10
    assert [note.label for note in found.notes] == [
        SIGNS[kind].format(number) for number in range(1, len(found.notes) + 1)
    ]
    assert _calls(found) == _calls(wanted)
    assert [block.text for block in found.blocks] == [block.text for block in wanted.blocks]
    assert found.sections == wanted.sections


def _calls(content: Content) -> list[tuple[int, int, str]]:
    """Where each note is called, and its words."""
    texts = {note.id: " ".join(note.text.split()) for note in content.notes}
    return [(block.id, mark.offset, texts[mark.note_id]) for block in content.blocks for mark in block.marks]
