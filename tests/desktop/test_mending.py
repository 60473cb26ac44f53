"""What a repair came to is told: what is whole, what is lost and can be taken in again, what to look over."""

from __future__ import annotations

from pathlib import Path

from db.carrying import Lost
from db.health import HealthFinding
from db.salvage import Mended, Salvaged
from desktop.mending import notice_of_mended


def told(*findings, asked=None, **outcome):
    made = Salvaged(Path("tu.tubaocao"), **{"whole": ("a", "b"), "from_backups": (), "lost": (), **outcome})
    return notice_of_mended(Mended(findings, made), (asked if asked is not None else []).extend)


def test_a_sound_library_and_a_rebuilt_index(qapp):
    assert notice_of_mended(Mended(()), lambda _: None).level == "good"
    found = notice_of_mended(Mended((HealthFinding("TBC-304"),)), lambda _: None)
    assert "index" in found.what


def test_what_is_whole_and_where_the_old_file_lies(qapp):
    found = told(aside=Path("tu.tubaocao.hong-20240101"), from_backups=("b",))
    assert found.level == "good"
    assert "2" in found.what
    assert "tu.tubaocao.hong-20240101" in found.why
    assert "1 of them" in found.why


def test_what_is_lost_can_be_taken_in_again(qapp):
    asked = []
    lost = tuple(Lost(n, "TBC-308", "" if n == 5 else f"r{n}", "" if n == 6 else f"/in/{n}.docx") for n in range(4, 8))
    found = told(lost=lost, asked=asked, unsure=("receipt 3",))
    assert found.level == "warning"
    assert "r4, report 5, r6 …" in found.why
    assert found.details.endswith("receipt 3")
    (again,) = found.choices
    again.run()
    assert asked == [Path("/in/4.docx"), Path("/in/5.docx"), Path("/in/7.docx")]
    assert told(lost=(Lost(5, "TBC-308"),)).choices == ()


def test_what_nothing_vouches_for_is_to_be_looked_over(qapp):
    found = told(unsure=("quang-thu-2023", "receipt 3"))
    assert found.level == "warning"
    assert "2 of the texts" in found.why
    assert found.details == "quang-thu-2023\nreceipt 3"
