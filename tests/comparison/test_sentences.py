"""Sentences end where a reader would say so."""

from __future__ import annotations

import pytest

from db.comparison.sentences import sentence_spans, text_start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu ngân sách đạt 1.234,5 tỷ. Chi đạt 30.6.", ["Thu ngân sách đạt 1.234,5 tỷ.", "Chi đạt 30.6."]),
        ("Tại TP. Hội An có 05 dự án. Vốn 2 tr.đ mỗi hộ.", ["Tại TP. Hội An có 05 dự án.", "Vốn 2 tr.đ mỗi hộ."]),
        ("Theo PGS.TS. Nguyễn Văn A. Lê, kết quả tốt.", ["Theo PGS.TS. Nguyễn Văn A. Lê, kết quả tốt."]),
        ("Làm đường; xây cầu; đào mương. Xong.", ["Làm đường; xây cầu; đào mương.", "Xong."]),
        ("Biểu 1. Cơ cấu kinh tế", ["Biểu 1. Cơ cấu kinh tế"]),
        ("Đời sống ấm no. Nhân dân phấn khởi!", ["Đời sống ấm no.", "Nhân dân phấn khởi!"]),
        ("Ngày 30.6. vừa qua.", ["Ngày 30.6. vừa qua."]),
        ("Gồm lúa, ngô, v.v. Sau đó là sắn…", ["Gồm lúa, ngô, v.v.", "Sau đó là sắn…"]),
        ("", []),
        (" . ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. Việc tham mưu", "Việc tham mưu"),
        ("– Hoàn thành", "Hoàn thành"),
        ("3.2. Triển khai", "Triển khai"),
        ("a) Giáo dục", "Giáo dục"),
        ("Công tác", "Công tác"),
        ("12 xã đạt chuẩn", "12 xã đạt chuẩn"),
    ],
)
def test_a_number_is_no_word_of_the_sentence(text: str, words: str) -> None:
    assert text[text_start(text) :] == words
