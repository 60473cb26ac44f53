"""What a line typed into the search box asks for.

    line    = both (OR both)*
    both    = atom (AND? atom | NOT atom)*       all in the same block, note or cell
    atom    = word | word* | "a phrase" | ( line ) | field
    field   = mục:word | năm:2023 | năm:2021-2023 | chú thích: | bảng:

AND, OR, NOT (also VÀ, HOẶC, KHÔNG) count only in capitals, for "và" and "không" are
common words; in a line that is all capitals only the English ones count. A line that
cannot be read so is taken as its bare words: nothing typed is ever an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from db.search_terms import Term, words_of
from db.vietnamese.folding import fold, nfc

MOST_WORDS = 64
_DEEPEST = 10
_TOKEN = re.compile(
    r"(?P<blank>\s+)"
    r"|(?P<open>\()|(?P<close>\))"
    r"|[\"“”„«](?P<phrase>[^\"“”„«»]*)[\"“”»]"
    r"|(?P<quote>[\"“”„«»])"
    r"|(?P<word>[^\s()\"“”„«»]+)"
)
# Read on the fold of the line, which has the same offsets.
_FIELD = re.compile(r"(?<!\w)(muc|section|nam|year|chu ?thich|notes?|bang|tables?)\s*:")
_FIELDS = {"muc": "section", "nam": "year", "chu thich": "notes", "chuthich": "notes", "note": "notes"}
_FIELDS |= {"bang": "tables", "table": "tables"}
_ENGLISH = {"AND": "and", "OR": "or", "NOT": "not"}
_OPERATORS = _ENGLISH | {"VÀ": "and", "VA": "and", "HOẶC": "or", "HOAC": "or", "KHÔNG": "not", "KHONG": "not"}
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


@dataclass(frozen=True, slots=True)
class All:
    """Every one of `wanted` and none of `unwanted`; `wanted` is never empty."""

    wanted: tuple[Node, ...]
    unwanted: tuple[Node, ...] = ()

    @property
    def loose(self) -> bool:
        """Whether a passage has to be judged by its own text."""
        return any(part.loose for part in (*self.wanted, *self.unwanted))


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of `choices`."""

    choices: tuple[Node, ...]

    @property
    def loose(self) -> bool:
        """Whether a passage has to be judged by its own text."""
        return any(choice.loose for choice in self.choices)


Node = Term | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """A line read: what the words of a passage must be, and where to look.

    `tree` is None where there are no words. `years` and `scopes` are empty where all
    count. `sections` are terms of which each must be the number of a section around
    the passage or stand in its title.
    """

    tree: Node | None
    years: frozenset[int] = frozenset()
    scopes: frozenset[str] = frozenset()
    sections: tuple[Term, ...] = ()
    fallback: bool = False


class _Unreadable(Exception):
    """The line follows no grammar of ours."""


@dataclass(slots=True)
class _Parser:
    tokens: list[tuple[str, str]]
    at: int = 0
    depth: int = 0
    years: set[int] = field(default_factory=set)
    scopes: set[str] = field(default_factory=set)
    sections: list[Term] = field(default_factory=list)

    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else "end"

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]

    def either(self) -> Node | None:
        choices = [self.both()]
        while self.kind() == "or":
            self.take()
            choices.append(self.both())
        if len(choices) == 1:
            return choices[0]
        found = tuple(choice for choice in choices if choice is not None)
        if len(found) < len(choices):
            raise _Unreadable
        return Any(found)

    def both(self) -> Node | None:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while self.kind() not in ("or", "close", "end"):
            if self.kind() == "and":
                self.take()
                if not wanted or self.kind() in ("and", "or", "close", "end"):
                    raise _Unreadable
            elif self.kind() == "not":
                self.take()
                if not wanted:
                    raise _Unreadable
                unwanted.append(self.needed())
            elif (atom := self.atom()) is not None:
                wanted.append(atom)
        return (
            wanted[0] if len(wanted) == 1 and not unwanted else All(tuple(wanted), tuple(unwanted)) if wanted else None
        )

    def needed(self) -> Node:
        if self.kind() not in ("word", "phrase", "open") or (atom := self.atom()) is None:
            raise _Unreadable
        return atom

    def atom(self) -> Node | None:
        """Return the next word, phrase or group; None for a field or mere punctuation."""
        kind, text = self.kind(), self.take()
        if kind == "open":
            return self.group()
        if kind == "field":
            self.restrict(text)
            return None
        if kind in ("close", "quote"):
            raise _Unreadable
        return _term(text, phrase=kind == "phrase")

    def group(self) -> Node | None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Unreadable
        inner = self.either()
        if self.kind() != "close":
            raise _Unreadable
        self.take()
        self.depth -= 1
        return inner

    def restrict(self, name: str) -> None:
        if name in ("notes", "tables"):
            self.scopes.add(name)
        elif self.kind() not in ("word", "phrase"):
            raise _Unreadable
        elif name == "year":
            self.years |= _years(self.take())
        else:
            term = _term(self.take(), phrase=True)
            if term is None:
                raise _Unreadable
            self.sections.append(term)


def parse(line: str) -> Query:
    """Read `line`; `fallback` is set where only its words could be used."""
    line = nfc(line)
    parser = _Parser(_tokens(line))
    try:
        tree = parser.either()
        if parser.kind() != "end" or len(words_of(line)) > MOST_WORDS:
            raise _Unreadable
    except _Unreadable:
        return replace(plain(line), fallback=True)
    return Query(tree, frozenset(parser.years), frozenset(parser.scopes), tuple(parser.sections))


def plain(line: str) -> Query:
    """Read `line` as bare words, all of which must be there; at most MOST_WORDS of them."""
    words = tuple(Term((word,)) for word in words_of(nfc(line))[:MOST_WORDS])
    return Query(words[0] if len(words) == 1 else All(words) if words else None)


def _term(text: str, phrase: bool) -> Term | None:
    """Return the term of a word or phrase; "27-NQ/TU" is a phrase of three words."""
    prefix = text.endswith("*")
    if not phrase and "*" in text.rstrip("*"):
        raise _Unreadable
    words = words_of(text)
    if not words and "*" in text:
        raise _Unreadable
    return Term(tuple(words), prefix) if words else None


def _years(text: str) -> set[int]:
    years: set[int] = set()
    for part in text.strip(",;").split(","):
        found = _YEARS.fullmatch(part)
        if not found:
            raise _Unreadable
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= last <= first + 200:
            raise _Unreadable
        years.update(range(first, last + 1))
    return years


def _tokens(line: str) -> list[tuple[str, str]]:
    operators = _ENGLISH if line.upper() == line else _OPERATORS
    folded, tokens, at = fold(line), list[tuple[str, str]](), 0
    while at < len(line):
        if found := _FIELD.match(folded, at):
            name = found[1]
            tokens.append(("field", _FIELDS.get(name, name)))
            at = found.end()
            continue
        token = _TOKEN.match(line, at)
        assert token is not None  # every sign is in one of the classes
        kind, text = str(token.lastgroup), token[str(token.lastgroup)]
        if kind == "word":
            kind = operators.get(text, kind)
        if kind != "blank":
            tokens.append((kind, text))
        at = token.end()
    return tokens
