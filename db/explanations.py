"""The words of `resources/explanations.toml`: for rules, reasons, checks and doubts, in both languages."""

from __future__ import annotations

import tomllib
from functools import cache

import resources


def explanation(table: str, key: str, language: str) -> str:
    """Return the words for `key` of a table ("unused", "rule", "bounds", "period", "role", "reading", "reason",
    "derived", "check", "contradiction", "doubt", "break"); the key itself where there are none.
    """
    entry = _tables()[table].get(key)
    return entry["en" if language.lower().startswith("en") else "vi"] if entry else key


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(resources.text("explanations.toml"))
