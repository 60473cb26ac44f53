"""The tables of the header as trees."""

from __future__ import annotations

from db.importer.readers.rtf.tokens import Tokens
from db.importer.readers.rtf.tree import Group, tree_of


def tree(data: bytes) -> Group:
    return tree_of(((depth, token) for depth, token in Tokens(data).group()), "cp1258")


def test_groups_have_names_words_text_and_groups():
    root = tree(rb"\table{\*\a1\b-2 x\u7871\'3f\'f0{\c y};}{\a}")
    first, second = root.groups
    assert (root.name, first.name, first.starred, second.starred) == (b"table", b"a", True, False)
    assert (first.number(b"b"), first.number(b"zz", 9), second.number(b"a", 3)) == (-2, 9, 3)
    assert first.text == "xếđ;"
    assert [group.text for group in first.named(b"c")] == ["y"]


def test_a_bottomless_table_is_read_as_far_as_it_makes_sense():
    root = tree(b"{" * 100_000 + b"x" + b"}" * 100_000 + b"{\\s1 a}")
    assert len(root.groups) == 2
    assert root.groups[1].number(b"s") == 1
