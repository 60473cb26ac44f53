"""Series on their way out as an index: its base stands in the caption, in the unit, and as a remark with its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from db.export.cells import counted_number
from db.export.table import ExportTable
from db.export.words import words
from db.indicators.indices import as_index, unit_of
from db.model import Series
from db.vietnamese.writing import with_unit


class Indexed:
    """Series with their value of the year `base` as 100; those that cannot be are left out, and named."""

    def __init__(self, series: Sequence[Series], base: int, report_years: Mapping[int, int]) -> None:
        self._base = base
        pairs = [(one, as_index(one, base, report_years)) for one in series]
        self._starts = [(one, found[1]) for one, found in pairs if found is not None]
        self._without = [one.name for one, found in pairs if found is None]
        self.series = [found[0] for _, found in pairs if found is not None]

    def account(self, table: ExportTable, language: str) -> ExportTable:
        """Return the table of the index with what one has to know of it."""
        remarks = []
        for one, start in self._starts:
            value = with_unit(counted_number(start.value).text, one.unit)
            name = f"{one.name}: " if len(self._starts) > 1 else ""
            remarks.append(name + words("index_note", language, year=self._base, value=value))
        if self._without:
            remarks.append(words("no_index", language, value="; ".join(self._without)))
        of = words("index_of", language, base=unit_of(self._base))
        return replace(table, caption=f"{table.caption} ({of})", remarks=(*table.remarks, *remarks))
