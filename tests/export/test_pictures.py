"""A chart goes out below its table where the format can hold one."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from db.export.exporters import export_all
from db.export.pictures import png_size
from db.export.table import ExportTable, Picture


def png(wide: int = 40, high: int = 20, per_metre: int = 0) -> bytes:
    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\x80" * wide for _ in range(high))
    physical = part(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) if per_metre else b""
    head = part(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + physical + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


@pytest.fixture
def pictured(traps: ExportTable) -> ExportTable:
    return replace(traps, pictures=(Picture(png(per_metre=7874), 100.0, "Biểu đồ <1>"),))


def written(table: ExportTable, target: Path) -> Path:
    for _ in export_all([table], target):
        pass
    return target


def test_the_size_is_brought_to_the_screen() -> None:
    assert png_size(png()) == (40.0, 20.0)
    wide, high = png_size(png(per_metre=7874))
    assert (round(wide, 1), round(high, 1)) == (19.2, 9.6)


@pytest.mark.parametrize("data", [b"", b"GIF89a", png()[:8], png(0, 5)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"picture|PNG"):
        png_size(data)


def test_excel_and_word_hold_it_as_wide_as_asked(pictured: ExportTable, tmp_path: Path) -> None:
    page = openpyxl.load_workbook(written(pictured, tmp_path / "a.xlsx")).worksheets[0]
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert archive.read("xl/media/image1.png") == pictured.pictures[0].png
    assert page.max_row < 100
    shape = docx.Document(str(written(pictured, tmp_path / "a.docx"))).inline_shapes[0]
    assert (round(shape.width.mm), round(shape.height.mm)) == (100, 50)


def test_a_page_holds_it_in_itself(pictured: ExportTable, tmp_path: Path) -> None:
    page = written(pictured, tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.count('src="data:image/png;base64,') == page.count("src=") == 1
    assert "<figcaption>Biểu đồ &lt;1&gt;</figcaption>" in page


def test_files_without_pictures_stay_as_they_are(pictured: ExportTable, traps: ExportTable, tmp_path: Path) -> None:
    for suffix in (".csv", ".md", ".json"):
        one, two = written(pictured, tmp_path / f"a{suffix}"), written(traps, tmp_path / f"b{suffix}")
        assert one.read_bytes() == two.read_bytes()
