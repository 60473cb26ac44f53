"""Automatic numbers as Word prints them."""

from __future__ import annotations

import struct

import pytest

from db.importer.readers.doc.fib import Table
from db.importer.readers.doc.sprms import Sprm


def level(text: str, code: int = 0, start: int = 1, flags: int = 0, restart: int = 0, letters: bytes = b"") -> bytes:
    head = struct.pack("<iBB9sB4x4xBBBx", start, code, flags, b"", 0, len(letters), 0, restart)
    return head + letters + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def add_lists(word, *lists: list[bytes], overrides: list[tuple[int, list[bytes]]] | None = None) -> None:
    """Give each list nine levels, numbered from 100, and an LFO each unless `overrides` says otherwise."""
    heads = b"".join(struct.pack("<I", 100 + at).ljust(28, b"\0") for at in range(len(lists)))
    levels = b"".join(b"".join((one + [level("")] * 9)[:9]) for one in lists)
    size = struct.pack("<H", len(lists))
    word.tables[Table.LISTS] = size + heads + levels
    said = overrides if overrides is not None else [(at, []) for at in range(len(lists))]
    heads = b"".join(struct.pack("<I8xBxxx", 100 + at, len(changes)) for at, changes in said)
    bodies = b"".join(b"\xff\xff\xff\xff" + b"".join(changes) for _, changes in said)
    word.tables[Table.LIST_OVERRIDES] = struct.pack("<I", len(said)) + heads + bodies


def item(word, ilfo: int = 1, depth: int = 0) -> None:
    word.paragraph("x", properties=struct.pack("<HHHB", Sprm.P_ILFO, ilfo, Sprm.P_ILVL, depth))


def markers(word) -> list[str]:
    return [paragraph.marker for paragraph in word.paragraphs()]


def test_levels_count_and_begin_anew_under_each_other(word):
    add_lists(word, [level("\0.", 1), level("\0.\1.", 0), level("\2)", 4)])
    for depth in (0, 1, 2, 2, 1, 2, 0, 1):
        item(word, depth=depth)
    assert markers(word) == ["I.", "I.1.", "a)", "b)", "I.2.", "a)", "II.", "II.1."]


def test_a_legal_level_prints_figures(word):
    add_lists(word, [level("\0", 1), level("\0.\1", 0, flags=4)])
    item(word)
    item(word, depth=1)
    assert markers(word) == ["I", "1.1"]


@pytest.mark.parametrize(("restart", "printed"), [(0, "3)"), (1, "1)")])
def test_a_level_may_count_on(word, restart, printed):
    add_lists(word, [level("\0."), level("\1)", flags=8, restart=restart)])
    for depth in (0, 1, 1, 0, 1):
        item(word, depth=depth)
    assert markers(word)[-1] == printed


def test_an_override_begins_once_at_its_own_number(word):
    change = struct.pack("<iI", 7, 0x10)
    add_lists(word, [level("\0.")], overrides=[(0, []), (0, [change])])
    for ilfo in (1, 1, 2, 2, 1):
        item(word, ilfo)
    assert markers(word) == ["1.", "2.", "7.", "8.", "9."]


def test_an_override_prints_a_level_its_own_way(word):
    change = struct.pack("<iI", 0, 0x20) + level("Điều \0.", start=3)
    add_lists(word, [level("\0.")], overrides=[(0, [change])])
    item(word)
    assert markers(word) == ["Điều 3."]


@pytest.mark.parametrize(("text", "printed"), [("–", "–"), ("\uf0b7", "•"), ("", "")])
def test_bullets(word, text, printed):
    add_lists(word, [level(text, 23)])
    item(word)
    assert markers(word) == [printed]


@pytest.mark.parametrize(("ilfo", "printed"), [(0, ""), (1, "1."), (9, ""), (0xF801, ""), (0xFFFF, "1.")])
def test_a_paragraph_may_be_of_no_list_or_keep_its_own_indents(word, ilfo, printed):
    add_lists(word, [level("\0.")])
    item(word, ilfo)
    assert markers(word) == [printed]


def test_a_table_that_breaks_off_gives_what_it_has(word):
    add_lists(word, [level("\0.")], [level("\0)")])
    whole = word.tables[Table.LISTS]
    word.tables = {Table.LIST_OVERRIDES: word.tables[Table.LIST_OVERRIDES], Table.LISTS: whole[:100]}
    item(word, 1)
    item(word, 2)
    assert markers(word) == ["1.", ""]


def test_a_number_bomb_is_cut(word):
    add_lists(word, [level("\0" * 5_000, 1, start=4_888)])
    item(word)
    assert len(markers(word)[0]) == 200
