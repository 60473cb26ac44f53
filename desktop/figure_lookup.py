"""What the library knows of a figure beyond its report: the value of the year before in its series."""

from __future__ import annotations

from db import queries
from db.errors import TuBaoCaoError
from db.indicators.vintages import vintages
from db.library import Library
from db.model import Figure, Series
from desktop.figure_card import YearBefore
from desktop.layering import Layering


class FigureLookup:
    """Looks up series one at a time; the answers are kept until library or layers change."""

    def __init__(self, library: Library, layering: Layering) -> None:
        self._library = library
        self._layering = layering
        self._known: dict[str, list[Series]] = {}
        layering.changed.connect(self.forget)

    def forget(self) -> None:
        """The library or its layers changed."""
        self._known.clear()

    def year_before(self, figure: Figure) -> YearBefore | None:
        """Return the value of the year before a figure's own; None where no report tells it."""
        for series in self._series(figure.indicator) if figure.indicator else []:
            own = next((point for point in series.points if point.figure_id == figure.id), None)
            if own is None:
                continue
            for point in vintages(series.points).shown:
                if point.year == own.year - 1:
                    return YearBefore(point, series.unit)
        return None

    def _series(self, indicator: str) -> list[Series]:
        if indicator not in self._known:
            try:
                found = queries.series(self._library.reader(), indicator, layers=self._layering.now)
            except TuBaoCaoError:
                return []
            self._known[indicator] = found
        return self._known[indicator]
