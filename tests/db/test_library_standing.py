"""How an open library stands to its file: changed by others, replaced, away; and closing it under readers."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing, suppress

import pytest

from db import queries
from db.errors import DamagedLibrary, LibraryClosed, LibraryError, LibraryReplaced, LibraryUnreachable
from db.library import CHANGED, GONE, REPLACED, SAME, Library
from db.sqlite_errors import SearchInterrupted


def bump(library):
    with library.writing() as conn:
        conn.execute("UPDATE report SET title = title")


def test_what_we_write_ourselves_is_known(library, add, made_up):
    assert library.standing() == SAME
    add(made_up())
    assert library.standing() == SAME


def test_what_another_program_writes_is_told_until_it_is_acknowledged(library):
    with closing(Library.open(library.path)) as other:
        bump(other)
    assert library.standing() == CHANGED
    bump(library)
    assert library.standing() == CHANGED
    library.acknowledge()
    assert library.standing() == SAME


def test_another_file_under_the_same_name_is_never_written_to(library, add, made_up, tmp_path):
    add(made_up())
    other = tmp_path / "other.tubaocao"
    Library.open(other).close()
    os.replace(other, library.path)
    before = library.path.read_bytes()
    assert library.standing() == REPLACED
    assert len(queries.reports(library.reader())) == 1
    with pytest.raises(LibraryReplaced), library.writing():
        pytest.fail("given a connection to another library")
    assert library.path.read_bytes() == before


def test_an_older_state_of_the_same_library_is_not_written_to_either(library, add, made_up, tmp_path):
    older = shutil.copy(library.path, tmp_path / "older")
    add(made_up())
    os.replace(older, library.path)
    with pytest.raises(LibraryReplaced), library.writing():
        pass


def test_a_copy_in_the_very_same_state_is_ours(library, add, made_up, tmp_path):
    """A share may give a file another number at each look."""
    add(made_up())
    os.replace(shutil.copy(library.path, tmp_path / "copy"), library.path)
    bump(library)
    assert library.standing() == SAME
    os.replace(shutil.copy(library.path, tmp_path / "copy"), library.path)
    assert library.standing() == SAME
    assert len(queries.reports(library.reader())) == 1


def test_a_file_that_is_away_is_told_and_comes_back(library, tmp_path):
    away = tmp_path / "away"
    os.rename(library.path, away)
    assert library.standing() == GONE
    with pytest.raises(LibraryUnreachable), library.writing():
        pass
    os.rename(away, library.path)
    assert library.standing() == SAME


@pytest.mark.parametrize("statement", ["DELETE FROM meta", "UPDATE meta SET value = 'x' WHERE key = 'generation'"])
def test_facts_of_the_library_that_are_gone_are_damage(library, statement):
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as conn:
        conn.execute(statement)
    with pytest.raises(DamagedLibrary):
        Library.open(library.path)


def test_closing_stops_readers_in_other_threads_without_taking_anything_from_under_them(library, add, made_up):
    number = add(made_up(paragraphs=("đoạn",) * 2000))
    outcomes, reading = [], threading.Event()

    def read():
        try:
            while True:
                queries.content(library.reader(), number)
                reading.set()
        except BaseException as error:
            outcomes.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert reading.wait(20)
    library.close()
    for thread in threads:
        thread.join(20)
    assert [type(one) for one in outcomes if not isinstance(one, LibraryError)] == []
    assert {type(one) for one in outcomes} <= {SearchInterrupted, LibraryClosed}
    with pytest.raises(LibraryClosed):
        library.reader()
    library.close()


def test_a_writer_ends_its_transaction_although_the_library_is_closed(library, add, made_up):
    with suppress(LibraryError), library.writing() as conn:
        conn.execute("UPDATE meta SET value = '41' WHERE key = 'generation'")
        library.close()
    with closing(Library.open(library.path)) as again:
        assert again.generation() == 42
