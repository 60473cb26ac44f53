"""Where one can go in a report by a few typed letters: its sections, notes and tables. No widgets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.model import Content, Place, Report, Section
from db.vietnamese.folding import fold
from desktop.citations import chain, is_numbered, label, number_path
from desktop.matching import best
from desktop.session import Destination

_NUMBER = re.compile(r"[0-9ivx]+(\.[0-9a-z]+)*\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A place with its words on the screen. `key` is what is searched, folded; `numbers` are answered to exactly."""

    text: str
    detail: str
    destination: Destination
    key: str
    numbers: frozenset[str] = frozenset()
    icon: str = "list-tree"


def targets_of(report_id: int, content: Content) -> list[Target]:
    """Return every place of a report one can name, in reading order per kind."""
    return [
        *_sections(report_id, content),
        *_notes(report_id, content),
        *_tables(report_id, content),
    ]


def report_targets(reports: Iterable[Report]) -> list[Target]:
    """Return one target per report: its beginning, or where it was left."""
    made = []
    for report in reports:
        data = report.data
        text = " ".join(data.title.split()) or report.source.name
        detail = " · ".join(part for part in (data.period or str(data.year or ""), data.issuer) if part)
        made.append(
            Target(text, detail, Destination(report.id), fold(f"báo cáo report {text} {detail}"), icon="file-text")
        )
    return made


def resolve(typed: str, targets: list[Target], limit: int = 60) -> list[Target]:
    """Return the targets `typed` may mean, the best first: "2.3", "du lich", "chu thich 12", "bang 4"."""
    wanted = " ".join(fold(typed).split()).removeprefix("muc ")
    number = wanted.rstrip(".")
    exact = [target for target in targets if number in target.numbers]
    if _NUMBER.fullmatch(wanted) and exact:
        deeper = [target for target in targets if any(one.startswith(number + ".") for one in target.numbers)]
        return list(dict.fromkeys([*exact, *deeper]))[:limit]
    rest = best(wanted, targets, lambda target: target.key, limit)
    return list(dict.fromkeys([*exact, *rest]))[:limit]


def _sections(report_id: int, content: Content) -> list[Target]:
    known = {section.id: section for section in content.sections}
    return [_section(report_id, section, known) for section in content.sections if _worth_naming(section)]


def _worth_naming(section: Section) -> bool:
    return is_numbered(section) or bool(section.title)


def _section(report_id: int, section: Section, known: dict[int, Section]) -> Target:
    above = chain(known, section.id)
    path = number_path(above)
    words = label(section)
    printed = f"{section.marker} {words}".strip() if is_numbered(section) else words
    detail = " ▸ ".join(label(one) for one in above[:-1] if label(one))
    numbers = frozenset(fold(number) for number in (path, section.number) if number)
    return Target(printed, detail, Destination(report_id, section.id), fold(f"{words} {path}"), numbers)


def _notes(report_id: int, content: Content) -> list[Target]:
    name = QCoreApplication.translate("Targets", "Note {label}")
    marked = {mark.note_id: block for block in content.blocks for mark in block.marks}
    made = []
    for note in content.notes:
        text = name.format(label=note.label)
        block = marked.get(note.id)
        destination = Destination(report_id, block.section_id if block else None, Place(note_id=note.id))
        numbers = frozenset(f"{word} {note.label}" for word in ("chu thich", "note", "ct"))
        made.append(Target(text, _short(note.text), destination, fold(f"{text} chu thich"), numbers, "quote"))
    return made


def _tables(report_id: int, content: Content) -> list[Target]:
    name = QCoreApplication.translate("Targets", "Table {number}")
    made = []
    for number, table in enumerate(content.tables, 1):
        text = name.format(number=number)
        destination = Destination(report_id, table.section_id, Place(table_id=table.id))
        numbers = frozenset(f"{word} {number}" for word in ("bang", "table"))
        key = fold(f"{text} {table.caption} bang")
        made.append(Target(text, _short(table.caption), destination, key, numbers, "table-2"))
    return made


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:90].rsplit(" ", 1)[0] + " …"
