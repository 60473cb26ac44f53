"""Where the head of a report ends, and where its recipients and signature begin."""

from __future__ import annotations

from db.importer.document import Paragraph
from db.importer.zones import Part, signs_for, title_index, zones

BODY = (
    "Thực hiện chương trình công tác, trong năm các đơn vị đã hoàn thành phần lớn nhiệm vụ được giao, kết quả như sau:"
)


def lines(*texts: str) -> list[Part]:
    return [Paragraph(text) for text in texts]


def test_a_broken_title_ends_at_the_ruler_or_the_text() -> None:
    ruled = lines("BÁO CÁO", "Tình hình thực hiện nhiệm vụ", "kinh tế - xã hội năm 2020", "--------", "Mở đầu")
    assert zones(ruled) == ["header"] * 4 + [""]
    plain = lines("BÁO CÁO", "Tình hình thực hiện nhiệm vụ", "kinh tế - xã hội năm 2020", BODY)
    assert zones(plain) == ["header"] * 3 + [""]
    numbered = lines("BÁO CÁO TỔNG KẾT NĂM 2020", "I. KẾT QUẢ")
    assert zones(numbered) == ["header", ""]


def test_addressees_belong_to_the_head() -> None:
    parts = lines(
        "BÁO CÁO", "Kết quả quý I năm 2022", "Kính gửi:", "- Ban Thường vụ;", "- Văn phòng.", BODY, "- Một mục."
    )
    assert zones(parts) == ["header"] * 5 + ["", ""]


def test_a_text_without_a_title_has_only_the_known_lines_for_a_head() -> None:
    assert zones(lines("ĐẢNG CỘNG SẢN VIỆT NAM", "Hội An, ngày 1 tháng 2 năm 2020", BODY)) == ["header", "header", ""]
    assert zones(lines("Một chuyện kể", BODY)) == ["", ""]
    assert title_index(lines("I. KẾT QUẢ", "BÁO CÁO")) is None


def test_a_post_named_in_the_text_signs_nothing() -> None:
    parts = lines("I. KẾT QUẢ", "CHỦ TỊCH", BODY, BODY)
    assert zones(parts) == ["", "", "", ""]
    assert signs_for("T/M BAN THƯỜNG VỤ")
    assert signs_for("PHÓ CHỦ TỊCH THƯỜNG TRỰC")
    assert not signs_for("Chủ tịch tỉnh")
    assert not signs_for("TMĐT PHÁT TRIỂN MẠNH")
