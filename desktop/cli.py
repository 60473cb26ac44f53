"""The command `tubaocao`: with a command it runs headless and as a filter, without one it opens the window.

Results go to stdout, messages to stderr. Exit status: 0 all done, 1 something was
refused or found wrong, 2 wrong usage. The commands themselves are in `desktop.terminal`.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from db import links
from db.errors import TuBaoCaoError
from db.interface.text import failure_line
from db.messages import terminal_words
from desktop.terminal.care import check_library, draw_views, self_test
from desktop.terminal.comparing import compare_reports
from desktop.terminal.exporting import export_reports
from desktop.terminal.importing import import_reports
from desktop.terminal.options import asked_language, common, named_store, say
from desktop.terminal.reading import list_reports, search_reports, show_indicators, show_report
from desktop.terminal.words import LANGUAGE_VARIABLE, language_of, localise, localised_context, usage_words

log = logging.getLogger(__name__)

DEBUG_VARIABLE = "TUBAOCAO_DEBUG"
"""Set to anything, it brings what the program's log says to stderr."""


class _Program(click.Group):
    """Takes a first word that is no command for a report file to open in the window."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        if links.parse(args[0]) is not None:
            # So desktops hand over a link one clicked.
            return "open", self.commands["open"], ["--open-at", *args]
        if not Path(args[0]).exists():
            raise _UnknownWord(args[0])
        return "open", self.commands["open"], args


class _UnknownWord(click.UsageError):
    """The first word is neither a command nor a file."""


@click.group(cls=_Program, invoke_without_command=True, add_help_option=False)
@common
@click.option("--open-at", metavar="LINK", default="")
@click.version_option(package_name="tubaocao", message="%(version)s")
@click.pass_context
def program(ctx: click.Context, open_at: str) -> None:
    """See `[help]` in `resources/messages.toml`."""
    if ctx.invoked_subcommand is None:
        _open_window([], open_at)


@program.command("open", hidden=True, add_help_option=False)
@common
@click.option("--open-at", metavar="LINK", default="")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def open_window(files: tuple[Path, ...], open_at: str) -> None:
    """Open the window, offer the files for import, and go to the place of the link."""
    asked = (click.get_current_context().find_root().params or {}).get("open_at", "")
    _open_window(list(files), open_at or asked)


def _open_window(files: list[Path], open_at: str) -> None:
    from desktop.app import run_window  # noqa: PLC0415 - Qt: 0.3 s and a display, which no other command needs

    click.get_current_context().exit(run_window(named_store(), files, asked_language(), open_at))


for _command in (
    import_reports,
    list_reports,
    show_report,
    search_reports,
    show_indicators,
    compare_reports,
    export_reports,
    check_library,
    draw_views,
    self_test,
):
    program.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit status; every failure becomes words on stderr."""
    language = language_of(arguments)
    localise(program, language)
    for command in (program, *program.commands.values()):
        command.context_class = localised_context(language)
    asked = bool(os.environ.get(LANGUAGE_VARIABLE)) or any(word.startswith("--language") for word in arguments)
    settings = {"language": language, "language_asked": asked}
    try:
        return int(program.main(list(arguments), "tubaocao", standalone_mode=False, obj=settings) or 0)
    except _UnknownWord as error:
        say(terminal_words("unknown", language, detail=error.message))
        return 2
    except click.UsageError as error:
        say(usage_words(error, language))
        return 2
    except (click.Abort, KeyboardInterrupt):
        say(terminal_words("stopped", language))
    except TuBaoCaoError as error:
        say(failure_line(error.code, error.path.name, error.detail, language))
    except BrokenPipeError:
        # Whoever read our results has had enough, as `head` has; nothing may be written any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception:
        log.exception("unexpected")
        say(failure_line("TBC-100", "tubaocao", "", language))
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
