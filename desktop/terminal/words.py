"""The command line in the user's language: help, headings, and what is wrong with a call."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext

import click

from db.messages import help_words, terminal_words
from db.policy import policy
from desktop.terminal import environment


def language_of(arguments: Sequence[str]) -> str:
    """Return the language a call asks for, before anything else of it is read: its last --language, or the variable."""
    asked = environment.language() or policy().language
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--language="):
            asked = argument.partition("=")[2]
        elif argument == "--language" and place + 1 < len(arguments):
            asked = arguments[place + 1]
    return environment.spoken(asked)


def language_is_asked(arguments: Sequence[str]) -> bool:
    """Whether a call names a language, itself or by the variable."""
    return environment.language() is not None or any(word.startswith("--language") for word in arguments)


def localise(command: click.Command, name: str, language: str) -> None:
    """Give a command and its options their help in `language`; `name` is empty for the program itself."""
    command.context_class = localised_context(language)
    command.help = help_words(name, language)
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
