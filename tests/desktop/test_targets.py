"""Ctrl+G: "2.3", "du lich", "chu thich 12" and "bang 4" lead to the place that is meant."""

from __future__ import annotations

import pytest

from db.model import Block, Content, ReportData, Section
from desktop.targets import report_targets, resolve, targets_of


@pytest.fixture
def targets(content):
    return targets_of(1, content)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("1.1", "1.1. Công tác chính trị, tư tưởng"),
        ("I.1.1", "1.1. Công tác chính trị, tư tưởng"),
        ("mục 1.1", "1.1. Công tác chính trị, tư tưởng"),
        ("II", "II. TỒN TẠI, HẠN CHẾ"),
        ("kinh te", "2. Về phát triển kinh tế"),
        ("giải ngân", "1. Việc giải ngân vốn đầu tư công còn chậm"),
    ],
)
def test_a_section_is_found_by_number_or_words(targets, typed, text):
    assert resolve(typed, targets)[0].text == text


@pytest.mark.parametrize("typed", ["chu thich 5", "Chú thích 5", "note 5"])
def test_a_note_is_found_by_its_label(targets, typed):
    first = resolve(typed, targets)[0]
    assert first.destination.place.note_id == 5
    assert first.destination.section_id == 4


@pytest.mark.parametrize("typed", ["bang 1", "bảng 1", "thu ngân sách nhà nước"])
def test_a_table_is_found_by_its_number_or_caption(targets, typed):
    assert resolve(typed, targets)[0].destination.place.table_id == 1


def test_a_dash_without_a_title_is_no_target(targets):
    assert not any(target.text.startswith("-") for target in targets)


def test_an_exact_number_comes_before_what_lies_under_it(targets):
    found = resolve("1", targets)
    assert [target.text[:2] for target in found[:2]] == ["1.", "1."]


def test_a_report_is_found_by_year_and_issuer(report):
    targets = report_targets([report])
    assert resolve("2023 tinh uy", targets)[0].destination.report_id == report.id


def test_one_of_two_thousand_sections_is_found_first():
    sections = tuple(Section(n, None, 1, str(n), f"{n}.", f"Mục số {n}") for n in range(1, 2001))
    blocks = tuple(Block(n, n, "heading", f"{n}. Mục số {n}") for n in range(1, 2001))
    targets = targets_of(1, Content(ReportData(), sections, blocks, (), (), (), ()))
    found = resolve("muc so 1500", targets)
    assert found[0].text.endswith("Mục số 1500")
