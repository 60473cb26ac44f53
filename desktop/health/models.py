"""The tables of the health page as Qt models."""

from __future__ import annotations

from collections.abc import Sequence

from db.vietnamese.writing import written
from desktop.health.counting import Item, ReportHealth
from desktop.languages import tr_noop, translate
from desktop.widgets.rows import RowsList, RowsTable

HEADS = (
    tr_noop("Health", "Report"),
    tr_noop("Health", "Issuer"),
    tr_noop("Health", "Sections"),
    tr_noop("Health", "Notes with their mark"),
    tr_noop("Health", "Tables"),
    tr_noop("Health", "Figures"),
    tr_noop("Health", "Numbers used"),
    tr_noop("Health", "To look at"),
)


class ReportsModel(RowsTable[ReportHealth | int]):
    """One line per report, and one per missing year."""

    def __init__(self) -> None:
        super().__init__("Health", HEADS, range(2, len(HEADS)))

    def show_all(self, reports: Sequence[ReportHealth], missing: Sequence[int]) -> None:
        """Show these reports, the newest first, and the years without one among them."""
        keyed = [(one.report.data.year or 0, one) for one in reports]
        rows: list[tuple[int, ReportHealth | int]] = [*keyed, *((year, year) for year in missing)]
        self.show([row for _, row in sorted(rows, key=lambda pair: -pair[0])])

    def cells(self, row: ReportHealth | int) -> tuple[str, ...]:
        if isinstance(row, int):
            return (str(row), translate("Health", "no report"), "", "", "", "", "", "")
        data = row.report.data
        return (
            data.period or str(data.year or row.report.source.name),
            data.issuer,
            str(row.sections),
            f"{row.linked}/{row.notes}",
            str(row.tables),
            str(row.figures),
            f"{written(row.share * 100, 1)}%",
            str(row.open),
        )


class ItemsModel(RowsList[Item]):
    """The lines of one list."""

    def words(self, row: Item) -> str:
        return f"{row.text}\n{row.detail}"
