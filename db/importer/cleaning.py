"""Brings a document's letters into one form and moves marks and emphasis along.

What is done: NFC; every Unicode space becomes a space; characters that print
nothing go; the look-alikes ƣ and Ð of Vietnamese text become ư and Đ; the ends of
a text are trimmed. Nothing else is changed, and what was changed is counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from db.importer.document import Document, Grid, GridCell, Loss, NoteMark, NoteText, Paragraph
from db.model import Emphasis

COMPOSED, LOOKALIKE, INVISIBLE = "TBC-413", "TBC-414", "TBC-415"
_LOOKALIKES = {"ƣ": "ư", "Ƣ": "Ư", "Ð": "Đ"}
_SPACES = {"\t": "\t", "\n": "\n"} | dict.fromkeys("\u2028\u2029\u0085\r\v\f", "\n")
_INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
# They join or turn letters of other scripts, so they go only where the text is Vietnamese.
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
# All that `_kept` may change; most texts hold none of it, and are as they are.
_CHANGED = re.compile(
    f"[{''.join(_LOOKALIKES)}{''.join(_JOINERS | _INVISIBLE)}\u2028\u2029"
    "\x00-\x08\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_LETTERS = frozenset("ăâđêôơưĂÂĐÊÔƠƯ")
_SHARE = 0.05  # Vietnamese prose has about a quarter of such letters; names in foreign text far fewer


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and, for every offset of the old one, the offset in the new."""

    text: str
    offsets: tuple[int, ...] | None  # None: nothing moved

    def at(self, offset: int) -> int:
        """Where `offset` of the old text lies in the new one."""
        if self.offsets is None:
            return min(offset, len(self.text))
        return self.offsets[min(offset, len(self.offsets) - 1)]


def clean(document: Document) -> Document:
    """Return the document with every text cleaned; the counts are added to its losses."""
    vietnamese = is_vietnamese(chain.from_iterable(_texts(document)))
    counts: Counter[str] = Counter()
    blocks = tuple(
        _paragraph(block, vietnamese, counts) if isinstance(block, Paragraph) else _grid(block, vietnamese, counts)
        for block in document.blocks
    )
    notes = tuple(_note(note, vietnamese, counts) for note in document.notes)
    losses = tuple(Loss(code, counts[code]) for code in (COMPOSED, LOOKALIKE, INVISIBLE) if counts[code])
    return replace(document, blocks=blocks, notes=notes, losses=document.losses + losses)


def is_vietnamese(texts: Iterable[str]) -> bool:
    """Whether the letters of `texts` are those of Vietnamese prose."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(unicodedata.normalize("NFC", text))
    letters = sum(count for char, count in counts.items() if char.isalpha())
    special = sum(count for char, count in counts.items() if char in _LETTERS or "\u1ea0" <= char <= "\u1ef9")
    return special > letters * _SHARE


def cleaned(text: str, vietnamese: bool, counts: Counter[str]) -> Cleaned:
    """Clean one text; adds to `counts` under the codes of this module."""
    if not _CHANGED.search(text) and unicodedata.is_normalized("NFC", text):
        return _trimmed(text, None)
    kept = [_kept(char, vietnamese, counts) for char in text]
    plain = "".join(kept)
    offsets = None if len(plain) == len(text) else _starts(kept)
    if unicodedata.is_normalized("NFC", plain):
        return _trimmed(plain, offsets)
    clusters = _clusters(plain)
    composed = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
    inner = _spread(clusters, composed)
    counts[COMPOSED] += sum(map(_combining, clusters)) - sum(map(_combining, composed))
    moved = inner if offsets is None else tuple(inner[offset] for offset in offsets)
    return _trimmed("".join(composed), moved)


def _texts(document: Document) -> Iterable[Iterable[str]]:
    for block in document.blocks:
        yield [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
    yield [note.text for note in document.notes]


def _kept(char: str, vietnamese: bool, counts: Counter[str]) -> str:
    """What remains of one character: itself, a space, its right form, or nothing."""
    if char.isalnum() and char not in _LOOKALIKES:
        return char
    if vietnamese and char in _LOOKALIKES:
        counts[LOOKALIKE] += 1
        return _LOOKALIKES[char]
    if char in _SPACES:
        return _SPACES[char]
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category == "Cc" or char in _INVISIBLE or (vietnamese and char in _JOINERS):
        counts[INVISIBLE] += 1
        return ""
    return char


def _combining(text: str) -> int:
    return sum(unicodedata.combining(char) != 0 for char in text)


def _starts(parts: list[str]) -> tuple[int, ...]:
    """The offset at which each part starts, and the end of the last."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return tuple(starts)


def _clusters(text: str) -> list[str]:
    """Cut `text` where nothing composes over the cut."""
    clusters: list[str] = []
    for char in text:
        if clusters and not char.isascii() and not _parts(clusters[-1], char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


def _parts(before: str, char: str) -> bool:
    if unicodedata.combining(char):
        return False
    normal = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", before + char) == normal


def _spread(clusters: list[str], composed: list[str]) -> tuple[int, ...]:
    """Offsets of the old text in the new: inside a cluster those behind its base go to its end."""
    offsets: list[int] = []
    at = 0
    for old, new in zip(clusters, composed, strict=True):
        offsets.append(at)
        at += len(new)
        offsets.extend([at] * (len(old) - 1))
    return (*offsets, at)


def _trimmed(text: str, offsets: tuple[int, ...] | None) -> Cleaned:
    stripped = text.strip()
    lead = len(text) - len(text.lstrip()) if stripped else 0
    if lead == 0:
        return Cleaned(stripped, offsets and tuple(min(offset, len(stripped)) for offset in offsets))
    old = offsets if offsets is not None else tuple(range(len(text) + 1))
    return Cleaned(stripped, tuple(min(max(offset - lead, 0), len(stripped)) for offset in old))


def _marks(marks: tuple[NoteMark, ...], new: Cleaned) -> tuple[NoteMark, ...]:
    return tuple(NoteMark(new.at(mark.offset), mark.key) for mark in marks)


def _emphasis(spans: tuple[Emphasis, ...], new: Cleaned) -> tuple[Emphasis, ...]:
    moved = (Emphasis(new.at(span.start), new.at(span.end), span.style) for span in spans)
    return tuple(span for span in moved if span.start < span.end)


def _paragraph(paragraph: Paragraph, vietnamese: bool, counts: Counter[str]) -> Paragraph:
    new = cleaned(paragraph.text, vietnamese, counts)
    return replace(
        paragraph,
        text=new.text,
        marks=_marks(paragraph.marks, new),
        emphasis=_emphasis(paragraph.emphasis, new),
        marker=cleaned(paragraph.marker, vietnamese, counts).text,
    )


def _grid(grid: Grid, vietnamese: bool, counts: Counter[str]) -> Grid:
    return replace(grid, cells=tuple(_cell(cell, vietnamese, counts) for cell in grid.cells))


def _cell(cell: GridCell, vietnamese: bool, counts: Counter[str]) -> GridCell:
    new = cleaned(cell.text, vietnamese, counts)
    title = " ".join(cleaned(cell.title, vietnamese, Counter()).text.split())
    return replace(cell, text=new.text, marks=_marks(cell.marks, new), title=title)


def _note(note: NoteText, vietnamese: bool, counts: Counter[str]) -> NoteText:
    return replace(note, text=cleaned(note.text, vietnamese, counts).text)
