"""Every letter folds to one letter, and typed marks bind."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vietnamese.folding import (
    carries,
    fold,
    fold_word_forms,
    is_marked,
    letters,
    lower,
    nfc,
    search_form,
    spellings,
    without_marks,
)

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [nfc(vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
OLD_AND_NEW = [
    *("hòa hoà", "hóa hoá", "hỏa hoả", "họa hoạ", "lõa loã", "khỏe khoẻ", "lòe loè", "xòe xoè", "thủy thuỷ", "ủy uỷ"),
    *(
        "hủy huỷ",
        "lũy luỹ",
        "thúy thuý",
        "tùy tuỳ",
        "úy uý",
        "quỵ quỵ",
        "Hòa Hoà",
        "HÒA HOÀ",
        "Ủy Uỷ",
        "ỦY UỶ",
        "òa oà",
    ),
]
Y_AND_I = ["tỷ tỉ", "kỹ kĩ", "lý lí", "sỹ sĩ", "quý quí", "mỹ mĩ", "hy hi", "vỹ vĩ", "ty ti", "Kỳ Kì", "TỶ TỈ", "by bi"]
UNLIKE = ["hoạt hoat", "quý quy", "tai tay", "túi túy", "toán toàn", "thúi thúy", "mai may", "lùi lùy", "ai ay", "đ d"]


@pytest.mark.parametrize("letter", [*LETTERS, *(letter.upper() for letter in LETTERS)])
def test_each_letter_folds_to_one_plain_small_letter(letter):
    assert len(letter) == 1
    assert fold(letter) in "aeiouyd"
    assert fold(letter) == fold(unicodedata.normalize("NFD", letter))[0]


def test_the_look_alike_of_the_letter_d_with_stroke_folds_too():
    assert fold("ÐđĐð") == "dddd"
    assert lower("ÐẢNG") == "đảng"
    assert lower("ΟΔΟΣ İ") == "οδοσ İ".replace("İ", lower("İ"))


@given(st.text())
def test_a_fold_is_as_long_as_its_text(text):
    composed = nfc(text)
    for form in (fold, lower, fold_word_forms, search_form, letters):
        assert len(form(composed)) == len(composed)
    assert fold(fold(composed)) == fold(composed)


@pytest.mark.parametrize("pair", OLD_AND_NEW + Y_AND_I)
def test_two_spellings_are_one(pair):
    left, right = pair.split()
    assert fold_word_forms(left) == fold_word_forms(right)
    assert search_form(left) == search_form(right)
    assert carries(left, right)
    assert carries(right, left)
    assert lower(left) in spellings(right)
    assert lower(right) in spellings(left)


def test_three_hundred_written_and_typed_forms_meet():
    """Each letter within a word, composed and apart, with its marks and without; đ as d; both places of a tone."""
    words = [f"t{letter}m" for letter in (*LETTERS, *(letter.upper() for letter in LETTERS))]
    pairs = [(word, unicodedata.normalize("NFD", word)) for word in words]
    pairs += [(word, fold(word)) for word in words]
    pairs += [tuple(pair.split()) for pair in OLD_AND_NEW + Y_AND_I]
    pairs = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(pairs) >= 300
    missed = [(text, typed) for text, typed in pairs if search_form(nfc(text)) != search_form(nfc(typed))]
    assert missed == []


@pytest.mark.parametrize("pair", UNLIKE)
def test_two_words_stay_two(pair):
    left, right = pair.split()
    assert fold_word_forms(left) != fold_word_forms(right)
    assert not carries(right, left)


def test_a_rule_for_word_ends_leaves_the_inside_alone():
    for word in ("hoàn", "thuyền", "quyết", "loạt", "toàn", "kỳquan", "huỳnh"):
        assert fold_word_forms(word) == word
    assert fold_word_forms("hoà, thuỷ; (tỷ)") == "hòa, thủy; (tỉ)"


TYPED_AND_FOUND = {
    "duong": ("đường", "dương", "đương", "duong", "DƯƠNG", "Đường"),
    "đường": ("đường", "ĐƯỜNG", "Đường"),
    "dang": ("đảng", "dạng", "đang", "Đăng"),
    "đang": ("đảng", "đang", "đăng"),
    "đảng": ("đảng", "ĐẢNG"),
    "hoà": ("hòa", "hoà"),
    "hòa": ("hòa", "hoà", "HOÀ"),
    "tỷ": ("tỷ", "tỉ"),
    "tuong": ("tưởng", "tượng", "tường"),
}
TYPED_AND_MISSED = {
    "đường": ("dường", "đương", "đường sắt", "duong"),
    "đảng": ("dang", "dạng", "đang", "đẳng"),
    "hoà": ("hoa", "hoá"),
    "tỷ": ("ty", "tỳ"),
    "dương": ("đường", "duong"),
}


@pytest.mark.parametrize(
    ("typed", "original"), [(typed, word) for typed, words in TYPED_AND_FOUND.items() for word in words]
)
def test_what_is_typed_finds(typed, original):
    for left, right in itertools.product((nfc, lambda text: unicodedata.normalize("NFD", text)), repeat=2):
        assert carries(left(original), right(typed))


@pytest.mark.parametrize(
    ("typed", "original"), [(typed, word) for typed, words in TYPED_AND_MISSED.items() for word in words]
)
def test_what_is_typed_does_not_find(typed, original):
    assert not carries(original, typed)


def test_marks_are_seen_and_taken_off():
    assert is_marked("đi")
    assert is_marked("Quảng Nam")
    assert not is_marked("Quang Nam 2023")
    assert without_marks("Đảng viên ƯU TÚ") == "Dang vien UU TU"
