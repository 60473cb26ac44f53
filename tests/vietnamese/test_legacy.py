"""Old fonts and encodings: what is converted, what is left alone, and what is in doubt."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vietnamese.legacy import Encoding, convert, decode, detect, reads_as_unicode, to_unicode, unknown_letters

REPORT = (
    "Về kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2019 của huyện: tổng giá trị sản xuất ước đạt "
    "1.250 tỷ đồng, tăng 8,3% so với cùng kỳ; đời sống nhân dân từng bước được cải thiện. Ủy ban nhân dân huyện đã chỉ "
    "đạo các xã, thị trấn đẩy mạnh xây dựng nông thôn mới, giữ vững quốc phòng và an ninh."
)
FRENCH = (
    "L'année a été marquée par une légère reprise : l'activité économique du département a dépassé les prévisions, "
    "grâce à l'élan des marchés intérieurs et à la bonne tenue de la récolte. À côté, la rentrée s'est déroulée où il "
    "fallait, et les élèves ont été très bien accueillis."
)
GERMAN = (
    "Über die Lage der Wirtschaft wird für das Jahr berichtet: die Löhne stiegen, während die Preise für Öl und Gas "
    "fielen. Größere Städte führten neue Straßenbahnen ein; für ältere Bürger änderte sich wenig. Müll wird häufiger "
    "abgeholt, die Gebühren blieben für Bürger gleich."
)
ENGLISH = (
    "What did you do? The report isn't about you. It's the council's view (see annex 2) that the naïve reading of the "
    "café owners' résumés was a mistake. Are you sure? He said so. We do. I am. They may try to go."
)


def test_every_letter_of_tcvn3_comes_back(old, letters):
    small = "".join(letter for letter in letters if letter.islower())
    capitals = "ĂÂÊÔƠƯĐ"
    assert convert(old.tcvn3(small + capitals), Encoding.TCVN3) == small + capitals
    assert to_unicode(old.tcvn3(letters.upper()), ".VnTimeH") == letters.upper()


def test_every_letter_of_vni_comes_back(old, letters):
    assert to_unicode(old.vni(letters), "VNI-Times") == letters


def test_every_letter_of_viscii_comes_back(old, letters):
    assert decode(old.viscii(letters), Encoding.VISCII) == letters


def test_every_letter_of_cp1258_comes_back(old, letters):
    assert decode(old.cp1258(letters), Encoding.CP1258) == letters


def test_every_letter_of_viqr_comes_back(old, letters):
    words = " ".join(f"x{letter}n" for letter in letters)  # at a word's end a sign may be punctuation
    assert decode(old.viqr(words), Encoding.VIQR) == words


def test_the_tables_are_those_measured_before(shared):
    measured = json.loads((shared / "data" / "legacy_encodings.json").read_text(encoding="utf-8"))
    for old, new in measured["tcvn3_to_unicode"].items():
        assert convert(old, Encoding.TCVN3) == new
    for old, new in measured["vni_to_unicode"].items():
        assert convert(old, Encoding.VNI) == new


def test_every_word_of_a_real_report_comes_back(shared, old):
    text = unicodedata.normalize("NFC", (shared / "reports" / "quang-nam-2023.txt").read_text(encoding="utf-8"))
    words = re.findall(r"\w+", text)
    assert [word for word in words if to_unicode(old.vni(word), "VNI-Times") != word] == []
    # TCVN3 has no capital with a tone.
    small = {word.lower() for word in words}
    assert [word for word in small if to_unicode(old.tcvn3(word), ".VnTime") != word] == []


@pytest.mark.parametrize(
    ("text", "font", "unicode"),
    [
        ("Tæng céng", ".VnTime", "Tổng cộng"),
        ("Tæng céng", ".vntime", "Tổng cộng"),
        ("Tæng céng", "VnArial", "Tổng cộng"),
        ("kÕt qu¶", ".VnTimeH", "KẾT QUẢ"),
        ("kÕt qu¶", ".VnArial NarrowH", "KẾT QUẢ"),
        ("Baïn coù khoûe", "VNI-Times", "Bạn có khỏe"),
        ("Baïn coù khoûe", "VNI Helve", "Bạn có khỏe"),
        ("n­íc", ".VnTime", "nước"),
        ("\uf054\uf0e6ng", ".VnTime", "Tổng"),
    ],
)
def test_a_run_is_read_by_its_font(text, font, unicode):
    assert to_unicode(text, font) == unicode


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", "Vineta BT", "Vrinda", "Verdana", ""])
def test_runs_of_other_fonts_are_left_alone(font):
    assert to_unicode("Tæng céng", font) == "Tæng céng"


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "VNtimes new roman"])
@pytest.mark.parametrize("text", ["Kết quả năm 2020", "đơn vị", "Word 97", "", "27-NQ/TU", "ho\u0300a"])
def test_unicode_and_ascii_in_an_old_font_are_left_alone(text, font):
    assert to_unicode(text, font) == text


def test_a_font_of_unknown_make_is_read_only_where_the_letters_tell(old):
    assert to_unicode(old.tcvn3(REPORT.lower()), "VNtimes new roman") == REPORT.lower()
    assert to_unicode(old.vni(REPORT), "VNtimes new roman") == REPORT
    assert to_unicode("céng", "VNtimes new roman") == "céng"


def test_a_letter_outside_the_table_stays_and_is_named():
    assert to_unicode("Tæng Šœ céng", ".VnTime") == "Tổng Šœ cộng"
    assert unknown_letters("Tổng Šœ cộng Š") == "Šœ"
    assert unknown_letters("Đảng bộ, 25 °C, “ngoặc”, hòa") == ""


@pytest.mark.parametrize("length", [None, 60])
def test_bytes_are_told_by_their_letters(old, length):
    text = REPORT[:length]
    for encoding, raw in (
        (Encoding.TCVN3, old.tcvn3(text).encode("latin-1")),
        (Encoding.VNI, old.vni(text).encode("latin-1")),
        (Encoding.VISCII, old.viscii(text)),
        (Encoding.CP1258, old.cp1258(text)),
        (Encoding.VIQR, old.viqr(text).encode("ascii")),
    ):
        assert detect(raw) is encoding
        if encoding is not Encoding.VIQR:
            assert decode(raw, encoding).lower() == text.lower()


def test_text_taken_for_western_is_told_by_its_letters(old):
    assert detect(old.tcvn3(REPORT)) is Encoding.TCVN3
    assert detect(old.vni(REPORT)) is Encoding.VNI
    assert detect(old.viqr(REPORT)) is Encoding.VIQR


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ENGLISH, "", "1.250 - 3,5%", "a"])
def test_other_languages_are_not_mistaken(text):
    assert detect(text) is None
    assert detect(text.encode("cp1252")) is None
    assert detect(text.encode()) is None


def test_unicode_is_no_old_encoding():
    assert detect(REPORT) is None
    assert detect(REPORT.encode()) is None
    assert detect(unicodedata.normalize("NFD", REPORT)) is None


def test_two_words_are_too_few_to_tell():
    assert detect("Tæng céng".encode("latin-1")) is None


def test_a_run_that_could_be_unicode_is_known():
    assert reads_as_unicode("có")
    assert reads_as_unicode("của")
    assert not reads_as_unicode("c¸c")
    assert not reads_as_unicode("tæng")
    assert not reads_as_unicode("abc")


def test_capitals_without_their_font_are_raised(old):
    raw = old.tcvn3("BÁO CÁO\nKẾT QUẢ NĂM 2019\nỦy ban đã họp với UBND").encode("latin-1")
    assert decode(raw, Encoding.TCVN3).split("\n")[:2] == ["BÁO CÁO", "KẾT QUẢ NĂM 2019"]
    assert decode("CéNG HßA x· héi".encode("latin-1"), Encoding.TCVN3) == "CỘNG HÒA xã hội"


@given(st.binary(max_size=400), st.sampled_from(list(Encoding)))
def test_any_bytes_can_be_asked_and_decoded(raw, encoding):
    assert detect(raw) is None or isinstance(detect(raw), Encoding)
    assert isinstance(decode(raw, encoding), str)


@given(st.text(max_size=80), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "VNtimes", "Arial"]))
def test_ascii_in_any_run_is_what_it_was(text, font):
    assert sum(char.isdecimal() for char in to_unicode(text, font)) == sum(char.isdecimal() for char in text)
    plain = text.encode("ascii", "ignore").decode()
    assert to_unicode(plain, font) == plain
