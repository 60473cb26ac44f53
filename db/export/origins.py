"""Where exported rows stand, told of every place of one report."""

from __future__ import annotations

from db.citations import Places
from db.export.table import Origin
from db.links import Linker
from db.model import Content, Place, Report


class Origins:
    """Tells the origin of any place of one report; what it needs to know is worked out once."""

    def __init__(self, report: Report, content: Content) -> None:
        self.report = report
        self.content = content
        self.links = Linker(report, content)
        self._places = Places(content)

    def of(self, place: Place | None, words: tuple[int, int] = (0, 0)) -> Origin:
        """Return the origin of a place, of the report as a whole for None; `words` are a stretch of the place."""
        report, data = self.report, self.report.data
        cited = self._places.cited(place or Place())
        return Origin(
            report_id=report.id,
            slug=report.slug,
            title=" ".join(data.title.split()),
            issuer=data.issuer,
            year=data.year,
            period=data.period,
            date=data.date,
            section=cited.section,
            heading=cited.heading,
            paragraph=cited.paragraph,
            table=cited.table,
            note=cited.note,
            file=report.source.name,
            sha256=report.source.sha256,
            link=self.links.link(place, words),
            sample=data.sample,
        )
