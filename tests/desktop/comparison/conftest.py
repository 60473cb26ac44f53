"""Two small years of one report, made up, in a library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import digest, writer
from db.importer.assemble import content_of
from db.importer.document import Document, Paragraph
from db.library import Library
from db.model import Content, Source

OLDER = """BÁO CÁO
tình hình thực hiện nhiệm vụ năm 2022
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Về kinh tế
Tổng thu ngân sách nhà nước đạt 32.144 tỷ đồng, tăng 12% so với năm 2021. Công tác quy hoạch được triển khai đúng hạn.
Chăn nuôi phát triển ổn định, không xảy ra dịch bệnh lớn trên địa bàn.
2. Về văn hóa
Các hoạt động văn hóa, thể thao được tổ chức đều khắp ở cơ sở.
II. HẠN CHẾ
Giải ngân vốn đầu tư công còn chậm so với yêu cầu đề ra."""
NEWER = """BÁO CÁO
tình hình thực hiện nhiệm vụ năm 2023
I. KẾT QUẢ ĐẠT ĐƯỢC
1. Về phát triển kinh tế
Tổng thu ngân sách nhà nước đạt 23.951 tỷ đồng, giảm 25% so với năm 2022. Công tác quy hoạch được triển khai đúng hạn.
Thu hút đầu tư trong lĩnh vực năng lượng tái tạo có bước khởi sắc.
2. Về văn hóa
Các hoạt động văn hóa, thể thao được tổ chức đều khắp ở cơ sở.
II. HẠN CHẾ
Giải ngân vốn đầu tư công còn chậm so với yêu cầu đề ra."""


def made(text: str) -> Content:
    return content_of(Document("txt", tuple(Paragraph(line) for line in text.splitlines())), "bao-cao.txt")


@pytest.fixture
def years() -> tuple[Content, Content]:
    return made(OLDER), made(NEWER)


@pytest.fixture
def library(tmp_path: Path, years: tuple[Content, Content]) -> Iterator[Library]:
    opened = Library.open(tmp_path / "t.tubaocao")
    for number, content in enumerate(years):
        source = Source(f"{number}.txt", f"/{number}.txt", str(number) * 64, "txt", 10)
        with opened.writing() as connection:
            writer.add_report(connection, content, source, "2026-11-24T10:00:00Z", digest.digest(content))
    yield opened
    opened.close()
