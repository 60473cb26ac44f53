"""The command `compare`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from db import queries
from db.comparison import compare
from db.interface.comparison import Compared, comparison_document
from db.interface.comparison_html import comparison_html
from db.interface.comparison_text import comparison_text
from db.interface.documents import dumps
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, language, library, show_progress
from desktop.terminal.options import shape as shape_option
from desktop.terminal.reading import report_named


def _json(one: Compared, language: str) -> str:
    return dumps(comparison_document(one, language)) + "\n"


FORMATS: Mapping[str, Callable[[Compared, str], str]] = {
    "text": comparison_text,
    "json": _json,
    "html": comparison_html,
}
"""What --format may say, and who writes it."""


@click.command("compare", add_help_option=False)
@common
@shape_option(*FORMATS)
@click.option("--unmasked", is_flag=True)
@click.argument("left")
@click.argument("right")
def compare_reports(left: str, right: str, shape: str, unmasked: bool) -> None:
    """Compare two reports."""
    with library() as opened:
        reports = [report_named(opened, name) for name in (left, right)]
        contents = [queries.content(opened.reader(), report.id) for report in reports]
    found = drive(compare(contents[0], contents[1], masked=not unmasked), show_progress)
    clear_progress()
    one = Compared(reports[0], reports[1], contents[0], contents[1], found)
    click.echo(FORMATS[shape](one, language()), nl=False)
