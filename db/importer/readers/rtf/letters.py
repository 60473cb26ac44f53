"""How letters are set, and the words that change it (RTF 1.9.1, "Font (Character) Formatting Properties")."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Letters(NamedTuple):
    """The setting of a run. `raised` is "^", "_" or ""; `font` a number of the font table."""

    font: int = 0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: str = ""
    hidden: bool = False
    deleted: bool = False

    @property
    def emphasis(self) -> str:
        """The style of `db.model.Emphasis`: some of b, i, u, ^, _."""
        return (
            ("b" if self.bold else "") + ("i" if self.italic else "") + ("u" if self.underlined else "") + self.raised
        )

    @property
    def is_printed(self) -> bool:
        """Whether letters set so are seen."""
        return not (self.hidden or self.deleted)


_Change = Callable[[Letters, int | None], Letters]

_UNDERLINES = (
    *("ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhair", "ulhwave", "ulldash", "ulth", "ulthd"),
    *("ulthdash", "ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave"),
)


def _is_on(number: int | None) -> bool:
    return number != 0


def _bold(letters: Letters, number: int | None) -> Letters:
    return letters._replace(bold=_is_on(number))


def _italic(letters: Letters, number: int | None) -> Letters:
    return letters._replace(italic=_is_on(number))


def _underlined(letters: Letters, number: int | None) -> Letters:
    return letters._replace(underlined=_is_on(number))


def _not_underlined(letters: Letters, number: int | None) -> Letters:  # a change like the others
    return letters._replace(underlined=False)


def _superscript(letters: Letters, number: int | None) -> Letters:
    return letters._replace(raised="^" if _is_on(number) else "")


def _subscript(letters: Letters, number: int | None) -> Letters:
    return letters._replace(raised="_" if _is_on(number) else "")


def _level(letters: Letters, number: int | None) -> Letters:  # a change like the others
    return letters._replace(raised="")


def _hidden(letters: Letters, number: int | None) -> Letters:
    return letters._replace(hidden=_is_on(number))


def _deleted(letters: Letters, number: int | None) -> Letters:
    return letters._replace(deleted=_is_on(number))


LETTER_WORDS: dict[bytes, _Change] = {
    b"b": _bold,
    b"i": _italic,
    **{name.encode(): _underlined for name in _UNDERLINES},
    b"ulnone": _not_underlined,
    b"super": _superscript,
    b"sub": _subscript,
    b"nosupersub": _level,
    b"v": _hidden,
    b"deleted": _deleted,
    b"mvf": _deleted,
}
"""What a word changes: the letters before it and its number to the letters behind it. \\f and \\plain are not here."""
