"""Figures go out with sentence, place and exact value; and as the table clerks build by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from db.export.clerk import clerk_table, default_figures, lines_of
from db.export.figures import chosen_figures, figures_table
from db.export.note_list import notes_table, sentence_at
from db.export.table import COVERED, ExportTable


def words(table: ExportTable) -> list[list[str | None]]:
    return [[None if cell is COVERED else cell.text for cell in row] for row in table.rows]


def test_a_record_knows_its_place_and_its_printed_decimals(made: Any) -> None:
    record = chosen_figures(made.report, made.content).records[0]
    assert (record.value, record.decimals, record.unit) == (112.5, 2, "nghìn tỷ đồng")
    assert (record.section, record.paragraph, record.report, record.year) == ("I", 1, "quang-nam-2023", 2023)
    assert (record.change_direction, record.change_value) == ("giảm", 3.2)
    assert record.link == "tubaocao://quang-nam-2023/block/2?words=23-44&sha=ab12ab12ab12"


def test_the_list_of_figures_has_a_source_for_every_row(made: Any) -> None:
    table = figures_table([chosen_figures(made.report, made.content)])
    assert words(table)[0] == [
        "1",
        "Quy mô",
        "112,50",
        "nghìn tỷ đồng",
        "2023",
        "ước",
        "câu",
        "Báo cáo 2023, mục I, đoạn 1",
    ]
    assert len(table.links) == len(table.records) == 2
    assert (table.name, table.caption) == ("2023 Số liệu", "Số liệu 2023")


def test_only_chosen_figures_in_their_order(made: Any) -> None:
    chosen = chosen_figures(made.report, made.content, made.content.figures[::-1])
    assert [record.name for record in chosen.records] == ["Thu ngân sách", "Quy mô"]


def test_the_clerks_layout_puts_every_figure_into_its_column(made: Any) -> None:
    chosen = chosen_figures(made.report, made.content)
    base = replace(chosen.records[1], name="Thu", indicator="thu", link="x")
    records = (
        replace(base, id=1, value=20880.0, state="stated"),
        replace(base, id=2, value=26667.5, decimals=1, year=2022, state="stated"),
        replace(base, id=3, value=26680.0, state="plan"),
        replace(base, id=4, value=78.3, decimals=1, unit="%", kind="plan_attainment", state="stated"),
    )
    table = clerk_table([replace(chosen, records=records)], 2023)
    assert [cell.text for cell in table.head[0] if cell is not COVERED] == [
        "STT",
        "Chỉ tiêu",
        "ĐVT",
        "Thực hiện năm 2022",
        "Kế hoạch năm 2023",
        "Thực hiện năm 2023",
        "So sánh (%)",
    ]
    assert words(table) == [["1", "Thu", "tỷ đồng", "26.667,5", "26.680", "20.880", "78,3", "78,3"]]
    assert [bool(cell.marks) for cell in table.rows[0]] == [False] * 6 + [True, False]
    assert [(note.label, note.text) for note in table.notes] == [("*", "Tính từ các số trên cùng dòng.")]


def test_what_follows_from_a_rise_is_marked_and_not_overly_exact(made: Any) -> None:
    chosen = chosen_figures(made.report, made.content)
    record = replace(
        chosen.records[0],
        value=69110.0,
        decimals=0,
        unit="tỷ đồng",
        change_direction="tăng",
        change_value=11.2,
        change_unit="%",
        implied_previous=62149.2806,
    )
    table = clerk_table([replace(chosen, records=(record,))], 2023)
    assert words(table) == [["1", "Quy mô", "tỷ đồng", "62.149", "", "69.110", "111,2", ""]]
    assert table.head[0][5].text == "Ước thực hiện năm 2023"
    assert [note.text for note in table.notes] == ["Suy ra từ mức tăng, giảm báo cáo nêu."]
    assert [len(cell.marks) for cell in table.rows[0]] == [0, 0, 0, 1, 0, 0, 1, 0]


def test_rates_have_no_ratio_and_growth_no_year_before(made: Any) -> None:
    base = replace(chosen_figures(made.report, made.content).records[0], unit="%", change_value=None)
    records = (replace(base, value=5.0), replace(base, value=4.0, year=2022), replace(base, kind="change", name="Tăng"))
    rows = words(clerk_table([replace(chosen_figures(made.report, made.content), records=records)], 2023))
    assert [row[6] for row in rows] == ["", ""]
    assert rows[1][3] == ""


def test_two_figures_for_one_place_are_both_kept(made: Any) -> None:
    record = chosen_figures(made.report, made.content).records[0]
    lines = lines_of((record, replace(record, value=113.0)), 2023)
    assert [line.current.value for line in lines if line.current] == [112.5, 113.0]


def test_notes_go_out_with_the_sentence_of_their_mark(made: Any) -> None:
    table = notes_table(made.report, made.content)
    assert words(table)[2] == [
        "12",
        "Theo giá so sánh 2010.",
        "Quy mô kinh tế ước đạt 112,50 nghìn tỷ đồng, giảm 3,2 nghìn tỷ đồng.",
        "Báo cáo 2023, mục I, đoạn 1, chú thích 12",
    ]
    assert words(table)[1][:3] == ["11", "=1+1", "Xuất khẩu"]
    assert table.name == "Chú thích 2023"
    assert table.links[0] == "tubaocao://quang-nam-2023/note/1?sha=ab12ab12ab12"


def test_a_sentence_ends_before_a_capital_only() -> None:
    text = "Đạt 1.200 tỷ. Tại TP. hội an có 5 xã; Ủy ban báo cáo."
    assert sentence_at(text, 5) == "Đạt 1.200 tỷ."
    assert sentence_at(text, 13) == "Đạt 1.200 tỷ."
    assert sentence_at(text, 20) == "Tại TP. hội an có 5 xã;"
    assert sentence_at(text, len(text)) == "Ủy ban báo cáo."


def test_a_figure_of_another_year_stands_in_no_column(made: Any) -> None:
    """What was met of last year's plan, last year's target, a value of long ago: none may pass for this year's."""
    base = made.content.figures[1]
    facts = (
        replace(base, id=51, kind="level", state="stated", period="2023", period_end="2023-12-31"),
        replace(base, id=52, kind="plan_attainment", unit="%", value=109.3, period="2022", period_end="2022-12-31"),
        replace(base, id=53, kind="target", value=9.0, period="2022", period_end="2022-12-31"),
        replace(base, id=54, kind="level", state="stated", value=7.0, period="2019", period_end="2019-12-31"),
    )
    content = replace(made.content, figures=facts)
    table = clerk_table([chosen_figures(made.report, content)], 2023)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "Thu ngân sách", "tỷ đồng", "", "", "20.880", "", ""],
    ]
    assert table.remarks == ("Số liệu của năm khác, không có cột trong bảng: 3.",)
    known = replace(content, figures=tuple(replace(figure, indicator="x") for figure in facts))
    assert default_figures(known, 2023) == (1,)
    assert default_figures(known, 2022) == (2, 3)


def test_a_range_keeps_both_ends_and_no_ratio_is_made_of_it(made: Any) -> None:
    chosen = chosen_figures(made.report, made.content)
    base = replace(chosen.records[1], name="GRDP", indicator="grdp", kind="level", change_value=None, of=None)
    now = replace(base, id=1, value=8.0, low=8.0, high=8.0, decimals=0, unit="tấn", qualifier="", state="stated")
    plan = replace(now, id=2, value=7.5, low=7.5, high=8.5, decimals=1, state="plan")
    line = clerk_table([replace(chosen, records=(now, plan))], 2023).rows[0]
    assert [cell.text for cell in line[4:]] == ["7,5–8,5", "8", "", ""]
    assert line[4].value is None
    assert words(figures_table([replace(chosen, records=(plan,), origins=chosen.origins[:1])]))[0][2] == "7,5–8,5"
