"""What the environment says to every call of the program, before its arguments are read."""

from __future__ import annotations

import os
from pathlib import Path

STORE_VARIABLE = "TUBAOCAO_STORE"
LANGUAGE_VARIABLE = "TUBAOCAO_LANGUAGE"
DEBUG_VARIABLE = "TUBAOCAO_DEBUG"


def store() -> Path | None:
    """Return the library to work on, None where none is named."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else None


def language() -> str | None:
    """Return the language to speak, None where none is named."""
    named = os.environ.get(LANGUAGE_VARIABLE)
    return spoken(named) if named else None


def spoken(named: str) -> str:
    """Return the language of ours that a name as "en_GB" stands for."""
    return "en" if named.lower().startswith("en") else "vi"


def debugging() -> bool:
    """Whether what the program's log says is wanted on stderr."""
    return DEBUG_VARIABLE in os.environ
