"""A basket outlives a restart, fits another library with the same reports, and says what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from db import queries
from db.anchoring import Stretch, texts_of
from db.annotations import anchors_at, family_of
from db.export.basket import BasketItem, Part, dumps, fill, loads, part_of
from db.export.table import Picture
from db.importer.pipeline import import_paths
from db.layers import Annotation, Correction, Layers, anchor_of
from db.library import Library
from db.model import Place, Report, Series

SAMPLES = ("bao-cao-mau-quang-nam-2022.docx", "bao-cao-mau-quang-nam-2024.docx")


def stocked(path: Path, names: tuple[str, ...]) -> Library:
    opened = Library.open(path, create=True)
    for _ in import_paths(opened, [resources.path(f"samples/{name}") for name in names]):
        pass
    return opened


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    opened = stocked(tmp_path_factory.mktemp("basket") / "a.tubaocao", SAMPLES)
    yield opened
    opened.close()


@pytest.fixture
def items(library: Library) -> tuple[BasketItem, ...]:
    old, new = queries.reports(library.reader())
    indicators = [row.indicator for row in queries.indicator_overview(library.reader())]
    return (
        BasketItem("table", "Bảng 2", (part_of(old, (2,), (1, 0)),)),
        BasketItem("figures", "Số liệu", (part_of(old, (3, 1)), part_of(new))),
        BasketItem("clerk", "Lập bảng", (part_of(old),), year=2022),
        BasketItem("notes", "Chú thích", (part_of(new, (2,)),)),
        BasketItem("merged", "Ghép", (part_of(old, (3,)), part_of(new, (3,)))),
        BasketItem("series", "Chỉ tiêu", indicators=tuple(indicators[:2])),
        BasketItem("series_list", "Chỉ tiêu", indicators=tuple(indicators[:1])),
        BasketItem("table", "để sau", (part_of(new, (1,)),), chosen=False),
    )


def test_it_comes_back_from_its_text(items: tuple[BasketItem, ...]) -> None:
    assert loads(dumps(items)) == items


@pytest.mark.parametrize("text", ["", "x", "{}", '[{"kind": "file", "title": "x"}]', "[1]", '[{"kind": "table"}]'])
def test_a_text_that_is_no_basket_is_empty(text: str) -> None:
    assert loads(text) == ()


def test_every_kind_of_item_becomes_a_table(library: Library, items: tuple[BasketItem, ...]) -> None:
    filled = fill(library.reader(), items)
    assert filled.missing == ()
    assert len(filled.tables) == 7
    table, figures, clerk, notes, joined, series, values = filled.tables
    assert [row[1].text for row in table.rows] == ["Thu nội địa", ""]
    assert [row[0].text for row in table.rows] == ["1", "Tổng thu"]
    assert [record.report for record in figures.records][:3] == ["quang-nam-2022", "quang-nam-2022", "quang-nam-2024"]
    assert clerk.rows
    assert len(notes.rows) == 1
    assert len(joined.origins) == 2
    assert series.rows
    assert all(link.startswith("tubaocao://") for link in values.links)


def test_a_basket_fits_another_library(items: tuple[BasketItem, ...], library: Library, tmp_path: Path) -> None:
    other = stocked(tmp_path / "b.tubaocao", SAMPLES[::-1])
    ours, theirs = fill(library.reader(), items).tables, fill(other.reader(), items).tables
    other.close()
    assert [table.rows for table in ours[:5]] == [table.rows for table in theirs[:5]]


def test_a_report_known_by_name_alone_is_found_by_it(library: Library, items: tuple[BasketItem, ...]) -> None:
    named = replace(items[0], parts=(Part("quang-nam-2024", "", (1,)),))
    assert fill(library.reader(), [named]).tables[0].origins[0].slug == "quang-nam-2024"
    other_file = replace(items[0], parts=(Part("quang-nam-2024", "0" * 64, (1,)),))
    assert fill(library.reader(), [other_file]).missing == (other_file,)


def test_what_is_gone_is_told(library: Library, items: tuple[BasketItem, ...]) -> None:
    gone = (
        replace(items[0], parts=(Part("x", "0" * 64, (1,)),)),
        replace(items[0], parts=(replace(items[0].parts[0], numbers=(99,)),)),
        replace(items[1], parts=(replace(items[0].parts[0], numbers=(9999,)),)),
        replace(items[5], indicators=("nothing",)),
        BasketItem("table", "leer"),
        replace(items[3], parts=(replace(items[3].parts[0], numbers=(99,)),)),
    )
    filled = fill(library.reader(), gone)
    assert filled.tables == ()
    assert filled.missing == gone


def test_series_keep_their_axis_their_state_of_knowledge_and_their_chart(library: Library) -> None:
    conn = library.reader()
    row = next(one for one in queries.series(conn, "thu-ngan-sach") if len({p.report_id for p in one.points}) > 1)
    item = BasketItem("series", "Thu", indicators=(row.indicator,), units=(row.unit,), chart="line")
    asked: list[tuple[BasketItem, tuple[str, ...]]] = []

    def draw(wanted: BasketItem, found: Sequence[Series], reports: Sequence[Report]) -> tuple[Picture, ...]:
        asked.append((wanted, tuple(one.unit for one in found)))
        return (Picture(b"", 100.0, str(len(reports))),)

    whole, early, bare = fill(conn, (item, replace(item, known=2022), replace(item, chart="")), illustrate=draw).tables
    assert asked == [(item, (row.unit,)), (replace(item, known=2022), (row.unit,))]
    assert (whole.pictures[0].caption, bare.pictures) == ("2", ())
    assert {cell.text for row in whole.rows for cell in row[2:3]} == {row.unit}
    years = [cell.text for cell in early.head[0][3:]]
    assert years
    assert len(years) < len(whole.head[0][3:])
    assert len(early.origins) == 1
    gone = fill(conn, (replace(item, units=("mét",)),))
    assert gone.missing == (replace(item, units=("mét",)),)


def test_series_show_what_the_user_corrected(library: Library) -> None:
    conn = library.reader()
    figure, report = next(
        (figure, report)
        for report in queries.reports(conn)
        for figure in queries.content(conn, report.id).figures
        if figure.indicator == "thu-ngan-sach" and figure.kind == "level"
    )
    layers = Layers((Correction(anchor_of(figure, report.source.sha256), value=12345.0),))
    item = BasketItem("series", "Thu", indicators=("thu-ngan-sach",), units=(figure.unit,))
    (table,) = fill(conn, (item,), layers=layers).tables
    assert any("12.345" in cell.text for row in table.rows for cell in row)
    assert any("đã chỉnh" in note.text for note in table.notes)
    assert any(note.text.startswith("Đã chỉnh; báo cáo ghi “") for note in table.notes)


def test_series_go_out_as_the_index_they_are_drawn_as(library: Library) -> None:
    drawn: list[tuple[str, ...]] = []

    def draw(_item: BasketItem, series: Sequence[Series], _reports: Sequence[Report]) -> tuple[Picture, ...]:
        drawn.append(tuple(one.unit for one in series))
        return ()

    conn = library.reader()
    plain = BasketItem("series", "Thu", indicators=("thu-ngan-sach",), units=("tỷ đồng",), chart="lines")
    asked = replace(plain, base=2022)
    assert loads(dumps([asked])) == (asked,)
    (before, table) = fill(conn, (plain, asked), illustrate=draw).tables
    year = [cell.text for cell in table.head[0]].index("2022")
    assert [row[year].value for row in table.rows[:1]] == [100]
    assert before.rows[0][year].value != 100
    assert drawn == [("tỷ đồng",), ("2022 = 100",)]
    assert "2022 = 100" in table.caption
    assert before.rows[0][year].text in table.remarks[0]
    gone = replace(asked, base=1999)
    assert fill(conn, (gone,)).missing == (gone,)


def test_own_notes_go_out_with_words_place_and_what_was_lost(library: Library) -> None:
    report = queries.reports(library.reader())[0]
    content = queries.content(library.reader(), report.id)
    texts = texts_of(content)
    block = next(one for one in content.blocks if one.kind == "paragraph" and len(one.text) > 50)
    anchors = anchors_at([Stretch(Place(block_id=block.id), 0, 30)], texts, report.source.sha256)
    note = Annotation("a", anchors, family_of(report.data), "pink", "=1+1", at="2026-11-24T10:00:00Z")
    gone = replace(note, key="b", anchors=(replace(anchors[0], quote="lời không còn nữa đâu"),), words="mất")
    layers = Layers(annotations=(note, gone))
    (table,) = fill(library.reader(), [BasketItem("annotations", "Ghi chú")], layers=layers).tables
    first, second = table.rows
    assert [cell.text for cell in first[1:4]] == [block.text[:30].strip(), "=1+1", "Hồng"]
    assert first[4].text.startswith("Báo cáo 2022")
    assert first[4].link == table.links[0] != ""
    assert (first[5].text, first[2].kind) == ("24/11/2026", "text")
    assert second[4].text.endswith("(mất neo)")
    assert [origin.section for origin in table.origins] == [""]
    (only,) = fill(library.reader(), [BasketItem("annotations", "Ghi chú", keys=("b", "x"))], layers=layers).tables
    assert [row[2].text for row in only.rows] == ["mất"]
    assert fill(library.reader(), [BasketItem("annotations", "Ghi chú")]).missing != ()
