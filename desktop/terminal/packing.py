"""The command `pack`."""

from __future__ import annotations

from pathlib import Path

import click

from db.bundling import write_bundle
from db.importer.bundle import SUFFIX
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, library, show_progress
from desktop.terminal.reading import report_named


@click.command("pack", add_help_option=False)
@common
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…")
def pack_reports(reports: tuple[str, ...], target: Path) -> None:
    """Pack reports into one file; its name and its seal are the result."""
    if target.suffix.lower() != SUFFIX:
        target = target.with_name(target.name + SUFFIX)
    with library() as opened:
        chosen = dict.fromkeys(report_named(opened, name).id for name in reports)
        told = drive(write_bundle(opened, list(chosen), target), show_progress)
    clear_progress()
    click.echo(f"{target}\t{told}")
