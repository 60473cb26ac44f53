"""The groups of a table of the header as a small tree: what each says, and the groups inside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from db.importer.readers.rtf.fonts import letters_of
from db.importer.readers.rtf.tokens import Kind, Token
from db.importer.readers.rtf.unicode_words import character, skipped_after

_DEEPEST = 20


@dataclass(slots=True)
class Group:
    """A group. `name` is its first word; `words` hold their last numbers, None for a word without one."""

    name: bytes = b""
    starred: bool = False
    words: dict[bytes, int | None] = field(default_factory=dict)
    text: str = ""
    groups: list[Group] = field(default_factory=list)

    def number(self, word: bytes, default: int = 0) -> int:
        """Return the number of a word; `default` where the word or its number is not there."""
        number = self.words.get(word)
        return default if number is None else number

    def named(self, name: bytes) -> list[Group]:
        """Return the groups inside that begin with a word."""
        return [group for group in self.groups if group.name == name]


def tree_of(tokens: Iterable[tuple[int, Token]], codec: str) -> Group:
    """Return the group of these tokens; its letters are of one code page. What is nested too deep is left out."""
    root = Group()
    around = [root]
    skip = 0
    for depth, token in tokens:
        kind, value, number = token
        group = around[-1]
        if depth > _DEEPEST:
            continue
        if kind is Kind.OPEN:
            around.append(Group())
            group.groups.append(around[-1])
        elif kind is Kind.CLOSE:
            del around[depth + 1 :]
        elif kind is Kind.WORD:
            skip = _say(group, value, number)
        elif kind is Kind.SIGN:
            group.starred = group.starred or value == b"*"
        else:
            group.text += letters_of(value[skip:], codec)
            skip = max(0, skip - len(value))
    return root


def _say(group: Group, word: bytes, number: int | None) -> int:
    """Take a word; return how many letters behind it only stand in for it."""
    if word == b"u":
        group.text += character(number)
        return skipped_after(group.words.get(b"uc"))
    group.name = group.name or word
    group.words[word] = number
    return 0
