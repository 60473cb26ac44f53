"""Whole files: what is accepted, refused, or read with a finding."""

from __future__ import annotations

import pytest

from db.errors import DamagedFile, UnreadableFile, UnsafeFile
from db.importer.readers import reader_for
from db.importer.readers.rtf import RtfReader
from db.importer.readers.rtf import reader as reader_module


@pytest.mark.parametrize("name", ["report.doc", "report.docx", "report"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\r\n "])
def test_the_content_counts_and_not_the_name(rtf, name, start):
    path = rtf.save(start + rb"{\rtf1 B\u225?o c\u225?o}", name)
    document = reader_for(path).read(path)
    assert document.format == "rtf"
    assert [block.text for block in document.blocks] == ["Báo cáo"]


def test_a_file_that_breaks_off_is_read_with_a_finding(rtf):
    document = RtfReader().read(rtf.save(rb"{\rtf1 a\par{\b b\chftn{\footnote c"))
    assert [block.text for block in document.blocks] == ["a", "b"]
    assert [note.text for note in document.notes] == ["c"]
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-419", 1)]


@pytest.mark.parametrize("data", [rb"{\rtf1\ansi{\fonttbl{\f0 Times", rb"{\rtf1", rb"{\rtf1{\stylesheet{\s1 x;"])
def test_a_file_that_breaks_off_in_its_header_is_refused(rtf, data):
    with pytest.raises(DamagedFile):
        RtfReader().read(rtf.save(data))


def test_what_stands_behind_the_end_is_told_of(rtf):
    document = RtfReader().read(rtf.save(b"{\\rtf1 a}} b"))
    assert [block.text for block in document.blocks] == ["a"]
    assert [loss.code for loss in document.losses] == ["TBC-419"]
    assert RtfReader().read(rtf.save(b"{\\rtf1 a}\r\n\0\0")).losses == ()


def test_a_bottomless_file_is_refused(rtf):
    with pytest.raises(UnsafeFile):
        RtfReader().read(rtf.save(b"{\\rtf1 " + b"{" * 400_000))


def test_a_bottomless_group_nobody_reads_does_no_harm(rtf):
    path = rtf.save(b"{\\rtf1 a{\\*\\x " + b"{" * 400_000 + b"}" * 400_000 + b"}b}")
    assert [block.text for block in RtfReader().read(path).blocks] == ["ab"]


def test_a_file_too_large_is_refused(rtf, monkeypatch):
    monkeypatch.setattr(reader_module, "LARGEST_FILE", 10)
    with pytest.raises(UnsafeFile):
        RtfReader().read(rtf.save(b"{\\rtf1 long}"))


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFile):
        RtfReader().read(tmp_path / "none.rtf")


def test_raw_utf8_against_the_specification_is_read(rtf):
    assert [b.text for b in RtfReader().read(rtf.save("{\\rtf1 bấm 👍 đ}".encode())).blocks] == ["bấm 👍 đ"]


def test_brackets_of_a_run_in_an_old_font_are_weighed_by_the_others(rtf):
    document = rtf.read(r"{\f3 c\'f3}\par {\f3 \u273?\u432?\u7907?c}\par{\f3 v\u7889?n \u273?\u7847?u}")
    assert [block.text for block in document.blocks] == ["có", "được", "vốn đầu"]
