"""The command `pack`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from db.bundling import write_bundle
from db.importer.bundle import SUFFIX
from db.messages import words_of
from db.places import data_folder
from db.signing import code_of, sign
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, language, library, say, show_progress
from desktop.terminal.reading import report_named


@click.command("pack", add_help_option=False)
@common
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.option("--office", default="", metavar="NAME")
@click.option("--unsigned", is_flag=True)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…")
def pack_reports(reports: tuple[str, ...], target: Path, office: str, unsigned: bool) -> None:
    """Pack reports into one file; its name and its seal are the result, the key's code goes to stderr.

    Without a name the issuer of the first report signs.
    """
    if target.suffix.lower() != SUFFIX:
        target = target.with_name(target.name + SUFFIX)
    with library() as opened:
        named = [report_named(opened, name) for name in reports]
        chosen = list(dict.fromkeys(report.id for report in named))
        signer = " ".join((office or named[0].data.issuer or named[0].source.name).split())
        signed = None if unsigned else partial(sign, data_folder(), signer)
        told = drive(write_bundle(opened, chosen, target, signed), show_progress)
    clear_progress()
    click.echo(f"{target}\t{told.seal}")
    if told.signature is not None:
        code = code_of(told.signature.key)
        say(words_of("senders", "packed", language(), office=told.signature.office, code=code))
