"""Edits: the user's word stands in the report, what was read stays known, the digest holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db import edits, health, queries


def corrected(library, **values):
    with library.writing() as conn:
        return edits.correct(conn, 1, values)


def test_the_report_says_what_the_user_says_and_what_was_read_is_kept(library, add, made_up):
    add(made_up(issuer="Tỉnh ủy"))
    data = corrected(library, year=2019, issuer="HĐND")
    conn = library.reader()
    assert queries.report(conn, 1).data == data
    assert (data.year, data.period, data.issuer) == (2019, "2019", "HĐND")
    read = queries.as_read(conn, 1)
    assert (read.year, read.period, read.issuer) == (2023, "2023", "Tỉnh ủy")
    assert queries.content(conn, 1).data == data


def test_the_digest_stays_that_of_what_was_read(library, add, made_up):
    add(made_up())
    corrected(library, kind="Báo cáo tháng")
    corrected(library, year=2020)
    work = health.check(library)
    found = None
    while found is None:
        try:
            next(work)
        except StopIteration as end:
            found = end.value
    assert found == []
    assert queries.as_read(library.reader(), 1).kind == "Báo cáo"


def test_typing_what_was_read_takes_the_correction_back(library, add, made_up):
    add(made_up())
    corrected(library, year=2020)
    corrected(library, year=2023)
    assert queries.as_read(library.reader(), 1) is None


def test_a_period_that_is_no_year_stays(library, add, made_up):
    add(made_up())
    corrected(library, period="6 tháng 2023")
    assert corrected(library, year=2022).period == "6 tháng 2023"


def test_other_versions_are_known_by_the_users_word(library, add, made_up):
    add(made_up(), "a")
    add(made_up(year=2022), "b")
    assert len(queries.same_period(library.reader(), queries.report(library.reader(), 2).data)) == 1
    corrected(library, year=2022)
    assert len(queries.same_period(library.reader(), queries.report(library.reader(), 2).data)) == 2


def test_only_some_fields_can_be_edited(library, add, made_up):
    add(made_up())
    with pytest.raises(KeyError):
        corrected(library, title="x")
    with pytest.raises(queries.UnknownReport), library.writing() as conn:
        edits.correct(conn, 99, {"year": 2000})


def test_figures_of_the_reports_own_period_go_with_its_year_and_come_back(library, add, made_up):
    content = made_up()
    named = replace(content.figures[1], quote="Dân số năm 2023 là 412.500", period="2023")
    add(replace(content, figures=(content.figures[0], named, content.figures[2])))
    before = queries.content(library.reader(), 1)
    corrected(library, year=2019)
    corrected(library, year=2020)
    conn = library.reader()
    own, said, _ = queries.content(conn, 1).figures
    assert (own.period, own.period_start, own.period_end) == ("2020", "2020-01-01", "2020-12-31")
    assert said == before.figures[1]
    (series,) = [one for one in queries.series(conn) if one.indicator == "thu-ngan-sach"]
    assert 2020 in {point.year for point in series.points}
    corrected(library, year=2023)
    assert queries.content(library.reader(), 1) == before
    assert queries.periods_as_read(library.reader(), 1) == {}


def test_the_default_year_compared_with_goes_along(library, add, made_up):
    content = made_up()
    change = replace(content.figures[0].change, versus="2022")
    add(replace(content, figures=(replace(content.figures[0], change=change), *content.figures[1:])))
    corrected(library, year=2020)
    assert queries.content(library.reader(), 1).figures[0].change.versus == "2019"
