"""Shapes that float: where each is anchored and whether it is a picture ([MS-ODRAW] 2.2, [MS-DOC] 2.8.37)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.plc import read_plc

_SPA_BYTES = 26
_HEADER = struct.Struct("<HHI")
_CONTAINER = 0xF
_DRAWING_GROUP, _DRAWING, _GROUP, _SHAPE, _FSP = 0xF000, 0xF002, 0xF003, 0xF004, 0xF00A
_PICTURE_FRAME = 75
_DEEPEST = 50


@dataclass(slots=True)
class Drawing:
    """What is anchored at one place: a shape or a group of shapes."""

    shapes: list[int] = field(default_factory=list)
    pictures: int = 0


class Drawings:
    """The drawings of the main text by the CP of their anchor."""

    def __init__(self, file: WordFile) -> None:
        drawings = _drawings(file)
        self._anchored: dict[int, Drawing] = {}
        for entry in read_plc(file.part(Table.SHAPES), _SPA_BYTES):
            (shape,) = struct.unpack_from("<I", entry.data)
            self._anchored[entry.start] = drawings.pop(shape) if shape in drawings else Drawing([shape])

    def at(self, cp: int) -> Drawing | None:
        """Return what is anchored at a CP."""
        return self._anchored.get(cp)


def _drawings(file: WordFile) -> dict[int, Drawing]:
    """Return the drawings by the number of their outermost shape (OfficeArtContent, [MS-DOC] 2.9.172)."""
    art = file.part(Table.DRAWINGS)
    found: dict[int, Drawing] = {}
    at = 0
    while at + _HEADER.size <= len(art):
        _, kind, size = _HEADER.unpack_from(art, at)
        inside, end = at + _HEADER.size, at + _HEADER.size + size
        if kind == _DRAWING:
            for part, start, stop in _records(art, inside, end):
                if part == _GROUP:
                    _collect(art, start, stop, found)
        elif kind != _DRAWING_GROUP:
            break
        at = end + 1  # the byte before a drawing tells the main text's from the headers'
    return found


def _collect(art: bytes, start: int, end: int, found: dict[int, Drawing]) -> None:
    """Add what the outermost group of a drawing holds; its own shape only stands for the page."""
    for record in _records(art, start, end)[1:]:
        drawing = Drawing()
        waiting = [(*record, 0)]
        while waiting:
            kind, inside, stop, depth = waiting.pop()
            if kind == _GROUP and depth < _DEEPEST:
                waiting.extend((*one, depth + 1) for one in reversed(_records(art, inside, stop)))
            elif kind == _SHAPE:
                _add_shape(art, inside, stop, drawing)
        if drawing.shapes:
            found.setdefault(drawing.shapes[0], drawing)


def _add_shape(art: bytes, start: int, end: int, drawing: Drawing) -> None:
    for kind, inside, stop in _records(art, start, end):
        if kind == _FSP and stop - inside >= 4:
            drawing.shapes.append(struct.unpack_from("<I", art, inside)[0])
            drawing.pictures += struct.unpack_from("<H", art, inside - _HEADER.size)[0] >> 4 == _PICTURE_FRAME


def _records(art: bytes, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return kind, beginning and end of the records that stand in a stretch of bytes."""
    found = []
    end = min(end, len(art))
    while start + _HEADER.size <= end:
        _, kind, size = _HEADER.unpack_from(art, start)
        inside = start + _HEADER.size
        found.append((kind, inside, min(inside + size, end)))
        start = inside + size
    return found
