"""Text without fonts in an encoding older than Unicode: converted whole, and told to the user with a sample."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from db.importer.document import Document, Grid, GridCell, Loss, NoteMark, Paragraph
from db.model import Emphasis
from db.vietnamese.legacy import Encoding, decode, detect, unknown_letters, windows_characters

CONVERTED, UNKNOWN_LETTER = "TBC-418", "TBC-411"
_SAMPLE = 60_000
_SHOWN = 40


def restored(document: Document) -> Document:
    """Return the document in Unicode if all of it is in an older encoding, and say so; else the document itself."""
    encoding = detect(sample_of(document))
    if encoding is None:
        return document
    convert = _Converter(encoding)
    blocks = tuple(convert.part(part) for part in document.blocks)
    notes = tuple(replace(note, text=convert.text(note.text)) for note in document.notes)
    losses = losses_of("\n".join(convert.before), "\n".join(convert.after), str(encoding))
    return replace(document, blocks=blocks, notes=notes, losses=(*document.losses, *losses))


def sample_of(document: Document) -> str:
    """Return the first words of a document, enough to tell their language and encoding."""
    pieces: list[str] = []
    length = 0
    for text in chain(_texts(document), (note.text for note in document.notes)):
        pieces.append(text)
        length += len(text)
        if length > _SAMPLE:
            break
    return "\n".join(pieces)


def converted_text(data: bytes | str, encoding: Encoding) -> tuple[str, tuple[Loss, ...]]:
    """Return text in Unicode and what to tell of it: how many letters were turned, which are not of `encoding`."""
    text = decode(data, encoding)
    before = windows_characters(data) if isinstance(data, bytes) else data
    return text, losses_of(before, text, str(encoding))


def losses_of(before: str, after: str, source: str) -> tuple[Loss, ...]:
    """Return what to tell of a conversion; `source` names the encoding, and the font if there is one."""
    unknown = unknown_letters(after)
    count = sum(not char.isascii() and char.isalpha() for char in after)
    turned = Loss(CONVERTED, count, sample(before, after, source))
    if not unknown:
        return (turned,)
    return turned, Loss(UNKNOWN_LETTER, sum(char in unknown for char in after), f"{source}: {unknown[:_SHOWN]}")


def sample(before: str, after: str, source: str) -> str:
    """Return a short proof of a conversion for the eye: "TCVN3 → Unicode: “Tæng céng” → “Tổng cộng”"."""
    for old, new in zip(before.split("\n"), after.split("\n"), strict=False):
        if not new.isascii():
            return f"{source} → Unicode: “{_head(old)}” → “{_head(new)}”"
    return f"{source} → Unicode"


def _head(line: str) -> str:
    words = " ".join(line.split(" ")).strip()
    if len(words) <= _SHOWN:
        return words
    return words[:_SHOWN].rpartition(" ")[0] + " …"


class _Converter:
    """Converts the texts of one document and keeps what they were and are."""

    def __init__(self, encoding: Encoding) -> None:
        self._encoding = encoding
        self.before: list[str] = []
        self.after: list[str] = []

    def text(self, text: str) -> str:
        if text.isascii() and self._encoding is not Encoding.VIQR:
            return text
        new = decode(text, self._encoding)
        self.before.append(text)
        self.after.append(new)
        return new

    def part(self, part: Paragraph | Grid) -> Paragraph | Grid:
        if isinstance(part, Grid):
            return replace(part, cells=tuple(self._cell(cell) for cell in part.cells))
        emphasis = tuple(
            Emphasis(self._at(part.text, span.start), self._at(part.text, span.end), span.style)
            for span in part.emphasis
        )
        marks = self._marks(part.text, part.marks)
        return replace(part, text=self.text(part.text), marker=self.text(part.marker), marks=marks, emphasis=emphasis)

    def _cell(self, cell: GridCell) -> GridCell:
        title = decode(cell.title, self._encoding) if cell.title else ""
        return replace(cell, text=self.text(cell.text), marks=self._marks(cell.text, cell.marks), title=title)

    def _marks(self, text: str, marks: Iterable[NoteMark]) -> tuple[NoteMark, ...]:
        return tuple(NoteMark(self._at(text, mark.offset), mark.key) for mark in marks)

    def _at(self, text: str, offset: int) -> int:
        """Where an offset of the old text lies in the new; a letter behind it keeps a last sign from ending a line."""
        return len(decode(text[:offset] + "x", self._encoding)) - 1


def _texts(document: Document) -> Iterable[str]:
    for part in document.blocks:
        if isinstance(part, Paragraph):
            yield part.text
        else:
            yield from (cell.text for cell in part.cells)
