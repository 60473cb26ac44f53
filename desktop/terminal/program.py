"""The commands of `tubaocao`, each loaded when it is called: one of them must not wait for what all others need."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from db import links
from db.messages import terminal_words
from desktop.terminal.options import asked_language, common, named_store, say
from desktop.terminal.words import language_is_asked, language_of, localise, usage_words

HOMES = {
    "check": "care:check_library",
    "compare": "comparing:compare_reports",
    "datasette": "publishing:publish_library",
    "export": "exporting:export_reports",
    "import": "importing:import_reports",
    "indicators": "reading:show_indicators",
    "list": "reading:list_reports",
    "pack": "packing:pack_reports",
    "search": "reading:search_reports",
    "selftest": "care:self_test",
    "show": "reading:show_report",
    "views": "care:draw_views",
}
"""Where each command stands in `desktop.terminal`."""


class _Program(click.Group):
    """Takes a first word that is no command for a report file to open in the window."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*HOMES, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in HOMES and cmd_name not in self.commands:
            module, name = HOMES[cmd_name].split(":")
            self.add_command(getattr(import_module(f"desktop.terminal.{module}"), name))
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            localise(found, cmd_name, ctx.find_root().ensure_object(dict)["language"])
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.list_commands(ctx):
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
    from desktop.app import run_window  # noqa: PLC0415 - Qt: 0.1 s and a display, which no other command needs

    click.get_current_context().exit(run_window(named_store(), files, asked_language(), open_at))


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit status; what is wrong with the call becomes words on stderr."""
    language = language_of(arguments)
    localise(program, "", language)
    settings = {"language": language, "language_asked": language_is_asked(arguments)}
    try:
        return int(program.main(list(arguments), "tubaocao", standalone_mode=False, obj=settings) or 0)
    except _UnknownWord as error:
        say(terminal_words("unknown", language, detail=error.message))
        return 2
    except click.UsageError as error:
        say(usage_words(error, language))
        return 2
    except click.Abort as error:
        raise KeyboardInterrupt from error
