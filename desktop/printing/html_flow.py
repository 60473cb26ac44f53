"""A page of HTML on paper: a comparison, a brief. Laid out by Qt's text engine, drawn like every other page."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.model import Progress
from desktop.fonts import official_family
from desktop.printing.drawing import Printout
from desktop.printing.pages import Page
from desktop.printing.paper import PER_INCH
from desktop.printing.setting import Band, Leaf
from desktop.printing.subject import PrintChoices, footer_of
from desktop.widgets.safe_document import PER_INCH as HTML_PER_INCH
from desktop.widgets.safe_document import PaperPage, SafeDocument

_SCALE = PER_INCH / HTML_PER_INCH


@dataclass(frozen=True, slots=True)
class HtmlSubject:
    """A page that a room has made."""

    page: PaperPage

    @property
    def name(self) -> str:
        """What it is called."""
        return self.page.name

    def printout(
        self, choices: PrintChoices, reading: str, sections: frozenset[int] | None
    ) -> Generator[Progress, None, Printout]:
        """Lay the page out; for a Job. Its chart is never cut: where it is too wide all is drawn smaller."""
        del sections
        yield Progress(0, 0, "export")
        family = official_family(reading)
        document = SafeDocument(self.page.html(), family, self.page.chart, self.page.pictures)
        yield Progress(0, 0, "export")
        paper = choices.sheet()
        room = paper.room
        document.setTextWidth(room[0] / _SCALE)
        width = max(room[0] / _SCALE, document.size().width())
        scale = room[0] / width
        height = room[1] / scale
        count = document.paged(width, height)
        application = QCoreApplication.instance()
        if application is not None:
            document.moveToThread(application.thread())  # it is drawn there
        leaves = (Leaf(document, at, width, height, scale) for at in range(count))
        pages = tuple(Page(paper, ((0.0, Band(room[1], (leaf,))),)) for leaf in leaves)
        return Printout(self.name, pages, family, footer_of("") if choices.footer else "")
