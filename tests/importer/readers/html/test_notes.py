"""Notes that are linked: as Word, LibreOffice, pandoc and others write them."""

from __future__ import annotations

import pytest

from db.importer.document import NoteMark

WORD = (
    '<p>Thu<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span><sup>[1]</sup></span></a> tăng'
    '<a href="#_ftn2" name="_ftnref2">[2]</a>.</p><div><br clear=all><hr>'
    '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Một.</p><p>Tiếp.</p></div>'
    '<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Hai.</p></div></div>'
)
OFFICE = (
    '<p>Thu<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> tăng'
    '<a name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p>'
    '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>\n\tMột.</p><p>Tiếp.</p></div>'
    '<div id="sdfootnote2"><p><a name="sdfootnote2sym" href="#sdfootnote2anc">2</a> Hai.</p></div>'
)
PANDOC = (
    '<p>Thu<a href="#fn1" id="fnref1"><sup>1</sup></a> tăng<a href="#fn2" id="fnref2"><sup>2</sup></a>.</p>'
    '<section class="footnotes"><hr><ol><li id="fn1"><p>Một.</p><p>Tiếp.<a href="#fnref1">↩︎</a></p></li>'
    '<li id="fn2"><p>Hai.<a href="#fnref2">↩︎</a></p></li></ol></section>'
)
WIKIPEDIA = (
    '<p>Thu<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> tăng'
    '<sup id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup>.</p>'
    '<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <p>Một.</p><p>Tiếp.</p></li>'
    '<li id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> Hai.</li></ol>'
)
ONE_WAY = (
    '<p>Thu<sup><a href="#n1">1</a></sup> tăng<sup><a href="#n2">2</a></sup>.</p>'
    '<div id="n1"><p>1. Một.</p><p>Tiếp.</p></div><p id="n2">(2) Hai.</p>'
)


@pytest.mark.parametrize("body", [WORD, OFFICE, PANDOC, WIKIPEDIA, ONE_WAY])
def test_marks_and_notes_meet(page, body):
    document = page.read(body)
    (paragraph,) = document.blocks
    assert paragraph.text == "Thu tăng."
    assert [mark.offset for mark in paragraph.marks] == [3, 8]
    assert [(note.label, note.text) for note in document.notes] == [("1", "Một.\nTiếp."), ("2", "Hai.")]
    assert [mark.key for mark in paragraph.marks] == [note.key for note in document.notes]


def test_endnotes_come_after_footnotes(page):
    body = (
        '<p>a<a name="sdendnote1anc" href="#sdendnote1sym">i</a>b'
        '<a name="sdfootnote1anc" href="#sdfootnote1sym">1</a></p>'
        '<div id="sdendnote1"><p><a name="sdendnote1sym" href="#sdendnote1anc">i</a> Cuối</p></div>'
        '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Chân</p></div>'
    )
    assert [(note.kind, note.label, note.text) for note in page.read(body).notes] == [
        ("footnote", "1", "Chân"),
        ("endnote", "i", "Cuối"),
    ]


def test_a_note_called_twice_is_one_note(page):
    body = (
        '<p>a<a href="#fn1" id="r1"><sup>1</sup></a>b<a href="#fn1" id="r2"><sup>1</sup></a></p>'
        '<ol><li id="fn1">Một <a href="#r1">↩</a> <a href="#r2">↩</a></li></ol>'
    )
    document = page.read(body)
    assert [note.text for note in document.notes] == ["Một"]
    assert document.blocks[0].marks == (NoteMark(1, "footnote:fn1"), NoteMark(2, "footnote:fn1"))


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="#s1">1</a> Mục lục</p><h2 id="s1">1. Kinh tế</h2><p>x</p>',
        '<p><a href="#s1">Kinh tế</a></p><p id="s1">Kinh tế</p>',
        '<p><a href="#s1">2</a> trang</p><p id="s1">Trang hai</p>',
        '<p id="top">x</p><p><a href="#top">1</a></p>',
    ],
)
def test_a_link_to_a_section_is_no_mark(page, body):
    assert page.read(body).notes == ()


def test_a_number_that_opens_the_note_is_not_taken_for_its_label(page):
    body = '<p>a<a href="#fn1" id="r1"><sup>1</sup></a></p><ol><li id="fn1">1 xã <a href="#r1">↩</a></li></ol>'
    assert page.read(body).notes[0].text == "1 xã"
