"""What is to be printed: a report or chosen sections of it, or tables; laid out for a Job."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from db.export.options import ExportOptions
from db.export.table import ExportTable
from db.model import Content, Progress, Report
from desktop.citations import cite
from desktop.fonts import official_family
from desktop.languages import current_language, translate
from desktop.printing.drawing import Printout
from desktop.printing.pages import Page, paginated
from desktop.printing.paper import DECREE_30, DECREE_30_WIDE, PARTY, Paper
from desktop.printing.report_flow import Flow, NotePlace
from desktop.printing.table_flow import table_pages

EVERY = 8
"""Pages between two steps of progress."""


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """What one chooses for print, and what is remembered: the margins, the letters, where notes stand."""

    paper: Literal["decree", "wide", "party"] = "decree"
    letters: Literal["official", "reading"] = "official"
    size: int = 14
    notes: NotePlace = "page"
    footer: bool = True

    def sheet(self) -> Paper:
        """Return the sheet of paper."""
        return {"party": PARTY, "wide": DECREE_30_WIDE}.get(self.paper, DECREE_30)

    def family(self, reading: str) -> str:
        """Return the letters: the official ones where this computer has them, else those of the reading pane."""
        return official_family(reading) if self.letters == "official" else reading


class Subject(Protocol):
    """Something that can be laid out on paper."""

    @property
    def name(self) -> str: ...

    def printout(
        self, choices: PrintChoices, reading: str, sections: frozenset[int] | None
    ) -> Generator[Progress, None, Printout]: ...


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """A report."""

    report: Report
    content: Content

    @property
    def name(self) -> str:
        """What it is called."""
        return " ".join(self.report.data.title.split()) or self.report.source.name

    def printout(
        self, choices: PrintChoices, reading: str, sections: frozenset[int] | None
    ) -> Generator[Progress, None, Printout]:
        """Lay the report out, or the chosen sections; for a Job."""
        yield Progress(0, 0, "export")
        cited = cite(self.report.data, "")[1:-1]
        family = choices.family(reading)
        flow = Flow(
            self.report,
            self.content,
            choices.sheet(),
            family,
            choices.size,
            choices.notes,
            sections,
            current_language(),
            translate("Printing", "(continued)"),
            translate("Printing", "Extract: {report}").format(report=cited),
        )
        pages: list[Page] = []
        for page in paginated(list(flow.bands()), flow.paper, flow.foot_notes()):
            pages.append(page)
            if len(pages) % EVERY == 0:
                yield Progress(len(pages), 0, "export")
        return Printout(self.name, tuple(pages), family, footer_of(cited) if choices.footer else "")


@dataclass(frozen=True, slots=True)
class TableSubject:
    """Tables, each on a page of its own."""

    tables: tuple[ExportTable, ...]

    @property
    def name(self) -> str:
        """What they are called."""
        return self.tables[0].caption or self.tables[0].name

    def printout(
        self, choices: PrintChoices, reading: str, sections: frozenset[int] | None
    ) -> Generator[Progress, None, Printout]:
        """Lay the tables out; for a Job."""
        del sections
        family = choices.family(reading)
        options = ExportOptions(language=current_language())
        pages: list[Page] = []
        for done, table in enumerate(self.tables):
            yield Progress(done, len(self.tables), "export")
            pages += table_pages(table, family, options, choices.sheet())
        return Printout(self.name, tuple(pages), family, footer_of("") if choices.footer else "")


@dataclass(frozen=True, slots=True)
class LaterSubject:
    """Tables that are read only when they are laid out; `tables` makes them in a language, off the GUI thread."""

    name: str
    tables: Callable[[str], tuple[ExportTable, ...]]

    def printout(
        self, choices: PrintChoices, reading: str, sections: frozenset[int] | None
    ) -> Generator[Progress, None, Printout]:
        """Read the tables and lay them out; for a Job."""
        yield Progress(0, 0, "read")
        tables = self.tables(current_language())
        if not tables:
            return Printout(self.name, (), choices.family(reading))
        return (yield from TableSubject(tables).printout(choices, reading, sections))


def footer_of(cited: str) -> str:
    """Return the line at the foot of every page: where it comes from, and when it was printed."""
    day = datetime.now().astimezone().strftime("%d/%m/%Y")
    source = translate("Printing", "source: {name}").format(name=cited) if cited else ""
    printed = translate("Printing", "printed {day}").format(day=day)
    return " – ".join(part for part in ("Tủ Báo Cáo", source, printed) if part)


def dumps(choices: PrintChoices) -> str:
    """Return choices as text to keep."""
    return msgspec.json.encode(choices).decode()


def loads(text: str) -> PrintChoices:
    """Return kept choices; the defaults where the text is none."""
    try:
        return msgspec.json.decode(text, type=PrintChoices)
    except (msgspec.DecodeError, ValueError):
        return PrintChoices()


def page_numbers(typed: str, most: int) -> Sequence[int]:
    """Return the pages (from 0) of "1-3, 5"; empty for all, and where nothing of it is a page."""
    found: list[int] = []
    for part in typed.replace("–", "-").replace(";", ",").split(","):
        first, _, last = part.strip().partition("-")
        if first.strip().isdecimal() and (not last.strip() or last.strip().isdecimal()):
            found += range(int(first), int(last.strip() or first) + 1)
    return [number - 1 for number in dict.fromkeys(found) if 1 <= number <= most]
