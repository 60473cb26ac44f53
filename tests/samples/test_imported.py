"""The importer finds in the samples what their sources say is there."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample_truth
from sample_markup import Sample

from db.importer.assemble import content_of
from db.importer.figures.belonging import may_belong, relinked
from db.importer.readers import reader_for
from db.indicators.catalogue import load
from db.indicators.outside import is_outside
from db.model import Content

YEARS = (2021, 2022, 2023, 2024)


@pytest.fixture(scope="module", params=YEARS)
def imported(request: pytest.FixtureRequest, files: dict[int, Path]) -> tuple[Sample, Content]:
    path = files[request.param]
    return sample_truth.samples()[request.param], content_of(reader_for(path).read(path), path.name)


def test_sections_are_those_intended(imported: tuple[Sample, Content]) -> None:
    sample, content = imported
    found = [(one.level, one.number, one.marker, one.title) for one in content.sections]
    assert found == [(one.level, one.number, one.marker, one.title) for one in sample.outline()]


def test_every_note_is_there_and_linked(imported: tuple[Sample, Content]) -> None:
    sample, content = imported
    assert [note.text for note in content.notes] == sample.notes
    assert all(note.linked for note in content.notes)


def test_tables_of_data_are_kept_with_their_headers(imported: tuple[Sample, Content]) -> None:
    sample, content = imported
    expected = [] if sample.year == 2023 else sample.tables()
    assert [(one.rows, one.cols, one.header_rows) for one in content.tables] == [
        (len(one.rows), len(one.widths), one.header_rows) for one in expected
    ]


def test_linking_anew_by_the_same_catalogue_changes_nothing(imported: tuple[Sample, Content]) -> None:
    _, content = imported
    catalogue = load()
    assert relinked(content, catalogue) == content
    for figure in content.figures:
        kept = "" if is_outside(figure.indicator) else figure.indicator
        assert kept in may_belong(figure, catalogue)


def test_what_the_report_says_of_itself(imported: tuple[Sample, Content]) -> None:
    sample, content = imported
    data = content.data
    assert (data.year, data.issuer, data.number) == (sample.year, "Tỉnh ủy Quảng Nam", sample.head["number"])
    assert sample.head["subject"] in data.title
    assert data.signed_by == sample.head["signer"]
    assert data.sample
