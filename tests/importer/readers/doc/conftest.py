"""Small Word 97 files, made in the test that reads them: a FIB, a text, property pages, tables, in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.importer.document import Document, Grid, Paragraph
from db.importer.readers.doc import DocReader
from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_SMALLEST_STREAM = 4096  # below it a stream would have to stand in the mini stream
_TEXT_AT = 2048
_STORIES = ("main", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")


def sprm(number: int, operand: int | bytes = 1) -> bytes:
    """Return a property modifier; a number becomes an operand of the size that the modifier has."""
    size = (1, 1, 2, 4, 2, 2, 0, 3)[number >> 13]
    value = operand.to_bytes(size, "little") if isinstance(operand, int) else operand
    if number >> 13 != 6:
        return struct.pack("<H", number) + value
    length = struct.pack("<H", len(value) + 1) if number == Sprm.T_DEF_TABLE else bytes((len(value),))
    return struct.pack("<H", number) + length + value


def plc(positions: list[int], *things: bytes) -> bytes:
    return struct.pack(f"<{len(positions)}I", *positions) + b"".join(things)


@dataclass(frozen=True)
class Run:
    text: str
    letters: bytes = b""


@dataclass
class Word97:
    """Collects paragraphs of the stories, and writes them as Word does."""

    folder: Path
    nfib: int = 0x00C1
    flags: int = 0x0200
    magic: int = 0xA5EC
    lid: int = 0x0409
    pairs: int = 93
    narrow: str = ""
    prm: int = 0
    fast_saved: bytes = b""
    data: bytes = b""
    tables: dict[Table, bytes] = field(default_factory=dict)
    streams: dict[str, bytes] = field(default_factory=dict)
    inside: dict[int, bytes] = field(default_factory=dict)
    _units: dict[str, list[tuple[str, bytes]]] = field(default_factory=lambda: {name: [] for name in _STORIES})
    _ends: dict[str, list[tuple[int, int, bytes]]] = field(default_factory=lambda: {name: [] for name in _STORIES})

    def length(self, story: str = "main") -> int:
        """Return the CP at which the next character of a story will stand, counted from its beginning."""
        return sum(len(text.encode("utf-16-le", "surrogatepass")) // 2 for text, _ in self._units[story])

    def paragraph(
        self,
        *runs: str | Run,
        istd: int = 0,
        properties: bytes = b"",
        mark: str = "\r",
        mark_letters: bytes = b"",
        story: str = "main",
    ) -> None:
        for each in (*runs, Run(mark, mark_letters)):
            run = each if isinstance(each, Run) else Run(each)
            self._units[story].append((run.text, run.letters))
        self._ends[story].append((self.length(story), istd, properties))

    def cell(self, text: str, properties: bytes = b"") -> None:
        self.paragraph(text, properties=sprm(Sprm.P_F_IN_TABLE) + properties, mark="\x07")

    def row_end(self, row: bytes, mark_letters: bytes = b"") -> None:
        properties = sprm(Sprm.P_F_IN_TABLE) + sprm(Sprm.P_F_TTP) + row
        self.paragraph(properties=properties, mark="\x07", mark_letters=mark_letters)

    def row(self, *cells: str, edges: list[int], flags: list[int] | None = None, more: bytes = b"") -> None:
        """Add a row whose cells lie between `edges`; `flags` are the first words of their TCs."""
        for text in cells:
            self.cell(text)
        self.row_end(definition(edges, flags or [0] * len(cells)) + more)

    def note(self, kind: str, text: str, *, index: int = 1) -> None:
        """Say that the next character of the main text is the mark of a note with this text."""
        marks, texts = {
            "footnotes": (Table.FOOTNOTE_MARKS, Table.FOOTNOTE_TEXTS),
            "endnotes": (Table.ENDNOTE_MARKS, Table.ENDNOTE_TEXTS),
        }[kind]
        self.tables[marks] = self.tables.get(marks, b"") + struct.pack("<IH", self.length(), index)
        self.tables[texts] = self.tables.get(texts, b"") + struct.pack("<I", self.length(kind))
        for line in text.split("\r"):
            self.paragraph(line, story=kind)

    def read(self) -> Document:
        return DocReader().read(self.save())

    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.read().blocks if isinstance(block, Paragraph)]

    def grids(self) -> list[Grid]:
        return [block for block in self.read().blocks if isinstance(block, Grid)]

    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs())

    def losses(self) -> dict[str, int]:
        return {loss.code: loss.count for loss in self.read().losses}

    def save(self, name: str = "report.doc") -> Path:
        path = self.folder / name
        path.write_bytes(compound_file(self._streams()))
        return path

    def _streams(self) -> dict[str, bytes]:
        units = [unit for name in _STORIES for unit in self._units[name]]
        text = "".join(text for text, _ in units)
        width = 1 if self.narrow else 2
        encoded = text.encode(self.narrow or "utf-16-le", "surrogatepass" if width == 2 else "strict")
        body = bytearray(encoded)
        body += bytes(-len(body) % _SECTOR)
        tables = {**self.tables, **self._notes()}
        place, runs, letters = _TEXT_AT, [], []
        for one, said in units:
            runs.append(
                (
                    place,
                    place + len(one.encode(self.narrow or "utf-16-le", "strict" if self.narrow else "surrogatepass")),
                    said,
                )
            )
            place = runs[-1][1]
        tables[Table.CHARACTER_PAGES] = self._pages(body, [(a, b, bytes((len(c),)) + c) for a, b, c in runs], 1)
        place, base = _TEXT_AT, 0
        for name in _STORIES:
            for end, istd, said in self._ends[name]:
                stop = _TEXT_AT + width * (base + end)
                papx = struct.pack("<H", istd) + said
                papx += bytes(len(papx) % 2)
                letters.append((place, stop, bytes((0, len(papx) // 2)) + papx))
                place = stop
            base += self.length(name)
        tables[Table.PARAGRAPH_PAGES] = self._pages(body, letters, 13)
        length = len(encoded) // width
        fc = _TEXT_AT * 2 | 0x40000000 if self.narrow else _TEXT_AT
        pieces = plc([0, length], struct.pack("<HIH", 0, fc, self.prm))
        changes = b"\x01" + struct.pack("<H", len(self.fast_saved)) + self.fast_saved if self.fast_saved else b""
        tables[Table.PIECES] = changes + b"\x02" + struct.pack("<I", len(pieces)) + pieces
        return {**self._word_and_table(bytes(body), tables), **self.streams}

    def _notes(self) -> dict[Table, bytes]:
        """Turn what `note` collected, pair by pair, into PLCs: all positions first."""
        found = {}
        for marks, texts, story in (
            (Table.FOOTNOTE_MARKS, Table.FOOTNOTE_TEXTS, "footnotes"),
            (Table.ENDNOTE_MARKS, Table.ENDNOTE_TEXTS, "endnotes"),
        ):
            if marks not in self.tables:
                continue
            pairs = list(struct.iter_unpack("<IH", self.tables[marks]))
            found[marks] = plc([cp for cp, _ in pairs] + [self.length()], *(struct.pack("<H", i) for _, i in pairs))
            end = self.length(story)
            found[texts] = self.tables[texts] + struct.pack("<II", end, end + 1)
        return found

    def _pages(self, body: bytearray, stretches: list[tuple[int, int, bytes]], entry: int) -> bytes:
        """Write a page of properties for each stretch, and return the table of pages."""
        numbers = []
        for start, end, said in stretches:
            numbers.append((_TEXT_AT + len(body)) // _SECTOR)
            at = 2 * ((8 + entry + 1) // 2)
            page = struct.pack("<II", start, end) + bytes((at // 2,))
            page = page.ljust(at, b"\0") + said
            body += page.ljust(_SECTOR - 1, b"\0") + b"\x01"
        starts = [start for start, _, _ in stretches]
        return plc([*starts, stretches[-1][1]], *(struct.pack("<I", number) for number in numbers))

    def _word_and_table(self, body: bytes, tables: dict[Table, bytes]) -> dict[str, bytes]:
        table = bytearray(b"\0" * 16)
        pairs = [(0, 0)] * self.pairs
        for which, content in tables.items():
            pairs[which] = (len(table), len(content))
            table += content
        counts = [self.length(name) for name in _STORIES]
        fib = struct.pack("<HHHHHH", self.magic, self.nfib, 0, self.lid, 0, self.flags).ljust(32, b"\0")
        fib += struct.pack("<H", 14) + bytes(28)
        fib += struct.pack("<H", 22) + struct.pack("<3i8i11i", 0, 0, 0, *counts, *[0] * 11)
        fib += struct.pack("<H", len(pairs)) + b"".join(struct.pack("<II", *pair) for pair in pairs)
        word = bytearray(fib.ljust(_TEXT_AT, b"\0") + body)
        for at, content in self.inside.items():
            word[at : at + len(content)] = content
        streams = {"WordDocument": bytes(word), "1Table": bytes(table)}
        return {**streams, "Data": self.data} if self.data else streams


def definition(edges: list[int], flags: list[int]) -> bytes:
    """Return a sprmTDefTable."""
    cells = b"".join(struct.pack("<H", flag) + bytes(18) for flag in flags)
    return sprm(Sprm.T_DEF_TABLE, bytes((len(flags),)) + struct.pack(f"<{len(edges)}h", *edges) + cells)


def compound_file(streams: dict[str, bytes]) -> bytes:
    """Write a compound file of version 3 with its streams at the root, none of them small."""
    sectors: list[bytes] = []
    chains: list[int] = []

    def add(content: bytes) -> int:
        start = len(sectors)
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        sectors.extend(pieces)
        chains.extend([*range(start + 1, start + len(pieces)), _END])
        return start

    padded = {name: content.ljust(_SMALLEST_STREAM, b"\0") for name, content in streams.items()}
    starts = {name: add(content) for name, content in padded.items()}
    names = list(padded)
    entries = [_directory_entry("Root Entry", 5, child=1 if names else _FREE, start=_END, size=0)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else _FREE
        entries.append(_directory_entry(name, 2, right=right, start=starts[name], size=len(padded[name])))
    while len(entries) % 4:
        entries.append(bytes(68) + struct.pack("<III", _FREE, _FREE, _FREE) + bytes(48))
    directory = add(b"".join(entries))
    fat_sectors = -(-(len(sectors) + 8) // 128)
    fat_at = len(sectors)
    chains += [_FAT] * fat_sectors
    chains += [_FREE] * (fat_sectors * 128 - len(chains))
    fat = struct.pack(f"<{len(chains)}I", *chains)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, directory, 0, 4096, _END, 0, _END, 0)
    listed = [*range(fat_at, fat_at + fat_sectors)]
    header += struct.pack("<109I", *listed, *[_FREE] * (109 - len(listed)))
    return header + b"".join(sectors) + fat


def _directory_entry(name: str, kind: int, *, child: int = _FREE, right: int = _FREE, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    entry += struct.pack("<III", _FREE, right, child) + bytes(36)
    return entry + struct.pack("<IQ", start, size)


@pytest.fixture
def word(tmp_path: Path) -> Word97:
    return Word97(tmp_path)


@pytest.fixture(name="definition")
def _definition() -> Callable[[list[int], list[int]], bytes]:
    """Return what makes a sprmTDefTable of edges and of the first words of the TCs."""
    return definition


@pytest.fixture
def run() -> type[Run]:
    """Return what makes a run of a paragraph: its text and the modifiers of its letters."""
    return Run
