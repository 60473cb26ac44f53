"""The real report, taken apart, against its truth file."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from db.importer.assemble import content_of
from db.importer.readers.text import TextReader
from db.model import Block, Content

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "gold" / "quang-nam-2023.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def seed(shared: Path) -> Content:
    path = shared / "reports" / "quang-nam-2023.txt"
    return content_of(TextReader().read(path), path.name)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", nfc(text))


def words_of(blocks: list[Block], count: int) -> str:
    return " ".join(" ".join(block.text for block in blocks).split()[:count])


def test_all_28_numbered_sections_with_titles_parents_and_levels(seed: Content, gold: dict[str, Any]) -> None:
    wanted = [s for s in gold["sections"] if s["kind"] in {"heading", "run_in", "dash_item"}]
    position = {s["index"]: i for i, s in enumerate(wanted, start=1)}
    assert [(s.number, s.title, s.level, s.parent_id) for s in seed.sections] == [
        (s["number"], nfc(s["title"] or ""), s["level"], position.get(s["parent"])) for s in wanted
    ]


def test_the_first_words_of_each_section_stand_in_its_blocks(seed: Content, gold: dict[str, Any]) -> None:
    wanted = [s for s in gold["sections"] if s["kind"] in {"heading", "run_in", "dash_item"}]
    for section, truth in zip(seed.sections, wanted, strict=True):
        first = squeezed(truth["first_words_of_body"])
        body = [b for b in seed.blocks if b.section_id == section.id and b.kind != "heading"]
        text = squeezed(" ".join(b.text for b in body))
        assert text.removeprefix(squeezed(section.marker)).startswith(first) if first else not body


def test_title_preamble_recipients_and_signature_are_blocks_of_their_own(seed: Content, gold: dict[str, Any]) -> None:
    title, preamble, recipients, signature = (s for s in gold["sections"] if s["level"] == 0)
    by_kind = {kind: [b for b in seed.blocks if b.kind == kind] for kind in ("header", "recipients", "signature")}
    assert all(b.section_id is None for blocks in by_kind.values() for b in blocks)
    assert squeezed(" ".join(b.text for b in by_kind["header"])) == squeezed(title["title"]) + "-----"
    before = [b for b in seed.blocks if b.section_id is None and b.kind == "paragraph"]
    assert len(before) == 1
    assert words_of(before, 8) == nfc(preamble["first_words_of_body"])
    assert [b.text for b in by_kind["signature"]] == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn Dũng"]
    assert by_kind["recipients"][0].text == nfc(recipients["title"]) + ":"
    listed = [re.sub(r"^-\s*|[,.]$", "", b.text) for b in by_kind["recipients"][1:]]
    assert listed == [nfc(name) for name in gold["metadata"]["recipients"]]
    assert signature["first_words_of_body"].startswith("T/M")


def test_all_56_notes_word_for_word(seed: Content, gold: dict[str, Any]) -> None:
    assert [note.text for note in seed.notes] == [nfc(note["text"]) for note in gold["footnotes"]]
    assert [note.label for note in seed.notes] == [str(n) for n in range(1, 57)]
    assert all(note.linked and note.kind == "footnote" for note in seed.notes)


def test_all_56_marks_stand_where_they_stood_and_no_other(seed: Content, gold: dict[str, Any]) -> None:
    whole, places = "", {}
    for block in seed.blocks:
        for mark in block.marks:
            assert mark.note_id not in places
            places[mark.note_id] = len(squeezed(whole + block.text[: mark.offset]))
        whole += block.text
    flat = squeezed(whole)
    assert len(places) == 56
    for note in gold["footnotes"]:
        at = places[note["n"]]
        assert flat[:at].endswith(squeezed(note["anchor_context_before"])[-30:])
        assert flat[at:].startswith(squeezed(note["anchor_context_after"]))


def test_marks_stand_in_the_section_the_truth_names(seed: Content, gold: dict[str, Any]) -> None:
    wanted = [s for s in gold["sections"] if s["kind"] in {"heading", "run_in", "dash_item"}]
    section_of = {mark.note_id: block.section_id for block in seed.blocks for mark in block.marks}
    for note in gold["footnotes"]:
        section = section_of[note["n"]]
        assert section is not None
        assert wanted[section - 1]["id"] == note["section"]


def test_what_the_report_says_of_itself(seed: Content, gold: dict[str, Any]) -> None:
    truth = gold["metadata"]
    data = seed.data
    assert (data.kind, data.title) == (truth["doc_type"], nfc(truth["title"]))
    assert (data.year, data.period, data.place) == (truth["period_year"], "2023", truth["province"])
    assert data.resolution == truth["resolution"]["number"]
    assert (data.signed_by, data.signed_as) == (nfc(truth["signatory"]), nfc(truth["signatory_title"]))
    assert nfc(truth["issuing_body"]).startswith(data.issuer)
    assert data.issuer == "Tỉnh ủy Quảng Nam"
    assert (data.number, data.date, data.sample) == ("", "", False)


def test_the_findings_are_the_33_marks_and_the_lost_head(seed: Content) -> None:
    assert [(f.code, f.count, f.detail) for f in seed.findings] == [("TBC-413", 33, ""), ("TBC-433", 1, "số, ngày")]


def test_taking_apart_is_deterministic(seed: Content, shared: Path) -> None:
    path = shared / "reports" / "quang-nam-2023.txt"
    assert content_of(TextReader().read(path), path.name) == seed
