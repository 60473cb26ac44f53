"""Which figures make a series is kept in the store, for each area, and follows whatever changes it."""

from __future__ import annotations

import dataclasses

import pytest

from db import edits, health, linking, queries, relinking, undo
from db.indicators import catalogue
from db.layers import Correction, Decision, Layers, anchor_of
from db.library import Library

LINKS = "SELECT indicator, area, figure_id FROM series JOIN series_figure ON series_id = series.id ORDER BY 1, 2, 3"


def links(library):
    return library.reader().execute(LINKS).fetchall()


def run(steps):
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value


def values(library, area, **asked):
    found = queries.series(library.reader(), "thu-ngan-sach", area=area, derive=False, **asked)
    return [(point.year, point.value) for one in found for point in one.points]


@pytest.fixture
def two_areas(library, add, made_up):
    return library, add(made_up("Huế", 2022), "a"), add(made_up("Huế", 2023), "b"), add(made_up("Sơn La", 2023), "c")


def test_a_series_of_one_area_has_its_own_figures_only(two_areas):
    library, *_ = two_areas
    assert values(library, "Huế") == [(2022, 25.8), (2023, 25.8)]
    assert values(library, "Sơn La") == [(2023, 25.8)]
    assert values(library, "Lào Cai") == []
    assert len(values(library, None)) == 3
    apart = queries.series(library.reader(), "thu-ngan-sach", derive=False)
    assert [(one.area, len(one.points)) for one in apart] == [("Huế", 2), ("Sơn La", 1)]
    assert queries.areas(library.reader()) == [queries.Area("Huế", 2), queries.Area("Sơn La", 1)]


def test_all_series_of_an_area_are_those_of_a_library_without_the_others(two_areas, tmp_path, made_up, source):
    library, first, second, _ = two_areas
    conn = library.reader()
    assert [report.id for report in queries.reports_of_area(conn, "Huế")] == [first, second]
    assert queries.area_of_a_report(conn, first) == "Huế"
    whole = [
        dataclasses.replace(one, points=tuple(point for point in one.points if point.report_id in (first, second)))
        for one in queries.series(conn, outside=True)
    ]
    assert queries.series(conn, area="Huế", outside=True) == [one for one in whole if one.points]


def test_links_go_with_their_report_and_come_back_with_it(two_areas):
    library, first, _, third = two_areas
    before = links(library)
    assert {figure // 10_000_000 for _, _, figure in before} == {first, first + 1, third}
    undo.remove_reports(library, [third])
    assert {area for _, area, _ in links(library)} == {"Huế"}
    assert library.reader().execute("SELECT count(*) FROM series WHERE area = 'Sơn La'").fetchone() == (0,)
    (change,) = [row for (row,) in library.reader().execute("SELECT id FROM change")]
    run(undo.undo(library, change))
    assert links(library) == before


def test_links_follow_the_users_word_on_the_issuer(two_areas):
    library, first, *_ = two_areas
    with library.writing() as conn:
        edits.correct(conn, first, {"issuer": "Huyện ủy Phú Lộc"})
    assert values(library, "huyện Phú Lộc, Huế") == [(2022, 25.8)]
    assert values(library, "Huế") == [(2023, 25.8)]
    assert run(health.check(library))[1] == []


def test_corrections_and_decisions_hold_over_an_area(two_areas):
    library, first, second, third = two_areas
    conn = library.reader()
    source = {number: queries.report(conn, number).source.sha256 for number in (first, second, third)}
    figure = {number: queries.content(conn, number).figures for number in source}
    anchors = {number: anchor_of(figure[number][0], source[number]) for number in source}
    corrections = tuple(Correction(anchors[number], value=number * 10.0) for number in (first, third))
    assert values(library, "Huế", layers=Layers(corrections)) == [(2022, first * 10.0), (2023, 25.8)]
    assert values(library, "Sơn La", layers=Layers(corrections)) == [(2023, third * 10.0)]
    split = Layers(decisions=(Decision("split", "", "thu-ngan-sach", anchors=(anchors[second],), id=1),))
    assert values(library, "Huế", layers=split) == [(2022, 25.8)]
    merge = Layers(decisions=(Decision("merge", "d", "thu-ngan-sach", "x:other", id=2),))
    assert len(values(library, "Huế", layers=merge)) == 2
    brought = Correction(anchor_of(figure[third][1], source[third]), indicator="thu-ngan-sach")
    assert len(values(library, "Sơn La", layers=Layers((brought,)))) == 2
    assert len(values(library, "Huế", layers=Layers((brought,)))) == 2


def test_a_correction_finds_a_figure_whose_offset_moved(two_areas):
    library, first, *_ = two_areas
    conn = library.reader()
    anchor = anchor_of(queries.content(conn, first).figures[0], queries.report(conn, first).source.sha256)
    moved = Layers((Correction(dataclasses.replace(anchor, start=20, end=39), value=1.0),))
    assert values(library, "Huế", layers=moved) == [(2022, 1.0), (2023, 25.8)]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM series_figure WHERE figure_id / 10000000 = 1",
        "UPDATE series SET area = 'Lào Cai' WHERE area = 'Huế'",
        "DELETE FROM series_figure",
        "UPDATE meta SET value = '0-0' WHERE key = 'catalogue'",
        "DELETE FROM meta WHERE key = 'catalogue'",
    ],
)
def test_links_that_do_not_fit_are_told_and_mended(two_areas, statement):
    library, *_ = two_areas
    with library.writing() as conn:
        conn.execute(statement)
    assert {finding.code for finding in run(health.check(library))[1]} == {health.LINKS}
    repaired = [finding for finding in run(health.check(library, repair=True))[1] if finding.code == health.LINKS]
    assert repaired
    assert all(finding.repaired for finding in repaired)
    assert health.LINKS not in {finding.code for finding in run(health.check(library))[1]}


def test_a_figure_linked_to_a_stranger_is_not_shown(two_areas):
    library, *_ = two_areas
    with library.writing() as conn:
        conn.execute("UPDATE figure SET indicator = 'no-cong' WHERE indicator = 'thu-ngan-sach' AND report_id = 1")
    assert values(library, "Huế") == [(2023, 25.8)]


def test_a_new_catalogue_links_what_is_there_anew(two_areas, monkeypatch):
    library, first, *_ = two_areas
    own = catalogue.load()
    assert relinking.is_current(library.reader())
    (budget,) = [one for one in own.indicators if one.id == "thu-ngan-sach"]
    renamed = tuple(dataclasses.replace(one, id="thu") if one is budget else one for one in own.indicators)
    monkeypatch.setattr(relinking, "load", lambda: catalogue.Catalogue(renamed, own.relations))
    monkeypatch.setattr(relinking, "edition", lambda: f"{catalogue.RULES}-new")
    assert not relinking.is_current(library.reader())
    steps, changed = run(relinking.relink(library))
    assert [step.step for step in steps] == ["links"] * 3
    assert changed == 3
    assert relinking.is_current(library.reader())
    assert queries.series(library.reader(), "thu-ngan-sach") == []
    assert len(queries.series(library.reader(), "thu", area="Huế", derive=False)[0].points) == 2
    assert queries.content(library.reader(), first).figures[0].indicator == "thu"
    assert run(relinking.relink(library))[1] == 0


def test_a_report_changed_by_others_keeps_its_links(two_areas, monkeypatch):
    library, first, *_ = two_areas
    with library.writing() as conn:
        conn.execute("UPDATE figure SET value = 1 WHERE report_id = 1")
    monkeypatch.setattr(relinking, "edition", lambda: "0-new")
    kept = [row for row in links(library) if row[2] // 10_000_000 == first]
    assert run(relinking.relink(library))[1] == 2, "the two others"
    assert [row for row in links(library) if row[2] // 10_000_000 == first] == kept
    assert {finding.report_id for finding in run(health.check(library))[1] if finding.code == health.CHANGED} == {first}


def test_a_library_for_reading_only_says_that_its_links_are_old(two_areas):
    library, *_ = two_areas
    with library.writing() as conn:
        conn.execute("DELETE FROM meta WHERE key = 'catalogue'")
    reader = Library.open(library.path, read_only=True)
    assert not relinking.is_current(reader.reader())
    assert values(reader, "Huế") == [(2022, 25.8), (2023, 25.8)]
    assert [finding.code for finding in run(health.check(reader))[1]] == [health.LINKS]
    reader.close()


def test_linking_twice_changes_nothing(two_areas):
    library, first, *_ = two_areas
    before = links(library)
    with library.writing() as conn:
        linking.link_report(conn, first)
    assert links(library) == before
