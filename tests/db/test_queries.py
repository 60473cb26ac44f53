"""What was put in comes out again, by the names people use, and no hot path scans a table."""

from __future__ import annotations

import dataclasses
import importlib
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import linking, queries, schema, search, search_hits, vocabulary, writer
from db.digest import digest
from db.errors import DamagedLibrary, LibraryBusy, LibraryError
from db.library import Library
from db.model import (
    Block,
    Cell,
    Change,
    Content,
    Counts,
    Emphasis,
    Figure,
    Finding,
    Mark,
    Note,
    Place,
    Receipt,
    ReportData,
    Section,
    Table,
)
from db.numbering import numbering
from db.queries import layered
from db.queries.lengths import SYLLABLES
from db.slugs import TAKEN

# The package gives functions the names of their modules.
content_queries, figure_queries, receipt_queries, report_queries, series_queries = (
    importlib.import_module(f"db.queries.{noun}") for noun in ("content", "figures", "receipts", "reports", "series")
)

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
words = texts.filter(bool)
numbers = st.floats(allow_nan=False, allow_infinity=False)
maybe = st.none() | numbers


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Any report that keeps the rules of the model."""

    def many(least: int = 0) -> range:
        return range(1, draw(st.integers(least, 4)) + 1)

    def some(ids: range) -> int | None:
        return draw(st.none() | st.sampled_from(ids)) if ids else None

    section_ids, block_ids, note_ids, table_ids = many(), many(), many(), many()

    def marks() -> tuple[Mark, ...]:
        each = st.builds(Mark, st.integers(0, 9), st.sampled_from(note_ids or [0]))
        return tuple(draw(st.lists(each, max_size=2))) if note_ids else ()

    def cells() -> tuple[Cell, ...]:
        places = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), unique=True, max_size=4))
        return tuple(Cell(row, col, 1, 2, draw(texts), marks(), draw(maybe), draw(texts)) for row, col in places)

    tables = tuple(Table(n, some(section_ids), draw(texts), 4, 4, 1, cells()) for n in table_ids)
    places = [Place(block_id=n) for n in block_ids] + [Place(note_id=n) for n in note_ids]
    places += [Place(table_id=table.id, row=cell.row, col=cell.col) for table in tables for cell in table.cells]
    changes = st.none() | st.builds(Change, st.sampled_from(["tăng", "giảm"]), numbers.map(abs), texts, texts)
    figures = st.builds(
        Figure,
        *(st.just(1), st.sampled_from(places or [Place()]), st.just(0), st.integers(1, 9)),
        *(words, numbers, texts, texts, texts, maybe, maybe, maybe, texts, texts, texts, texts, texts, texts, texts),
        *(maybe, changes, maybe),
    )
    found = draw(st.lists(figures, max_size=3)) if places else []
    return Content(
        data=draw(
            st.builds(ReportData, *[texts] * 6, st.none() | st.integers(1900, 2100), *[texts] * 4, st.booleans())
        ),
        sections=tuple(
            Section(n, some(range(1, n)), draw(st.integers(1, 9)), draw(texts), draw(texts), draw(texts), draw(texts))
            for n in section_ids
        ),
        blocks=tuple(
            Block(
                *(n, some(section_ids), draw(texts), draw(texts), marks(), some(table_ids), draw(texts)),
                tuple(draw(st.lists(st.builds(Emphasis, st.integers(0, 3), st.integers(4, 9), texts), max_size=2))),
            )
            for n in block_ids
        ),
        notes=tuple(Note(n, draw(texts), draw(texts), draw(texts), draw(st.booleans())) for n in note_ids),
        tables=tables,
        figures=tuple(dataclasses.replace(figure, id=n) for n, figure in enumerate(found, 1)),
        findings=tuple(Finding(draw(words), draw(texts), draw(st.integers(0, 99)), some(block_ids)) for _ in many()),
    )


def without_ids(content: Content) -> Content:
    """Number everything from 1, as the importer does."""
    ids = numbering(content)

    def marks(old: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(Mark(mark.offset, ids.notes[mark.note_id]) for mark in old)

    change = dataclasses.replace
    return Content(
        content.data,
        tuple(change(s, id=ids.sections[s.id], parent_id=ids.section(s.parent_id)) for s in content.sections),
        tuple(
            change(
                b,
                id=ids.blocks[b.id],
                section_id=ids.section(b.section_id),
                table_id=ids.table(b.table_id),
                marks=marks(b.marks),
            )
            for b in content.blocks
        ),
        tuple(change(n, id=ids.notes[n.id]) for n in content.notes),
        tuple(
            change(
                t,
                id=ids.tables[t.id],
                section_id=ids.section(t.section_id),
                cells=tuple(change(c, marks=marks(c.marks)) for c in t.cells),
            )
            for t in content.tables
        ),
        tuple(change(f, id=n, place=Place(*ids.place(f.place))) for n, f in enumerate(content.figures, 1)),
        tuple(change(f, block_id=ids.block(f.block_id)) for f in content.findings),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents())
def test_what_goes_in_comes_out(tmp_path_factory, source, content):
    library = Library.open(tmp_path_factory.mktemp("kho") / "k.tubaocao")
    fingerprint = digest(content)
    with library.writing() as conn:
        writer.add_report(conn, content, source("first"), "2026", fingerprint)
        number = writer.add_report(conn, content, source("second"), "2026", fingerprint)
    stored = queries.content(library.reader(), number)
    assert without_ids(stored) == content
    assert digest(stored) == fingerprint
    with library.writing() as conn:
        assert writer.remove_report(conn, number)
    assert without_ids(queries.content(library.reader(), 1)) == content
    library.close()


def test_ids_are_the_same_in_every_library(library, add, made_up):
    number = add(made_up())
    stored = queries.content(library.reader(), number)
    assert [block.id for block in stored.blocks] == [number * schema.ROOM + n for n in (1, 2, 3)]
    assert [note.id for note in stored.notes] == [number * schema.ROOM + schema.NOTES + n for n in (1, 2)]


def test_an_id_is_never_given_twice(library, add, made_up):
    first = add(made_up())
    with library.writing() as conn:
        writer.remove_report(conn, first)
    assert add(made_up()) > first


@pytest.mark.parametrize("broken", ["7", "'[[1'", "'[3]'", "'{}'"])
def test_a_value_of_the_wrong_kind_is_told_in_our_words(library, add, made_up, broken):
    """A turned bit in a row's head makes a number of a text."""
    number = add(made_up())
    with library.writing() as conn:
        conn.execute(f"UPDATE block SET emphasis = {broken} WHERE emphasis <> ''")
    with pytest.raises(DamagedLibrary):
        queries.content(library.reader(), number)


def test_a_changed_report_is_told_by_its_digest(library, add, made_up):
    number = add(made_up())
    with library.writing() as conn:
        conn.execute("UPDATE block SET text = text || '.' WHERE kind = 'item'")
    with pytest.raises(DamagedLibrary) as caught:
        queries.content(library.reader(), number)
    assert caught.value.detail == "quang-thu-2023"
    assert caught.value.path == library.path
    assert queries.content(library.reader(), number, verify=False).blocks[1].text.endswith("..")


def test_a_report_is_read_in_one_state_of_the_file(library, add, made_up, monkeypatch):
    """Another program wants to take the report out between two of our reads: it has to wait."""
    number = add(made_up())
    other = Library.open(library.path)
    conn = library.reader()
    real = content_queries.figures_of

    def figures_of(conn: sqlite3.Connection, report_id: int) -> list[Figure]:
        with pytest.raises(LibraryBusy), other.writing() as writing:
            writer.remove_report(writing, report_id)
        return real(conn, report_id)

    other._patience = 0.05
    monkeypatch.setattr(content_queries, "figures_of", figures_of)
    assert without_ids(queries.content(conn, number)) == made_up()
    other.close()
    assert not conn.in_transaction


def test_an_unknown_report_is_told(library):
    conn = library.reader()
    with pytest.raises(queries.UnknownReport):
        queries.content(conn, 5)
    assert queries.report(conn, 5) is None
    assert queries.sections(conn, 5) == []
    assert queries.counts(conn, 5) == Counts()
    assert queries.figure(conn, 5) is None


def test_a_report_is_found_by_id_slug_and_unique_beginning(library, add, made_up):
    first = add(made_up("Quảng Nam"), "a")
    second = add(made_up("Quảng Nam"), "b")
    third = add(made_up("tỉnh Quảng Ngãi", 2024), "c")
    conn = library.reader()
    assert [report.slug for report in queries.reports(conn)] == [
        "quang-nam-2023",
        "quang-nam-2023-2",
        "quang-ngai-2024",
    ]
    for name, expected in {
        str(second): second,
        "quang-nam-2023": first,
        "quang-nam-2023-2": second,
        "Quang-Ng": third,
        " quang-ngai-2024 ": third,
    }.items():
        assert queries.find_report(conn, name).id == expected
    assert queries.find_report(conn, "hue") is None
    assert queries.find_report(conn, "") is None
    assert queries.find_report(conn, "99") is None
    assert queries.find_report(conn, "quang-nam-2023%") is None
    with pytest.raises(queries.AmbiguousReport) as caught:
        queries.find_report(conn, "quang-nam")
    assert caught.value.slugs == ("quang-nam-2023", "quang-nam-2023-2")


def test_slugs_tell_the_period_and_fall_back(library, add, made_up, source):
    cases = [
        (made_up("Đà Nẵng", 2023), "da-nang-2023"),
        (
            dataclasses.replace(made_up(), data=ReportData(place="Huế", year=2023, period="6 tháng 2023")),
            "hue-2023-6-thang",
        ),
        (dataclasses.replace(made_up(), data=ReportData(issuer="Tỉnh ủy", year=2022, period="2022")), "tinh-uy-2022"),
        (dataclasses.replace(made_up(), data=ReportData()), "e"),
        (dataclasses.replace(made_up(), data=ReportData(place="???")), "f"),
    ]
    for name, (content, _) in zip("bcdef", cases, strict=True):
        add(content, name)
    assert [report.slug for report in queries.reports(library.reader())] == [slug for _, slug in cases]


def test_the_same_source_cannot_come_in_twice(library, add, made_up, source):
    number = add(made_up())
    with pytest.raises(LibraryError):
        add(made_up())
    conn = library.reader()
    assert queries.report_with_source(conn, source().sha256).id == number
    assert queries.report_with_source(conn, "0" * 64) is None


def test_other_versions_of_a_report_are_seen(library, add, made_up):
    number = add(made_up("Huế"))
    conn = library.reader()
    assert [report.id for report in queries.same_period(conn, made_up("Huế").data)] == [number]
    assert queries.same_period(conn, made_up("Huế", 2024).data) == []
    assert queries.same_period(conn, made_up("Huế", None).data) == []


def test_counts_are_those_of_the_content(library, add, made_up):
    number = add(made_up())
    expected = Counts(sections=2, notes=2, notes_linked=2, tables=1, figures=3)
    assert queries.counts(library.reader(), number) == expected
    assert queries.all_counts(library.reader()) == {number: expected}


def test_receipts_come_newest_first_and_outlive_their_report(library, add, made_up):
    number = add(made_up())
    refused = Receipt(0, "/a/xấu.docx", "refused", None, "TBC-102", "cut", Counts(), (), "2026-01-01T00:00:00Z")
    taken = Receipt(
        0, "/a.docx", "imported", number, "", "", Counts(1, 2, 2, 1, 3), (Finding("TBC-401", "x", 2, 7),), "2026"
    )
    with library.writing() as conn:
        ids = [writer.add_receipt(conn, receipt) for receipt in (refused, taken)]
        writer.remove_report(conn, number)
    expected = [dataclasses.replace(taken, id=ids[1], report_id=None), dataclasses.replace(refused, id=ids[0])]
    assert queries.receipts(library.reader(), 10) == expected
    assert queries.receipts(library.reader(), 1) == expected[:1]


def figure(value: float, unit: str, base: float, **more: object) -> Figure:
    row = {"name": "Thu ngân sách", "indicator": "thu", "value_base": base, "unit_base": "đồng", **more}
    return Figure(1, Place(block_id=1), 0, 4, "Thu đạt", value, unit, **row)


def series_content(made_up, year: int, *figures: Figure) -> Content:
    return dataclasses.replace(made_up(year=year), figures=figures)


def test_a_series_stands_in_the_unit_of_its_newest_figure(library, add, made_up):
    add(series_content(made_up, 2023, figure(25.8, "nghìn tỷ đồng", 2.58e13, low=25.75, high=25.85)), "new")
    add(
        series_content(made_up, 2021, figure(24200.0, "tỷ đồng", 2.42e13, low=24199.5), figure(0.0, "tỷ đồng", 0.0)),
        "old",
    )
    (series,) = queries.series(library.reader(), "thu")
    assert (series.indicator, series.name, series.unit) == ("thu", "Thu ngân sách", "nghìn tỷ đồng")
    assert [(p.year, p.value, p.low) for p in series.points] == [
        (2021, 24.2, 24.1995),
        (2021, 0.0, None),
        (2023, 25.8, 25.75),
    ]
    assert queries.figure(library.reader(), series.points[-1].figure_id).unit == "nghìn tỷ đồng"
    assert queries.series(library.reader()) == [series]
    assert queries.series(library.reader(), "khác") == []


def test_what_cannot_stand_on_one_axis_is_kept_apart(library, add, made_up):
    growth = figure(8.5, "%", 8.5, unit_base="%", kind="change", name="Tăng thu")
    before = figure(20.0, "nghìn tỷ đồng", 2e13, period="2022", period_end="2022-12-31")
    add(series_content(made_up, 2023, figure(25.8, "nghìn tỷ đồng", 2.58e13), growth, before))
    level, change = queries.series(library.reader(), "thu")
    assert [(point.year, point.value) for point in level.points] == [(2022, 20.0), (2023, 25.8)]
    assert (change.unit, change.name, len(change.points)) == ("%", "Tăng thu", 1)
    assert queries.series(library.reader(), "thu", kinds=("change",)) == [change]


def test_the_overview_names_an_indicator_by_its_most_frequent_name(library, add, made_up):
    often, once = figure(1.0, "tỷ đồng", 1e9), figure(2.0, "tỷ đồng", 2e9, name="Thu")
    add(series_content(made_up, 2023, once, often, often, figure(3.0, "tỷ đồng", 3e9, indicator="")))
    assert queries.indicator_overview(library.reader()) == [
        queries.IndicatorOverview("thu", "Thu ngân sách", "tỷ đồng", 3)
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"place": Place()},
        {"place": Place(block_id=1, note_id=1)},
        {"place": Place(table_id=1)},
        {"place": Place(table_id=1, row=9, col=9)},
        {"end": 25},
        {"quote": ""},
    ],
)
def test_the_store_refuses_a_figure_without_its_place(library, made_up, source, change):
    content = made_up()
    wrong = dataclasses.replace(content, figures=(dataclasses.replace(content.figures[0], **change),))
    with pytest.raises(LibraryError), library.writing() as conn:
        writer.add_report(conn, wrong, source(), "2026", digest(wrong))
    assert queries.reports(library.reader()) == []


HOT = {
    "report": report_queries.BY_ID,
    "slug": report_queries.BY_SLUG,
    "source": report_queries.BY_SOURCE,
    "period": report_queries.BY_PERIOD,
    "counts": report_queries.COUNTS,
    "sections": content_queries.SECTIONS,
    "blocks": content_queries.BLOCKS,
    "notes": content_queries.NOTES,
    "marks": content_queries.MARKS,
    "tables": content_queries.TABLES,
    "cells": content_queries.CELLS,
    "figures": figure_queries.OF_REPORT,
    "figure": figure_queries.BY_ID,
    "series": series_queries.ONE,
    "behind": series_queries.ONE_BEHIND,
    "series of an area": series_queries.ONE,
    "all series of an area": series_queries.EVERY,
    "catalogued series of an area": series_queries.ALL,
    "all behind, of an area": series_queries.ALL_BEHIND,
    "reports of an area": report_queries.OF_OFFICE,
    "figure in a block": figure_queries.IN_BLOCK,
    "figure in a note": figure_queries.IN_NOTE,
    "figure in a cell": figure_queries.IN_CELL,
    "source of a report": layered.SOURCE,
    "linked": linking.LINKED,
    "unlink": linking.UNLINK,
    "amiss": linking.AMISS,
    "block section": search_hits.BLOCK_SECTION,
    "note section": search_hits.NOTE_SECTION,
    "cell section": search_hits.CELL_SECTION,
    "cell place": search_hits.CELL_PLACE,
    "section": search_hits.SECTION,
    "words that begin so": vocabulary.BEGINNING,
    "passages with a word": vocabulary.PASSAGES,
    **dict(zip(map(str, range(10)), writer._REMOVALS, strict=True)),
}


def plan(conn: sqlite3.Connection, statement: str) -> list[str]:
    names = ("report", "name", "after", "sha256", "year", "period", "place", "issuer", "kind", "figure", "indicator")
    names += ("area", "block", "note", "table", "row", "col", "start", "end")
    names += ("passage", "section", "match", "first", "last", "everywhere", "scopes", "always", "years")
    names += ("room", "notes", "cells", "limit", "offset", "ids", "slugs", "most", "slug")
    names += ("order", "passages", "behind", "word")
    return [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {statement}", dict.fromkeys(names, 1))]


@pytest.mark.parametrize("name", HOT)
def test_no_hot_query_scans_a_table(library, name):
    steps = plan(library.reader(), HOT[name])
    assert steps
    assert [step for step in steps if step.startswith("SCAN")] == []


@pytest.mark.parametrize("name", ["sections", "blocks", "notes", "marks", "tables", "figures", "report", "slug"])
def test_reading_order_needs_no_sorting(library, name):
    assert [step for step in plan(library.reader(), HOT[name]) if "TEMP B-TREE" in step] == []


@pytest.mark.parametrize("statement", [search.NEWEST, search.BEST, search.COUNT])
def test_search_walks_the_index_once(library, statement):
    steps = plan(library.reader(), statement)
    assert steps[0].startswith("SCAN search_text VIRTUAL TABLE INDEX")
    assert steps[0].partition(":")[2] in {"M1", "M1><"}, "by its words and a range; an = would ask for each passage"
    assert not any("search_text" in step or step.startswith("SCAN report") for step in steps[1:])
    sorts = [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step]
    assert len(sorts) == (statement is search.BEST), "the newest come in the order of the index"


def test_the_texts_of_a_page_are_looked_up_by_their_ids(library):
    steps = plan(library.reader(), search.TEXTS)
    assert len([step for step in steps if step.startswith("SEARCH") and "LEFT-JOIN" in step]) == 3
    assert not any(step.startswith(("SCAN block", "SCAN note", "SCAN cell")) for step in steps)


@pytest.mark.parametrize("statement", [report_queries.BY_IDS, report_queries.BY_SLUGS, TAKEN, SYLLABLES])
def test_reports_are_found_on_an_index(library, statement):
    steps = plan(library.reader(), statement)
    assert not any(step.startswith(("SCAN report", "SCAN block", "SCAN note", "SCAN cell")) for step in steps)


def test_years_are_read_from_their_index_alone(library):
    assert any("COVERING INDEX report_year" in step for step in plan(library.reader(), report_queries.YEARS))


def test_the_newest_receipts_need_no_sorting(library):
    assert [step for step in plan(library.reader(), receipt_queries.NEWEST) if "TEMP B-TREE" in step] == []


def test_indicators_are_counted_on_their_index_alone(library):
    assert any("COVERING INDEX figure_indicator" in step for step in plan(library.reader(), figure_queries.OVERVIEW))
