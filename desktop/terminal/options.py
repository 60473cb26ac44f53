"""What the commands share: the options each of them has, the library they work on, and how they speak."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from db.library import Library
from db.messages import step_words
from db.model import Progress
from db.places import default_store
from desktop.terminal import environment

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that every command has."""
    language = click.Choice(["vi", "en"])
    store = click.Path(path_type=Path)
    command = click.option("--language", type=language, expose_value=False, callback=_remember)(command)
    command = click.option("--store", type=store, metavar="FILE", expose_value=False, callback=_remember)(command)
    return click.help_option("--help")(command)


def shape(*shapes: str, json: bool = False) -> Decorator:
    """Give a command its --format, the first shape being the default, and the shorter --json where it has one."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        if json:
            command = click.option("--json", "shape", flag_value="json")(command)
        return click.option("--format", "shape", type=click.Choice(shapes), default=shapes[0])(command)

    return decorate


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep a setting given before or after the command; the later one wins."""
    if value is not None:
        ctx.find_root().ensure_object(dict)[param.name] = value


def _settings() -> dict[str, Any]:
    return click.get_current_context().find_root().ensure_object(dict)


def language() -> str:
    """Return the language of this call."""
    return str(_settings()["language"])


def asked_language() -> str | None:
    """Return the language this call asks for, None if it leaves that open."""
    return language() if _settings()["language_asked"] else None


def named_store() -> Path | None:
    """Return the library this call names, None if it names none."""
    named = _settings().get("store")
    return Path(named) if named else environment.store()


def store() -> Path:
    """Return the library this call works on."""
    return named_store() or default_store()


@contextmanager
def library(create: bool = False) -> Iterator[Library]:
    """Give the library of this call, open; raises LibraryError."""
    opened = Library.open(store(), create=create)
    try:
        yield opened
    finally:
        opened.close()


def say(line: str) -> None:
    """Write a message, which is no result, to stderr."""
    click.echo(line, err=True)


def fail() -> None:
    """End the call: something was refused or found wrong."""
    click.get_current_context().exit(1)


def show_progress(step: Progress) -> None:
    """Show a step of a long work on a terminal, over the step before; nowhere else."""
    if sys.stderr.isatty():
        place = f"[{min(step.done + 1, step.total)}/{step.total}] " if step.total else ""
        click.echo(f"\r\x1b[K{place}{step_words(step.step, language())}: {step.detail}", err=True, nl=False)


def clear_progress() -> None:
    """Take the last step off the terminal."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)
