"""A query in the language of the index: what finds at least what is asked for, and what of it orders the finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from db import vocabulary
from db.search_query import All, Any, Node
from db.search_terms import Term

MOST_FORMS = 1_000
"""A prefix that so many words begin with is left to FTS5, which gathers them all before the first hit."""

ORDERED_BY = 250_000
"""Words that stand in more passages together do not all count for the order: FTS5 goes through each once more."""


@dataclass(frozen=True, slots=True)
class Match:
    """A MATCH expression; `passages` is how many its words stand in, added up: what it costs to go through them."""

    text: str
    passages: int


def match_of(conn: sqlite3.Connection, node: Node) -> Match:
    """Return what finds at least what `node` asks for; where `node.loose`, it may find more."""
    match node:
        case Term():
            return _term(conn, node)
        case Any(choices=choices):
            found = [match_of(conn, choice) for choice in choices]
            return _joined(found, " OR ")
        case All(wanted=wanted, unwanted=unwanted):
            # The rarest first: FTS5 goes through its passages, and asks for the others only there.
            found = _rarest_first(conn, wanted)
            # What is loose would take away too much; `fits` judges it.
            left_out = [match_of(conn, part) for part in unwanted if not part.loose]
            whole = _joined(found, " AND ")
            text = "".join((whole.text, *(f" NOT {part.text}" for part in left_out)))
            return Match(f"({text})", whole.passages + sum(part.passages for part in left_out))


def order_of(conn: sqlite3.Connection, node: Node) -> str:
    """Return what the finds of `node` are ordered by: of words that must all be there the rarest, as many as go fast.

    They tell most: what stands in every tenth passage hardly tells one from another.
    """
    if not isinstance(node, All):
        return match_of(conn, node).text
    parts = _rarest_first(conn, node.wanted)
    chosen, passages = parts[:1], parts[0].passages
    for part in parts[1:]:
        passages += part.passages
        if passages <= ORDERED_BY:
            chosen.append(part)
    return _joined(chosen, " AND ").text


def _rarest_first(conn: sqlite3.Connection, nodes: Iterable[Node]) -> list[Match]:
    return sorted((match_of(conn, node) for node in dict.fromkeys(nodes)), key=lambda match: match.passages)


def _joined(parts: list[Match], between: str) -> Match:
    return Match(f"({between.join(part.text for part in parts)})", sum(part.passages for part in parts))


def _term(conn: sqlite3.Connection, term: Term) -> Match:
    if term.prefix:
        return _prefix(conn, term)
    passages = sum(vocabulary.passages_with(conn, word) for word in term.folded())
    return Match(_phrase(term.folded()), passages)


def _prefix(conn: sqlite3.Connection, term: Term) -> Match:
    """Return the words that begin so, one by one; those of a phrase anywhere in the passage, which is loose."""
    *before, begun = term.begun()
    forms = vocabulary.beginning(conn, begun, MOST_FORMS + 1)
    # A final y is i in the index, but "quy*" also begins "quyết".
    whole = term.folded()[-1]
    passages = sum(forms.values()) + sum(vocabulary.passages_with(conn, word) for word in before)
    if not forms or len(forms) > MOST_FORMS:
        last = [f'"{begun}"*', _phrase([whole])]
    else:
        last = [f'"{word}"*' if len(word) == vocabulary.LONGEST else f'"{word}"' for word in forms | {whole: 0}]
    text = f"({' OR '.join(last)})"
    return Match(f"({_phrase(before)} AND {text})" if before else text, passages)


def _phrase(words: list[str]) -> str:
    return f'"{" ".join(words)}"'
