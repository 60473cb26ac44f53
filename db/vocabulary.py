"""Which words stand in the search index, and in how many passages each: kept so that a search need not ask the index.

A prefix becomes its words, which the index goes through in order; gathered by FTS5 it would all be read before the
first hit. And of many words the search knows which are rare. Whoever writes the index calls `add` or `take_away`.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from db.search_terms import words_of

LONGEST = 64
"""Letters a word is kept with; one of just so many may go on."""

_ADD = """
    INSERT INTO word (word, passages) VALUES (?, ?)
        ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages
"""
_TAKE_AWAY = "UPDATE word SET passages = passages - ? WHERE word = ?"
_GONE = "DELETE FROM word WHERE word = ? AND passages <= 0"
CLEAR = "DELETE FROM word"
# The index tells its own words, at two seconds for 1.5 million passages.
_INDEX_WORDS = "CREATE VIRTUAL TABLE temp.index_word USING fts5vocab(main, search_text, row)"
_FROM_INDEX = f"""
    INSERT INTO word (word, passages)
    SELECT substr(term, 1, {LONGEST}), sum(doc) FROM temp.index_word GROUP BY substr(term, 1, {LONGEST})
"""  # noqa: S608 - our own number
_FORGET_INDEX_WORDS = "DROP TABLE temp.index_word"
BEGINNING = "SELECT word, passages FROM word WHERE word >= :first AND word < :behind ORDER BY word LIMIT :most"
PASSAGES = "SELECT passages FROM word WHERE word = :word"
_LAST_LETTER = chr(0x10FFFF)


def add(conn: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Count the words of folded passages that come into the index."""
    conn.executemany(_ADD, _counted(texts).items())


def take_away(conn: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Count the words of folded passages out again; a word that stands nowhere any more goes."""
    counted = _counted(texts)
    conn.executemany(_TAKE_AWAY, [(number, word) for word, number in counted.items()])
    conn.executemany(_GONE, [(word,) for word in counted])


def fill_from_index(conn: sqlite3.Connection) -> None:
    """Count the words of a library that has an index and no words yet."""
    conn.execute(_INDEX_WORDS)
    conn.execute(_FROM_INDEX)
    conn.execute(_FORGET_INDEX_WORDS)


def beginning(conn: sqlite3.Connection, prefix: str, most: int) -> dict[str, int]:
    """Return the first `most` words that begin with a folded `prefix`, and in how many passages each stands."""
    facts = {"first": prefix, "behind": prefix + _LAST_LETTER, "most": most}
    return dict(conn.execute(BEGINNING, facts).fetchall())


def passages_with(conn: sqlite3.Connection, word: str) -> int:
    """Return in how many passages a folded word stands."""
    row = conn.execute(PASSAGES, {"word": word[:LONGEST]}).fetchone()
    return int(row[0]) if row else 0


def _counted(texts: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update({word[:LONGEST] for word in words_of(text)})
    return counted
