"""Which words the spelling allows."""

from __future__ import annotations

import re
import unicodedata

import pytest

from db.vietnamese.syllables import is_syllable


@pytest.mark.parametrize("word", ["nghiêng", "Quảng", "giếng", "gì", "hòa", "hoà", "thủy", "khuya", "ĐƯỢC", "ý", "yêu"])
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["été", "für", "tæng", "các̉", "cãc", "UBND", "naïve", "ộtộ", "x", ""])
def test_other_words(word):
    assert not is_syllable(word)


def test_a_real_report_is_made_of_syllables(shared):
    text = unicodedata.normalize("NFC", (shared / "reports" / "quang-nam-2023.txt").read_text(encoding="utf-8"))
    marked = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    assert [word for word in marked if not is_syllable(word) and not word.isupper() and "Đ" not in word] == []
