"""A report as one self-contained page: every word escaped, a handful of elements, nothing fetched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from html import escape

from db.interface.text import labels
from db.model import Block, Cell, Content, Emphasis, Mark, Note, Report, Table

_ELEMENTS = {"b": "b", "i": "i", "u": "u", "^": "sup", "_": "sub"}
_ALIGNS = {"center": "center", "right": "right"}
_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.6 serif; }}
table {{ border-collapse: collapse; margin: 1em 0; }}
td, th {{ border: 1px solid #999; padding: .2em .5em; vertical-align: top; text-align: left; white-space: pre-line; }}
.center {{ text-align: center; }} .right {{ text-align: right; }}
.notes {{ border-top: 1px solid #999; font-size: .9em; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def report_html(report: Report, content: Content, language: str = "vi") -> str:
    """Return a report whole; each note's mark leads to the note, and the note back to its first mark."""
    page = _Page(content)
    parts = [page.block(block) for block in content.blocks]
    if content.notes:
        notes = "\n".join(page.note(note) for note in content.notes)
        title = escape(labels(language)["notes"].capitalize())
        parts.append(f'<section class="notes">\n<h2>{title}</h2>\n{notes}\n</section>')
    return _PAGE.format(title=escape(report.data.title or report.slug), body="\n".join(parts))


class _Page:
    """Knows what the blocks of one report refer to."""

    def __init__(self, content: Content) -> None:
        self._levels = {section.id: section.level for section in content.sections}
        self._labels = {note.id: note.label for note in content.notes}
        self._tables = {table.id: table for table in content.tables}
        self._marks: Counter[int] = Counter()

    def block(self, block: Block) -> str:
        if block.table_id is not None:
            return self._table(self._tables[block.table_id])
        words = self._words(block.text, block.emphasis, block.marks)
        align = f' class="{_ALIGNS[block.align]}"' if block.align in _ALIGNS else ""
        if block.kind == "heading":
            level = min(self._levels.get(block.section_id or 0, 1) + 1, 6)
            return f"<h{level}{align}>{words}</h{level}>"
        return f"<p{align}>{words}</p>"

    def note(self, note: Note) -> str:
        label = escape(note.label)
        back = f'<a href="#mark-{note.id}-1">{label}</a>' if self._marks[note.id] else label
        return f'<p id="note-{note.id}">[{back}] {escape(note.text)}</p>'

    def _table(self, table: Table) -> str:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.col)):
            rows[cell.row].append(cell)
        lines = [f"<caption>{escape(table.caption)}</caption>"] if table.caption else []
        for row in sorted(rows):
            element = "th" if row < table.header_rows else "td"
            lines.append("<tr>" + "".join(self._cell(cell, element) for cell in rows[row]) + "</tr>")
        return "<table>\n" + "\n".join(lines) + "\n</table>"

    def _cell(self, cell: Cell, element: str) -> str:
        spans = "".join(
            f' {name}="{span}"' for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if span > 1
        )
        return f"<{element}{spans}>{self._words(cell.text, (), cell.marks)}</{element}>"

    def _words(self, text: str, emphasis: Iterable[Emphasis], marks: Iterable[Mark]) -> str:
        """Return `text` escaped, cut where a style begins or ends and where a mark stands."""
        turns, links = _turns(emphasis), self._links(marks)
        styles: Counter[str] = Counter()
        parts, done = [], 0
        for place in sorted({*turns, *links, len(text)}):
            parts += [_styled(text[done:place], styles), links.get(place, "")]
            styles.update(turns.get(place, {}))
            done = place
        return "".join(parts)

    def _links(self, marks: Iterable[Mark]) -> Mapping[int, str]:
        links: dict[int, str] = defaultdict(str)
        for mark in marks:
            self._marks[mark.note_id] += 1
            name = f"mark-{mark.note_id}-{self._marks[mark.note_id]}"
            label = escape(self._labels.get(mark.note_id, "?"))
            links[mark.offset] += f'<sup><a id="{name}" href="#note-{mark.note_id}">{label}</a></sup>'
        return links


def _turns(emphasis: Iterable[Emphasis]) -> Mapping[int, dict[str, int]]:
    """Return how many stretches of each style begin (more) or end (fewer) at each offset."""
    turns: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for stretch in emphasis:
        for style in stretch.style:
            turns[stretch.start][style] += 1
            turns[stretch.end][style] -= 1
    return turns


def _styled(text: str, styles: Counter[str]) -> str:
    if not text:
        return ""
    words = escape(text).replace("\n", "<br>\n")
    for style, element in _ELEMENTS.items():
        if styles[style] > 0:
            words = f"<{element}>{words}</{element}>"
    return words
