"""A PDF is opened within measures: pages, letters, time, bytes; what cannot be read is named or refused."""

from __future__ import annotations

import pytest

from db.errors import DamagedFile, ReaderStopped, UnreadableFile, UnsafeFile
from db.importer.readers.pdf import opening
from db.importer.readers.pdf.opening import read_pages

WORDS = "Báo cáo nêu kết quả thực hiện nhiệm vụ kinh tế, xã hội trong năm 2023."


@pytest.mark.parametrize(
    ("limit", "value", "detail"), [("MAX_PAGES", 1, "entries"), ("MAX_LETTERS", 40, "size"), ("MAX_BYTES", 99, "size")]
)
def test_what_is_beyond_measure_is_refused(press, sheets, monkeypatch, limit, value, detail):
    pages = sheets(2)
    for page in pages:
        page.text(WORDS)
    path = press.save(*pages)
    assert len(read_pages(path).pages) == 2
    monkeypatch.setattr(opening, limit, value)
    with pytest.raises(UnsafeFile) as caught:
        read_pages(path)
    assert caught.value.detail == detail


def test_a_page_without_end_stops_the_reading(press, sheet, monkeypatch):
    sheet.text(WORDS)
    path = press.save(sheet)
    monkeypatch.setattr(opening, "SECONDS_PER_PAGE", -1.0)
    with pytest.raises(ReaderStopped) as caught:
        read_pages(path)
    assert caught.value.code == opening.TOO_SLOW


def test_a_file_that_is_gone_and_one_that_is_no_pdf(tmp_path):
    with pytest.raises(UnreadableFile):
        read_pages(tmp_path / "none.pdf")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    with pytest.raises(DamagedFile):
        read_pages(tmp_path / "a.pdf")


def test_a_page_that_cannot_be_loaded_is_named_and_the_others_are_read(press, sheets, monkeypatch):
    pages = sheets(3)
    for page in pages:
        page.text(WORDS)
    load = opening.pdfium.FPDF_LoadPage
    monkeypatch.setattr(opening.pdfium, "FPDF_LoadPage", lambda raw, at: None if at == 1 else load(raw, at))
    found = read_pages(press.save(*pages))
    assert ([page.number for page in found.pages], found.broken) == ([1, 3], (2,))


@pytest.mark.parametrize("size", [(30_000, 842), (595, 25_000)])
def test_a_page_of_impossible_size_is_not_drawn(press, sheets, size):
    good, bad = sheets(2)
    good.text(WORDS)
    bad.size = size
    found = read_pages(press.save(good, bad))
    assert found.broken == (2,)
    with pytest.raises(DamagedFile):
        read_pages(press.save(bad))


def test_a_page_without_a_box_is_not_drawn(press, sheet, monkeypatch):
    sheet.text(WORDS)
    monkeypatch.setattr(opening.pdfium, "FPDF_GetPageBoundingBox", lambda *_: 0)
    with pytest.raises(DamagedFile):
        read_pages(press.save(sheet))


def test_rules_of_a_drawing_that_was_not_read_to_its_end_do_not_count(press, sheet, monkeypatch):
    sheet.text(WORDS)
    sheet.grid((100, 200, 300), (400, 420, 440))
    path = press.save(sheet)
    (page,) = read_pages(path).pages
    assert page.rules != opening.Rules()
    real = opening.read_drawing

    def cut_short(*arguments):
        drawing = real(*arguments)
        drawing.complete = False
        return drawing

    monkeypatch.setattr(opening, "read_drawing", cut_short)
    (page,) = read_pages(path).pages
    assert page.rules == opening.Rules()
    assert page.tally.unmeasured
