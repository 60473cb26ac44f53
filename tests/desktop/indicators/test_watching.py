"""The watch list: kept from start to start, with newest value, change and what became of the target."""

from __future__ import annotations

import pytest

from db.indicators.catalogue import load
from desktop.indicators.model import Entry
from desktop.indicators.watching import Watched, key_of, lines_of
from desktop.settings import WATCHED, Settings


@pytest.fixture
def settings() -> Settings:
    return Settings()


def test_what_is_watched_is_kept_in_the_settings(settings, straight):
    shown = straight("thu-ngan-sach", 100, range(2020, 2023))
    watched = Watched(settings)
    assert watched.toggle(shown)
    assert key_of(shown) in Watched(settings)
    assert not watched.toggle(shown)
    assert Watched(settings).keys() == []


@pytest.mark.parametrize("kept", ["", "{}", "[1]", "[[1,2,3]]", "not json"])
def test_what_cannot_be_read_is_an_empty_list(settings, kept):
    settings.put(WATCHED, kept)
    assert Watched(settings).keys() == []


@pytest.mark.parametrize(("result", "state"), [(110.0, "good"), (90.0, "bad")])
def test_a_target_is_met_or_not_where_more_is_better(made, point, result, state):
    known = next(one for one in load().indicators if one.good == "up")
    shown = made(known.id, [point(2022, 100.0), point(2023, result), point(2023, 105.0, "plan")])
    line = lines_of([Entry("x", "g", shown)], [key_of(shown)])[0]
    assert line.state == state
    assert "105" in line.target
    assert line.newest.startswith("2023: ●")
    assert line.change


def test_less_can_be_better(made, point):
    known = next(one for one in load().indicators if one.good == "down")
    shown = made(known.id, [point(2023, 4.0), point(2023, 4.5, "plan")], unit="%")
    assert lines_of([Entry("x", "g", shown)], [key_of(shown)])[0].state == "good"


def test_a_target_of_a_later_year_is_only_named(made, point):
    known = next(one for one in load().indicators if one.good == "up")
    shown = made(known.id, [point(2023, 4.0), point(2025, 9.5, "plan")], unit="%")
    line = lines_of([Entry("x", "g", shown)], [key_of(shown)])[0]
    assert "2025" in line.target
    assert line.state == ""
