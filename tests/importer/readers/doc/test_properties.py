"""Pages of properties."""

from __future__ import annotations

from db.importer.readers.doc.properties import Properties, Stretch


def test_what_is_said_holds_to_the_end_of_its_stretch():
    said = Properties([(10, Stretch(20, 1, b"a")), (0, Stretch(10, 2, b"b"))])
    assert said.at(0).grpprl == b"b"
    assert said.at(19).grpprl == b"a"


def test_where_nothing_is_said_a_plain_stretch_reaches_to_the_next():
    said = Properties([(10, Stretch(20, 1, b"a")), (30, Stretch(40, 1, b"c"))])
    assert said.at(5) == Stretch(10, 0, b"")
    assert said.at(25) == Stretch(30, 0, b"")
    assert said.at(99).end > 1 << 40


def test_a_stretch_begins_only_where_it_does():
    said = Properties([(10, Stretch(20, 1, b"a"))])
    assert said.begins(10)
    assert not said.begins(11)
    assert not said.begins(9)
