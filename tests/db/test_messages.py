"""Every code has whole, polite words in both languages, and none shows what only we understand."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import resources
from db.errors import DamagedFile, EncryptedFile, NewerLibrary, TuBaoCaoError
from db.messages import LANGUAGES, Words, codes, explain, step_words, words_for

HOUSE = Path(__file__).resolve().parents[2]
CATALOGUE = tomllib.loads(resources.text("messages.toml"))


def used_codes() -> set[str]:
    """Return every code written down anywhere in the program's sources."""
    sources = [path for room in ("db", "desktop") for path in (HOUSE / room).rglob("*.py")]
    return {code for path in sources for code in re.findall(r"TBC-\d{3}\b", path.read_text(encoding="utf-8"))}


def test_every_code_used_has_words() -> None:
    assert used_codes() - set(codes()) == set()


def test_the_catalogue_is_large_enough() -> None:
    assert len(codes()) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", codes())
def test_each_message_says_what_why_and_what_to_do(code: str, language: str) -> None:
    texts = CATALOGUE[code][language]
    assert set(texts) == {"what", "why", "todo"}
    for text in texts.values():
        assert text.endswith("."), text
        assert "!" not in text
        assert len(text) >= 8 or text == "Nothing."
        assert text.count("[") == text.count("]")
        assert set(re.findall(r"\{(.*?)\}", text)) <= {"file", "detail", "count"}
    assert texts["what"].rstrip(".") not in ("Lỗi", "Error")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in codes() if code[4] in "1235" and code != "TBC-100"])
def test_refusals_and_failures_name_the_file(code: str, language: str) -> None:
    assert "{file}" in CATALOGUE[code][language]["what"]


@pytest.mark.parametrize("code", codes())
def test_both_languages_have_the_same_holes(code: str) -> None:
    holes = [re.findall(r"\{.*?\}", "".join(CATALOGUE[code][language].values())) for language in LANGUAGES]
    assert sorted(holes[0]) == sorted(holes[1])


def test_holes_are_filled_and_empty_parts_left_out() -> None:
    assert words_for("TBC-131", "vi", "a.docx", "62").why == "Đọc quá lâu (hơn 62 giây), đã dừng."
    assert words_for("TBC-131", "vi", "a.docx").why == "Đọc quá lâu, đã dừng."
    assert words_for("TBC-402", "en", count=3).what == "Pictures left out: 3."


def test_a_name_with_braces_and_brackets_is_shown_as_it_is() -> None:
    assert words_for("TBC-103", "vi", "{count} [x] {detail}.txt").what == "Không nhập được “{count} [x] {detail}.txt”."


def test_a_refusal_shows_only_details_the_catalogue_knows() -> None:
    assert words_for("TBC-104", "vi", "a", "dtd").why == "Tệp không an toàn để mở: tệp chứa khai báo DTD."
    assert words_for("TBC-104", "vi", "a", "XMLSyntaxError").why == "Tệp không an toàn để mở."
    assert "ValueError" not in str(words_for("TBC-102", "vi", "a", "ValueError"))


def test_listed_details_speak_the_language() -> None:
    assert words_for("TBC-433", "en", detail="số, ngày").what == "The number or the date was not found (number, date)."
    assert words_for("TBC-433", "vi", detail="ngày").what == "Không tìm thấy số hoặc ngày ban hành (ngày)."
    assert words_for("TBC-441", "en", detail="3. → 5.").what == "Section numbers that jump: 1 (3. → 5.)."


def test_errors_are_explained_by_their_code() -> None:
    assert explain(EncryptedFile("/x/a.doc"), "en").why == "The file has a password."
    assert (
        explain(NewerLibrary("/x/a.tubaocao", "user_version 9"), "vi").what
        == "Tủ “a.tubaocao” được tạo bằng bản mới hơn."
    )
    assert explain(DamagedFile("/x/b.docx"), "vi").what == "Không nhập được “b.docx”."


def test_a_failure_that_is_not_ours_is_told_without_its_own_text() -> None:
    words = explain(KeyError("secret"), "vi")
    assert words == words_for("TBC-100", "vi")
    assert "secret" not in repr(words)
    assert words_for("TBC-999", "vi") == words == words_for("steps", "vi")


def test_unknown_languages_fall_back_to_vietnamese() -> None:
    assert words_for("TBC-103", "fr", "a") == words_for("TBC-103", "vi", "a")
    assert words_for("TBC-103", "en_GB", "a") == words_for("TBC-103", "en", "a")


def test_every_class_of_error_has_its_code() -> None:
    pending = [TuBaoCaoError]
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        assert kind.code in codes()


def test_steps_have_names() -> None:
    assert step_words("read", "vi") == "Đọc tệp"
    assert step_words("links", "vi") == "Nối số liệu với chỉ tiêu"
    assert step_words("unheard of", "vi") == "unheard of"


def test_a_reason_is_one_line() -> None:
    assert Words("a.", "b.", "c.").reason == "b. c."
