"""A comparison whole: mirrored, cancelled, paired by hand, unmasked, laid out over years, and fast."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from db.comparison import Comparison, compare, matrix, merge_tables
from db.model import Content

BASE = Path(__file__).resolve().parents[1] / "gold" / "pairs" / "base.txt"
OTHER = {
    "new": "dropped",
    "dropped": "new",
    "split": "merged",
    "merged": "split",
    "added": "removed",
    "removed": "added",
}

Run = Callable[..., Comparison]


@pytest.mark.parametrize("years", [(2021, 2022), (2022, 2023), (2023, 2024), (2021, 2024)])
def test_swapping_the_sides_mirrors_everything(years: tuple[int, int], samples: dict[int, Content], run: Run) -> None:
    one, two = samples[years[0]], samples[years[1]]
    there, back = run(one, two), run(two, one)
    assert {(p.left, p.right, frozenset(p.kinds)) for p in there.sections} == {
        (p.right, p.left, frozenset(OTHER.get(kind, kind) for kind in p.kinds)) for p in back.sections
    }
    assert {(p.left_text, p.right_text, p.kind) for p in there.sentences} == {
        (p.right_text, p.left_text, OTHER.get(p.kind, p.kind)) for p in back.sentences
    }
    assert {(p.left, p.right, p.kind) for p in there.notes} == {
        (p.right, p.left, OTHER.get(p.kind, p.kind)) for p in back.notes
    }
    assert {(p.left.id, p.right.id) for p in there.figures} == {(p.right.id, p.left.id) for p in back.figures}
    rows = {(t.left, t.right, r.left, r.right, r.kind) for t in there.tables for r in t.rows}
    assert rows == {(t.right, t.left, r.right, r.left, OTHER.get(r.kind, r.kind)) for t in back.tables for r in t.rows}
    counts = {OTHER.get(kind, kind): count for kind, count in back.counts.items()}
    assert there.counts == counts
    assert [p.id for p in back.sentences] == list(range(1, len(back.sentences) + 1))


def test_a_report_and_itself_differ_in_nothing(samples: dict[int, Content], run: Run) -> None:
    for content in samples.values():
        found = run(content, content)
        assert found.differences == ()
        assert found.reuse[0].share == 1.0
        assert all(pair.confidence >= 0.6 for pair in found.sections)
        assert not found.contradictions


def test_every_sentence_and_note_stands_once(samples: dict[int, Content], run: Run) -> None:
    found = run(samples[2022], samples[2023])
    for side in ("left", "right"):
        spots = [(spot.place, spot.start) for pair in found.sentences for spot in getattr(pair, side)]
        assert len(spots) == len(set(spots))
        notes = [getattr(pair, side) for pair in found.notes if getattr(pair, side)]
        assert sorted(notes) == [note.id for note in samples[2022 if side == "left" else 2023].notes]
    for pair in found.sentences:
        for spot in (*pair.left, *pair.right):
            assert spot.text.strip() == spot.text != ""


def test_pairs_set_by_hand_hold(samples: dict[int, Content], run: Run) -> None:
    left, right = samples[2021], samples[2022]
    covid = next(one.id for one in left.sections if "COVID" in one.title)
    health = next(one.id for one in right.sections if one.title.startswith("Y tế"))
    culture = next(one.id for one in right.sections if one.title.startswith("Văn hóa, thể thao"))
    found = run(left, right, pairings=((covid, culture), (None, health)))
    pair = next(one for one in found.sections if one.left == covid and one.right == culture)
    assert pair.by_hand
    assert not pair.asks
    assert next(one for one in found.sections if one.right == health).left is None


def test_without_the_mask_years_are_changes(read: Callable[[str], Content], run: Run) -> None:
    text = BASE.read_text(encoding="utf-8")
    left, right = read(text), read(text.replace("so với năm 2021", "so với năm 2020"))
    assert run(left, right).counts["numbers"] == 0
    assert run(left, right, masked=False).counts["numbers"] == 2


def test_the_work_yields_and_can_be_left(samples: dict[int, Content]) -> None:
    work = compare(samples[2021], samples[2022])
    steps = [next(work) for _ in range(5)]
    assert all(step.step.startswith("compare_") for step in steps)
    work.close()
    with pytest.raises(StopIteration):
        next(work)


def test_three_years_side_by_side(samples: dict[int, Content], run: Run) -> None:
    years = [samples[year] for year in (2021, 2022, 2023, 2024)]
    found = matrix(years, [run(one, two) for one, two in pairwise(years)])
    for report, content in enumerate(years):
        shown = [row.cells[report].section.id for row in found.rows if row.cells[report]]  # type: ignore[union-attr]
        assert sorted(shown) == [one.id for one in content.sections if one.title]
    row = next(row for row in found.rows if row.title == "Chính trị, tư tưởng")
    assert all(row.cells)
    assert not any(row.elsewhere)


def test_a_section_that_a_year_has_not_is_told_where_it_went(read: Callable[[str], Content], run: Run) -> None:
    one, two = (read((BASE.parent / f"nong-dan-{year}.txt").read_text(encoding="utf-8")) for year in (2022, 2023))
    found = matrix([one, two], [run(one, two)])
    gaps = {row.title: [(gap.kind, gap.section.title) if gap else None for gap in row.elsewhere] for row in found.rows}
    into = "Phong trào nông dân xây dựng nông thôn mới và giữ gìn an ninh"
    assert gaps["Phong trào nông dân tham gia bảo đảm quốc phòng, an ninh"] == [None, ("merged", into)]
    assert gaps["Công tác kiểm tra, giám sát"] == [("split", "Công tác tổ chức, cán bộ và kiểm tra"), None]
    assert gaps["Công tác tuyên truyền"] == [None, None]


def test_no_line_of_a_table_is_lost_in_the_wide_one(samples: dict[int, Content]) -> None:
    years = [samples[2021], samples[2022], samples[2024]]
    wide = merge_tables(years, [3, 3, 3])
    growth = next(row for row in wide.rows if row.label == "Tốc độ tăng trưởng GRDP")
    texts = {cell.text for cell in growth.cells if cell}
    assert {"5,04", "11,2", "7,1"} <= texts
    flags = [row.unmatched for row in wide.rows]
    assert flags == sorted(flags)
    for report, content in enumerate(years):
        table = next(one for one in content.tables if one.id == 3)
        places = {
            (cell.place.row, cell.place.col)
            for row in wide.rows
            for cell in row.cells
            if cell and cell.report == report
        }
        numbers = {
            (cell.row, cell.col)
            for cell in table.cells
            if cell.value is not None and cell.col > 2 and cell.row >= table.header_rows
        }
        assert numbers <= places
