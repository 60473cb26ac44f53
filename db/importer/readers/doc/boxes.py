"""Text boxes: which stretch of the text boxes' story each shape holds ([MS-DOC] 2.3.5, 2.8.32 PlcftxbxTxt)."""

from __future__ import annotations

import struct

from db.importer.readers.doc.fib import Table, WordFile
from db.importer.readers.doc.plc import read_plc

_FTXBXS_BYTES = 22


class TextBoxes:
    """The text boxes of the main text by the number of their shape; each is handed out once."""

    def __init__(self, file: WordFile) -> None:
        begin, limit = file.stories.boxes, file.stories.header_boxes
        read_to = begin
        self._boxes: dict[int, list[tuple[int, int]]] = {}
        for entry in read_plc(file.part(Table.TEXT_BOXES), _FTXBXS_BYTES)[:-1]:  # the last one is no box
            reusable, shape = struct.unpack_from("<8xH4xI", entry.data)
            start, end = begin + entry.start, begin + entry.end
            if not reusable and read_to <= start < end <= limit:
                read_to = end
                self._boxes.setdefault(shape, []).append((start, end))

    def take(self, shape: int) -> list[tuple[int, int]]:
        """Return the CPs from and to which the box of a shape reaches; empty if it has none left."""
        return self._boxes.pop(shape, [])

    def rest(self) -> list[tuple[int, int]]:
        """Return the boxes that no shape of the text asked for."""
        left = [bounds for boxes in self._boxes.values() for bounds in boxes]
        self._boxes.clear()
        return sorted(left)
