"""The command `datasette`: what a server needs to show the library to a whole office."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import click

from db.errors import ExportFailed
from db.interface import datasette
from desktop.terminal.options import common, language, library


@click.command("datasette", add_help_option=False)
@common
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR")
def publish_library(to: Path) -> None:
    """Write metadata.json and settings.json, and tell the call that uses them."""
    with library() as opened:
        path = opened.path
    told = to / "metadata.json"
    try:
        to.mkdir(parents=True, exist_ok=True)
        _write(told, datasette.metadata(path, language()))
        _write(to / "settings.json", datasette.SETTINGS)
    except OSError as error:
        raise ExportFailed(told, str(error)) from error
    settings = [word for name, value in datasette.SETTINGS.items() for word in ("--setting", name, str(int(value)))]
    click.echo(shlex.join(["datasette", "serve", "--immutable", str(path), "--metadata", str(told), *settings]))


def _write(file: Path, content: object) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
