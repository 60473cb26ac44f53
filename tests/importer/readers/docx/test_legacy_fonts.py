"""Letters of old fonts in Word files: where the font is named, and what is left alone."""

from __future__ import annotations

import pytest

from db.importer.document import NoteMark
from db.model import Emphasis


def fonts(name: str, *more: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" {" ".join(more)}/>'


def style(style_id: str, inside: str, kind: str = "paragraph", extra: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}" {extra}>{inside}</w:style>'


def test_a_run_names_its_font(word):
    document = word.read(word.p(word.r("Tæng céng", fonts(".VnTime")), word.r(" – Đảng bộ", fonts("Arial"))))
    assert document.blocks[0].text == "Tổng cộng – Đảng bộ"
    assert [(loss.code, loss.count) for loss in document.losses] == [("TBC-418", 2)]
    assert document.losses[0].detail == ".VnTime → Unicode: “Tæng céng” → “Tổng cộng”"


def test_a_letter_and_its_mark_in_two_runs_are_one(word):
    font = fonts("VNI-Times")
    assert word.text(word.r("ba", font), word.r("ïn", font)) == "bạn"


@pytest.mark.parametrize("named", ["hAnsi", "ascii"])
def test_one_attribute_is_enough(word, named):
    assert word.text(word.r("Tæng", f'<w:rFonts w:{named}=".VnTime"/>')) == "Tổng"


def test_a_soft_hyphen_in_an_old_font_is_a_letter(word):
    font = f"<w:rPr>{fonts('.VnTime')}</w:rPr>"
    assert word.text(f"<w:r>{font}<w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>") == "nước"


def test_the_font_comes_down_from_styles_and_defaults(word):
    styles = (
        style("Goc", f"<w:rPr>{fonts('.VnTime')}</w:rPr>")
        + style("Con", '<w:basedOn w:val="Goc"/><w:rPr><w:b/></w:rPr>')
        + style("Chu", f"<w:rPr>{fonts('VNI-Times')}</w:rPr>", "character")
    )
    under = '<w:pStyle w:val="Con"/>'
    body = word.p("Tæng céng", properties=under) + word.p(
        word.r("baïn", '<w:rStyle w:val="Chu"/>'), word.r(" céng", fonts("Arial")), properties=under
    )
    assert [block.text for block in word.read(body, styles=styles).blocks] == ["Tổng cộng", "bạn céng"]
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>"
    assert word.read(word.p("Tæng céng"), styles=defaults).blocks[0].text == "Tổng cộng"


def test_a_font_of_the_theme_is_none_of_the_old_ones(word):
    styles = style("Goc", f"<w:rPr>{fonts('.VnTime')}</w:rPr>")
    run = word.r("Tæng", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert word.read(word.p(run, properties='<w:pStyle w:val="Goc"/>'), styles=styles).blocks[0].text == "Tæng"


def test_marks_and_emphasis_stand_where_the_new_letters_are(word):
    font = fonts("VNI-Times")
    body = word.p(word.r("Toång coäng", font), word.footnote(1), word.r(" naêm", font + "<w:b/>"), word.r(" nay", font))
    notes = f'<w:footnote w:id="1">{word.p(word.r("Öôùc caû naêm", font))}</w:footnote>'
    document = word.read(body, footnotes=notes)
    assert document.blocks[0].text == "Tổng cộng năm nay"
    assert document.blocks[0].marks == (NoteMark(9, "footnote:1"),)
    assert document.blocks[0].emphasis == (Emphasis(9, 13, "b"),)
    assert document.notes[0].text == "Ước cả năm"


def test_capitals_of_an_old_font_are_capitals_everywhere(word):
    font = fonts(".VnTimeH")
    body = word.p(word.r("ii. tinh", font)) + word.p(word.r("kÕt qu¶", font), word.r(" 2005", font))
    assert [block.text for block in word.read(body).blocks] == ["II. TINH", "KẾT QUẢ 2005"]


def test_unicode_in_an_old_font_is_left_alone(word):
    font = fonts(".VnTime")
    body = word.p(word.r("có", font)) + word.p(word.r("Kết quả", font)) + word.p(word.r("đơn vị", font))
    document = word.read(body)
    assert [block.text for block in document.blocks] == ["có", "Kết quả", "đơn vị"]
    assert document.losses == ()


def test_cells_are_read_alike(word):
    grid = word.grids(word.table(word.row(word.cell(word.p(word.r("Tæng", fonts(".VnTime")))))))[0]
    assert grid.cells[0].text == "Tổng"


def test_the_words_of_a_number_are_read_alike(word):
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="§iÒu %1."/><w:rPr>{fonts(".VnTime")}</w:rPr></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert word.read(word.item("Phạm vi"), numbering=numbering).blocks[0].marker == "Điều 1."
