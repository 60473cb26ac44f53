"""The command `export`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from db import queries
from db.annotations import stands_in
from db.errors import ExportFailed
from db.export.basket import BasketItem, fill
from db.export.clerk import clerk_table, default_figures
from db.export.exporters import export_all
from db.export.figures import chosen_figures, figures_table
from db.export.note_list import notes_table
from db.export.options import PLAIN, VIETNAMESE_EXCEL, ExportOptions, today
from db.export.table import ExportTable
from db.export.tables import report_tables
from db.export.words import words
from db.layers import Correction, Layers
from db.library import Library
from db.model import Content, Report
from desktop.terminal.driving import drive
from desktop.terminal.layers import layers_of
from desktop.terminal.options import clear_progress, common, language, library, say, show_progress
from desktop.terminal.reading import report_named

NO_SUCH_TABLE = "TBC-506"
ALL = "all"

Read = tuple[str, Report, Content]
"""A report as it was named, as the library lists it, and whole."""


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
@click.option("--clerk", type=click.IntRange(1900, 2199), metavar="YEAR")
@click.option("--notes", is_flag=True)
@click.option("--my-notes", "own", is_flag=True)
@click.option("--as-read", is_flag=True)
@click.option("--layout", type=click.Choice(["wide", "long", "transposed"]), default="wide")
@click.option("--plain", is_flag=True)
@click.option("--trace", is_flag=True)
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.argument("reports", nargs=-1, metavar="REPORT…")
def export_reports(
    *,
    reports: tuple[str, ...],
    tables: tuple[int, ...] | str | None,
    figures: bool,
    clerk: int | None,
    notes: bool,
    own: bool,
    as_read: bool,
    layout: str,
    plain: bool,
    trace: bool,
    target: Path,
) -> None:
    """Export tables, figures and the user's own notes, with the corrections made in the window."""
    wanted = ALL if tables is None and not (figures or clerk or notes or own) else tables
    if not (reports or own):
        raise click.MissingParameter(param_type="argument", param_hint="REPORT…")
    with library() as opened:
        layers = Layers() if as_read and not own else layers_of(opened)
        named = [(name, report_named(opened, name)) for name in reports]
        read = [(name, report, queries.content(opened.reader(), report.id)) for name, report in named]
        mine = _own(opened, layers, [report for _name, report in named]) if own else []
    corrections = () if as_read else layers.corrections
    chosen = _chosen(read, wanted, corrections) + _lists(read, figures, clerk, notes, corrections) + mine
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


def _own(opened: Library, layers: Layers, reports: Sequence[Report]) -> list[ExportTable]:
    """Return the user's highlights and notes, of these reports or of all where none is named."""
    kept = [one for one in layers.annotations if not reports or any(stands_in(report, one) for report in reports)]
    item = BasketItem("annotations", words("own_notes", language()))
    return list(fill(opened.reader(), [item], language(), Layers(annotations=tuple(kept))).tables)


def _chosen(
    read: Sequence[Read], wanted: tuple[int, ...] | str | None, corrections: Sequence[Correction]
) -> list[ExportTable]:
    """Return the tables asked for, report by report."""
    found: list[ExportTable] = []
    for name, report, content in read if wanted else ():
        made = report_tables(report, content, language(), corrections)
        found += made if wanted == ALL else [_numbered(made, int(number), name) for number in wanted or ()]
    return found


def _lists(
    read: Sequence[Read], figures: bool, clerk: int | None, notes: bool, corrections: Sequence[Correction]
) -> list[ExportTable]:
    """Return what is made of the reports: the clerk's table of a year over all of them, their figures, their notes."""
    found: list[ExportTable] = []
    if clerk:
        taken = [
            (report, content, [content.figures[number - 1] for number in default_figures(content, clerk)])
            for _name, report, content in read
        ]
        found.append(clerk_table([chosen_figures(*one, corrections) for one in taken if one[2]], clerk, language()))
    listed = [chosen_figures(report, content, None, corrections) for _, report, content in read] if figures else []
    if any(one.records for one in listed):
        found.append(figures_table(listed, language()))
    noted = [(report, content) for _name, report, content in read if notes and content.notes]
    found += [notes_table(report, content, language=language()) for report, content in noted]
    return [table for table in found if table.rows]


def _numbered(tables: tuple[ExportTable, ...], number: int, name: str) -> ExportTable:
    if number > len(tables):
        raise ExportFailed(name, str(number), NO_SUCH_TABLE)
    return tables[number - 1]
