"""Search finds what is meant, counts right, shows where, and never trips over what is typed."""

from __future__ import annotations

import threading
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import queries, schema, search, writer
from db.connections import stoppable
from db.digest import digest
from db.errors import DamagedLibrary
from db.library import Library
from db.search import SearchInterrupted, highlights, wider_forms
from db.search import search as ask

# What a report prints, and what is typed: + finds it, - does not.
PAIRS = """
đảng viên + dang vien | đảng viên | Đảng viên | ĐẢNG VIÊN | đang vien | dảng vien
đảng viên - đãng viên | dạng viên | đăng viên | đảng viện
dạng viên + dang vien | dạng vien
dạng viên - đảng viên | đang vien
đường sắt + duong sat | đường | duong | sat duong
đường sắt - đương | đuờng sất | đướng
dương liễu + duong | dương | lieu duong
dương liễu - đường | đương
hoà bình + hòa bình | hoà bình | hoa binh | HOÀ BÌNH | hoà | binh hoà
hòa bình + hòa bình | hoà bình | Hoà | hoa
hòa bình - hoạ | hoá bình | hỏa
thuỷ điện + thủy điện | thuỷ điện | thuy dien | thủy | THỦY
thủy điện + thuỷ | thuy
thủy điện - thúy | thuý
khoẻ mạnh + khỏe | khoẻ | khoe manh
tỷ lệ + tỉ lệ | tỷ lệ | ty le | ti le | TỈ LỆ
tỉ lệ + tỷ lệ | tỉ lệ | ty le | ti le
tỉ lệ - tỳ lệ | tì
kỹ thuật + kĩ thuật | ky thuat | ki thuat
lý luận + lí luận | ly luan | li luan
quý III + quí III | quy iii | qui 3 iii | "quý iii"
quý III - quỳ | qui 4
quyết định + quyet | quyết* | quy* | quyế* | quyet dinh
quyết định - quy | quyệt
tưởng niệm + tuong niem | tưởng | tuong
tưởng niệm - tượng | tương
27-NQ/TU + 27-NQ/TU | 27-nq/tu | "27-NQ/TU" | nq | 27 NQ TU
27-NQ/TU - 28-NQ/TU | 27-TU/NQ
tăng 112,5 tỷ + 112,5 | "112,5 tỷ" | 112 | 112,5 tỉ
tăng 112,5 tỷ - 112,6 | 1125
Đắk Lắk + dak lak | Đắk | ĐẮK LẮK
Đắk Lắk - Đăk | đak lăk
uỷ ban + ủy ban | uỷ ban | uy ban | UỶ BAN
uỷ ban - úy ban
nghèo đói + "nghèo đói" | ngheo* | nghè* | đói nghèo
nghèo đói - "đói nghèo" | nghẽ*
"""


def pairs() -> list[tuple[str, str, bool]]:
    found = []
    for line in PAIRS.strip().splitlines():
        sign = " + " if " + " in line else " - "
        text, typed = line.split(sign, 1)
        found += [(text, query.strip(), sign == " + ") for query in typed.split("|")]
    return [pair for pair in found if pair[1] != "qui 3 iii"]


@pytest.fixture(scope="module")
def words(tmp_path_factory, made_up, source):
    """A library with each printed text as a paragraph of its own, in NFC."""
    library = Library.open(tmp_path_factory.mktemp("kho") / "k.tubaocao")
    content = made_up("Thử", paragraphs=tuple(dict.fromkeys(text for text, _, _ in pairs())))
    with library.writing() as conn:
        writer.add_report(conn, content, source(), "2026", digest(content))
    yield library
    library.close()


def test_there_are_enough_pairs():
    assert len(pairs()) >= 100


@pytest.mark.parametrize(("text", "typed", "found"), pairs())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_is_typed_finds_what_is_meant(words, text, typed, found, form):
    result = ask(words.reader(), unicodedata.normalize(form, typed))
    hits = [hit for hit in result.hits if hit.snippet == text]
    assert bool(hits) is found
    assert not result.fallback
    assert result.total == len(result.hits)
    for hit in hits:
        assert hit.marks
        assert hit.marks == tuple(highlights(text, typed))


@pytest.fixture
def conn(library, add, made_up):
    """Three reports: years 2022, 2023 and 2024; the words of the maker in each."""
    for year in (2022, 2023, 2024):
        add(made_up("Huế", year, (f"Kết nạp {year - 2000} đảng viên mới.", "Đảng bộ không ngừng lớn mạnh.")), str(year))
    return library.reader()


def test_a_hit_tells_where_it_stands(conn):
    (hit,) = ask(conn, "dân số thành thị", years=[2023]).hits
    assert (hit.report_id, hit.scope) == (2, "tables")
    assert (hit.place.table_id, hit.place.row, hit.place.col) == (2 * schema.ROOM + 1, 1, 0)
    assert hit.section_id == 2 * schema.ROOM + 2
    (hit,) = ask(conn, "thuỷ lợi", years=[2023]).hits
    assert (hit.scope, hit.place.note_id) == ("notes", 2 * schema.ROOM + schema.NOTES + 1)
    assert hit.section_id == 2 * schema.ROOM + 2  # where its mark stands
    (hit,) = ask(conn, "đạt chuẩn", years=[2023]).hits
    assert hit.section_id == 2 * schema.ROOM + 2  # its mark stands in a table
    (hit,) = ask(conn, "kết nạp", years=[2023]).hits
    assert (hit.scope, hit.place.block_id, hit.section_id) == ("body", 2 * schema.ROOM + 4, 2 * schema.ROOM + 2)


def test_years_scopes_and_report_narrow(conn):
    assert ask(conn, "dang vien").total == 3
    assert ask(conn, "đảng viên").total == 3
    assert {hit.report_id for hit in ask(conn, "đảng viên", years=[2022, 2024]).hits} == {1, 3}
    assert ask(conn, "dang vien", years=[1999]).total == 0
    assert ask(conn, "thủy", scopes=["notes"]).total == 3
    assert ask(conn, "thuy", scopes=["body", "tables"]).total == 0
    assert [hit.report_id for hit in ask(conn, "dang vien", report_id=2).hits] == [2]
    assert ask(conn, "dang vien", report_id=9).total == 0


def test_pages_follow_each_other_and_do_not_change_the_total(conn):
    for query in ("dang", "đảng"):
        whole = ask(conn, query)
        pages = [ask(conn, query, limit=2, offset=offset) for offset in (0, 2, 4)]
        assert [page.total for page in pages] == [6, 6, 6]
        assert sum((page.hits for page in pages), ()) == whole.hits
        assert ask(conn, query, limit=0).hits == ()


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("đảng OR thủy", 9),
        ("đảng HOẶC thuy", 9),
        ("đảng AND viên", 3),
        ("đảng VÀ viên", 3),
        ("đảng NOT viên", 3),
        ("đảng KHÔNG viên", 3),
        ("đảng NOT viện", 6),
        ("dang NOT (vien OR bo)", 0),
        ("(kết OR lớn) đảng", 6),
        ("đảng không", 3),
        ('"đảng viên mới"', 3),
        ("“viên đảng”", 0),
        ("ket*", 6),
        ("năm:2023 đảng", 2),
        ("nam:2022-2023 đảng", 4),
        ("năm:2022,2024 đảng", 4),
        ("year:2023 dang", 2),
        ("chú thích:thủy", 3),
        ("chuthich:đảng", 0),
        ("bảng:dân", 3),
        ("chú thích: xã bảng:", 3),
        ("mục:I đảng", 6),
        ("mục:1 đảng", 6),
        ("mục:I.1 đảng", 6),
        ("mục:1.I đảng", 0),
        ('mục:"kết quả" đảng', 6),
        ("mục:ngân thủy", 3),
        ("mục:xyz đảng", 0),
        ("đảng , viên .", 3),
        ("ĐẢNG VIÊN", 3),
        ("ĐẢNG BỘ KHÔNG NGỪNG", 3),
        ("", 0),
        ("  ", 0),
        ("…", 0),
        ("năm:2023", 0),
    ],
)
def test_the_grammar(conn, query, total):
    result = ask(conn, query)
    assert (result.total, result.fallback) == (total, False)


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ('"đảng viên', 3),
        ("(đảng viên", 3),
        ("đảng viên)", 3),
        ("AND", 0),
        ("đảng OR", 0),
        ("NOT đảng", 0),
        ("KHÔNG viên mới", 0),
        ("NOT bộ đảng", 0),
        ("* đảng", 6),
        ("đ*ảng", 0),
        ("năm:hai đảng", 0),
        ("mục:", 0),
        ("()", 0),
        ("đảng AND AND viên", 0),
        ("(" * 50 + "đảng", 6),
        ("đảng " * 200, 6),
    ],
)
def test_a_wrong_syntax_falls_back_to_words(conn, query, total):
    result = ask(conn, query)
    assert (result.total, result.fallback) == (total, query != "()" or result.fallback)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from(list("đảngviên hoàtỷ\"“”()*:-+^{}'\\/,.12 ")) | st.characters(), max_size=30))
def test_nothing_typed_is_an_error(words, query):
    result = ask(words.reader(), query)
    assert result.total >= len(result.hits) >= 0
    wider_forms(words.reader(), query, scopes=("notes",))


def test_a_long_text_is_cut_between_words_around_the_first_hit(library, add, made_up):
    add(made_up(paragraphs=("trước đó " * 40 + "có một\nsố đặc biệt ở đây, số đặc biệt " + "về sau " * 40,)))
    (hit,) = ask(library.reader(), '"số đặc biệt"').hits
    assert len(hit.snippet) <= 140
    assert hit.snippet.startswith("…trước") or hit.snippet.startswith("…đó")
    assert hit.snippet.endswith("…")
    assert "\n" not in hit.snippet
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["số đặc biệt", "số đặc biệt"]


def test_beyond_the_cap_the_total_is_a_lower_bound_and_says_so(conn, monkeypatch):
    monkeypatch.setattr(search, "EXACT_UP_TO", 4)
    result = ask(conn, "đảng")
    assert (result.total, result.capped) == (4, True)
    assert (ask(conn, "dang").total, ask(conn, "dang").capped) == (6, False)


def test_where_ranking_would_take_too_long_the_newest_come_first(conn, monkeypatch):
    ranked = {hit.place for hit in ask(conn, "đảng").hits}
    monkeypatch.setattr(search, "RANKED_UP_TO", 5)
    for query in ("đảng", "dang"):
        hits = ask(conn, query).hits
        assert [hit.report_id for hit in hits] == [3, 3, 2, 2, 1, 1]
        assert {hit.place for hit in hits} == ranked


def test_a_quick_search_finds_the_same_first_page_and_stops_counting(conn, monkeypatch):
    for query in ("đảng", "dang", '"đảng viên"', "dan*", "xyz", "mục:I dang"):
        whole = ask(conn, query, limit=3, offset=1)
        assert ask(conn, query, limit=3, offset=1, quick=True) == whole
    monkeypatch.setattr(search, "RANKED_UP_TO", 2)
    monkeypatch.setattr(search, "EXACT_UP_TO", 4)
    for query in ("dang", "đảng"):
        found, all_of_it = ask(conn, query, limit=2, quick=True), ask(conn, query, limit=2)
        assert found.capped
        assert found.total <= all_of_it.total
        assert found.hits == all_of_it.hits


def test_wider_forms_tell_how_much_more_they_find(conn):
    assert wider_forms(conn, "đãng viên") == [("unmarked", "dang vien", 3)]
    assert wider_forms(conn, '"viên đảng"') == [("unquoted", "viên đảng", 3)]
    assert wider_forms(conn, "thủy lợi", scopes=("body",)) == [("all_scopes", "thủy lợi", 3)]
    assert wider_forms(conn, "đảng viên") == []
    assert wider_forms(conn, "xyz") == []
    assert wider_forms(conn, "Đãng viên", years=(2023,)) == [("unmarked", "Dang vien", 1)]


def test_a_removed_report_is_not_found_any_more(library, conn):
    with library.writing() as writing:
        writer.remove_report(writing, 2)
    assert {hit.report_id for hit in ask(conn, "dang vien").hits} == {1, 3}
    assert conn.execute("SELECT count(*) FROM search_text WHERE search_text MATCH 'dang'").fetchone() == (4,)


def test_a_search_can_be_stopped_from_another_thread(conn):
    conn.create_function("wait", 0, lambda: time.sleep(0.001))
    stopped = threading.Event()

    def stop() -> None:
        while not stopped.wait(0.01):
            conn.interrupt()

    def slow(connection: object) -> None:
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT wait() FROM n"
        ).fetchall()

    thread = threading.Thread(target=stop)
    thread.start()
    try:
        with pytest.raises(SearchInterrupted):
            search.typed_errors(slow)(conn)
    finally:
        stopped.set()
        thread.join()
    assert ask(conn, "dang vien").total == 3


def test_a_statement_asks_whether_to_stop_and_the_next_is_not_hit(conn):
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(len(asked) > 3)
        return asked[-1]

    with pytest.raises(SearchInterrupted), stoppable(conn, stop):
        search.typed_errors(lambda connection: connection.execute(endless).fetchall())(conn)
    assert asked == [False] * 4 + [True]
    assert ask(conn, "dang vien").total == 3


@pytest.mark.parametrize("query", ["la mat", "lạ mặt"])
def test_an_index_that_names_what_is_not_there_is_told(library, conn, query):
    with library.writing() as writing:
        writing.execute("INSERT INTO search_text (rowid, text) VALUES (25000099, 'la mat')")
    with pytest.raises(DamagedLibrary) as caught:
        ask(conn, query)
    assert caught.value.code == "TBC-304"


def test_a_damaged_index_is_told_and_reading_goes_on(library, conn):
    with library.writing() as writing:
        writing.execute("DELETE FROM search_text_data WHERE id > 10")
    with pytest.raises(DamagedLibrary) as caught:
        ask(conn, "dang vien")
    assert caught.value.code == "TBC-304"
    assert queries.content(conn, 1).notes
