"""Runs in old fonts, weighed over a whole document."""

from __future__ import annotations

from db.importer.readers.shared.legacy_runs import LegacyRuns


def test_what_was_converted_is_counted_by_font_with_a_sample():
    runs = LegacyRuns()
    assert runs.convert("Tæng céng n¨m", ".VnTime") == "Tổng cộng năm"
    assert runs.convert("kÕt qu¶", ".VnTimeH") == "KẾT QUẢ"
    assert runs.convert("Baïn", "VNI-Times") == "Bạn"
    assert runs.convert("Tổng", "Times New Roman") == "Tổng"
    assert [(loss.code, loss.count, loss.detail) for loss in runs.losses()] == [
        ("TBC-418", 3, ".VnTime → Unicode: “Tæng céng n¨m” → “Tổng cộng năm”"),
        ("TBC-418", 2, ".VnTimeH → Unicode: “kÕt qu¶” → “KẾT QUẢ”"),
        ("TBC-418", 1, "VNI-Times → Unicode: “Baïn” → “Bạn”"),
    ]
    assert runs.second_reading() is None


def test_a_letter_outside_the_table_is_kept_and_counted():
    runs = LegacyRuns()
    assert runs.convert("c¸c Šœ", ".VnTime") == "các Šœ"
    assert runs.losses()[1].code == "TBC-411"
    assert runs.losses()[1].detail == ".VnTime: Šœ"


def test_letters_of_a_font_of_unknown_make_are_told():
    runs = LegacyRuns()
    assert runs.convert("céng", "VNtimes new roman") == "céng"
    assert [(loss.code, loss.count, loss.detail) for loss in runs.losses()] == [("TBC-420", 1, "VNtimes new roman")]


def test_a_short_run_follows_the_other_runs_of_its_font():
    first = LegacyRuns()
    texts = ["có", "Kết quả", "của", "đơn vị"]
    assert [first.convert(text, ".VnTime") for text in texts] == ["cú", "Kết quả", "của", "đơn vị"]
    second = first.second_reading()
    assert second is not None
    assert [second.convert(text, ".VnTime") for text in texts] == texts
    assert second.second_reading() is None
    assert second.losses() == ()


def test_a_short_run_among_old_letters_is_old():
    runs = LegacyRuns()
    assert [runs.convert(text, ".VnTime") for text in ("Tæng", "céng", "c¸c")] == ["Tổng", "cộng", "các"]
    assert runs.second_reading() is None


def test_plain_runs_of_a_font_of_capitals_are_raised_where_it_holds_old_letters():
    first = LegacyRuns()
    assert first.convert("ii. tinh", ".VnTimeH") == "ii. tinh"
    assert first.convert("kÕt qu¶", ".VnTimeH") == "KẾT QUẢ"
    second = first.second_reading()
    assert second is not None
    assert second.convert("ii. tinh", ".VnTimeH") == "II. TINH"
    assert second.convert("27-NQ/TU", ".VnTimeH") == "27-NQ/TU"


def test_plain_runs_of_a_font_of_capitals_stay_where_it_holds_unicode():
    runs = LegacyRuns()
    for text in ("Trang 2", "Kết quả", "năm 2020"):
        assert runs.convert(text, ".VnTimeH") == text
    assert runs.second_reading() is None
