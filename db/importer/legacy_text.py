"""Text without fonts in an encoding older than Unicode: converted whole, and told to the user with a sample."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from db.importer.document import Document, Grid, GridCell, Loss, NoteMark, Paragraph
from db.model import Emphasis
from db.vietnamese.legacy import Encoding, decode, detect, has_unicode_letter, unknown_letters, windows_characters

CONVERTED, UNKNOWN_LETTER = "TBC-418", "TBC-411"
_SAMPLE = 60_000
_SHOWN = 40
_TELLING = 3  # as many words show what was done
_FEWEST_MARKS = 4  # with fewer nothing could be told
_BY_PARAGRAPH = (Encoding.TCVN3, Encoding.VNI)


def restored(document: Document) -> Document:
    """Return the document in Unicode and say so, where all of it is in an older encoding, or whole paragraphs are.

    The document itself where nothing is. Single paragraphs are looked at only in a report that is Vietnamese anyway.
    """
    text = sample_of(document)
    encoding = detect(text)
    if encoding is None and not has_unicode_letter(text):
        return document
    convert = _Converter(encoding)
    blocks = tuple(convert.part(part) for part in document.blocks)
    notes = tuple(replace(note, text=convert.text(note.text)) for note in document.notes)
    losses = convert.losses()
    return replace(document, blocks=blocks, notes=notes, losses=(*document.losses, *losses)) if losses else document


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
    pairs = [(old, new) for old, new in zip(before.split("\n"), after.split("\n"), strict=False) if new != old]
    if not pairs:
        return f"{source} → Unicode"
    old, new = next((pair for pair in pairs if len(pair[1].split()) >= _TELLING), pairs[0])
    return f"{source} → Unicode: “{_head(old)}” → “{_head(new)}”"


def _head(line: str) -> str:
    words = " ".join(line.split(" ")).strip()
    if len(words) <= _SHOWN:
        return words
    return words[:_SHOWN].rpartition(" ")[0] + " …"


class _Converter:
    """Converts the texts of one document and keeps what they were and are.

    Without an encoding of the whole each text is asked for its own.
    """

    def __init__(self, encoding: Encoding | None) -> None:
        self._encoding = encoding
        self._turned: dict[Encoding, list[tuple[str, str]]] = {}

    def losses(self) -> tuple[Loss, ...]:
        """Return what to tell of the texts that were converted."""
        return tuple(
            loss
            for encoding, texts in self._turned.items()
            for loss in losses_of("\n".join(old for old, _ in texts), "\n".join(new for _, new in texts), str(encoding))
        )

    def text(self, text: str) -> str:
        encoding = self._encoding_of(text)
        if encoding is None or not text or (text.isascii() and encoding is not Encoding.VIQR):
            return text
        new = decode(text, encoding)
        if new != text:
            self._turned.setdefault(encoding, []).append((text, new))
        return new

    def _encoding_of(self, text: str) -> Encoding | None:
        if has_unicode_letter(text):
            return None
        if self._encoding or text.isascii():
            return self._encoding
        marks = len(text) - len(text.encode("ascii", "ignore"))
        own = detect(text) if marks >= _FEWEST_MARKS else None
        return own if own in _BY_PARAGRAPH else None

    def part(self, part: Paragraph | Grid) -> Paragraph | Grid:
        if isinstance(part, Grid):
            return replace(part, cells=tuple(self._cell(cell) for cell in part.cells))
        text = self.text(part.text)
        if text == part.text:
            return replace(part, marker=self.text(part.marker)) if part.marker else part
        at = self._offsets(part.text)
        emphasis = tuple(Emphasis(at(span.start), at(span.end), span.style) for span in part.emphasis)
        marks = tuple(NoteMark(at(mark.offset), mark.key) for mark in part.marks)
        return replace(part, text=text, marker=self.text(part.marker), marks=marks, emphasis=emphasis)

    def _cell(self, cell: GridCell) -> GridCell:
        text = self.text(cell.text)
        if text == cell.text:
            return cell
        at = self._offsets(cell.text)
        marks = tuple(NoteMark(at(mark.offset), mark.key) for mark in cell.marks)
        return replace(cell, text=text, marks=marks, title=self.text(cell.title))

    def _offsets(self, text: str) -> Callable[[int], int]:
        """Return where an offset of the old text lies in the new: marks of letters may have gone before it."""
        encoding = self._encoding_of(text)
        assert encoding is not None
        # A letter behind the offset keeps a last sign from ending a line.
        return lambda offset: len(decode(text[:offset] + "x", encoding)) - 1


def _texts(document: Document) -> Iterable[str]:
    for part in document.blocks:
        if isinstance(part, Paragraph):
            yield part.text
        else:
            yield from (cell.text for cell in part.cells)
