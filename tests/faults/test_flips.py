"""Bits that turn in a library: the program never falls, and never shows a text that is not the one it read in."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter

import acts
import holding
import pytest

from db.errors import TuBaoCaoError


def test_no_turned_bit_changes_a_text_in_silence(base, tmp_path, gate, amount):
    whole = holding.contents(base / acts.STORE)
    original = (base / acts.STORE).read_bytes()
    chance, outcomes, silent = random.Random(5), Counter(), []
    store = tmp_path / acts.STORE
    with gate("bit flips") as figures:
        for turn in range(amount(200, 10_000)):
            broken = bytearray(original)
            for _ in range(chance.choice((1, 1, 8, 64))):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            store.write_bytes(broken)
            try:
                read = holding.contents(store)
            except TuBaoCaoError as error:  # anything else that is raised fails the test: that would be a crash
                outcomes[error.code] += 1
                continue
            outcomes["as before"] += 1
            if any(read[sha256] != whole.get(sha256) for sha256 in read.keys() & whole.keys()):
                silent.append(turn)
        figures.update(outcomes)
        figures["silently changed"] = len(silent)
        assert silent == []
        assert outcomes["TBC-301"] > 0


def test_a_damaged_schema_is_told_in_our_words(base, tmp_path):
    """Python cannot decode the message that names a broken table, and raises UnicodeDecodeError in its place."""
    store = tmp_path / acts.STORE
    shutil.copy(base / acts.STORE, store)
    conn = sqlite3.connect(store, isolation_level=None)
    conn.execute("PRAGMA writable_schema=ON")
    conn.execute(
        "UPDATE sqlite_schema SET name = CAST(X'E9E9' AS TEXT), sql = 'CREATE INDEX x' WHERE name = 'report_year'"
    )
    conn.close()
    with pytest.raises(TuBaoCaoError):
        holding.contents(store)
