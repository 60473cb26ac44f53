"""The command `compare`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from db import queries
from db.comparison import compare
from db.comparison_out.page import comparison_page
from db.comparison_out.tracked import write_tracked
from db.export.replacing import replacing
from db.interface.comparison import Compared, comparison_document
from db.interface.comparison_text import comparison_text
from db.interface.documents import dumps
from db.messages import words_of
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, language, library, say, show_progress
from desktop.terminal.options import shape as shape_option
from desktop.terminal.reading import report_named


def _json(one: Compared, language: str) -> str:
    return dumps(comparison_document(one, language)) + "\n"


FORMATS: Mapping[str, Callable[[Compared, str], str]] = {
    "text": comparison_text,
    "json": _json,
    "html": comparison_page,
}
"""What --format may say besides docx, and who writes it."""
WORD = "docx"


@click.command("compare", add_help_option=False)
@common
@shape_option(*FORMATS, WORD)
@click.option("--unmasked", is_flag=True)
@click.option("--to", "target", type=click.Path(path_type=Path), metavar="FILE")
@click.argument("left")
@click.argument("right")
def compare_reports(left: str, right: str, shape: str, unmasked: bool, target: Path | None) -> None:
    """Compare two reports."""
    if shape == WORD and target is None:
        raise click.UsageError("--to")
    with library() as opened:
        reports = [report_named(opened, name) for name in (left, right)]
        contents = [queries.content(opened.reader(), report.id) for report in reports]
    found = drive(compare(contents[0], contents[1], masked=not unmasked), show_progress)
    clear_progress()
    one = Compared(reports[0], reports[1], contents[0], contents[1], found)
    if target is None:
        click.echo(FORMATS[shape](one, language()), nl=False)
        return
    if shape == WORD:
        missing = drive(write_tracked(contents[0], contents[1], found, target), show_progress)
        clear_progress()
        if missing.left or missing.right:
            say(words_of("brief", "left_out", language(), left=missing.left, right=missing.right))
    else:
        with replacing(target) as temporary:
            temporary.write_text(FORMATS[shape](one, language()), encoding="utf-8")
    click.echo(str(target))
