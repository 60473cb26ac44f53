"""Reports made up for the tests of the window: every kind of line, two notes in a row, a table with merged heads."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from db import digest, writer
from db.importer.assemble import content_of
from db.importer.readers.text import TextReader
from db.library import Library
from db.model import (
    Block,
    Cell,
    Content,
    Emphasis,
    Figure,
    Mark,
    Note,
    Place,
    Report,
    ReportData,
    Section,
    Source,
    Table,
)
from db.notebook import Notebook
from desktop.fonts import load_fonts, use_interface_font
from desktop.jobs import Job, abandon_all
from desktop.languages import Languages
from desktop.main_window import MainWindow, Shared
from desktop.memory import Memory
from desktop.settings import Settings
from desktop.themes import Themes

FILLER = (
    "Các cấp, các ngành đã tập trung triển khai nhiệm vụ theo kế hoạch; nhiều chỉ tiêu đạt và vượt so với năm trước, "
    "một số lĩnh vực còn khó khăn, cần tiếp tục có giải pháp phù hợp trong thời gian đến. "
)


def made_up_content() -> Content:
    """Return a short report with every kind of line; ids count from 1."""
    sections = (
        Section(1, None, 1, "I", "I.", "KẾT QUẢ ĐẠT ĐƯỢC"),
        Section(2, 1, 2, "1", "1.", "Về xây dựng Đảng"),
        Section(3, 2, 3, "1.1", "1.1.", "Công tác chính trị, tư tưởng"),
        Section(4, 1, 2, "2", "2.", "Về phát triển kinh tế"),
        Section(5, None, 1, "II", "II.", "TỒN TẠI, HẠN CHẾ"),
        Section(6, 5, 2, "1", "1.", "", "Việc giải ngân vốn đầu tư công còn chậm"),
        Section(7, 6, 3, "-", "-", "", "Một số dự án chưa có mặt bằng"),
        Section(8, 5, 2, "2", "2.", "", "Công tác cải cách hành chính"),
    )
    growth = (
        "Tổng sản phẩm tăng 8,25% so với năm trước. Quy mô khoảng 112,5 nghìn tỷ đồng, thu ngân sách 23.951 tỷ đồng."
    )
    at = growth.index("8,25%")
    size = growth.index("112,5")
    end = growth.index(" so với")
    blocks = (
        Block(1, None, "header", "BÁO CÁO"),
        Block(2, None, "header", "tình hình thực hiện nhiệm vụ năm 2023"),
        Block(3, None, "header", "-----"),
        Block(4, None, "paragraph", "Năm 2023, trong điều kiện khó khăn, " + FILLER),
        Block(5, 1, "heading", "I. KẾT QUẢ ĐẠT ĐƯỢC"),
        Block(6, 2, "heading", "1. Về xây dựng Đảng"),
        Block(7, 3, "heading", "1.1. Công tác chính trị, tư tưởng"),
        Block(8, 3, "paragraph", "Tổ chức tốt việc học tập. " + FILLER * 2, (Mark(24, 1), Mark(60, 2))),
        Block(9, 3, "paragraph", FILLER * 3, emphasis=(Emphasis(0, 12, "b"), Emphasis(14, 24, "i"))),
        Block(10, 4, "heading", "2. Về phát triển kinh tế"),
        Block(11, 4, "paragraph", growth, (Mark(end, 3), Mark(end, 4), Mark(len(growth) - 1, 5))),
        Block(12, 4, "paragraph", FILLER * 4),
        Block(13, 4, "table", "", table_id=1),
        Block(14, 4, "paragraph", FILLER * 3, (Mark(15, 7),)),
        Block(15, 5, "heading", "II. TỒN TẠI, HẠN CHẾ"),
        Block(16, 6, "item", "1. Việc giải ngân vốn đầu tư công còn chậm. " + FILLER * 2),
        Block(17, 7, "item", "- Một số dự án chưa có mặt bằng, vướng thủ tục. " + FILLER),
        Block(18, 8, "item", "2. Công tác cải cách hành chính chưa đồng đều. " + FILLER * 2, (Mark(46, 8),)),
        Block(19, None, "recipients", "Nơi nhận:"),
        Block(20, None, "recipients", "- Ban Thường vụ,"),
        Block(21, None, "recipients", "- Lưu Văn phòng."),
        Block(22, None, "signature", "T/M BAN THƯỜNG VỤ"),
        Block(23, None, "signature", "PHÓ BÍ THƯ"),
        Block(24, None, "signature", "Nguyễn Văn Mẫu"),
    )
    notes = (
        Note(1, "1", "footnote", "Nghị quyết số 01-NQ/TU, ngày 05/01/2023 về nhiệm vụ trọng tâm.", True),
        Note(2, "2", "footnote", "Trong đó có 12 lớp ở cấp huyện. " + FILLER, True),
        Note(3, "3", "footnote", "Năm trước tăng 11,2%.", True),
        Note(4, "4", "footnote", "Theo số liệu ước của Cục Thống kê.", True),
        Note(5, "5", "footnote", FILLER * 8, True),
        Note(6, "6", "footnote", "Đơn vị tính: tỷ đồng, giá hiện hành.", True),
        Note(7, "7", "footnote", "Đến ngày 30/11/2023.", True),
        Note(8, "8", "footnote", "Xếp thứ 9/63 tỉnh, thành phố.", True),
        Note(9, "9", "footnote", "Chú thích này không có dấu trong lời văn.", False),
    )
    figures = (
        Figure(1, Place(block_id=11), at, at + 5, growth[:40], 8.25, "%", name="Tăng trưởng GRDP", period="2023"),
        Figure(
            2,
            Place(block_id=11),
            size,
            size + len("112,5 nghìn tỷ đồng"),
            growth,
            112.5,
            "nghìn tỷ đồng",
            name="Quy mô kinh tế",
            period="2023",
            state="estimate",
        ),
        Figure(3, Place(table_id=1, row=2, col=2), 0, 6, "20.880", 20880, "tỷ đồng", name="Thu nội địa", period="2023"),
        Figure(4, Place(note_id=3), 15, 20, "Năm trước tăng 11,2%.", 11.2, "%", name="Tăng trưởng", period="2022"),
    )
    data = ReportData(
        title="Báo cáo tình hình thực hiện nhiệm vụ năm 2023", issuer="Tỉnh ủy mẫu", year=2023, period="2023"
    )
    return Content(data, sections, blocks, notes, (made_up_table(),), figures, ())


def made_up_table() -> Table:
    """Return a table with two merged heads, words, numbers and a note's mark in a cell."""
    heads = (
        (0, 0, 2, 1, "Chỉ tiêu"),
        (0, 1, 1, 2, "Năm"),
        (0, 3, 2, 1, "So sánh"),
        (1, 1, 1, 1, "2022"),
        (1, 2, 1, 1, "2023"),
    )
    rows = (
        ("Thu nội địa", "26.667", "20.880", "78,3%"),
        ("Thu xuất nhập khẩu", "6.777", "3.071", "45,3%"),
        ("Tổng thu ngân sách trên địa bàn", "33.444", "23.951", "71,6%"),
    )
    cells = [Cell(row, col, down, across, text) for row, col, down, across, text in heads]
    for number, row in enumerate(rows):
        for col, text in enumerate(row):
            marks = (Mark(len(text), 6),) if (number, col) == (2, 0) else ()
            value = float(text.replace(".", "").replace(",", ".").rstrip("%")) if col else None
            cells.append(Cell(number + 2, col, 1, 1, text, marks, value))
    return Table(1, 4, "Bảng 1. Thu ngân sách nhà nước", 5, 4, 2, tuple(cells))


def made_up_long_content(sections: int, words: int = 4) -> Content:
    """Return a report of many sections under ten parents, with a note in every third one."""
    heads = [Section(n, None, 1, str(n), f"{n}.", f"Phần {n}") for n in range(1, 11)]
    blocks = [Block(head.id, head.id, "heading", f"{head.marker} {head.title}") for head in heads]
    notes = []
    for n in range(11, sections + 1):
        parent = heads[(n - 11) * 10 // max(1, sections - 10)]
        heads.append(Section(n, parent.id, 2, f"{parent.number}.{n}", f"{parent.number}.{n}.", f"Mục số {n}"))
    order = sorted(heads, key=lambda one: (one.parent_id or one.id, one.id))
    blocks, count = [], 0
    for section in order:
        count += 1
        blocks.append(Block(count, section.id, "heading", f"{section.marker} {section.title}"))
        count += 1
        marks: tuple[Mark, ...] = ()
        if section.id % 3 == 0:
            notes.append(Note(section.id, str(len(notes) + 1), "footnote", f"Ghi chú của mục {section.id}.", True))
            marks = (Mark(20, section.id),)
        blocks.append(Block(count, section.id, "paragraph", FILLER * words, marks))
    return Content(ReportData(title="Báo cáo dài"), tuple(order), tuple(blocks), tuple(notes), (), (), ())


@pytest.fixture
def content() -> Content:
    return made_up_content()


@pytest.fixture
def report(content: Content) -> Report:
    source = Source("mau.docx", "mau.docx", "0" * 64, "docx", 1)
    return Report(1, "mau-2023", content.data, source, "2024-01-01T00:00:00Z", "")


@pytest.fixture
def long_content() -> Callable[..., Content]:
    """Makes a report of so many sections (and so many times FILLER in each)."""
    return made_up_long_content


@pytest.fixture
def seed(shared: Path) -> Content:
    """The real report; only where it lies beside the project."""
    path = shared / "reports" / "quang-nam-2023.txt"
    return content_of(TextReader().read(path), path.name)


@pytest.fixture(scope="session", autouse=True)
def bundled_fonts(qapp: object) -> None:
    """Measure with the program's own letters, as a user sees them."""
    load_fonts()
    use_interface_font(100)


@pytest.fixture(scope="session", autouse=True)
def jobs_are_measured() -> Iterator[None]:
    """Let `./dev coverage` see what runs in the threads of Qt: Python tells it only of its own."""
    run = Job._run

    def measured(job: Job) -> None:
        sys.settrace(threading.gettrace())
        run(job)

    if threading.gettrace() is not None:
        Job._run = measured  # type: ignore[method-assign]  # put back below
    yield
    Job._run = run  # type: ignore[method-assign]


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_empty(qapp: object) -> Iterator[None]:
    """Leave nothing of Python on the clipboard: without a screen Qt frees it when there is no interpreter any more."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave the program in English after each test: the language is one for the whole process."""
    yield
    if Languages().current != "en":
        Languages().use("en")


@pytest.fixture(autouse=True)
def jobs_end_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test close a library under the hands of a job that still has someone to tell."""
    close = Library.close

    def close_at_rest(self: Library) -> None:
        if threading.current_thread() is threading.main_thread():
            abandon_all(5_000)
        close(self)

    monkeypatch.setattr(Library, "close", close_at_rest)


@pytest.fixture
def open_window(qtbot, tmp_path) -> Iterator[Callable[..., MainWindow]]:
    """Give what opens the whole window on reports, the last of them in front; closed again when a test is over."""
    opened: list[tuple[MainWindow, Memory, Library]] = []

    def run(*contents: Content) -> MainWindow:
        library = Library.open(tmp_path / "t.tubaocao")
        for number, content in enumerate(contents):
            source = Source(f"{number}.txt", f"/{number}.txt", str(number) * 64, "txt", 10)
            with library.writing() as connection:
                writer.add_report(connection, content, source, "2026-11-24T10:00:00Z", digest.digest(content))
        memory = Memory(library, Notebook.open(tmp_path / "notes.notebook"))
        window = MainWindow(library, memory, Shared(Settings(), Themes(), Languages()))
        opened.append((window, memory, library))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        window.furnish()
        window.open_report(len(contents))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield run
    for window, memory, library in opened:
        window.close()
        abandon_all(5_000)
        memory.close()
        library.close()
