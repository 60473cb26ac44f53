"""Made-up reports of two years for the benches: one of four sentences over and over, one of ever other words."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from big_docx import sentence

from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.model import Content

USUAL, LONG = 120, 3_600  # paragraphs of 20 and of 300 pages

_WHO = (  # noqa: SIM905
    "Ban Thường vụ Huyện ủy, Ủy ban nhân dân tỉnh, Sở Giáo dục, các địa phương, ngành nông nghiệp, hợp tác xã, "
    "Hội Nông dân, Ban Quản lý dự án, doanh nghiệp vận tải, lực lượng biên phòng, trung tâm y tế, các trường học"
).split(", ")
_DID = (  # noqa: SIM905
    "hoàn thành, khởi công, rà soát, bàn giao, kiểm tra, sửa chữa, mở rộng, bố trí, tiếp nhận, hỗ trợ, giải ngân, "
    "vận động, trồng mới, nạo vét, đào tạo, thẩm định, công nhận, cấp phép, thu hồi, nâng cấp"
).split(", ")
_WHAT = (  # noqa: SIM905
    "tuyến đường liên xã, trạm bơm, công trình cấp nước, hồ sơ đất đai, lớp tập huấn, hộ tái định cư, sản phẩm OCOP, "
    "phòng học kiên cố, héc ta rừng phòng hộ, ki-lô-mét kênh mương, mô hình sinh kế, giấy chứng nhận, tàu cá xa bờ, "
    "trạm y tế, nhà văn hóa thôn, cầu dân sinh, điểm du lịch, dự án thứ cấp, giếng khoan, bãi tập kết"
).split(", ")
_HOW = (  # noqa: SIM905
    "vượt tiến độ đề ra, chậm so với kế hoạch, nhờ nguồn vốn lồng ghép, trong điều kiện thời tiết bất lợi, theo đề án "
    "đã được phê duyệt, với sự tham gia của nhân dân, sau khi điều chỉnh quy hoạch, ở vùng đồng bào dân tộc, tại các "
    "xã ven biển, bằng hình thức đấu thầu qua mạng"
).split(", ")
_PLACES = ["Tân Lập", "Phú Hòa", "Bình An", "Đông Sơn", "Long Thạnh", "Nam Giang", "Hòa Hội", "Vĩnh Tường", "Cẩm Thủy"]

Paragraphs = Callable[[int, int], str]


def year_lines(paragraphs: int, year: int, *, varied: bool = False) -> list[str]:
    """Return a report of year 0 or 1: a tenth of its sentences are new, a third only change their numbers."""
    told: Paragraphs = _varied if varied else _repeated
    return [
        "BÁO CÁO",
        f"tình hình thực hiện nhiệm vụ năm {2022 + year}",
        *(line for number in range(paragraphs) for line in _lines(number, year, told)),
    ]


def _lines(number: int, year: int, told: Paragraphs) -> Iterator[str]:
    if number % 24 == 0:
        yield f"{_roman(number // 24 + 1)}. LĨNH VỰC CÔNG TÁC SỐ {number // 24 + 1}"
    if number % 8 == 0:
        yield f"{number % 24 // 8 + 1}. Nhiệm vụ cụ thể thứ {number}"
    yield told(number, year)


def _repeated(number: int, year: int) -> str:
    shift = year * (7 if number % 3 == 0 else 0) + (year * 5_000 if number % 10 == 0 else 0)
    return f"{sentence(number + shift)} {sentence(number * 3 + 1)} Nội dung {number} được theo dõi thường xuyên."


def _varied(number: int, year: int) -> str:
    return " ".join(_other(number, place, year) for place in range(3))


def _other(number: int, place: int, year: int) -> str:
    own = year and (number + place) % 10 == 0
    dice = random.Random(f"{number} {place} {year if own else 0}")
    figures = random.Random(f"{number} {place} {year if (number + place) % 3 == 0 else 0}")
    who, place_ = dice.choice(_WHO), dice.choice(_PLACES)
    done = f"{dice.choice(_DID)} {figures.randint(2, 980)} {dice.choice(_WHAT)}"
    more = f"{dice.choice(_DID)} {figures.randint(2, 980)} {dice.choice(_WHAT)}"
    return f"{who[0].upper()}{who[1:]} {place_} đã {done}, {more} {dice.choice(_HOW)}."


def document(lines: list[str]) -> Document:
    """Return the lines as what a reader gives."""
    return Document("txt", tuple(Paragraph(line) for line in lines))


def report_of_year(paragraphs: int, year: int) -> Content:
    """Return the report of a year, read whole."""
    return content_of(document(year_lines(paragraphs, year)), "nam.txt")


def write_word(lines: list[str], target: Path) -> Path:
    """Write the lines as a Word file."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    made.save(str(target))
    return target


def _roman(number: int) -> str:
    text = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += letters * (number // value)
        number %= value
    return text
