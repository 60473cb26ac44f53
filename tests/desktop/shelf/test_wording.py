"""The words the filter looks in are told in a thread, or at once; a library read anew is told anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from db import digest, queries, writer
from db.library import Library
from db.model import Content, Counts, Source
from desktop.shelf.volumes import Volume, matching, volumes_of
from desktop.shelf.wording import Wording


@pytest.fixture
def library(tmp_path, content: Content) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    for number, issuer in enumerate(("Tỉnh ủy Đắk\nLắk", "Tỉnh ủy An Giang")):
        one = replace(content, data=replace(content.data, issuer=issuer, kind="Báo cáo"))
        with opened.writing() as connection:
            source = Source(f"{number}.docx", "", str(number) * 64, "docx", 10)
            writer.add_report(connection, one, source, "2026-11-24T10:00:00Z", digest.digest(one))
    yield opened
    opened.close()


def volumes(library: Library) -> list[Volume]:
    connection = library.reader()
    return volumes_of(queries.spines(connection), lambda spine: (queries.report(connection, spine.id), Counts()))


def test_they_come_from_a_thread(qtbot, qapp, library):
    told = volumes(library)
    wording = Wording(library, qapp)
    wording.begin(told)
    assert [volume.words for volume in told] == ["", ""]
    qtbot.waitUntil(lambda: all(volume.words for volume in told))
    assert [volume.id for volume in matching(told, "dak lak")] == [1]
    wording.begin(told)
    assert wording._told is told


def test_who_types_first_does_not_wait_for_the_thread(qapp, library):
    told = volumes(library)
    wording = Wording(library, qapp)
    wording.begin(told)
    wording.finish(told)
    assert [volume.id for volume in matching(told, "an gia")] == [2]


def test_a_report_that_came_meanwhile_does_no_harm(qtbot, qapp, library, content):
    told = volumes(library)[:1]
    Wording(library, qapp).finish(told)
    assert "dak lak" in told[0].words
