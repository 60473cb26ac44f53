"""What the library knows of a figure beyond its report: the value of the year before in its series."""

from __future__ import annotations

from db import queries
from db.errors import TuBaoCaoError
from db.indicators.vintages import vintages
from db.library import Library
from db.model import Figure, Series
from db.schema import ROOM
from desktop.figure_card import YearBefore
from desktop.layering import Layering


class FigureLookup:
    """Looks up series one at a time; the answers are kept until library or layers change."""

    def __init__(self, library: Library, layering: Layering) -> None:
        self._library = library
        self._layering = layering
        self._known: dict[tuple[str, str], list[Series]] = {}
        layering.changed.connect(self.forget)

    def forget(self) -> None:
        """The library or its layers changed."""
        self._known.clear()

    def year_before(self, figure: Figure) -> YearBefore | None:
        """Return the value of the year before a figure's own; None where no report tells it."""
        for series in self._series(figure) if figure.indicator else []:
            # What a rise implies of the year before, or a rate of the plan, comes of the same figure.
            own = next((point for point in series.points if point.figure_id == figure.id and not point.rule), None)
            if own is None:
                continue
            for point in vintages(series.points).shown:
                if point.year == own.year - 1:
                    return YearBefore(point, series.unit)
        return None

    def _series(self, figure: Figure) -> list[Series]:
        """Return the series of a figure's indicator in the area its report speaks of."""
        try:
            conn = self._library.reader()
            key = figure.indicator, queries.area_of_a_report(conn, figure.id // ROOM)
            if key not in self._known:
                self._known[key] = queries.series(conn, key[0], area=key[1], layers=self._layering.now)
        except TuBaoCaoError:
            return []
        return self._known[key]
