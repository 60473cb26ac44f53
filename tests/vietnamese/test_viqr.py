"""VIQR: signs that are tones, and signs that are punctuation."""

from __future__ import annotations

import pytest

from db.vietnamese.viqr import viqr_to_unicode


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Vie^.t Nam", "Việt Nam"),
        ("ddo^`ng chi', DDa?ng bo^..", "đồng chí, Đảng bộ."),
        ("ngu+o+`i du*o*ng", "người dương"),
        ("ha(`ng na(m (2019)", "hằng năm (2019)"),
        ("na(m nay. Ti?nh", "năm nay. Tỉnh"),
        ("o+? dda^u?", "ở đâu?"),
        ("ra\\. Kho^ng\\?", "ra. Không?"),
        ("thu. ddo^.ng \\. la.", "thụ động . lạ"),
        ("I. KE^'T QUA?\n VI. GIA?I PHA'P\na. Tro^`ng", "I. KẾT QUẢ\n VI. GIẢI PHÁP\na. Trồng"),
        ("v.v... ra... nhie^.m vu....", "v.v... ra... nhiệm vụ..."),
    ],
)
def test_words(written, read):
    assert viqr_to_unicode(written) == read


def test_a_doubtful_dot_is_read_as_the_text_uses_the_word():
    assert viqr_to_unicode("dde^` ra muc tie^u, dde^` ra. Trong na(m").endswith("đề ra. Trong năm")
    assert viqr_to_unicode("vu. chie^m va` vu. DDo^ng").endswith("vụ Đông")
    assert viqr_to_unicode("nhie^.m vu.\nnhie^.m vu. mo+'i") == "nhiệm vụ\nnhiệm vụ mới"
