"""Automatic numbers, as Word prints them."""

from __future__ import annotations


def level(depth: int, text: str, style: str = "decimal", start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(number: int = 1, of: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def markers(word, body: str, numbering: str, styles: str = "") -> list[str]:
    return [paragraph.marker for paragraph in word.paragraphs(body, numbering=numbering, styles=styles)]


OUTLINE = abstract(level(0, "%1.", "upperRoman"), level(1, "%2."), level(2, "%2.%3."), level(3, "%4)", "lowerLetter"))


def test_depths_count_apart_and_start_again_under_a_new_number(word):
    depths = (0, 1, 2, 2, 3, 1, 2, 0, 1)
    body = "".join(word.item("mục", level=depth) for depth in depths)
    assert markers(word, body, OUTLINE + num()) == ["I.", "1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "II.", "1."]


def test_the_number_is_not_part_of_the_text(word):
    (paragraph,) = word.paragraphs(word.item("Kinh tế"), numbering=OUTLINE + num())
    assert (paragraph.marker, paragraph.text) == ("I.", "Kinh tế")


def test_two_lists_of_one_abstract_list_count_on(word):
    body = word.item("a") + word.item("b", number_id=2) + word.item("c")
    assert markers(word, body, OUTLINE + num(1) + num(2)) == ["I.", "II.", "III."]


def test_a_start_of_its_own_counts_once(word):
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = word.item("a") + word.item("b") + word.item("c", number_id=2) + word.item("d", number_id=2)
    assert markers(word, body, OUTLINE + num(1) + num(2, overrides=override)) == ["I.", "II.", "I.", "II."]


def test_a_list_can_print_a_level_its_own_way(word):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerRoman", 3)}</w:lvlOverride>'
    assert markers(word, word.item("a"), OUTLINE + num(overrides=override)) == ["(iii)"]


def test_legal_numbers_are_figures_all_through(word):
    numbering = abstract(level(0, "%1.", "upperRoman"), level(1, "%1.%2", extra="<w:isLgl/>")) + num()
    assert markers(word, word.item("a") + word.item("b", level=1), numbering) == ["I.", "1.1"]


def test_a_depth_can_count_through(word):
    numbering = abstract(level(0, "%1."), level(1, "%2)", extra='<w:lvlRestart w:val="0"/>')) + num()
    body = "".join(word.item("mục", level=depth) for depth in (0, 1, 1, 0, 1))
    assert markers(word, body, numbering) == ["1.", "1)", "2)", "2.", "3)"]


def test_a_missing_number_above_is_its_start(word):
    assert markers(word, word.item("a", level=2), OUTLINE + num()) == ["1.1."]


def test_dashes_stay_and_pictures_become_bullets(word):
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    numbering = (
        abstract(level(0, "-", "bullet"), level(1, "\uf0b7", "bullet", extra=symbol), level(2, "+", "bullet")) + num()
    )
    body = word.item("a") + word.item("b", level=1) + word.item("c", level=2)
    assert markers(word, body, numbering) == ["-", "•", "+"]


def test_a_list_is_inherited_from_the_style_at_the_depth_that_names_it(word):
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = abstract(level(0, "%1."), level(1, "%1.%2.", extra='<w:pStyle w:val="H2"/>')) + num()
    body = word.item("a") + word.p("b", properties='<w:pStyle w:val="H2"/>')
    assert markers(word, body, numbering, styles) == ["1.", "1.1."]


def test_list_zero_takes_a_paragraph_out_of_the_list_of_its_style(word):
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = word.p("a", properties='<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert markers(word, body, OUTLINE + num(), styles) == [""]


def test_a_list_style_is_followed_and_a_circle_of_them_ends(word):
    styles = (
        '<w:style w:type="numbering" w:styleId="LS"><w:name w:val="LS"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:numStyleLink w:val="LS"/>'
    numbering = abstract(number=5, extra=link) + abstract(level(0, "%1/"), number=6) + num(1, 5) + num(2, 6)
    assert markers(word, word.item("a"), numbering, styles) == ["1/"]
    circle = abstract(number=5, extra=link) + num(1, 5) + num(2, 5)
    assert markers(word, word.item("a"), circle, styles) == [""]


def test_the_fallback_of_a_newer_format_is_taken(word):
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    one = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{choice}<w:lvlText w:val="%1."/></w:lvl>'
    assert markers(word, word.item("a"), abstract(one) + num()) == ["01."]


def test_a_marker_is_never_longer_than_200_letters(word):
    (marker,) = markers(word, word.item("a"), abstract(level(0, "%1" * 5000, start=1_000_000)) + num())
    assert len(marker) == 200


def test_an_unknown_list_has_no_number(word):
    assert markers(word, word.item("a", number_id=9), OUTLINE + num()) == [""]
