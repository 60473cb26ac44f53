"""Markdown: tables that read well as they are and on any page that shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from db.export.accounts import caveats, source_lines
from db.export.layouts import captions_of
from db.export.looks import shown
from db.export.marked import pieces
from db.export.options import ExportOptions
from db.export.table import ExportCell, ExportTable

_SIGNS = re.compile(r"([\\`*_\[\]|~$#])")
_LINE_SIGNS = re.compile(r"^(\s*)([-+>=]|\d+(?=[.)]))", re.MULTILINE)


class Markdown:
    """Writes tables one below the other; a head of several rows becomes one, as Markdown has it."""

    name = "Markdown"
    suffix = ".md"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        with file.open("w", encoding="utf-8", newline="\n") as out:
            done = 0
            for at, table in enumerate(tables):
                out.write(("\n" if at else "") + "\n".join(_lines(table, options)) + "\n")
                done += len(table.rows)
                yield done
            if options.sources:
                out.writelines(f"\n{_plain(line)}\n" for line in caveats(tables, options))


def _lines(table: ExportTable, options: ExportOptions) -> Iterator[str]:
    yield f"## {_plain(table.caption or table.name)}"
    yield ""
    yield _row(_inside(text) for text in captions_of(table))
    yield _row("---:" if _counts(table, col) else "---" for col in range(table.cols))
    for row in table.rows:
        yield _row(_cell(cell, table, options) for cell in row)
    notes = [f"[{note.label}] {note.text}" for note in table.notes] if options.notes else []
    for line in (*notes, *source_lines(table, options)):
        yield ""
        yield _plain(line)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: ExportCell, table: ExportTable, options: ExportOptions) -> str:
    text = shown(cell, options.numbers)
    return "".join(
        f"<sup>{_inside(piece)}</sup>" if above else _inside(piece)
        for piece, above in pieces(cell, text, table, options.notes)
    )


def _inside(text: str) -> str:
    return _escaped(text).replace("\t", "&#9;").replace("\n", "<br>")


def _plain(text: str) -> str:
    return _LINE_SIGNS.sub(r"\1\\\2", _escaped(" ".join(text.split())))


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def _counts(table: ExportTable, col: int) -> bool:
    kinds = [row[col].kind for row in table.rows]
    return kinds.count("number") * 2 > len(kinds) - kinds.count("blank") - kinds.count("covered")
