"""How places are named."""

from __future__ import annotations

from db.model import Content, ReportData, Section
from desktop.citations import chain, cite, label, note_sections, number_path
from desktop.languages import Languages


def test_a_path_drops_what_a_number_repeats(content: Content) -> None:
    sections = {section.id: section for section in content.sections}
    assert number_path(chain(sections, 3)) == "I.1.1"
    assert number_path(chain(sections, 7)) == "II.1", "a dash is no number"
    assert number_path(chain(sections, None)) == ""
    assert number_path(chain(sections, 999)) == ""


def test_a_ring_of_parents_ends() -> None:
    ring = {1: Section(1, 2, 1, "1", "1.", "A"), 2: Section(2, 1, 1, "2", "2.", "B")}
    assert [section.id for section in chain(ring, 1)] == [2, 1]


def test_a_label_is_one_line() -> None:
    assert label(Section(1, None, 1, "1", "1.", "Hai\ndòng")) == "Hai dòng"
    assert label(Section(1, None, 1, "1", "1.", "", "Lời mở đầu")) == "Lời mở đầu"


def test_a_citation_leaves_out_what_is_not_known(qapp: object) -> None:
    data = ReportData(title="Báo cáo tình hình", issuer="Tỉnh ủy", year=2023, period="2023")
    assert cite(data, "I.2", 3, "12") == "(Báo cáo tình hình, Tỉnh ủy, year 2023, section I.2, paragraph 3, note 12)"
    assert cite(ReportData(), "") == "(Report)"
    languages = Languages()
    languages.use("vi")
    assert cite(data, "I.2", 3, "12") == "(Báo cáo tình hình, Tỉnh ủy, năm 2023, mục I.2, đoạn 3, chú thích 12)"
    languages.use("en")


def test_a_note_of_a_table_stands_in_the_tables_section(content: Content) -> None:
    places = note_sections(content)
    assert places[6] == 4
    assert 9 not in places
