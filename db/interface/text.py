"""A report, a receipt, a search as plain text for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from db.interface.documents import finding_text, receipt_name
from db.messages import words_for
from db.model import Content, Counts, Mark, Receipt, Report, SearchResult, Section, Table

_LABELS = {
    "vi": {
        "number": "Số",
        "date": "Ngày",
        "period": "Kỳ",
        "issuer": "Cơ quan",
        "source": "Tệp",
        "notes": "CHÚ THÍCH",
        "counts": "{sections} mục, {notes_linked}/{notes} chú thích, {tables} bảng, {figures} số liệu",
        "imported": "đã nhập",
        "known": "đã có trong tủ",
        "revised": "đã nhập, là bản khác của kỳ đã có",
        "refused": "không nhập",
    },
    "en": {
        "number": "Number",
        "date": "Date",
        "period": "Period",
        "issuer": "Issuer",
        "source": "File",
        "notes": "NOTES",
        "counts": "{sections} sections, {notes_linked}/{notes} notes, {tables} tables, {figures} figures",
        "imported": "imported",
        "known": "already in the library",
        "revised": "imported as another version of a period already there",
        "refused": "refused",
    },
}


def labels(language: str) -> Mapping[str, str]:
    """Return the words of the text forms."""
    return _LABELS["en" if language == "en" else "vi"]


def report_text(report: Report, content: Content, language: str = "vi") -> str:
    """Return a report to be read: its head, its text with notes as [n], its tables, its notes."""
    words, data = labels(language), report.data
    facts = {"number": data.number, "date": data.date, "period": data.period, "issuer": data.issuer}
    facts["source"] = report.source.name
    head = [data.title or report.slug, *(f"{words[key]}: {value}" for key, value in facts.items() if value), ""]
    note_labels = {note.id: note.label for note in content.notes}
    tables = {table.id: table for table in content.tables}
    body: list[str] = []
    for block in content.blocks:
        if block.table_id is not None:
            body.append(_table_text(tables[block.table_id], note_labels))
        else:
            body.append(with_labels(block.text, block.marks, note_labels))
        body.append("")
    notes = [f"[{note.label}] {note.text}" for note in content.notes]
    return "\n".join([*head, *body, *([words["notes"], *notes] if notes else [])]) + "\n"


def with_labels(text: str, marks: Iterable[Mark], note_labels: Mapping[int, str]) -> str:
    """Return `text` with each note's label in brackets where its mark stood."""
    parts, done = [], 0
    for mark in sorted(marks, key=lambda mark: mark.offset):
        parts += [text[done : mark.offset], f"[{note_labels.get(mark.note_id, '?')}]"]
        done = mark.offset
    return "".join([*parts, text[done:]])


def _table_text(table: Table, note_labels: Mapping[int, str]) -> str:
    rows: dict[int, list[str]] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.col)):
        text = with_labels(cell.text, cell.marks, note_labels)
        rows.setdefault(cell.row, []).append(" ".join(text.split()))
    lines = [" | ".join(cells) for _, cells in sorted(rows.items())]
    return "\n".join([table.caption, *lines] if table.caption else lines)


def receipt_text(receipt: Receipt, language: str = "vi") -> str:
    """Return what became of one file: a line, and a line for each finding."""
    words = labels(language)
    first = f"#{receipt.report_id or '-'}\t{receipt_name(receipt)}: {words[receipt.status]}"
    if receipt.status == "refused":
        return first
    findings = [f"\t{finding.code}\t{finding_text(finding, language)}" for finding in receipt.findings]
    return "\n".join([f"{first}; {counts_text(receipt.counts, language)}", *findings])


def counts_text(counts: Counts, language: str = "vi") -> str:
    """Return how much a report holds, in words."""
    return labels(language)["counts"].format(
        sections=counts.sections,
        notes=counts.notes,
        notes_linked=counts.notes_linked,
        tables=counts.tables,
        figures=counts.figures,
    )


def refusal_line(code: str, name: str, detail: str, language: str) -> str:
    """Return the line that stands on stderr for a file that was left out, and why."""
    return f'{code} "{name}": {words_for(code, language, name, detail).reason}'


def failure_line(code: str, name: str, detail: str, language: str) -> str:
    """Return the line that stands on stderr where a library failed: what it could not do goes first."""
    words = words_for(code, language, name, detail)
    return f'{code} "{name}": {words.what} {words.reason}'


def list_text(reports: Iterable[Report]) -> str:
    """Return the reports one a line, fields parted by tabs."""
    rows = [
        (
            row.id,
            row.data.year or "",
            row.data.period,
            row.data.issuer,
            row.data.title,
            row.source.name,
            row.imported_at,
        )
        for row in reports
    ]
    return "".join("\t".join(field(value) for value in row) + "\n" for row in rows)


def search_text(result: SearchResult, reports: Mapping[int, Report], sections: Mapping[int, Sequence[Section]]) -> str:
    """Return the hits one a line: report, its year and section, the scope, and the words around."""
    return "".join(
        "\t".join(
            field(value)
            for value in (
                reports[hit.report_id].slug,
                section_path(sections.get(hit.report_id, ()), hit.section_id),
                hit.scope,
                hit.snippet,
            )
        )
        + "\n"
        for hit in result.hits
    )


def section_path(sections: Sequence[Section], section_id: int | None) -> str:
    """Return the numbers from the top down to a section ("I 1 a"); empty for a place outside all sections."""
    known = {section.id: section for section in sections}
    numbers: list[str] = []
    section = known.get(section_id or 0)
    while section is not None and len(numbers) < len(known):
        numbers.insert(0, section.number or section.title)
        section = known.get(section.parent_id or 0)
    return " ".join(numbers)


def number(value: float) -> str:
    """Return a number as a program reads it back, without a needless fraction."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def field(value: object) -> str:
    """Return a value as one field of a line: no tab, no line break."""
    return " ".join(str(value).split())
