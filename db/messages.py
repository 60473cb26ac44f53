"""The words for every code, in both languages, out of `resources/messages.toml`.

An error carries facts; here they become what happened, why, and what to do next.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import resources
from db.errors import TuBaoCaoError

Language = Literal["vi", "en"]

LANGUAGES: tuple[Language, ...] = ("vi", "en")

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_HOLE = re.compile(r"\{(file|detail|count)\}")
_HOLES = re.compile(r"\{(\w+)\}")
_CODE = re.compile(r"TBC-\d{3}")
# Elsewhere a detail is a word of the machine: it belongs to the log, not to the sentence.
_FREE_DETAIL = re.compile(r"TBC-(101|121|131|135|21\d|231|30[378]|503|506|4\d\d)")


@dataclass(frozen=True, slots=True)
class Words:
    """A message in one language: `what` happened, `why`, and what `todo` next; each is a whole sentence."""

    what: str
    why: str
    todo: str

    @property
    def reason(self) -> str:
        """Why and what to do, as one line."""
        return f"{self.why} {self.todo}"


def words_for(code: str, language: str, file: str = "", detail: str = "", count: int = 1) -> Words:
    """Return the words for `code`, its holes filled; for a code nobody knows, those of TBC-100.

    `file` is the name of the file in question, `detail` a fact of the case. In a
    refusal only details listed in the catalogue, numbers and paths are shown.
    """
    catalogue = _catalogue()
    entry = catalogue.get(code) if _CODE.fullmatch(code) else None
    texts = (entry or catalogue["TBC-100"])[_known(language)]
    holes = {"file": file, "detail": _detail(code, detail, language), "count": str(count)}
    return Words(*(_fill(texts[part], holes) for part in ("what", "why", "todo")))


def general_words(code: str, language: str) -> Words:
    """Return the words for `code` with … for what a case would fill in; KeyError for an unknown one."""
    texts = _catalogue()[code][_known(language)]
    return Words(*(_HOLE.sub("…", _OPTIONAL.sub("", texts[part])) for part in ("what", "why", "todo")))


def explain(error: Exception, language: str) -> Words:
    """Return the words for any failure; one that is not ours is told without its own text."""
    if isinstance(error, TuBaoCaoError):
        return words_for(error.code, language, error.path.name, error.detail)
    return words_for("TBC-100", language)


def step_words(step: str, language: str) -> str:
    """Return what a step of a long work is called; the step's own name if it is not listed."""
    entry = _catalogue()["steps"].get(step)
    return str(entry[_known(language)]) if entry else step


def terminal_words(key: str, language: str, **holes: object) -> str:
    """Return what the command line says under `key`, its holes filled; KeyError for an unknown key."""
    return words_of("terminal", key, language, **holes)


def words_of(table: str, key: str, language: str, **holes: object) -> str:
    """Return what stands in a table of the catalogue under `key`, its holes filled; KeyError for an unknown key."""
    return _HOLES.sub(lambda found: str(holes.get(found[1], "")), _entry(table, key, language))


def help_words(key: str, language: str) -> str:
    """Return the help of a command or an option; KeyError for an unknown one."""
    return _entry("help", key, language)


def _entry(table: str, key: str, language: str) -> str:
    return str(_catalogue()[table][key][_known(language)])


def codes() -> list[str]:
    """Return every code of the catalogue, sorted."""
    return sorted(key for key in _catalogue() if _CODE.fullmatch(key))


@cache
def _catalogue() -> dict[str, Any]:
    return tomllib.loads(resources.text("messages.toml"))


def _known(language: str) -> Language:
    return "en" if language.lower().startswith("en") else "vi"


def _detail(code: str, detail: str, language: str) -> str:
    """Return what may be shown of `detail`: its listed words translated, else itself where that is for the eye."""
    listed = [_catalogue()["details"].get(word) for word in detail.split(", ")]
    if all(listed):
        return ", ".join(str(word[_known(language)]) for word in listed)
    return detail if _FREE_DETAIL.fullmatch(code) else ""


def _fill(text: str, holes: dict[str, str]) -> str:
    def part(found: re.Match[str]) -> str:
        names = _HOLE.findall(found[1])
        return found[1] if all(holes[name] for name in names) else ""

    return _HOLE.sub(lambda found: holes[found[1]], _OPTIONAL.sub(part, text))
