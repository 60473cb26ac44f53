"""Words, blanks and what is left out of a paragraph."""

from __future__ import annotations

from db.model import Emphasis

BOLD = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
HIDDEN = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'


def test_blanks_of_the_xml_part_words_and_hard_ones_stay(odt):
    assert odt.text(' a\n  b <text:s text:c="3"/>c<text:tab/>d<text:line-break/>e ') == "a b    c\td\ne"


def test_a_count_of_blanks_without_measure_is_clamped(odt):
    assert odt.text('a<text:s text:c="2000000000"/>b') == "a" + " " * 1000 + "b"
    assert odt.text('a<text:s text:c="2e9"/>b') == "a b"


def test_emphasis_follows_the_spans(odt):
    (paragraph,) = odt.paragraphs('<text:p>Thu <text:span text:style-name="T1">5,5%</text:span> vượt</text:p>', BOLD)
    assert paragraph.text == "Thu 5,5% vượt"
    assert paragraph.emphasis == (Emphasis(4, 8, "b"),)


def test_hidden_text_and_its_notes_are_counted_not_read(odt):
    note = '<text:note text:id="n"><text:note-citation>1</text:note-citation><text:note-body/></text:note>'
    document = odt.read(f'<text:p>a<text:span text:style-name="H">kín{note}</text:span>b</text:p>', HIDDEN)
    assert document.blocks[0].text == "ab"
    assert document.notes == ()
    assert {loss.code: loss.count for loss in document.losses} == {"TBC-407": 2}


def test_fields_links_and_bookmarks_show_their_words(odt):
    content = (
        'Trang <text:page-number>3</text:page-number> <text:a xlink:href="http://x.vn">xem</text:a>'
        '<text:bookmark text:name="b"/> <text:ruby><text:ruby-base>chữ</text:ruby-base>'
        "<text:ruby-text>đọc</text:ruby-text></text:ruby>"
    )
    assert odt.text(content) == "Trang 3 xem chữ"
    assert odt.losses(f"<text:p>{content}</text:p>") == {"TBC-417": 1}


def test_comments_are_counted(odt):
    body = "<text:p>a<office:annotation><text:p>nhận xét</text:p></office:annotation>b</text:p>"
    assert odt.text("a<office:annotation><text:p>nhận xét</text:p></office:annotation>b") == "ab"
    assert odt.losses(body) == {"TBC-403": 1}


def test_letters_in_an_old_font_become_unicode(odt):
    font = '<style:text-properties style:font-name=".VnTime"/>'
    old = f'<style:style style:name="V" style:family="text">{font}</style:style>'
    document = odt.read('<text:p><text:span text:style-name="V">Tæng céng 12 x·</text:span></text:p>', old)
    assert document.blocks[0].text == "Tổng cộng 12 xã"
    assert document.losses[0].code == "TBC-418"
