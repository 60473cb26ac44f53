"""Search over the whole library: words to places, best first, with the text around them."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any as Row

from db import schema
from db.connections import snapshot
from db.errors import DamagedLibrary
from db.model import FIGURE_SCOPE, SEARCH_SCOPES, SearchResult
from db.search_amounts import amount_hit, amount_hits, read_amount
from db.search_hits import Surroundings, hit_of
from db.search_match import match_of, order_of
from db.search_query import All, Any, Node, Query, parse
from db.search_terms import Span, Term, find_in, merged
from db.sqlite_errors import SEARCH_INDEX_CODE, SearchInterrupted, path_of, typed_errors
from db.vietnamese.folding import lower, nfc, without_marks

__all__ = ["SearchInterrupted", "find_in", "highlights", "search", "wider_forms"]

EXACT_UP_TO = 5_000
"""Up to so many candidates a query with typed marks is counted exactly; beyond, among the best so many."""

RANKED_UP_TO = 20_000
"""More matches than this come newest first instead of best first: ranking costs 1.3 µs each."""

_BATCH = 500
_QUOTES = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Where to search; empty years and scopes and no report mean everywhere."""

    years: tuple[int, ...]
    scopes: tuple[str, ...]
    report_id: int | None


# A row number tells report and kind of passage, see `db.schema`: no table needs to be asked.
_FOUND = """
      FROM search_text
     WHERE search_text MATCH :match
       AND search_text.rowid BETWEEN :first AND :last
       AND (:everywhere OR (search_text.rowid % :room > :notes) + (search_text.rowid % :room > :cells)
                           IN (SELECT value FROM json_each(:scopes)))
       AND (:always OR search_text.rowid / :room
                       IN (SELECT id FROM report WHERE year IN (SELECT value FROM json_each(:years))))
"""
COUNT = "SELECT count(*)" + _FOUND
# In the order of the index, newest report first.
NEWEST = "SELECT search_text.rowid" + _FOUND + "ORDER BY search_text.rowid DESC LIMIT :most"
# Best first those of :passages; the plus keeps SQLite from asking the index for each of them.
BEST = """
    SELECT search_text.rowid
      FROM search_text
     WHERE search_text MATCH :order
       AND +search_text.rowid IN (SELECT value FROM json_each(:passages))
     ORDER BY bm25(search_text)
     LIMIT :most
"""
# A passage is in one of the three tables only.
TEXTS = """
    SELECT asked.value, coalesce(block.text, note.text, cell.text)
      FROM json_each(:passages) AS asked
      LEFT JOIN block ON block.id = asked.value
      LEFT JOIN note ON note.id = asked.value
      LEFT JOIN cell ON cell.id = asked.value
     ORDER BY asked.key
"""


@typed_errors
def search(
    conn: sqlite3.Connection,
    query: str,
    years: Iterable[int] = (),
    scopes: Iterable[str] = (),
    *,
    limit: int = 50,
    offset: int = 0,
    report_id: int | None = None,
    quick: bool = False,
) -> SearchResult:
    """Return the hits `offset` … `offset + limit` of `query`, best first, and how many there are in all.

    `years` and `scopes` (of SEARCH_SCOPES) narrow, empty means all; the query's own
    fields narrow further. `total` is exact, but for a query with typed marks or `mục:`
    that has more than EXACT_UP_TO candidates: then so many are judged and `capped` is
    set. A query for an amount ("112,5", "> 100 tỷ đồng năm 2023") finds figures as well, after
    the words, where all scopes or FIGURE_SCOPE are asked for. Beyond RANKED_UP_TO
    candidates the newest come first instead of the best. A `quick` search counts and
    judges no more than its page needs, and no more than RANKED_UP_TO: where `capped` is
    set, there are more than `total`.
    Raises SearchInterrupted when another thread calls `conn.interrupt()`,
    DamagedLibrary (TBC-304) when the index cannot be read or names what is not there.
    """
    chosen, years = tuple(scopes), tuple(years)
    amount = read_amount(query) if not chosen or FIGURE_SCOPE in chosen else None
    in_words = tuple(scope for scope in chosen if scope != FIGURE_SCOPE)
    with snapshot(conn):
        found = SearchResult(query, 0, ())
        if in_words or not chosen:
            narrowed = Narrowed(years, in_words, report_id)
            found = _in_words(conn, query, narrowed, slice(offset, offset + limit), quick)
        if amount is None:
            return found
        places = amount_hits(conn, amount, json.dumps(years), always=not years, report_id=report_id)
        rest = slice(max(0, offset - found.total), max(0, offset + limit - found.total))
        more = tuple(amount_hit(conn, place) for place in places[rest])
    return replace(found, total=found.total + len(places), hits=(*found.hits, *more))


def _in_words(conn: sqlite3.Connection, query: str, narrowed: Narrowed, page: slice, quick: bool) -> SearchResult:
    """Return what stands in the texts."""
    asked = parse(query)
    if asked.tree is None:
        return SearchResult(query, 0, (), asked.fallback)
    facts = _facts(asked, narrowed) | {"match": match_of(conn, asked.tree).text}
    most = max(RANKED_UP_TO, EXACT_UP_TO, page.stop) + 1
    found = [passage for (passage,) in conn.execute(NEWEST, facts | {"most": most})]
    if asked.tree.loose or asked.sections:
        capped = len(found) > EXACT_UP_TO
        candidates = _ordered(conn, asked.tree, found, EXACT_UP_TO)[:EXACT_UP_TO]
        fitting = _fitting(conn, asked, candidates, page.stop if quick and capped else EXACT_UP_TO)
        total, rows = len(fitting), fitting[page]
    else:
        total, capped = len(found), quick and len(found) > RANKED_UP_TO
        if total > RANKED_UP_TO:
            total = RANKED_UP_TO if quick else conn.execute(COUNT, facts).fetchone()[0]
        rows = _texts(conn, _ordered(conn, asked.tree, found, page.stop)[page])
    hits = tuple(hit_of(conn, passage, text, _spans(asked.tree, text)) for passage, text in rows)
    return SearchResult(query, total, hits, asked.fallback, capped)


def highlights(text: str, query: str) -> list[Span]:
    """Return where the words of a search query stand in NFC `text`, in order and apart."""
    tree = parse(query).tree
    return [] if tree is None else _spans(tree, text)


@typed_errors
def wider_forms(
    conn: sqlite3.Connection, query: str, years: Sequence[int] = (), scopes: Sequence[str] = ()
) -> list[tuple[str, str, int]]:
    """Return (kind, query, total) of each wider form of a query that finds more than it does.

    `kind` is unmarked (the query without diacritics), unquoted (its phrases as words)
    or, where `scopes` leaves some out, all_scopes (the same query, to be asked in all).
    """
    tries = [("unmarked", without_marks(nfc(query)), scopes), ("unquoted", _QUOTES.sub(" ", query).strip(), scopes)]
    if scopes and set(scopes) != set(SEARCH_SCOPES):
        tries.append(("all_scopes", query, ()))
    found = search(conn, query, years, scopes, limit=0).total
    forms = [
        (kind, wider, search(conn, wider, years, where_to, limit=0).total)
        for kind, wider, where_to in tries
        if (wider, where_to) != (query, scopes)
    ]
    return [form for form in forms if form[2] > found]


def _facts(asked: Query, narrowed: Narrowed) -> dict[str, Row]:
    report_id = narrowed.report_id
    in_years = [frozenset(chosen) for chosen in (narrowed.years, asked.years) if chosen]
    in_scopes = [frozenset(chosen) for chosen in (narrowed.scopes, asked.scopes) if chosen]
    kinds = [SEARCH_SCOPES.index(scope) for scope in frozenset.intersection(*in_scopes)] if in_scopes else []
    return {
        "first": 0 if report_id is None else report_id * schema.ROOM,
        "last": 2**62 if report_id is None else (report_id + 1) * schema.ROOM - 1,
        "everywhere": not in_scopes,
        "scopes": json.dumps(sorted(kinds)),
        "always": not in_years,
        "years": json.dumps(sorted(frozenset.intersection(*in_years)) if in_years else []),
        "room": schema.ROOM,
        "notes": schema.NOTES,
        "cells": schema.CELLS,
    }


def _ordered(conn: sqlite3.Connection, tree: Node, found: list[int], most: int) -> list[int]:
    """Return the first `most` of what was found newest first: the best, where they are not too many to be ranked."""
    if len(found) > RANKED_UP_TO or not found[1:] or not most:
        return found
    facts = {"order": order_of(conn, tree), "passages": json.dumps(found), "most": most}
    return [passage for (passage,) in conn.execute(BEST, facts)]


def _texts(conn: sqlite3.Connection, passages: list[int]) -> list[tuple[int, str]]:
    rows = conn.execute(TEXTS, {"passages": json.dumps(passages)}).fetchall()
    if any(text is None for _, text in rows):
        raise DamagedLibrary(path_of(conn), "search_text", SEARCH_INDEX_CODE)
    return rows


def _terms(node: Node) -> Iterator[Term]:
    match node:
        case Term():
            yield node
        case Any(choices=parts) | All(wanted=parts):
            for part in parts:
                yield from _terms(part)


def _fits(node: Node, text: str) -> bool:
    match node:
        case Term():
            return node.within(text)
        case Any(choices=choices):
            return any(_fits(choice, text) for choice in choices)
        case All(wanted=wanted, unwanted=unwanted):
            return all(_fits(part, text) for part in wanted) and not any(_fits(part, text) for part in unwanted)


def _fitting(conn: sqlite3.Connection, asked: Query, candidates: list[int], enough: int) -> list[tuple[int, str]]:
    """Return those of `candidates` that fit when their texts are read; no more are looked at after `enough`."""
    assert asked.tree is not None
    around = Surroundings(conn)
    fitting: list[tuple[int, str]] = []
    for start in range(0, len(candidates), _BATCH):
        for passage, text in _texts(conn, candidates[start : start + _BATCH]):
            fits = _fits(asked.tree, text.lower())
            if fits and (not asked.sections or around.named(passage, asked.sections)):
                fitting.append((passage, text))
        if len(fitting) > enough:
            break
    return fitting


def _spans(tree: Node, text: str) -> list[Span]:
    small = lower(text)
    return merged(span for term in _terms(tree) for span in term.spans(small))
