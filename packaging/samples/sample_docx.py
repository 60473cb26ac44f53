"""Writes a sample report as a Word file, part by part, the same bytes every time.

Three ways of numbering, as offices do it: `typed` (bold paragraphs, numbers typed
by hand), `automatic` (numbers made by numbering.xml), `headings` (heading styles).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import sample_docx_parts as parts
from lxml import etree
from sample_docx_table import table_of
from sample_docx_words import Element, attribute, bold_words, paragraph, run, w, words_runs
from sample_markup import Body, Heading, Item, Sample, TableOf
from sample_text import SAMPLE_MARK

_BIRTH = (2026, 11, 24, 0, 0, 0)
"""The date every member of the archive bears: builds must not differ by their hour."""


def docx(sample: Sample) -> bytes:
    """The whole file."""
    members = {
        "[Content_Types].xml": parts.content_types(numbered=_automatic(sample)),
        "_rels/.rels": parts.PACKAGE_RELATIONS,
        "docProps/core.xml": parts.core(sample.year, SAMPLE_MARK),
        "word/document.xml": _document(sample),
        "word/_rels/document.xml.rels": parts.relations(numbered=_automatic(sample)),
        "word/styles.xml": parts.STYLES,
        "word/settings.xml": parts.SETTINGS,
        "word/footnotes.xml": _footnotes(sample),
        "word/header1.xml": parts.PAGE_NUMBER,
    }
    if _automatic(sample):
        members["word/numbering.xml"] = parts.NUMBERING
    return _zipped(members)


def _automatic(sample: Sample) -> bool:
    return sample.head["style"] == "automatic"


def _zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _BIRTH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return target.getvalue()


def _document(sample: Sample) -> bytes:
    body = w("body", *_head(sample), *_elements(sample), *_tail(sample), *_annex(sample), parts.section())
    return _bytes(w("document", body))


def _footnotes(sample: Sample) -> bytes:
    root = w("footnotes")
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        rule = w("footnote", w("p", w("r", w(kind))), type=kind)
        attribute(rule, "id", str(number))
        root.append(rule)
    for number, text in enumerate(sample.notes, 1):
        mark = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
        note = w("footnote", paragraph(mark, run(f" {text}"), style="FootnoteText"))
        attribute(note, "id", str(number))
        root.append(note)
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _centered(*runs: Element) -> Element:
    return paragraph(*runs, style="Centered")


def _head(sample: Sample) -> Iterator[Element]:
    yield _centered(run(SAMPLE_MARK, "bi"))
    left = [_centered(run("TỈNH ỦY QUẢNG NAM")), _centered(run("*")), _centered(run(f"Số: {sample.head['number']}"))]
    right = [_centered(run("ĐẢNG CỘNG SẢN VIỆT NAM", "bu")), _centered(), _centered(run(sample.head["date"], "i"))]
    yield parts.two_columns(left, right)
    yield _centered()
    yield _centered(run("BÁO CÁO", "b"))
    yield _centered(run(sample.head["subject"], "b"))
    yield _centered(run("-----"))


def _elements(sample: Sample) -> Iterator[Element]:
    for one in sample.elements:
        if isinstance(one, TableOf):
            yield from _framed(one)
        elif isinstance(one, Body):
            yield paragraph(*words_runs(one.words))
        else:
            yield _section(one, sample.head["style"])


def _section(one: Heading | Item, style: str) -> Element:
    bold = isinstance(one, Heading)
    words = bold_words(one.words) if bold else words_runs(one.words)
    if style == "automatic":
        return paragraph(*words, numbering=_level_of(one.marker), bold_number=bold)
    if style == "headings" and bold:
        return paragraph(run(f"{one.marker} "), *words_runs(one.words), style=f"Heading{one.level}")
    return paragraph(run(f"{one.marker} ", "b" if bold else ""), *words)


def _level_of(marker: str) -> tuple[int, int]:
    """The list and the level in it that print this marker; `parts.NUMBERING` has their formats."""
    if marker == "–":
        return parts.DASH_LIST, 0
    if marker.endswith(")"):
        return parts.OUTLINE_LIST, 3
    if not marker[0].isdigit():
        return parts.OUTLINE_LIST, 0
    return parts.OUTLINE_LIST, marker.count(".")


def _framed(table: TableOf, small: bool = False) -> Iterator[Element]:
    if table.caption:
        yield paragraph(*bold_words(table.caption), style="Centered")
    if table.unit:
        yield paragraph(run(table.unit, "i"), style="UnitLine")
    yield table_of(table, small)
    yield paragraph(style="TableText")


def _tail(sample: Sample) -> Iterator[Element]:
    left = [paragraph(run("Nơi nhận:", "bi"), style="Recipients")]
    left += [paragraph(run(f"- {one}"), style="Recipients") for one in sample.recipients]
    right = [_centered(run("T/M BAN THƯỜNG VỤ", "b")), _centered(run("PHÓ BÍ THƯ", "b"))]
    right += [_centered(), _centered(), _centered(run(sample.head["signer"], "b"))]
    yield _centered()
    yield parts.two_columns(left, right)


def _annex(sample: Sample) -> Iterator[Element]:
    first, *rest = sample.annex_title
    yield paragraph(w("r", w("br", type="page")), style="Centered")
    yield _centered(run(first, "b"))
    for line in rest:
        yield _centered(run(line, "i" if line.startswith("(") else "b"))
    for table in sample.annex:
        yield from _framed(table, small=True)
