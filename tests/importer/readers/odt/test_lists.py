"""Automatic numbers are those that LibreOffice prints."""

from __future__ import annotations

import pytest

LEVELS = (
    '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>'
    '<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="4" style:num-suffix=")" style:num-format="a" text:start-value="3"/>'
)
STYLE = f'<text:list-style style:name="L">{LEVELS}</text:list-style>'


def item(text: str, depth: int = 1, more: str = "", start: str = "") -> str:
    """A text:list with one item at `depth`, wrapped in empty ones as LibreOffice writes it."""
    opening = "".join("<text:list><text:list-item>" for _ in range(depth - 1))
    opening = opening.replace("<text:list>", f'<text:list text:style-name="L" {more}>', 1)
    first = f'<text:list text:style-name="L" {more}>' if depth == 1 else "<text:list>"
    value = f' text:start-value="{start}"' if start else ""
    closing = "</text:list-item></text:list>" * depth
    return f"{opening}{first}<text:list-item{value}><text:p>{text}</text:p>{closing}"


GOES_ON = 'text:continue-numbering="true"'


def test_levels_show_the_numbers_above_them(odt):
    body = item("a") + item("b", 2, GOES_ON) + item("c", 3, GOES_ON) + item("d", 3, GOES_ON) + item("e", 4, GOES_ON)
    assert odt.printed(body, STYLE) == ["I. a", "1. b", "1.1. c", "1.2. d", "c) e"]


def test_a_list_begins_anew_unless_it_goes_on(odt):
    assert odt.printed(item("a") + item("b") + item("c", 1, GOES_ON), STYLE) == ["I. a", "I. b", "II. c"]


def test_a_list_goes_on_with_the_one_it_names(odt):
    body = item("a", 1, 'xml:id="x"') + item("b") + item("c", 1, 'text:continue-list="x"')
    assert odt.printed(body, STYLE) == ["I. a", "I. b", "II. c"]


def test_an_item_can_name_its_number_and_deeper_levels_begin_anew(odt):
    body = item("a", 1, "", "4") + item("b", 2, GOES_ON) + item("c", 1, GOES_ON) + item("d", 2, GOES_ON)
    assert odt.printed(body, STYLE) == ["IV. a", "1. b", "V. c", "1. d"]


def test_only_the_first_paragraph_of_an_item_carries_the_number_and_a_header_none(odt):
    body = (
        '<text:list text:style-name="L"><text:list-header><text:p>đầu</text:p></text:list-header>'
        "<text:list-item><text:p>a</text:p><text:p>tiếp</text:p></text:list-item></text:list>"
    )
    assert odt.printed(body, STYLE) == ["đầu", "I. a", "tiếp"]


@pytest.mark.parametrize(
    ("level", "printed"),
    [
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="–" style:num-suffix="–"/>', "– a"),
        (
            '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;">'
            '<style:text-properties style:font-name="Symbol"/></text:list-level-style-bullet>',
            "• a",
        ),
        ('<text:list-level-style-image text:level="1"/>', "• a"),
        ('<text:list-level-style-number text:level="1" style:num-format="" style:num-prefix="Điều"/>', "Điều a"),
        ('<text:list-level-style-number text:level="1" style:num-format="1" style:num-list-format="(%1%)"/>', "(1) a"),
        ('<text:list-level-style-number text:level="1" style:num-format="a" text:start-value="28"/>', "ab a"),
        (
            '<text:list-level-style-number text:level="1" style:num-format="a" style:num-letter-sync="true" '
            'text:start-value="28"/>',
            "bb a",
        ),
    ],
)
def test_signs_and_formats(odt, level, printed):
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    assert odt.printed(item("a"), style) == [printed]


def test_headings_are_numbered_by_the_outline(odt):
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">C</text:h>'
        '<text:h text:outline-level="1" text:restart-numbering="true" text:start-value="5">D</text:h>'
    )
    assert odt.printed(body, common=outline) == ["I. A", "I.1 B", "C", "V. D"]
    assert [each.heading for each in odt.paragraphs(body)] == [1, 2, 1, 1]


def test_a_number_the_file_writes_itself_wins(odt):
    body = "<text:list><text:list-item><text:number>7/</text:number><text:p>a</text:p></text:list-item></text:list>"
    assert odt.printed(body) == ["7/ a"]


def test_numbered_paragraphs_count_by_their_list_id(odt):
    one = '<text:numbered-paragraph text:list-id="l" text:style-name="L"><text:p>a</text:p></text:numbered-paragraph>'
    assert odt.printed(one + one, STYLE) == ["I. a", "II. a"]
