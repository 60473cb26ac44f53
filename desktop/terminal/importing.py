"""The command `import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from db.importer.host import Host
from db.importer.offers import PASSED_OVER
from db.importer.office import installed_office
from db.importer.pipeline import import_paths
from db.importer.second_try import hosts
from db.interface import documents, text
from db.messages import terminal_words
from db.model import Progress, Receipt
from db.places import data_folder
from db.senders import Senders, bundles_of, standing_words
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, fail, language, library, say, show_progress
from desktop.terminal.options import shape as shape_option


@click.command("import", add_help_option=False)
@common
@shape_option("text", "json", json=True)
@click.option("--jobs", type=click.IntRange(1, 16), default=1, metavar="N")
@click.option("--second-try", is_flag=True)
@click.option("--again", is_flag=True)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
def import_reports(paths: tuple[Path, ...], shape: str, jobs: int, second_try: bool, again: bool) -> None:
    """Import files and folders."""

    def seen(step: Progress | Receipt) -> None:
        if isinstance(step, Progress):
            show_progress(step)
        else:
            clear_progress()
            _tell(step, shape)

    with library(create=True) as opened:
        receipts = drive(import_paths(opened, paths, jobs, _hosts(second_try), again), seen)
    clear_progress()
    for bundle in bundles_of(receipts):
        standing, _signature = Senders(data_folder()).meet(bundle)
        say(" ".join(standing_words(bundle, standing, language())))
    asked_for = [receipt for receipt in receipts if receipt.code != PASSED_OVER]
    if shape == "json":
        click.echo(documents.dumps(documents.import_document(asked_for, language())))
    if any(receipt.status == "refused" for receipt in asked_for):
        fail()


def _hosts(second_try: bool) -> Callable[[], Host]:
    """Return how hosts are made; a second try that was asked for and cannot be made is told of, and no failure."""
    office = installed_office() if second_try else None
    if second_try and office is None:
        say(terminal_words("no_office", language()))
    return Host if office is None else hosts(office)


def _tell(receipt: Receipt, shape: str) -> None:
    if receipt.status == "refused":
        say(text.refusal_line(receipt.code, documents.receipt_name(receipt), receipt.detail, language()))
    elif shape == "text":
        click.echo(text.receipt_text(receipt, language()))
