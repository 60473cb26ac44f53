"""The words of a cell with its note marks between them, for formats that can raise them."""

from __future__ import annotations

from collections.abc import Iterator

from db.export.table import ExportCell, ExportTable


def pieces(cell: ExportCell, text: str, table: ExportTable, notes: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield the words of a cell and, with True, the labels of its notes where their marks stand.

    `text` is what is shown of the cell; where that is not what is printed, marks follow it.
    """
    done = 0
    for offset, number in sorted(cell.marks) if notes else ():
        at = min(offset, len(text)) if text == cell.text else len(text)
        if text[done:at]:
            yield text[done:at], False
        yield f"[{table.notes[number].label}]", True
        done = max(done, at)
    if text[done:]:
        yield text[done:], False
