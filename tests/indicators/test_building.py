"""Series from stated figures: axes, units, breaks."""

from __future__ import annotations

from collections.abc import Callable

from db.indicators.building import axis_of, build
from db.indicators.stated import Stated
from db.model import Change

Maker = Callable[..., Stated]


def test_targets_and_ratios_share_the_axis_of_levels(said: Maker) -> None:
    rows = [said(23951), said(25000, kind="target", state="plan", year=2024, report_year=2023)]
    (series,) = build(rows)

    assert [(one.year, one.state) for one in series.points] == [(2023, "stated"), (2024, "plan")]
    assert axis_of(said(130, "xã", kind="ratio", indicator="xa-nong-thon-moi")) == "level"
    assert axis_of(said(7.5, "%", kind="target", indicator="tang-truong-grdp")) == "change"
    assert axis_of(said(7.5, "%", kind="target", indicator="x:tỉ-lệ-hộ-khá")) == "share"


def test_implied_values_stand_beside_stated_ones(said: Maker) -> None:
    now = said(112.5, "nghìn tỷ đồng", change=Change("giảm", 3.2, "nghìn tỷ đồng", "2022"), implied_previous=115.7)
    (series,) = build([now, said(114900, year=2022)])

    assert [(one.year, one.value, one.state) for one in series.points] == [
        (2022, 114.9, "stated"),
        (2022, 115.7, "implied"),
        (2023, 112.5, "stated"),
    ]
    assert series.points[1].rule == "level-change"
    (plain,) = build([now], derive=False)
    assert [one.state for one in plain.points] == ["stated"]


def test_a_point_carries_who_said_it_and_where(said: Maker) -> None:
    (series,) = build([said(5, context="Thu · TH 2023", qualifier="hơn")])
    (one,) = series.points

    assert (one.report_year, one.context, one.qualifier, one.place.block_id) == (2023, "Thu · TH 2023", "hơn", 1)


def test_another_territory_breaks_a_series(said: Maker) -> None:
    rows = [said(6.5, year=year, report_place="Tỉnh Quảng Nam") for year in (2023, 2024)]
    (series,) = build([*rows, said(7.4, year=2025, report_place="Đà Nẵng")])

    assert [(one.year, one.kind, one.before, one.after) for one in series.breaks] == [
        (2025, "territory", "Tỉnh Quảng Nam", "Đà Nẵng")
    ]


def test_the_same_place_written_otherwise_breaks_nothing(said: Maker) -> None:
    (series,) = build([said(6, year=2023, report_place="tỉnh Quảng Nam"), said(7, year=2024, report_place="Quảng Nam")])

    assert series.breaks == ()


def test_another_base_year_and_another_standard_break_a_series(said: Maker) -> None:
    old = said(5, year=2024, quote="GRDP theo giá so sánh 2010 đạt 5 tỷ đồng, chuẩn nghèo giai đoạn 2016-2020", id=1)
    new = said(6, year=2025, quote="GRDP theo giá so sánh 2020 đạt 6 tỷ đồng, chuẩn nghèo giai đoạn 2021-2025", id=2)
    (series,) = build([old, new])

    assert [(one.kind, one.before, one.after) for one in series.breaks] == [
        ("basis", "2010", "2020"),
        ("definition", "2016-2020", "2021-2025"),
    ]


def test_a_series_that_goes_on_in_another_unit_is_marked_on_both(said: Maker) -> None:
    rows = [said(5, "tấn", year=2021, indicator="go"), said(6, "m3", year=2022, indicator="go")]

    assert [(one.unit, [(mark.year, mark.before, mark.after) for mark in one.breaks]) for one in build(rows)] == [
        ("tấn", [(2022, "tấn", "m3")]),
        ("m3", [(2022, "tấn", "m3")]),
    ]
