"""What the user corrected goes out corrected, called so, with what the report says beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from db.export.accounts import caveats
from db.export.clerk import clerk_table
from db.export.figures import chosen_figures, figures_table
from db.export.options import ExportOptions
from db.export.package import package_parts
from db.export.series import series_list, series_table
from db.export.table import Origin
from db.export.tables import export_table
from db.layers import Correction, anchor_of
from db.model import Figure, Place, Point, Series

WHY = {"why": "theo quyết toán", "who": "Lan", "at": "2026-11-24T09:00:00Z"}


def fixed(made: Any, number: int, **more: Any) -> Correction:
    return Correction(anchor_of(made.content.figures[number], made.report.source.sha256), **(WHY | more))


def test_a_list_of_figures_has_the_corrected_value_and_the_print_in_a_note(made: Any) -> None:
    correction = fixed(made, 0, value=113.25)
    table = figures_table([chosen_figures(made.report, made.content, None, [correction])])
    assert [cell.text for cell in table.rows[0]][2:6] == ["113,25", "nghìn tỷ đồng", "2023", "đã chỉnh"]
    (note,) = table.notes
    assert note.text == "Đã chỉnh; báo cáo ghi “112,50 nghìn tỷ đồng,”. Lý do: theo quyết toán; Lan; 24/11/2026."
    assert table.rows[0][2].marks == ((6, 0),)
    assert [row[2].marks for row in table.rows[1:]] == [()]
    record = table.records[0]
    assert (record.value, record.original, record.original_state) == (113.25, 112.5, "estimate")
    assert table.corrected == 1
    (line, *_rest) = caveats([table], ExportOptions())
    assert line == "Số người dùng đã chỉnh có đánh dấu, bên cạnh ghi số in trong báo cáo: 1."


def test_the_clerks_table_counts_with_the_corrected_value_and_a_plan_stays_a_plan(made: Any) -> None:
    figures = tuple(replace(one, indicator=one.name) for one in made.content.figures)
    content = replace(made.content, figures=figures)
    corrections = [fixed(made, 0, value=120.0), fixed(made, 1, value=24000.0)]
    table = clerk_table([chosen_figures(made.report, content, None, corrections)], 2023)
    by_name = {row[1].text: row for row in table.rows}
    assert by_name["Thu ngân sách"][4].text == "24.000"
    assert by_name["Quy mô"][5].text == "120,00"
    assert [note.label for note in table.notes] == ["1", "2"]
    assert ["“112,50 nghìn tỷ đồng,”" in note.text for note in table.notes] == [True, False]
    assert by_name["Quy mô"][5].marks == ((6, 0),)
    assert table.head[0][5].text == "Ước thực hiện năm 2023"
    assert table.corrected == 2


def test_a_lost_correction_and_one_of_another_file_change_nothing(made: Any) -> None:
    lost = replace(fixed(made, 0, value=1.0), anchor=replace(fixed(made, 0).anchor, quote="câu khác", start=3, end=9))
    other = replace(fixed(made, 0, value=1.0), anchor=replace(fixed(made, 0).anchor, report="0" * 64))
    table = figures_table([chosen_figures(made.report, made.content, None, [lost, other])])
    assert table == figures_table([chosen_figures(made.report, made.content)])


def test_a_printed_table_keeps_its_print_and_says_what_it_was_corrected_to(made: Any) -> None:
    cell = Figure(51, Place(table_id=31, row=2, col=2), 0, 6, "20.880", 20880.0, "tỷ đồng", "Nội địa", period="2023")
    content = replace(made.content, figures=(*made.content.figures, cell))
    correction = Correction(anchor_of(cell, made.report.source.sha256), value=21000.0, **WHY)
    table = export_table(made.report, content, content.tables[0], corrections=[correction])
    assert table.rows[0][2].text == "20.880"
    assert table.rows[0][2].value == 20880
    (mark,) = table.rows[0][2].marks
    assert table.notes[mark[1]].text.startswith("Số in trong báo cáo; người dùng đã chỉnh thành 21.000 tỷ đồng.")
    assert table.corrected == 1
    hidden = export_table(made.report, content, content.tables[0], [1, 2], corrections=[correction])
    assert hidden.corrected == 0
    assert all("đã chỉnh" not in note.text for note in hidden.notes)


def test_series_say_what_was_corrected_in_either_layout() -> None:
    one = Point(2023, "2023", 26.1, None, None, "corrected", 1, 10, "câu", original=25.8)
    series = (Series("thu", "Thu", "nghìn tỷ đồng", (one,)),)
    for made in (series_table, series_list):
        table = made(series, lambda _point: Origin(slug="r", title="Báo cáo"))
        assert "Đã chỉnh; báo cáo ghi “25,8 nghìn tỷ đồng”." in [note.text for note in table.notes]
        assert table.corrected == 1
        assert any(cell.marks for cell in table.rows[0])


def test_a_data_package_carries_the_reports_own_value(made: Any) -> None:
    table = figures_table([chosen_figures(made.report, made.content, None, [fixed(made, 0, value=113.25)])])
    parts = dict(package_parts([table], ExportOptions()))
    header, first, _second, *_rest = parts["figures.csv"].decode().splitlines()
    row = dict(zip(header.split(","), first.split(","), strict=False))
    assert (row["value"], row["state"]) == ("113.25", "corrected")
    assert '"112,50 nghìn tỷ đồng,"' in first
    assert ",112.5," in first
