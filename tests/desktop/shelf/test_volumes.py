"""The shelf's order and filter, without Qt."""

from __future__ import annotations

from db.model import Counts, Report, ReportData, Source, Spine
from db.vietnamese.folding import fold
from desktop.shelf.volumes import SORT_KEYS, Volume, matching, rows_of, tell_words, volumes_of, years_of

SOURCE = Source("a.docx", "/a.docx", "0" * 64, "docx", 1)


def volume(number: int, issuer: str, year: int | None, kind: str = "Báo cáo", title: str = "tình hình năm") -> Volume:
    data = ReportData(title=title, kind=kind, issuer=issuer, year=year, period=str(year or ""))
    report = Report(number, f"r{number}", data, SOURCE, "2026-11-24T00:00:00Z", "")
    spine = Spine(number, issuer, kind, year, data.period)
    made = volumes_of([spine], lambda _spine: (report, Counts(figures=number)))
    tell_words(made, {number: fold(f"{title} {issuer} {year}")})
    return made[0]


def test_issuers_stand_in_vietnamese_order() -> None:
    shelf = [
        volume(n, issuer, 2023)
        for n, issuer in enumerate(["Tỉnh ủy Đắk Lắk", "Tỉnh ủy Điện Biên", "Tỉnh ủy An Giang", "Tỉnh ủy Dĩ An"])
    ]
    assert [row.issuer for row in rows_of(shelf)] == [
        "Tỉnh ủy An Giang",
        "Tỉnh ủy Dĩ An",
        "Tỉnh ủy Đắk Lắk",
        "Tỉnh ủy Điện Biên",
    ]


def test_years_without_a_report_keep_their_place() -> None:
    assert years_of([volume(1, "A", 2021), volume(2, "A", 2024)]) == [2021, 2022, 2023, 2024]


def test_a_report_without_a_year_stands_last_and_is_not_lost() -> None:
    shelf = [volume(1, "A", 2023), volume(2, "A", None)]
    assert years_of(shelf) == [2023, None]
    assert [v.report.id for v in rows_of(shelf)[0].years[None]] == [2]


def test_no_reports_have_no_years() -> None:
    assert years_of([]) == []


def test_two_reports_of_one_year_share_a_cell_in_order_of_import() -> None:
    row = rows_of([volume(1, "A", 2023), volume(2, "A", 2023)])[0]
    assert [v.report.id for v in row.years[2023]] == [1, 2]


def test_the_filter_takes_words_without_diacritics_and_in_any_order() -> None:
    shelf = [volume(1, "Tỉnh ủy Quảng Nam", 2023), volume(2, "UBND tỉnh Bình Định", 2022)]
    assert [v.report.id for v in matching(shelf, "nam quang")] == [1]
    assert [v.report.id for v in matching(shelf, "2022")] == [2]
    assert matching(shelf, "dong nai") == []
    assert len(matching(shelf, "  ")) == 2


def test_every_column_of_the_list_can_be_sorted() -> None:
    shelf = [volume(1, "B", 2023), volume(2, "A", None)]
    for key in SORT_KEYS.values():
        assert len(sorted(shelf, key=key)) == 2  # type: ignore[type-var, arg-type]  # each key compares with itself
