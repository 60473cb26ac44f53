"""HTML: one file that any browser shows, with nothing in it that runs or fetches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from db.export.accounts import source_lines, sources_table
from db.export.html_cells import counted, table_html
from db.export.options import ExportOptions
from db.export.pictures import picture_html
from db.export.table import ExportCell, ExportTable
from db.export.words import words

_HEAD = """<!DOCTYPE html>
<html lang="vi" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 72em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.5 "Times New Roman", serif; color: #1b1b1b; }}
h1 {{ font-size: 1.3em; }}
table {{ border-collapse: collapse; margin: 2em 0 .6em; }}
caption {{ font-weight: bold; padding: .4em; text-align: center; }}
td, th {{ border: 1px solid #999; padding: .25em .5em; vertical-align: top; }}
th {{ background: #edeff2; text-align: center; vertical-align: middle; }}
thead {{ display: table-header-group; }}
.t {{ mso-number-format: "\\@"; }}
.n {{ text-align: right; white-space: nowrap; }}
.d {{ background: #fff2cc; }}
.notes, .source {{ font-size: .92em; margin: .2em 0; }}
.source {{ font-style: italic; }}
.sources {{ font-size: .8em; }}
.sources td {{ overflow-wrap: anywhere; }}
@media print {{ tr {{ break-inside: avoid; }} }}
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm; }}
</style>
</head>
<body>
"""
_END = "</body>\n</html>\n"


class Html:
    """Writes tables one below the other into one page."""

    name = "HTML"
    suffix = ".html"

    def write(self, tables: Sequence[ExportTable], file: Path, options: ExportOptions) -> Iterator[int]:
        """Write `tables` to `file`; yields how many rows are done. Raises OSError."""
        title = tables[0].caption or tables[0].name
        with file.open("w", encoding="utf-8", newline="\n") as out:
            out.write(_HEAD.format(title=escape(title)))
            if len(tables) > 1:
                out.write(_contents(tables, options))
            done = 0
            for number, table in enumerate(tables, 1):
                out.write(_section(table, number, options))
                done += len(table.rows)
                yield done
            if options.sources:
                out.write(_sources(tables, options))
            out.write(_END)


def _contents(tables: Sequence[ExportTable], options: ExportOptions) -> str:
    lines = "".join(
        f'<li><a href="#t{number}">{escape(table.name)}</a> {escape(table.caption)}</li>\n'
        for number, table in enumerate(tables, 1)
    )
    return f"<h1>{escape(words('index', options.language))}</h1>\n<ol>\n{lines}</ol>\n"


def _section(table: ExportTable, number: int, options: ExportOptions) -> str:
    parts = [f'<table id="t{number}">\n', table_html(table, options, _attributes), "</table>\n"]
    if options.notes:
        parts += [f'<p class="notes">[{escape(note.label)}] {escape(note.text)}</p>\n' for note in table.notes]
    for line in source_lines(table, options):
        parts.append(f'<p class="source">{escape(line)}</p>\n')
    parts += map(picture_html, table.pictures)
    return "".join(parts)


def _sources(tables: Sequence[ExportTable], options: ExportOptions) -> str:
    account = sources_table(tables, [table.name for table in tables], options)
    lines = "".join(f'<p class="source">{escape(line)}</p>\n' for line in account.remarks)
    return f'<table class="sources">\n{table_html(account, options, _attributes)}</table>\n{lines}'


def _attributes(cell: ExportCell, is_head: bool) -> str:
    if is_head:
        return ""
    return f' class="{"n" if cell.kind == "number" else "t d" if cell.doubtful else "t"}"' + counted(cell)
