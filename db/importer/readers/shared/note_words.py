"""The words of a note, as one text."""

from __future__ import annotations

from collections.abc import Iterable

from db.importer.document import Grid, Paragraph
from db.importer.readers.shared.cells import joined


def words_of(blocks: Iterable[Paragraph | Grid]) -> str:
    """Return the words of a note, a newline between its paragraphs; a table becomes lines of cells with tabs."""
    pieces: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append(cell.text)
            pieces.extend("\t".join(row) for row in rows.values())
        else:
            pieces.append(joined([block]).text)
    return "\n".join(pieces).strip()
