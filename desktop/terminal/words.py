"""The command line in the user's language: help, headings, and what is wrong with a call."""

from __future__ import annotations

import os
from collections.abc import Sequence
from gettext import gettext

import click

from db.messages import help_words, terminal_words

LANGUAGE_VARIABLE = "TUBAOCAO_LANGUAGE"


def language_of(arguments: Sequence[str]) -> str:
    """Return the language a call asks for, before anything else of it is read: its last --language, or the variable."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--language="):
            asked = argument.partition("=")[2]
        elif argument == "--language" and place + 1 < len(arguments):
            asked = arguments[place + 1]
    return "en" if asked.lower().startswith("en") else "vi"


def localise(program: click.Group, language: str) -> None:
    """Give every command and option its help in `language`."""
    program.help = help_words("", language)
    for name, command in program.commands.items():
        command.help = help_words(name, language)
    for command in (program, *program.commands.values()):
        for option in command.params:
            if isinstance(option, click.Option):
                option.help = help_words(option.opts[-1].lstrip("-"), language)


def localised_context(language: str) -> type[click.Context]:
    """Return a context whose help has its headings in `language`."""

    class Formatter(click.HelpFormatter):
        """Writes usage and headings in the user's words."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, terminal_words("usage", language))

        def write_heading(self, heading: str) -> None:
            known = {gettext(key): key for key in ("Options", "Commands")}
            key = known.get(heading)
            super().write_heading(terminal_words(key, language) if key else heading)

    class Context(click.Context):
        """Uses the formatter above."""

        formatter_class = Formatter

    return Context


def usage_words(error: click.UsageError, language: str) -> str:
    """Return what is wrong with a call, in one line and in the user's words."""
    if isinstance(error, click.NoSuchOption):
        detail = error.option_name
    elif isinstance(error, click.BadParameter) and error.param is not None:
        detail = error.param.opts[0] if error.param.param_type_name == "option" else error.param.human_readable_name
    else:
        detail = ""
    return terminal_words("wrong", language, detail=f" ({detail})" if detail else "")
