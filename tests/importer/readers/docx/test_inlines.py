"""The text of one paragraph."""

from __future__ import annotations

import pytest

from db.model import Emphasis


def field(*parts: str) -> str:
    made = ""
    for part in parts:
        if part in ("begin", "separate", "end"):
            made += f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'
        elif part.startswith("="):
            made += f"<w:r><w:instrText>{part[1:]}</w:instrText></w:r>"
        else:
            made += f"<w:r><w:t>{part}</w:t></w:r>"
    return made


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>a</w:t><w:cr/><w:t>b</w:t>", "a\nb"),
        ('<w:br w:type="page"/><w:t>b</w:t>', "b"),
        ('<w:t>a</w:t><w:br w:type="page"/>', "a"),
        ("<w:t>27</w:t><w:noBreakHyphen/><w:t>NQ/TU</w:t>", "27-NQ/TU"),
        ("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>", "a\u00adb"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>', "≥5"),
        (
            "<w:ruby><w:rt><w:r><w:t>up</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby>",
            "base",
        ),
        ("<w:t>Quảng\nNam</w:t>", "Quảng Nam"),
        ("<w:delText>gone</w:delText><w:t>a</w:t>", "a"),
    ],
)
def test_what_a_run_holds(word, inside, text):
    assert word.text(f"<w:r>{inside}</w:r>") == text


@pytest.mark.parametrize("name", ["ins", "moveTo", "hyperlink", "smartTag", "customXml", "bdo", "dir", "fldSimple"])
def test_what_wraps_runs_is_unwrapped(word, name):
    assert word.text("a", f"<w:{name}>{word.r('b')}</w:{name}>", "c") == "abc"


def test_a_control_is_unwrapped(word):
    assert word.text(f"<w:sdt><w:sdtPr/><w:sdtContent>{word.r('năm 2023')}</w:sdtContent></w:sdt>") == "năm 2023"


@pytest.mark.parametrize("name", ["del", "moveFrom"])
def test_deleted_text_is_left_out_and_counted(word, name):
    document = word.read(word.p("a", f"<w:{name}>{word.r('cũ')}</w:{name}>", "b"))
    assert document.blocks[0].text == "ab"
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-404", 1)]


def test_hidden_text_is_left_out_and_counted(word):
    body = word.p("a", word.r("ẩn", "<w:vanish/>"), word.r("b", '<w:vanish w:val="0"/>'))
    assert word.paragraphs(body)[0].text == "ab"
    assert word.losses(body) == {"TBC-407": 1}


def test_hidden_by_a_style_can_be_shown_again(word):
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = word.p("ẩn", word.r("hiện", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="H"/>')
    assert word.paragraphs(body, styles=styles)[0].text == "hiện"


def test_of_a_field_the_result_is_kept(word):
    assert word.text(field("begin", "=PAGEREF x", "separate", "12", "end"), " trang") == "12 trang"


@pytest.mark.parametrize(("instruction", "missing"), [("DATE ", 1), ("= 1 + 1", 1), ('XE "mục"', 0)])
def test_a_field_whose_words_are_missing_is_counted(word, instruction, missing):
    whole = word.p("a", field("begin", f"={instruction}", "end"))
    assert word.paragraphs(whole)[0].text == "a"
    assert word.losses(whole).get("TBC-408", 0) == missing
    simple = word.p("a", f"<w:fldSimple w:instr='{instruction}'/>")
    assert word.losses(simple).get("TBC-408", 0) == missing


def test_a_field_inside_the_instruction_of_another_is_not_printed(word):
    inner = field("begin", "=PAGE", "separate", "3", "end")
    assert word.text(field("begin", "=IF "), inner, field("separate", "đúng", "end"), ".") == "đúng."


def test_an_end_without_a_beginning_does_no_harm(word):
    assert word.text("a", field("end"), "b") == "ab"


def test_a_field_left_open_does_not_swallow_the_next_paragraph(word):
    found = word.paragraphs(word.p("a", field("begin", "=TOC")) + word.p("b"))
    assert [paragraph.text for paragraph in found] == ["a", "b"]


def test_of_alternate_content_one_branch_is_read(word):
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='x'>{word.r('một')}</mc:Choice>"
        f"<mc:Fallback>{word.r('hai')}</mc:Fallback></mc:AlternateContent>"
    )
    assert word.text(both) == "một"
    inside = "<mc:AlternateContent><mc:Fallback><w:t>hai</w:t></mc:Fallback></mc:AlternateContent>"
    assert word.text(f"<w:r>{inside}</w:r>") == "hai"


def test_emphasis_is_kept_by_stretches(word):
    body = word.p(
        word.r("nặng", "<w:b/>"),
        word.r(" nghiêng", "<w:b/><w:i/>"),
        word.r("m"),
        word.r("2", '<w:vertAlign w:val="superscript"/>'),
        word.r("o", '<w:vertAlign w:val="subscript"/>'),
        word.r("gạch", '<w:u w:val="single"/>'),
        word.r("không", '<w:u w:val="none"/>'),
    )
    assert word.paragraphs(body)[0].emphasis == (
        Emphasis(0, 4, "b"),
        Emphasis(4, 12, "bi"),
        Emphasis(13, 14, "^"),
        Emphasis(14, 15, "_"),
        Emphasis(15, 19, "u"),
    )


def test_runs_set_alike_are_one_stretch(word):
    body = word.p(word.r("một ", "<w:b/>"), word.r("hai", '<w:b/><w:sz w:val="28"/>'))
    assert word.paragraphs(body)[0].emphasis == (Emphasis(0, 7, "b"),)


def test_a_formula_in_one_line_is_text_and_a_fraction_is_counted(word):
    line = "<m:oMath><m:r><m:t>x = 5</m:t></m:r></m:oMath>"
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>"
    )
    assert word.text(line) == "x = 5"
    assert word.text("a", fraction) == "a"
    assert word.losses(word.p("a", fraction)) == {"TBC-405": 1}


def test_a_sign_that_cannot_be_read_is_shown_as_such_and_counted(word):
    body = word.p('<w:r><w:sym w:font="Odd" w:char="F041"/></w:r>')
    assert word.paragraphs(body)[0].text == "\ufffd"
    assert word.losses(body) == {"TBC-411": 1}


def test_comments_are_counted(word):
    assert word.losses(word.p("a", '<w:r><w:commentReference w:id="0"/></w:r>')) == {"TBC-403": 1}
