"""How a place of a report is named: "I.2.3", and the source line that goes with copied words. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from db.model import Content, ReportData, Section


def chain(sections: Mapping[int, Section], section_id: int | None) -> list[Section]:
    """Return the section and what it stands in, outermost first; [] for an unknown id. Survives a ring of parents."""
    found: list[Section] = []
    seen: set[int] = set()
    while section_id is not None and section_id in sections and section_id not in seen:
        seen.add(section_id)
        found.append(sections[section_id])
        section_id = sections[section_id].parent_id
    return found[::-1]


def is_numbered(section: Section) -> bool:
    """Whether the section has a number one can cite; dashes and plus signs are not one."""
    return any(letter.isalnum() for letter in section.number)


def number_path(path: Iterable[Section]) -> str:
    """Return the numbers of a chain as one writes them: I, 1, 1.1 → "I.1.1"; dash items are left out."""
    parts: list[str] = []
    before = ""
    for section in path:
        if not is_numbered(section):
            continue
        number = section.number
        if before and number.startswith(before + "."):
            number = number[len(before) + 1 :]
        parts.append(number)
        before = section.number
    return ".".join(parts)


def label(section: Section) -> str:
    """Return a section's words on one line: its title, or the opening words of a paragraph without one."""
    return " ".join((section.title or section.opening).split())


def table_sections(content: Content) -> dict[int, int | None]:
    """Return the section each table stands in: that of its block, or what the table itself says."""
    found = {table.id: table.section_id for table in content.tables}
    found.update({block.table_id: block.section_id for block in content.blocks if block.table_id is not None})
    return found


def note_sections(content: Content) -> dict[int, int | None]:
    """Return the section each note's first mark stands in; notes without a mark are not in it."""
    found: dict[int, int | None] = {}
    for block in content.blocks:
        for mark in block.marks:
            found.setdefault(mark.note_id, block.section_id)
    of_table = table_sections(content)
    for table in content.tables:
        for cell in table.cells:
            for mark in cell.marks:
                found.setdefault(mark.note_id, of_table[table.id])
    return found


def cite(data: ReportData, path: str, paragraph: int = 0, note: str = "") -> str:
    """Return the source line, as "(Báo cáo …, năm 2023, mục I.2, đoạn 3, chú thích 12)"; unknown parts are left out."""
    translate = QCoreApplication.translate
    name = " ".join(data.title.split()) or translate("Citation", "Report")
    parts = [name]
    if data.issuer:
        parts.append(data.issuer)
    if data.year is not None and str(data.year) not in name:
        parts.append(translate("Citation", "year {year}").format(year=data.period or data.year))
    if path:
        parts.append(translate("Citation", "section {path}").format(path=path))
    if paragraph:
        parts.append(translate("Citation", "paragraph {number}").format(number=paragraph))
    if note:
        parts.append(translate("Citation", "note {number}").format(number=note))
    return "(" + ", ".join(parts) + ")"
