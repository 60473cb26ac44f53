"""Libraries of many made-up reports of realistic size: made once, kept in the temporary folder, the same every time.

Each report takes the shape of one of the samples (sections, notes, tables, figures) and gets texts of its own: long
ones, of words as frequent as words are, with names of places that hardly come up twice. Median 30,000 characters.
"""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

from db import digest, schema, writer
from db.connections import close_cleanly, connect_writer
from db.first_start import sample_files
from db.importer.assemble import content_of
from db.importer.readers import reader_for
from db.library import Library
from db.model import Block, Content, Figure, Source

PLACES, YEARS = 63, 15
MEDIAN, LEAST, MOST = 30_000, 12_000, 150_000
"""Characters of a report."""

KINDS = (
    "Báo cáo kinh tế - xã hội", "Báo cáo ngân sách", "Báo cáo chính trị", "Báo cáo tổng kết", "Báo cáo giám sát",
    "Báo cáo cải cách hành chính", "Báo cáo nông thôn mới", "Báo cáo giáo dục", "Báo cáo y tế", "Báo cáo dân vận",
    "Báo cáo kiểm tra",
)  # fmt: skip
_PHRASES = """
cấp ủy|chính quyền|nhân dân|địa phương|thực hiện nhiệm vụ|kế hoạch|kết quả|tập trung lãnh đạo|chỉ đạo|ngân sách
phát triển kinh tế|văn hóa xã hội|quốc phòng an ninh|xây dựng Đảng|hệ thống chính trị|nông thôn mới
giảm nghèo bền vững|an sinh xã hội|cải cách hành chính|chuyển đổi số|thu hút đầu tư|doanh nghiệp
sản xuất công nghiệp|nông nghiệp|dịch vụ|du lịch|giáo dục và đào tạo|y tế|bảo hiểm|lao động việc làm
tài nguyên môi trường|đất đai|quy hoạch|giải phóng mặt bằng|đầu tư công|giải ngân|tiến độ|công trình|giao thông
thủy lợi|hạ tầng|khu công nghiệp|cụm công nghiệp|xuất khẩu|thương mại|kiểm tra giám sát|kỷ luật
phòng chống tham nhũng|thanh tra|khiếu nại tố cáo|tiếp công dân|hòa giải|trật tự an toàn|đảng viên|chi bộ
đảng bộ cơ sở|cán bộ công chức|tổ chức bộ máy|tinh giản biên chế|luân chuyển|bồi dưỡng|tuyên truyền
mặt trận tổ quốc|đoàn thể|hội viên|phụ nữ|thanh niên|nông dân|cựu chiến binh|công đoàn|dân tộc thiểu số|tôn giáo
tốc độ tăng trưởng|tổng sản phẩm|thu nhập bình quân|cơ cấu|tỷ trọng|giá trị sản xuất|vốn đầu tư|dư nợ tín dụng
huy động vốn|rừng phòng hộ|chăn nuôi|thủy sản|trồng trọt|năng suất|sản lượng|dịch bệnh|thiên tai|bão lũ|hạn hán
nước sạch|trường chuẩn quốc gia|học sinh|giáo viên|bệnh viện|trạm y tế|bác sĩ|tiêm chủng|dân số|trẻ em
người có công|hộ nghèo|nghị quyết|đề án|chương trình hành động|kết luận|chỉ thị|quyết định|báo cáo|hướng dẫn
văn bản|quán triệt|triển khai|khó khăn|hạn chế|nguyên nhân|giải pháp|phương hướng|mục tiêu|chỉ tiêu|đạt và vượt
so với cùng kỳ|chuyển biến tích cực
"""
PHRASES = _PHRASES.strip().replace("\n", "|").split("|")
JOINTS = ("được quan tâm,", "tiếp tục", "đạt", "và", "trên địa bàn", "trong", "với", "được tăng cường;", "còn", "theo")
ENDS = ("đạt kết quả tích cực.", "theo kế hoạch đề ra.", "so với năm trước.", "trong thời gian tới.", "theo quy định.")
SYLLABLES = """
An Bình Cẩm Châu Chiềng Đại Điền Đông Đức Giang Hà Hải Hiệp Hòa Hoàng Hồng Hưng Khánh Kim La Lâm Lộc Long Lương Mai
Minh Mỹ Nam Nghĩa Ngọc Nhơn Ninh Phong Phú Phước Quang Quảng Quế Sơn Tam Tân Tây Thạch Thái Thanh Thành Thịnh Thọ
Thuận Thủy Tiên Trà Trung Trường Tường Văn Vân Vĩnh Xuân Yên Ái Bắc Cát Chánh Đắk Đồng Gia Hậu Ia Kbang Krông Lạc
Mường Nậm Ô Pa Rạch Sìn Tả Uyên Vạn Xín Ayun Bản Cốc Dền Êa Gò Hố Kẻ Lũng Mù Nà Pác Quài Sủng Tủa Vàng
""".split()  # noqa: SIM905 - a list of a hundred lines would be no easier to read
SENTENCES = 30_000
EDITION = 1
"""Raised by whoever changes what the reports say: the libraries kept are then made anew."""


def store_of(count: int) -> Path:
    """Return a library of `count` reports; made on the first call on a machine, which takes a minute per 4,000."""
    folder = Path(tempfile.gettempdir()) / f"tubaocao-bench-{_fingerprint()}"
    target = folder / f"reports-{count}.tubaocao"
    if not target.exists():
        folder.mkdir(exist_ok=True)
        draft = folder / f".{count}.{os.getpid()}"
        Library.open(draft).close()
        _fill(draft, count)
        os.replace(draft, target)
    return target


class Reports:
    """Makes reports by their number."""

    def __init__(self) -> None:
        dice = random.Random(2026)
        weights = [1 / (rank + 3) for rank in range(len(PHRASES))]
        self._sentences = [_sentence(dice, weights) for _ in range(SENTENCES)]
        self._names = dice.sample(SYLLABLES, len(SYLLABLES))
        self._shapes = [content_of(reader_for(file).read(file), file.name) for file in sample_files()]

    def content(self, number: int, characters: int | None = None) -> Content:
        """Return report number `number`; one place has one report of a kind in a year."""
        dice = random.Random(number)
        shape = self._shapes[dice.randrange(len(self._shapes))]
        if characters is None:
            characters = min(max(int(dice.lognormvariate(0, 0.5) * MEDIAN), LEAST), MOST)
        held = sum(len(block.text) for block in shape.blocks)
        blocks = self._blocks(dice, shape, max(characters - held, 0))
        notes = tuple(replace(note, text=f"{note.text} {dice.choice(self._sentences)}") for note in shape.notes)
        factor = 0.8 + 0.4 * dice.random()
        figures = tuple(_scaled(one, factor) for one in shape.figures)
        place, year, kind = number % PLACES, number // PLACES % YEARS, number // (PLACES * YEARS) % len(KINDS)
        name = f"{self._names[place]} {self._names[(place * 7 + 1) % len(self._names)]}"
        data = replace(
            shape.data,
            title=f"{KINDS[kind]} năm {2010 + year} của tỉnh {name}",
            kind=KINDS[kind],
            issuer=f"Tỉnh ủy {name}",
            place=f"tỉnh {name}",
            number=f"{number % 900 + 1}-BC/TU",
            year=2010 + year,
            period=str(2010 + year),
            date=f"{2010 + year}-12-{1 + number % 28:02}",
            sample=False,
        )
        return replace(shape, data=data, blocks=blocks, notes=notes, figures=figures)

    def _blocks(self, dice: random.Random, shape: Content, more: int) -> tuple[Block, ...]:
        """Lengthen the paragraphs, behind all that points into them, and put new ones after them."""
        texts = [block for block in shape.blocks if block.kind in {"paragraph", "item"} and block.text]
        each = more // max(len(texts), 1)
        following = max(block.id for block in shape.blocks) + 1
        blocks: list[Block] = []
        for block in shape.blocks:
            if block.kind not in {"paragraph", "item"} or not block.text:
                blocks.append(block)
                continue
            words = self._words(dice, each)
            blocks.append(replace(block, text=f"{block.text} {words[0]}"))
            for start in range(1, len(words), 4):
                blocks.append(Block(following, block.section_id, "paragraph", " ".join(words[start : start + 4])))
                following += 1
        return tuple(blocks)

    def _words(self, dice: random.Random, characters: int) -> list[str]:
        """Return sentences of so many characters, one of ten with a name in it."""
        words: list[str] = []
        while characters > 0:
            text = dice.choice(self._sentences)
            if dice.random() < 0.1:
                text = f"Xã {' '.join(dice.sample(SYLLABLES, 2))}: {text}"
            words.append(text)
            characters -= len(text) + 1
        return words or [dice.choice(self._sentences)]


def _sentence(dice: random.Random, weights: list[float]) -> str:
    parts = dice.choices(PHRASES, weights, k=dice.randint(3, 7))
    joined = " ".join(f"{part} {dice.choice(JOINTS)}" for part in parts)
    number = f"{dice.randint(1, 999)},{dice.randint(0, 9)}%" if dice.random() < 0.4 else ""
    text = " ".join(part for part in (joined, number, dice.choice(ENDS)) if part)
    return text[0].upper() + text[1:]


def _scaled(figure: Figure, factor: float) -> Figure:
    base = figure.value_base
    return replace(figure, value=figure.value * factor, value_base=None if base is None else base * factor)


def _fill(draft: Path, count: int) -> None:
    """Write the reports through the program's own writer, in one transaction that need not survive a power cut."""
    conn = connect_writer(draft, 5.0)
    try:
        for pragma in ("PRAGMA synchronous=OFF", "PRAGMA journal_mode=OFF", "PRAGMA cache_size=-1000000"):
            conn.execute(pragma).fetchone()
        conn.execute("BEGIN")
        _add(conn, count)
        conn.execute("COMMIT")
    finally:
        close_cleanly(conn)


def _add(conn: sqlite3.Connection, count: int) -> None:
    reports = Reports()
    for number in range(count):
        content = reports.content(number)
        sha = hashlib.sha256(str(number).encode()).hexdigest()
        source = Source(f"bao-cao-{number}.docx", f"/bao-cao/{number}.docx", sha, "docx", 60_000)
        writer.add_report(conn, content, source, "2026-01-01T00:00:00Z", digest.digest(content))


def _fingerprint() -> str:
    made_of = f"{EDITION} {schema.VERSION} {' '.join(schema.TABLES + schema.INDEXES)}"
    return hashlib.sha256(made_of.encode()).hexdigest()[:12]
