"""The review queue: what is asked, and what never is."""

from __future__ import annotations

from db.indicators.doubts import Linked, doubts


def linked(number: int, report: int, indicator: str, name: str = "Tên", value: float = 1, unit: str = "vụ") -> Linked:
    return Linked(number, report, indicator, name, "level", unit, unit, value, value, "2023", "stated")


def test_two_values_of_one_period_in_one_report() -> None:
    (doubt,) = doubts([linked(1, 1, "thu-noi-dia"), linked(2, 1, "thu-noi-dia", value=2)])

    assert (doubt.kind, doubt.figures) == ("two values", (1, 2))
    assert doubts([linked(1, 1, "thu-noi-dia"), linked(2, 1, "thu-noi-dia")]) == ()


def test_a_series_of_one_report_outside_the_catalogue_is_not_asked_about() -> None:
    assert doubts([linked(1, 1, "x:a"), linked(2, 1, "x:a", value=2)]) == ()


def test_the_same_words_in_another_unit() -> None:
    (doubt,) = doubts([linked(1, 1, "x:a", unit="tấn"), linked(2, 2, "x:a", unit="m3")])

    assert (doubt.kind, doubt.reason) == ("unit", "m3 / tấn")


def test_names_that_say_nearly_the_same_in_different_reports() -> None:
    one = linked(1, 1, "x:a", "Số hội nghị tiếp xúc cử tri chuyên đề")
    other = linked(2, 2, "x:b", "Số hội nghị chuyên đề tiếp xúc cử tri")
    (doubt,) = doubts([one, other])

    assert (doubt.kind, doubt.indicators) == ("synonym", ("x:a", "x:b"))
    assert doubts([one, linked(2, 1, "x:b", other.name)]) == ()
    assert doubts([one, other], settled=frozenset({doubt.key})) == ()
