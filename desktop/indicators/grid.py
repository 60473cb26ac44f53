"""The table of what is drawn, as a Qt model; Enter on a row opens its sentence."""

from __future__ import annotations

from desktop.amounts import point_value, state_of, state_words
from desktop.indicators.changes import Row, delta_words, rate_words
from desktop.languages import tr_noop, translate
from desktop.widgets.rows import RowsTable

HEADS = (
    tr_noop("IndicatorTable", "Indicator"),
    tr_noop("IndicatorTable", "Year"),
    tr_noop("IndicatorTable", "Value"),
    tr_noop("IndicatorTable", "Unit"),
    tr_noop("IndicatorTable", "Δ"),
    tr_noop("IndicatorTable", "Δ %"),
    tr_noop("IndicatorTable", "State"),
    tr_noop("IndicatorTable", "Report"),
)
_NUMBERS = (1, 2, 4, 5)


class DrawnTable(RowsTable[Row]):
    """One line per point of the chart."""

    def __init__(self) -> None:
        super().__init__("IndicatorTable", HEADS, _NUMBERS)

    def cells(self, row: Row) -> tuple[str, ...]:
        """Return the words of a line."""
        point = row.point
        state = translate("IndicatorTable", "earlier report") if row.part == "older" else state_words(state_of(point))
        return (
            row.shown.series.name,
            str(point.year),
            point_value(point),
            row.shown.series.unit,
            delta_words(row),
            rate_words(row),
            state,
            str(point.report_year or ""),
        )

    def text(self) -> str:
        """Return the table with tabs between its columns, heads first, as one copies it."""
        return "\n".join("\t".join(line) for line in (self.heads(), *map(self.cells, self.rows)))
