"""The command `import`."""

from __future__ import annotations

from pathlib import Path

import click

from db.importer.offers import PASSED_OVER
from db.importer.pipeline import import_paths
from db.interface import documents, text
from db.model import Progress, Receipt
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, fail, language, library, say, show_progress
from desktop.terminal.options import shape as shape_option


@click.command("import", add_help_option=False)
@common
@shape_option("text", "json", json=True)
@click.option("--jobs", type=click.IntRange(1, 16), default=1, metavar="N")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
def import_reports(paths: tuple[Path, ...], shape: str, jobs: int) -> None:
    """Import files and folders."""

    def seen(step: Progress | Receipt) -> None:
        if isinstance(step, Progress):
            show_progress(step)
        else:
            clear_progress()
            _tell(step, shape)

    with library(create=True) as opened:
        receipts = drive(import_paths(opened, paths, jobs), seen)
    clear_progress()
    asked_for = [receipt for receipt in receipts if receipt.code != PASSED_OVER]
    if shape == "json":
        click.echo(documents.dumps(documents.import_document(asked_for, language())))
    if any(receipt.status == "refused" for receipt in asked_for):
        fail()


def _tell(receipt: Receipt, shape: str) -> None:
    if receipt.status == "refused":
        say(text.refusal_line(receipt.code, documents.receipt_name(receipt), receipt.detail, language()))
    elif shape == "text":
        click.echo(text.receipt_text(receipt, language()))
