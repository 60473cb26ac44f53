"""The brief says what the reports say, with the place of every line, and nothing of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from db.comparison import compare
from db.comparison_out.brief import Brief, brief_of, shortened, trimmed
from db.comparison_out.brief_html import brief_html
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.interface.comparison import Compared


@pytest.fixture(params=[2021, 2022, 2023])
def one(request: pytest.FixtureRequest, kit: Any) -> Compared:
    return kit.paired(request.param, request.param + 1)


def quotes(brief: Brief) -> list[tuple[str, str]]:
    lines = (*brief.changes, *brief.new, *brief.dropped, *brief.missed, *brief.disagreeing)
    return [(source.side, source.quote) for line in lines for source in line.sources]


def test_every_quote_stands_in_its_report_and_every_line_has_a_place(one: Compared) -> None:
    brief = brief_of(one)
    for side, quote in quotes(brief):
        content = one.left_content if side == "left" else one.right_content
        cells = [cell.text for table in content.tables for cell in table.cells]
        texts = [*(block.text for block in content.blocks), *(note.text for note in content.notes), *cells]
        words = " ".join(" ".join(texts).split())
        assert all(part.strip() in words for part in quote.removesuffix(" …").split(" | "))
    for line in (*brief.changes, *brief.new, *brief.dropped, *brief.missed, *brief.disagreeing):
        assert all(source.cited.startswith("Báo cáo 20") for source in line.sources)


def test_the_greatest_changes_come_first_each_indicator_once(one: Compared) -> None:
    changes = brief_of(one, most=50).changes
    sizes = [abs(change.points if change.percent is None else change.percent) for change in changes]
    assert sizes == sorted(sizes, reverse=True)
    assert len({change.name for change in changes}) == len(changes)


def test_an_office_the_catalogue_does_not_know_is_told_by_its_own_names(kit: Any) -> None:
    lines = "BÁO CÁO\nCông tác Hội năm {}\nI. KẾT QUẢ\nCác cấp Hội tổ chức {} buổi tuyên truyền pháp luật."
    sides = [
        content_of(Document("txt", tuple(Paragraph(line) for line in lines.format(*said).splitlines())), "a.txt")
        for said in (("2022", "3.860"), ("2023", "4.632"))
    ]
    one = replace(kit.paired(2022, 2023), left_content=sides[0], right_content=sides[1])
    found = kit.driven(compare(*sides))
    (change,) = brief_of(replace(one, comparison=found)).changes
    assert (change.values, change.share) == ("3.860 buổi → 4.632 buổi", "+20%")


def test_tasks_are_those_one_report_alone_names(kit: Any) -> None:
    brief = brief_of(kit.paired(2022, 2023), most=50)
    assert any("Công bố và triển khai Quy hoạch tỉnh" in line.sources[0].quote for line in brief.new)
    assert any("Chuẩn bị sơ kết giữa nhiệm kỳ" in line.sources[0].quote for line in brief.dropped)
    assert all("IV" in line.sources[0].cited for line in brief.new)


def test_missed_are_shares_of_a_plan_below_a_hundred(kit: Any) -> None:
    missed = brief_of(kit.paired(2022, 2023), most=50).missed
    assert any("89,8%" in line.text for line in missed)
    assert not any("112,94%" in line.text or "95%" in line.text for line in missed)


def test_what_is_left_out_is_counted(kit: Any) -> None:
    whole, short = (brief_of(kit.paired(2022, 2023), most=most) for most in (50, 2))
    assert (len(short.changes), len(short.new)) == (4, 2)
    assert short.more["changes"] == len(whole.changes) - 4
    assert short.more["new"] == len(whole.new) - 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_is_self_contained_and_escaped(language: str, kit: Any) -> None:
    page = brief_html(brief_of(kit.paired(2022, 2023), language), language, "data:image/png;base64,AA<")
    assert not re.search(r"<script|https?:|src=\"(?!data:)", page)
    assert "AA<" not in page
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", page)]
    assert min(sizes) >= 10
    assert html.fromstring(page).find(".//h1").text_content()


def test_long_quotes_are_cut_at_a_word() -> None:
    assert shortened("Một  câu\nngắn.") == "Một câu ngắn."
    cut = shortened("từng chữ " * 60)
    assert cut.endswith(" …")
    assert cut.split()[-2] in ("từng", "chữ")


def test_a_trimmed_brief_counts_what_was_cut(kit: Any) -> None:
    whole = brief_of(kit.paired(2022, 2023))
    short = trimmed(whole, {"changes": 1, "new": 1})
    assert (len(short.changes), len(short.new), short.dropped) == (1, 1, whole.dropped)
    assert short.more["changes"] - whole.more["changes"] == len(whole.changes) - 1
