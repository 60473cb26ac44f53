"""The page of a report: well formed, escaped, with nothing that could reach out."""

from __future__ import annotations

import re

from lxml import etree

from db.interface.html import report_html
from db.model import Content, Report

_NAMES = "html head meta title style body h1 h2 h3 h4 h5 h6 p section table caption tr th td sup sub a b i u br"
ALLOWED = set(_NAMES.split())


def parsed(page: str) -> etree._Element:
    """Return the page's tree; it is also sound XML but for its two meta elements."""
    return etree.fromstring(re.sub(r"<(meta [^>]*|br)>", r"<\1/>", page).encode(), etree.XMLParser())


def test_only_harmless_elements_and_attributes(report: Report, content: Content) -> None:
    tree = parsed(report_html(report, content))
    assert {str(element.tag) for element in tree.iter()} <= ALLOWED
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert name in {"lang", "charset", "http-equiv", "content", "class", "id", "href", "rowspan", "colspan"}
            assert name != "href" or str(value).startswith("#")


def test_what_a_file_says_is_never_markup(report: Report, content: Content) -> None:
    page = report_html(report, content)
    assert "<script" not in page
    assert "Nguồn &lt;script&gt;" in page
    assert "<title>Báo cáo &lt;b&gt;thử&lt;/b&gt;</title>" in page


def test_every_mark_leads_to_its_note_and_back(report: Report, content: Content) -> None:
    tree = parsed(report_html(report, content))
    ids = [str(value) for value in tree.xpath("//@id")]
    targets = [str(value)[1:] for value in tree.xpath("//a/@href")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert targets.count("note-1") == 2


def test_text_and_emphasis_survive(report: Report, content: Content) -> None:
    tree = parsed(report_html(report, content))
    words = "".join(tree.xpath("string(//body/p[2])"))
    assert words == "Quy mô kinh tế1 112,5 nghìn tỷ đồng & hơn"
    assert "".join(tree.xpath("//body/p[2]/b/text() | //body/p[2]//i/b/text()")) == "Quy mô kinh tế"
    assert tree.xpath("string(//h2[1])") == "I. KINH TẾ2"


def test_tables_keep_their_spans(report: Report, content: Content) -> None:
    tree = parsed(report_html(report, content))
    assert tree.xpath("string(//th/@colspan)") == "2"
    assert [str(text) for text in tree.xpath("//td/text()")] == ["GRDP", "8,25"]
