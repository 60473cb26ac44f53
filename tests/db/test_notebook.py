"""The user's own file keeps places and bookmarks, and a damaged one is never thrown away."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import threading
from dataclasses import replace

import pytest

from db.errors import DamagedLibrary, LibraryError, NewerLibrary
from db.notebook import Bookmark, Notebook, ReadingPlace

PLACE = ReadingPlace("kho", "a" * 64, 12, 34, (0, 3), 1.25, "2026-01-01T00:00:00Z")
BOOKMARK = Bookmark(0, "kho", "a" * 64, 5, 6, "đảng viên", "Xem lại", "2026-01-01T00:00:00Z")


@pytest.fixture
def notebook(tmp_path):
    opened = Notebook.open(tmp_path / "Sổ riêng.tubaocao-so")
    yield opened
    opened.close()


def test_a_place_is_kept_over_a_restart(notebook):
    notebook.keep_place(PLACE)
    again = Notebook.open(notebook.path)
    assert again.place("kho", "a" * 64) == PLACE
    assert again.place("kho", "b" * 64) is None
    assert again.place("kho khác", "a" * 64) is None
    assert again.set_aside is None
    again.close()


def test_a_later_place_takes_the_stead_of_the_earlier(notebook):
    notebook.keep_place(PLACE)
    notebook.keep_place(replace(PLACE, block=99, at="2026-01-03T00:00:00Z"))
    notebook.keep_place(replace(PLACE, report="b" * 64, at="2026-01-02T00:00:00Z"))
    assert [(place.report[0], place.block) for place in notebook.places("kho")] == [("a", 99), ("b", 12)]


def test_a_place_without_a_time_is_of_now(notebook):
    notebook.keep_place(replace(PLACE, at=""))
    assert notebook.place("kho", "a" * 64).at > "2026"


def test_bookmarks_come_in_reading_order(notebook):
    second = notebook.add_bookmark(replace(BOOKMARK, block=9))
    first = notebook.add_bookmark(BOOKMARK)
    other = notebook.add_bookmark(replace(BOOKMARK, report="b" * 64, created=""))
    assert first == replace(BOOKMARK, id=first.id)
    assert other.created
    assert notebook.bookmarks("kho", "a" * 64) == [first, second]
    assert notebook.bookmarks("kho") == [first, second, other]
    assert notebook.bookmarks() == notebook.bookmarks("kho")
    assert notebook.bookmarks("kho khác") == []
    notebook.rename_bookmark(first.id, "Khác")
    assert notebook.bookmarks("kho", "a" * 64)[0].label == "Khác"
    assert notebook.remove_bookmark(second.id)
    assert not notebook.remove_bookmark(second.id)
    assert [bookmark.id for bookmark in notebook.bookmarks("kho")] == [first.id, other.id]


def test_one_clean_file_is_left(notebook):
    notebook.keep_place(PLACE)
    notebook.close()
    assert os.listdir(notebook.path.parent) == [notebook.path.name]


def test_any_thread_may_use_it(notebook):
    threads = [threading.Thread(target=notebook.add_bookmark, args=(replace(BOOKMARK, block=n),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [bookmark.block for bookmark in notebook.bookmarks()] == list(range(8))


def test_two_windows_may_use_it(notebook):
    other = Notebook.open(notebook.path)
    notebook.add_bookmark(BOOKMARK)
    other.add_bookmark(replace(BOOKMARK, block=6))
    assert notebook.bookmarks() == other.bookmarks()
    assert len(notebook.bookmarks()) == 2
    other.close()


def stranger(path):
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE theirs (a)")
    conn.close()


def overwritten(path):
    path.write_bytes(b"not a database" * 100)


def cut(path):
    notebook = Notebook.open(path)
    for block in range(300):
        notebook.add_bookmark(replace(BOOKMARK, block=block))
    notebook.close()
    path.write_bytes(path.read_bytes()[:9000])


@pytest.mark.parametrize("damage", [stranger, overwritten, cut])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(tmp_path, damage):
    path = tmp_path / "so"
    damage(path)
    content = path.read_bytes()
    notebook = Notebook.open(path)
    assert notebook.bookmarks() == []
    assert notebook.set_aside.name.startswith("so.hong-2")
    assert notebook.set_aside.read_bytes() == content
    notebook.close()
    overwritten(path)
    second = Notebook.open(path)
    assert second.set_aside.name == f"{notebook.set_aside.name}-2"
    second.close()
    assert notebook.set_aside.read_bytes() == content


def test_a_newer_file_is_left_as_it_is(notebook):
    notebook.add_bookmark(BOOKMARK)
    notebook.close()
    conn = sqlite3.connect(notebook.path)
    conn.execute("PRAGMA user_version = 9")
    conn.close()
    before = notebook.path.read_bytes()
    with pytest.raises(NewerLibrary):
        Notebook.open(notebook.path)
    assert notebook.path.read_bytes() == before


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / "so").mkdir()
    with pytest.raises(LibraryError):
        Notebook.open(tmp_path / "so")


def spoil(notebook, *statements):
    notebook.close()
    conn = sqlite3.connect(notebook.path, isolation_level=None)
    for statement in statements:
        conn.execute(statement)
    conn.close()


SPOILED = (
    "UPDATE reading SET expanded = '[1, '",
    "UPDATE reading SET expanded = '{}'",
    "UPDATE reading SET expanded = '[[]]'",
)


@pytest.mark.parametrize("statement", SPOILED)
def test_a_row_that_is_not_what_belongs_there_is_left_behind_and_the_rest_carried_over(notebook, statement):
    notebook.keep_place(PLACE)
    kept = notebook.add_bookmark(BOOKMARK)
    spoil(notebook, statement)
    before = notebook.path.read_bytes()
    again = Notebook.open(notebook.path)
    assert again.set_aside.read_bytes() == before
    assert again.place("kho", "a" * 64) is None
    assert again.bookmarks() == [kept]
    again.close()


@pytest.mark.parametrize("statement", SPOILED[:2])
def test_a_row_that_goes_bad_while_open_is_told_in_our_words(notebook, statement):
    notebook.keep_place(PLACE)
    with notebook.using() as conn:
        conn.execute(statement)
    for ask in (lambda: notebook.place("kho", "a" * 64), lambda: notebook.places("kho")):
        with pytest.raises(DamagedLibrary) as told:
            ask()
        assert told.value.code == "TBC-221"


def test_broken_letters_do_not_hide_a_bookmark(notebook):
    notebook.add_bookmark(BOOKMARK)
    spoil(notebook, "UPDATE bookmark SET quote = CAST(X'61FF62' AS TEXT)")
    again = Notebook.open(notebook.path)
    assert [mark.quote for mark in again.bookmarks()] == ["a\ufffdb"]
    again.close()


def test_turned_bits_never_give_more_than_an_error_of_ours(notebook):
    for n in range(30):
        notebook.add_bookmark(replace(BOOKMARK, block=n))
        notebook.keep_place(replace(PLACE, report=f"{n:064x}"))
    notebook.close()
    whole = notebook.path.read_bytes()
    chance = random.Random(6)
    for _ in range(150):
        body = bytearray(whole)
        for _ in range(chance.choice((1, 8, 40))):
            body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        notebook.path.write_bytes(body)
        try:
            again = Notebook.open(notebook.path)
        except LibraryError:
            continue
        with contextlib.suppress(LibraryError):
            again.bookmarks()
            again.places("kho")
        again.close()
