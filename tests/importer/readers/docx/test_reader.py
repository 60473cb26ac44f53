"""The package around the text."""

from __future__ import annotations

import zipfile

import pytest

from db.errors import DamagedFile, UnknownFormat, UnsafeFile
from db.importer.readers.docx import DocxReader
from db.importer.readers.docx.names import STRICT
from db.model import Emphasis


def test_the_main_part_has_any_name(word):
    document = DocxReader().read(word.save(word.p("a"), main="office/main.xml"))
    assert document.format == "docx"
    assert [block.text for block in document.blocks] == ["a"]


def test_strict_files_read_as_transitional_ones(word):
    path = word.save(word.p("a", word.r("b", "<w:b/>")), word=STRICT)
    (paragraph,) = DocxReader().read(path).blocks
    assert (paragraph.text, paragraph.emphasis) == ("ab", (Emphasis(1, 2, "b"),))


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        ("Trang 2/15", 0),
        ("- 12 -", 0),
        ("Page 2 of 15", 0),
        ("iv", 0),
        ("UBND tỉnh", 1),
    ],
)
def test_headers_that_say_more_than_the_page_are_counted(word, inside, count):
    assert word.losses(word.p("a"), header1=word.p(inside)).get("TBC-410", 0) == count


def test_a_damaged_footer_does_not_stop_the_reading(word):
    document = word.read(word.p("a"), footer1="<w:p>")
    assert [block.text for block in document.blocks] == ["a"]
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-419", 1)]


def test_macros_are_counted_and_never_opened(word):
    assert word.losses(word.p("a"), vbaProject="not even XML <") == {"TBC-409": 1}


def test_a_main_part_without_a_body_is_damage(word):
    with pytest.raises(DamagedFile):
        DocxReader().read(word.save(word.p("a"), word="urn:not-word"))


def test_damage_in_the_notes_is_damage(word):
    with pytest.raises(DamagedFile):
        word.read(word.p("a"), footnotes="<w:footnote>")


def test_a_dtd_in_the_styles_is_unsafe(word):
    with pytest.raises(UnsafeFile):
        word.read(word.p("a"), styles="<!-- <!DOCTYPE a> -->")


def test_a_zip_that_is_no_package_is_of_unknown_format(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(UnknownFormat):
        DocxReader().read(path)
