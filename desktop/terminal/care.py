"""The commands that look after the program and its library: `check`, `views`, `selftest`."""

from __future__ import annotations

import platform
from pathlib import Path

import click

from db import health, queries, salvage
from db.errors import ExportFailed, TuBaoCaoError
from db.interface import documents, text
from db.messages import terminal_words
from desktop.terminal.driving import drive
from desktop.terminal.options import clear_progress, common, fail, language, library, say, show_progress, store
from desktop.terminal.options import shape as shape_option
from desktop.terminal.selftest import steps
from desktop.version import program_version

_SMALLEST, _LARGEST = 200, 8000


@click.command("check", add_help_option=False)
@common
@shape_option("text", "json", json=True)
@click.option("--repair", is_flag=True)
def check_library(shape: str, repair: bool) -> None:
    """Check the library."""
    name = store().name
    mended = drive(salvage.mend(store()), show_progress) if repair else None
    with library() as opened:
        found = list(mended.findings) if mended is not None else drive(health.check(opened), show_progress)
        reports = 0 if found else len(queries.reports(opened.reader()))
    clear_progress()
    if shape == "json":
        click.echo(documents.dumps(documents.check_document(found, name, language())))
    elif not found:
        click.echo(terminal_words("sound", language(), detail=reports))
    for finding in found:
        done = f" ({terminal_words('repaired', language())})" if finding.repaired else ""
        say(text.failure_line(finding.code, name, finding.detail, language()) + done)
    if mended is not None and mended.salvaged is not None:
        _tell_salvaged(mended.salvaged)
    if any(not finding.repaired for finding in found):
        fail()


def _tell_salvaged(outcome: salvage.Salvaged) -> None:
    """Say what was carried into the new library, and where the damaged one lies."""
    numbers = {"whole": outcome.whole, "copies": outcome.from_backups, "lost": outcome.lost}
    counts = {name: len(reports) for name, reports in numbers.items()}
    say(terminal_words("salvaged", language(), **counts, detail=outcome.aside or ""))
    for one in outcome.lost:
        say(f"{one.name}\t{one.source}")
    if outcome.unsure:
        say(terminal_words("unsure", language(), detail=", ".join(outcome.unsure)))


def _size(_ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    sides = value.lower().split("x")
    if len(sides) != 2 or not all(side.isdecimal() and _SMALLEST <= int(side) <= _LARGEST for side in sides):
        raise click.BadParameter(value, param=param)
    return int(sides[0]), int(sides[1])


@click.command("views", add_help_option=False)
@common
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR")
@click.option("--size", default="1366x768", callback=_size, metavar="WxH")
@click.option("--scale", type=click.FloatRange(0.5, 4.0), default=1.0)
@click.option("--theme", type=click.Choice(["light", "sepia", "dark", "contrast"]), default="light")
def draw_views(to: Path, size: tuple[int, int], scale: float, theme: str) -> None:
    """Draw every view into PNG files."""
    try:
        from desktop.views import render_views  # noqa: PLC0415 - Qt: 0.3 s, which no other command needs

        paths = render_views(store(), to, size, scale, theme, language())
    except (ImportError, OSError) as error:
        raise TuBaoCaoError(to, str(error), "TBC-230") from error
    for path in paths:
        click.echo(path)


@click.command("selftest", add_help_option=False)
@common
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
def self_test(report: Path | None) -> None:
    """Test the program on this machine; `report` takes what came of it, for whoever looks after the program."""
    sound, lines = True, [f"Tủ Báo Cáo {program_version()}\t{platform.platform()}\tPython {platform.python_version()}"]
    for step in steps(language()):
        lines.append(f"{'ok ' if step.ok else 'BAD'}\t{step.name}\t{step.detail}\t{step.seconds:.1f} s")
        click.echo(lines[-1])
        sound = sound and step.ok
    if report is not None:
        try:
            report.write_text("\n".join([*lines, ""]), "utf-8")
        except OSError as error:
            raise ExportFailed(report, str(error)) from error
    if not sound:
        fail()
