"""Turns a failure into the notice the user sees, with the words of db.messages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from db.errors import DamagedLibrary, TuBaoCaoError
from db.messages import explain
from db.notebook import DAMAGED as NOTEBOOK_DAMAGED
from desktop.languages import current_language
from desktop.notices import Choice, Notice


def notice_of(error: Exception, *choices: Choice, level: str = "error") -> Notice:
    """Return the notice for any failure in the language in force; its details hold the code and the path."""
    words = explain(error, current_language())
    return Notice(level, words.what, words.why, words.todo, details_of(error), choices)


def repair_choices(error: Exception, repair: Callable[[], None]) -> tuple[Choice, ...]:
    """Return the button that runs `repair`, where the library is damaged; damaged notes are set aside by themselves."""
    if not isinstance(error, DamagedLibrary) or error.code == NOTEBOOK_DAMAGED:
        return ()
    return (Choice(QCoreApplication.translate("Messages", "Repair the library…"), repair),)


def details_of(error: Exception) -> str:
    """Return what a person who helps would ask for: the code and the file; of a bug, its kind."""
    if isinstance(error, TuBaoCaoError):
        return f"{error.code} · {error.path}"
    text = QCoreApplication.translate("Messages", "Internal failure: {kind}")
    return f"TBC-100 · {text.format(kind=type(error).__name__)}"
