"""Carries a section of the contents to where it was sent: the comparison, the basket, the printer, a place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from PySide6.QtCore import QObject

from db.export.basket import BasketItem, part_of
from db.model import Content, Report
from desktop.comparing import Comparing
from desktop.contents.holdings import Held, below, notes_of, numbers_of, tables_of
from desktop.contents.panel import ContentsPanel
from desktop.desk import Desk
from desktop.languages import translate
from desktop.outgoing import Outgoing, item_of
from desktop.session import Destination, Session


class Errands(QObject):
    """Does with a section what the contents ask for, by menu, key or drag."""

    def __init__(
        self, contents: ContentsPanel, desk: Desk, session: Session, comparing: Comparing, outgoing: Outgoing
    ) -> None:
        super().__init__(contents)
        self._desk, self._session = desk, session
        self._comparing, self._outgoing = comparing, outgoing
        contents.errand_requested.connect(self.run)
        contents.held_requested.connect(self.go)

    def run(self, what: str, section_id: int) -> None:
        """Compare, keep or print a section of the report in front."""
        opened = self._desk.current()
        if opened is None:
            return
        errands: dict[str, Callable[[], object]] = {
            "compare": lambda: self._comparing.with_year_before(section_id),
            "basket": lambda: self._outgoing.add_all(items_of(opened.report, opened.content, section_id)),
            "print": lambda: self._outgoing.print_sections(opened, frozenset(below(opened.content, section_id))),
        }
        errands[what]()

    def go(self, kind: str, held: Held) -> None:
        """Go to what a badge counts; a change is shown in the comparison."""
        opened = self._desk.current()
        if opened is None:
            return
        if kind == "changes":
            self._comparing.with_year_before(held.section)
        else:
            self._session.visit(Destination(opened.report.id, None, held.place, held.start, held.end))


def items_of(report: Report, content: Content, section_id: int) -> list[BasketItem]:
    """Return what a section has for the basket: each of its tables, its figures as a list, its notes as a table."""
    wanted = below(content, section_id)
    section = next(one for one in content.sections if one.id == section_id)
    name = f"{section.marker} {section.title or section.opening}".strip()
    tables = [item_of(report, content, table.id) for at, table in tables_of(content) if at in wanted]
    items = [item for item in tables if item is not None]
    figures = _numbers((one.id for one in content.figures), {one.id for at, one in numbers_of(content) if at in wanted})
    if figures:
        title = translate("Errands", "Figures of {section}").format(section=name)
        items.append(BasketItem("figures", title, (part_of(report, figures),)))
    notes = _numbers((one.id for one in content.notes), {one.id for at, one in notes_of(content) if at in wanted})
    if notes:
        title = translate("Errands", "Notes of {section}").format(section=name)
        items.append(BasketItem("notes", title, (part_of(report, notes),)))
    return items


def _numbers(ids: Iterable[int], wanted: Container[int]) -> list[int]:
    """Return the numbers, from 1, of what is wanted in its report."""
    return [number for number, one in enumerate(ids, start=1) if one in wanted]
