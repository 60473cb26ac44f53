"""A sheet: headings and rows on their way out to a file, and the line that says where they come from."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to export.

    `widths` are of the columns, in characters. A value of type str stays text whatever
    it looks like (07, 27-NQ/TU, =1+1); int and float are written as true numbers.
    `sources` are lines below the table: report, file, sha-256, date of the export.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    sources: tuple[str, ...] = ()
