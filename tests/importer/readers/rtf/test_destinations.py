"""Destinations: what is left out, counted, or stands elsewhere."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "text", "losses"),
    [
        (r"a{\*\unknown b{c}}d", "ad", {}),
        (r"a{\info{\title b}}{\*\generator c;}d", "ad", {}),
        (r"a{\pict\wmetafile8 0102}b", "ab", {"TBC-402": 1}),
        (r"a{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}b", "ab", {"TBC-402": 1}),
        (r"a{\object{\*\objclass Excel}{\*\objdata 00}{\result{\pict 00}12}}b", "a12b", {"TBC-405": 1}),
        (r"a{\*\annotation x}b{\*\atnid y}", "ab", {"TBC-403": 1}),
        (r"a{\*\bkmkstart x}b{\*\bkmkend x}{\xe {\v y}}", "ab", {}),
        (r"a{\mmath{\*\moMath{\mr x}}}{\mmathPict{\pict 00}}b", "ab", {"TBC-405": 1}),
        (r"a{\upr{b}{\*\ud{c}}}d", "acd", {}),
    ],
)
def test_what_is_no_text(rtf, body, text, losses):
    assert rtf.text(body) == text
    assert rtf.losses(body) == losses


@pytest.mark.parametrize(
    ("field", "text", "losses"),
    [
        (r"{\field{\*\fldinst PAGE}{\fldrslt 7}}", "a7b", {}),
        (r"{\field{\*\fldinst{ REF x }}{\fldrslt{\field{\*\fldinst DATE}{\fldrslt 5}}}}", "a5b", {}),
        (r"{\field{\*\fldinst DATE}}", "ab", {"TBC-408": 1}),
        (r"{\field{\*\fldinst ASK x}}", "ab", {}),
        (r'{\field{\*\fldinst HYPERLINK "http://192.0.2.1/"}{\fldrslt x}}', "axb", {"TBC-417": 1}),
        (r'{\field{\*\fldinst HYPERLINK \\l "muc"}{\fldrslt x}}', "axb", {}),
        (r'{\field{\*\fldinst SYMBOL 179 \\f "Symbol" \\s 10}{\fldrslt\f2\fs20}}', "a≥b", {}),
        (r"{\field{\*\fldinst SYMBOL 0xb3 \\f Symbol}{\fldrslt\f2 \'b3}}", "a≥b", {}),
        (r"{\field{\*\fldinst SYMBOL 99999999999 }}", "a\ufffdb", {"TBC-411": 1}),
    ],
)
def test_fields_show_their_results(rtf, field, text, losses):
    assert rtf.text(f"a{field}b") == text
    assert rtf.losses(f"a{field}b") == losses


@pytest.mark.parametrize(
    "box",
    [
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn pib}{\sv {\pict 00}}}{\shptxt box\par}}{\shprslt{\*\do{\dptxbxtext box}}}}",
        r"{\*\do\dobx{\dptxbx{\dptxbxtext\pard box\par}}}{\pict 00}",
    ],
)
def test_a_text_box_follows_the_paragraph_of_its_anchor(rtf, box):
    body = rf"\qc a{box}b\par c"
    assert [(p.text, p.align) for p in rtf.paragraphs(body)] == [("ab", "center"), ("box", ""), ("c", "center")]
    assert rtf.losses(body) == {"TBC-401": 1, "TBC-402": 1}


def test_headers_are_told_of_when_they_say_something(rtf):
    body = r"{\header UBND{\pict 00}\par}{\headerl UBND\par}{\footer Trang {\field{\*\fldinst PAGE}{\fldrslt 7}}\par}a"
    assert rtf.text(body) == "a"
    assert rtf.losses(body) == {"TBC-410": 1}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        # A field inside what is left out leaves nothing, not even its sign.
        (r"{\v{\field{\*\fldinst SYMBOL 179 \\f Symbol}{\fldrslt x}}}", "ab"),
        (r"{\*\unknowndest{\field{\*\fldinst DATE}{\fldrslt 5}}}", "ab"),
        # Words of a field where there is no field.
        (r"{\*\fldinst DATE}", "ab"),
        (r"{\fldrslt 5}", "a5b"),
        # A list number in what is not printed.
        (r"{\*\unknowndest{\listtext 1.\tab}x}", "ab"),
    ],
)
def test_parts_of_fields_and_lists_where_they_do_not_belong(rtf, field, text):
    assert rtf.text(f"a{field}b") == text


def test_a_text_box_that_is_not_printed_is_left_out(rtf):
    body = r"a{\v{\shp{\*\shpinst{\shptxt hidden\par}}}}b\par c"
    assert "hidden" not in rtf.text(body)
    assert rtf.text(r"a{\shp{\*\shpinst{\shptxt\par}}}b") == "ab"


def test_ends_of_paragraphs_cells_and_rows_inside_what_is_left_out_are_none(rtf):
    body = r"a{\*\unknowndest x\par\cell\nestcell\row\nestrow\sect y}b\par c"
    assert [p.text for p in rtf.paragraphs(body)] == ["ab", "c"]
    assert rtf.grids(body) == []


def test_a_break_of_a_section_or_a_page(rtf):
    assert [p.text for p in rtf.paragraphs(r"\page a\sect\sect b\page c\deff1 d")] == ["a", "b\ncd"]
