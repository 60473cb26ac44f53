from __future__ import annotations

import pytest

from desktop.guide.book import Book
from desktop.guide.finding import find, passage
from desktop.helping import told
from desktop.languages import Languages


@pytest.fixture
def book() -> Book:
    Languages().use("vi")
    return Book("vi", told)


def where(book: Book, typed: str) -> list[str]:
    return [f"{one.section.page}#{one.section.anchor}" for one in find(book, typed)]


def test_words_without_marks_find_every_spelling(book):
    assert "sharing#shared" in where(book, "tu dung chung")
    assert where(book, "TU DUNG CHUNG") == where(book, "tu dung chung")


def test_words_with_marks_find_only_themselves(book):
    assert where(book, "mẹo")
    assert set(where(book, "mẹo")) <= set(where(book, "meo"))
    assert not where(book, "mèo")


def test_a_word_is_whole_but_the_last_one_may_be_begun(book):
    assert "sharing#receive" in where(book, "ma khoa")
    assert "numbers#why" not in where(book, "ma khoa"), "màu is not mã"
    assert set(where(book, "khoi phu")) >= set(where(book, "khoi phuc")) > set()


def test_a_heading_comes_before_a_mention(book):
    assert where(book, "in")[0].startswith(("print#", "shelf", "start", "import"))
    assert where(book, "dấu trang")[0].startswith("bookmarks#")


def test_a_code_is_found(book):
    assert where(book, "TBC-115")[0] == "codes#tbc-115"


def test_nothing_typed_and_nothing_found(book):
    assert find(book, "   ") == []
    assert find(book, "xyzzy") == []


def test_a_passage_stands_around_the_word():
    text = "một hai ba bốn năm sáu bảy tám chín mười " * 6 + "ở đây có ngân sách và nhiều điều khác " + "nữa " * 60
    told_passage = passage(text, "ngan")
    assert "ngân sách" in told_passage
    assert told_passage.startswith("… ")
    assert told_passage.endswith(" …")
    assert len(told_passage) < 140
