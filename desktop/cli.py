"""The command `tubaocao`: with a command it runs headless and as a filter, without one it opens the window.

Results go to stdout, messages to stderr. Exit status: 0 all done, 1 something was
refused or found wrong, 2 wrong usage.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from db import health, queries, search
from db.errors import LibraryError, TuBaoCaoError
from db.importer.offers import PASSED_OVER
from db.importer.pipeline import import_paths
from db.interface import csv, documents, text
from db.interface.html import report_html
from db.library import Library
from db.messages import step_words, terminal_words
from db.model import SEARCH_SCOPES, Progress, Receipt, Report
from db.places import default_store
from desktop.command_words import LANGUAGE_VARIABLE, language_of, localise, localised_context, usage_words
from desktop.driving import drive

log = logging.getLogger(__name__)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

STORE_VARIABLE = "TUBAOCAO_STORE"
DEBUG_VARIABLE = "TUBAOCAO_DEBUG"


class _Program(click.Group):
    """Takes a first word that is no command for a report file to open in the window."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        if not Path(args[0]).exists():
            raise _UnknownWord(args[0])
        return "open", self.commands["open"], args


class _UnknownWord(click.UsageError):
    """The first word is neither a command nor a file."""


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep a setting given before or after the command; the later one wins."""
    if value is not None:
        ctx.find_root().ensure_object(dict)[param.name] = value


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that every command has."""
    language = click.Choice(["vi", "en"])
    store = click.Path(path_type=Path)
    command = click.option("--language", type=language, expose_value=False, callback=_remember)(command)
    command = click.option("--store", type=store, metavar="FILE", expose_value=False, callback=_remember)(command)
    return click.help_option("--help")(command)


def _shape(*shapes: str, json: bool = False) -> Decorator:
    """Give a command its --format, the first shape being the default, and the shorter --json where it has one."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        if json:
            command = click.option("--json", "shape", flag_value="json")(command)
        return click.option("--format", "shape", type=click.Choice(shapes), default=shapes[0])(command)

    return decorate


def _settings() -> dict[str, Any]:
    return click.get_current_context().find_root().ensure_object(dict)


def _language() -> str:
    return str(_settings()["language"])


def _store() -> Path:
    named = _settings().get("store") or os.environ.get(STORE_VARIABLE)
    return Path(named) if named else default_store()


@contextmanager
def _library(create: bool = False) -> Iterator[Library]:
    library = Library.open(_store(), create=create)
    try:
        yield library
    finally:
        library.close()


def _say(line: str) -> None:
    click.echo(line, err=True)


def _fail() -> None:
    click.get_current_context().exit(1)


@click.group(cls=_Program, invoke_without_command=True, add_help_option=False)
@_common
@click.version_option(package_name="tubaocao", message="%(version)s")
@click.pass_context
def program(ctx: click.Context) -> None:
    """See `[help]` in `resources/messages.toml`."""
    if ctx.invoked_subcommand is None:
        _open_window([])


@program.command("open", hidden=True, add_help_option=False)
@_common
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def open_window(files: tuple[Path, ...]) -> None:
    """Open the window and offer the files for import."""
    _open_window(list(files))


def _open_window(files: list[Path]) -> None:
    from desktop.app import run_window  # noqa: PLC0415 - Qt: 0.3 s and a display, which no other command needs

    named = _settings().get("store") or os.environ.get(STORE_VARIABLE)
    asked = _settings().get("asked_language")
    click.get_current_context().exit(run_window(Path(named) if named else None, files, asked))


@program.command("import", add_help_option=False)
@_common
@_shape("text", "json", json=True)
@click.option("--jobs", type=click.IntRange(1, 16), default=1, metavar="N")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
def import_reports(paths: tuple[Path, ...], shape: str, jobs: int) -> None:
    """Import files and folders."""

    def seen(step: Progress | Receipt) -> None:
        if isinstance(step, Progress):
            _show_progress(step)
        else:
            _tell(step, shape)

    with _library(create=True) as library:
        receipts = drive(import_paths(library, paths, jobs), seen)
    asked_for = [receipt for receipt in receipts if receipt.code != PASSED_OVER]
    if shape == "json":
        click.echo(documents.dumps(documents.import_document(asked_for, _language())))
    if any(receipt.status == "refused" for receipt in asked_for):
        _fail()


def _tell(receipt: Receipt, shape: str) -> None:
    _clear_progress()
    if receipt.status == "refused":
        name = documents.receipt_name(receipt)
        _say(text.refusal_line(receipt.code, name, receipt.detail, _language()))
    elif shape == "text":
        click.echo(text.receipt_text(receipt, _language()))


def _show_progress(step: Progress) -> None:
    if sys.stderr.isatty():
        place = f"[{min(step.done + 1, step.total)}/{step.total}] " if step.total else ""
        click.echo(f"\r\x1b[K{place}{step_words(step.step, _language())}: {step.detail}", err=True, nl=False)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)


@program.command("list", add_help_option=False)
@_common
@_shape("text", "json", json=True)
def list_reports(shape: str) -> None:
    """List the reports."""
    with _library() as library:
        reports = queries.reports(library.reader())
    if shape == "json":
        click.echo(documents.dumps(documents.list_document(reports)))
    else:
        click.echo(text.list_text(reports), nl=False)


@program.command("show", add_help_option=False)
@_common
@_shape("text", "json", "html")
@click.argument("report")
def show_report(report: str, shape: str) -> None:
    """Show one report whole."""
    with _library() as library:
        conn = library.reader()
        found = _report(library, report)
        content = queries.content(conn, found.id)
    if shape == "json":
        click.echo(documents.dumps(documents.report_document(found, content, _language())))
    else:
        write = report_html if shape == "html" else text.report_text
        click.echo(write(found, content, _language()), nl=False)


def _report(library: Library, name: str) -> Report:
    try:
        found = queries.find_report(library.reader(), name)
    except queries.AmbiguousReport as error:
        raise LibraryError(library.path, name, "TBC-211") from error
    if found is None:
        raise LibraryError(library.path, name, "TBC-210")
    return found


def _scopes(_ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    scopes = tuple(word.strip() for word in value.split(",") if word.strip())
    if not scopes or not set(scopes) <= set(SEARCH_SCOPES):
        raise click.BadParameter(value, param=param)
    return scopes


@program.command("search", add_help_option=False)
@_common
@_shape("text", "json", json=True)
@click.option("--year", type=int)
@click.option("--scope", default=",".join(SEARCH_SCOPES), callback=_scopes)
@click.option("--limit", type=click.IntRange(1), default=500)
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
def search_reports(words: tuple[str, ...], shape: str, year: int | None, scope: tuple[str, ...], limit: int) -> None:
    """Search all reports."""
    with _library() as library:
        conn = library.reader()
        result = search.search(
            conn, " ".join(words), years=(year,) if year is not None else (), scopes=scope, limit=limit
        )
        reports = {report.id: report for report in queries.reports(conn)}
        sections = {number: queries.sections(conn, number) for number in {hit.report_id for hit in result.hits}}
    if shape == "json":
        click.echo(documents.dumps(documents.search_document(result)))
        return
    click.echo(text.search_text(result, reports, sections), nl=False)
    if len(result.hits) < result.total:
        _say(terminal_words("more", _language(), shown=len(result.hits), detail=result.total))
    else:
        _say(terminal_words("hits", _language(), detail=result.total))


@program.command("indicators", add_help_option=False)
@_common
@_shape("table", "csv", "json")
@click.argument("name", default="")
def show_indicators(name: str, shape: str) -> None:
    """Values of indicators over the years."""
    with _library() as library:
        series = csv.named(queries.series(library.reader()), name)
        if name and not series:
            raise LibraryError(library.path, name, "TBC-212")
    if shape == "json":
        click.echo(documents.dumps(documents.indicators_document(series)))
    elif shape == "csv":
        click.echo(csv.series_csv(series), nl=False)
    else:
        click.echo("".join("\t".join(row) + "\n" for row in text.series_rows(series)), nl=False)


@program.command("check", add_help_option=False)
@_common
@_shape("text", "json", json=True)
@click.option("--repair", is_flag=True)
def check_library(shape: str, repair: bool) -> None:
    """Check the library."""
    with _library() as library:
        found = drive(health.check(library, repair=repair), _show_progress)
        reports = 0 if found else len(queries.reports(library.reader()))
    _clear_progress()
    language = _language()
    if shape == "json":
        click.echo(documents.dumps(documents.check_document(found, _store().name, language)))
    elif not found:
        click.echo(terminal_words("sound", language, detail=reports))
    for finding in found:
        done = f" ({terminal_words('repaired', language)})" if finding.repaired else ""
        _say(text.refusal_line(finding.code, _store().name, finding.detail, language) + done)
    if any(not finding.repaired for finding in found):
        _fail()


def _size(_ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    width, _, height = value.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise click.BadParameter(value, param=param)
    return int(width), int(height)


@program.command("views", add_help_option=False)
@_common
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR")
@click.option("--size", default="1366x768", callback=_size, metavar="WxH")
@click.option("--scale", type=click.FloatRange(0.5, 4.0), default=1.0)
@click.option("--theme", type=click.Choice(["light", "sepia", "dark", "contrast"]), default="light")
def draw_views(to: Path, size: tuple[int, int], scale: float, theme: str) -> None:
    """Draw every view into PNG files."""
    try:
        from desktop.views import render_views  # noqa: PLC0415 - Qt: 0.3 s, which no other command needs

        paths = render_views(_store(), to, size, scale, theme, _language())
    except (ImportError, OSError) as error:
        raise TuBaoCaoError(to, str(error), "TBC-230") from error
    for path in paths:
        click.echo(path)


@program.command("selftest", add_help_option=False)
@_common
def self_test() -> None:
    """Test the program on this machine."""
    from desktop.selftest import steps  # noqa: PLC0415 - it opens every view, and so brings Qt

    sound = True
    for step in steps(_language()):
        click.echo(f"{'ok ' if step.ok else 'BAD'}\t{step.name}\t{step.detail}\t{step.seconds:.1f} s")
        sound = sound and step.ok
    if not sound:
        _fail()


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit status; every failure becomes words on stderr."""
    language = language_of(arguments)
    localise(program, language)
    program.context_class = localised_context(language)
    for command in program.commands.values():
        command.context_class = program.context_class
    said = os.environ.get(LANGUAGE_VARIABLE) or any(word.startswith("--language") for word in arguments)
    obj = {"language": language, "asked_language": language if said else None}
    try:
        return int(program.main(list(arguments), "tubaocao", standalone_mode=False, obj=obj) or 0)
    except _UnknownWord as error:
        _say(terminal_words("unknown", language, detail=error.message))
        return 2
    except click.UsageError as error:
        _say(usage_words(error, language))
        return 2
    except (click.Abort, KeyboardInterrupt):
        _say(terminal_words("stopped", language))
    except TuBaoCaoError as error:
        _say(text.refusal_line(error.code, error.path.name, error.detail, language))
    except BrokenPipeError:
        # Whoever read our results has had enough, as `head` has; nothing may be written any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception:
        log.exception("unexpected")
        _say(text.refusal_line("TBC-100", "tubaocao", "", language))
    return 1


def main() -> int:
    """Start the program; the entry point of `tubaocao`."""
    if sys.argv[1:2] == ["--worker"]:
        from db.importer.worker import main as read_files  # noqa: PLC0415 - lxml, which only this process needs

        read_files()
        return 0
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(level=logging.DEBUG if DEBUG_VARIABLE in os.environ else logging.CRITICAL)
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
