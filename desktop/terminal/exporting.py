"""The command `export`."""

from __future__ import annotations

from pathlib import Path

import click

from db import queries
from db.errors import ExportFailed
from db.export.exporters import export_all
from db.export.figures import chosen_figures, figures_table
from db.export.options import PLAIN, VIETNAMESE_EXCEL, ExportOptions, today
from db.export.table import ExportTable
from db.export.tables import report_tables
from db.export.words import words
from db.library import Library
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, language, library, say, show_progress
from desktop.terminal.reading import report_named

NO_SUCH_TABLE = "TBC-506"
ALL = "all"


def _numbers(_ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, ...] | str | None:
    """Take "all" or numbers parted by commas; each once, in the order given."""
    if value is None or value.strip().lower() == ALL:
        return value and ALL
    parts = [part.strip() for part in value.split(",")]
    if not all(part.isdecimal() and 0 < int(part) < 100_000 for part in parts):
        raise click.BadParameter(value, param=param)
    return tuple(dict.fromkeys(map(int, parts)))


@click.command("export", add_help_option=False)
@common
@click.option("--tables", metavar="all|1,3", callback=_numbers)
@click.option("--figures", is_flag=True)
@click.option("--layout", type=click.Choice(["wide", "long", "transposed"]), default="wide")
@click.option("--plain", is_flag=True)
@click.option("--trace", is_flag=True)
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…")
def export_reports(
    *,
    reports: tuple[str, ...],
    tables: tuple[int, ...] | str | None,
    figures: bool,
    layout: str,
    plain: bool,
    trace: bool,
    target: Path,
) -> None:
    """Export tables and figures."""
    wanted = ALL if tables is None and not figures else tables
    with library() as opened:
        chosen = _chosen(opened, reports, wanted, figures)
    options = ExportOptions(
        language=language(),
        layout=layout,  # type: ignore[arg-type]  # click has checked it
        csv=PLAIN if plain else VIETNAMESE_EXCEL,
        trace=trace,
        at=today(),
    )
    drive(export_all(chosen, target, options), show_progress)
    clear_progress()
    doubtful = sum(table.doubtful for table in chosen)
    if doubtful:
        say(words("caveat_doubtful", language(), value=doubtful))
    click.echo(str(target))


def _chosen(
    opened: Library, reports: tuple[str, ...], wanted: tuple[int, ...] | str | None, figures: bool
) -> list[ExportTable]:
    """Return the tables asked for, report by report, and below them the list of figures."""
    found: list[ExportTable] = []
    listed = []
    for name in reports:
        report = report_named(opened, name)
        content = queries.content(opened.reader(), report.id)
        if wanted:
            made = report_tables(report, content, language())
            found += made if wanted == ALL else [_numbered(made, int(number), name) for number in wanted]
        if figures:
            listed.append(chosen_figures(report, content))
    return [*found, figures_table(listed, language())] if any(one.records for one in listed) else found


def _numbered(tables: tuple[ExportTable, ...], number: int, name: str) -> ExportTable:
    if number > len(tables):
        raise ExportFailed(name, str(number), NO_SUCH_TABLE)
    return tables[number - 1]
