"""The real report against its hand-made truth, through the whole import and the scorer that came with it."""

from __future__ import annotations

import gc
import importlib.util
import json
import warnings
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from db.importer.assemble import content_of
from db.importer.figures import find_figures, unused_numbers
from db.importer.readers import reader_for
from db.model import Content, Figure

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def content(shared: Path) -> Content:
    path = shared / "reports" / "quang-nam-2023.txt"
    return content_of(reader_for(path).read(path), path.name)


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings():  # the scorer leaves its file to the collector
        warnings.simplefilter("ignore", ResourceWarning)
        spec.loader.exec_module(module)
        gc.collect()
    return module


@pytest.fixture(scope="module")
def predictions(content: Content) -> list[dict[str, Any]]:
    labels = {note.id: int(note.label) for note in content.notes}
    return [prediction(figure, labels) for figure in find_figures(content)]


def prediction(figure: Figure, labels: dict[int, int]) -> dict[str, Any]:
    change = figure.change
    return {
        "value": figure.value,
        "unit": figure.unit,
        "quote": figure.quote,
        "in_footnote": labels[figure.place.note_id] if figure.place.note_id else None,
        "kind": figure.kind,
        "period": figure.period,
        "name": figure.name,
        "change": {"direction": change.direction, "value": change.value} if change else None,
    }


def matched(
    scorer: ModuleType, predictions: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Pair each prediction with the first free row of the truth, by the scorer's own rule."""
    truth = scorer.G["indicators"] + scorer.G["change_statements"]
    used: set[int] = set()
    pairs = []
    for said in predictions:
        hit = next((at for at, row in enumerate(truth) if at not in used and fits(scorer, said, row)), None)
        used |= {hit} if hit is not None else set()
        pairs.append((said, truth[hit] if hit is not None else None))
    return pairs


def fits(scorer: ModuleType, said: dict[str, Any], row: dict[str, Any]) -> bool:
    same_place = row["in_footnote"] == said["in_footnote"]
    same_value = scorer.near(scorer.absval(said["value"], said["unit"]), scorer.absval(row["value"], row["unit"]))
    return bool(same_place and same_value and scorer.overlap(said["quote"], row["quote"]))


def test_every_figure_of_the_truth_is_found_and_no_other(scorer: ModuleType, predictions: list[dict[str, Any]]) -> None:
    pairs = matched(scorer, predictions)
    found = {row["id"] for _, row in pairs if row}
    rows = scorer.G["indicators"]
    body = [row for row in rows if not row["in_footnote"]]
    notes = [row for row in rows if row["in_footnote"]]

    assert sum(1 for _, row in pairs if row) / len(pairs) >= 0.98
    assert sum(1 for row in body if row["id"] in found) / len(body) >= 0.97
    assert sum(1 for row in notes if row["id"] in found) / len(notes) >= 0.95


def test_no_look_alike_becomes_a_figure(scorer: ModuleType, predictions: list[dict[str, Any]]) -> None:
    for said, row in matched(scorer, predictions):
        if row is None:
            for distractor in scorer.G["distractors"]:
                same_place = distractor["in_footnote"] == said["in_footnote"]
                assert not (same_place and scorer.overlap(said["quote"], distractor["quote"]))


def test_fields_of_the_figures_found(scorer: ModuleType, predictions: list[dict[str, Any]]) -> None:
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for said, row in matched(scorer, predictions):
        if row is None:
            continue
        answers = {
            "sign": (said["value"] < 0) == (row["value"] < 0),
            "unit": scorer.norm(said["unit"]) == scorer.norm(row["unit"]),
            "kind": said["kind"] == row["kind"],
            "period": scorer.period(said["period"]) == scorer.period(row["period"]),
            "name": words_shared(said["name"], row["name"]) >= 0.5,
        }
        if row.get("change"):
            change, want = said["change"] or {}, row["change"]
            answers["change"] = change.get("direction") == want["direction"] and scorer.near(
                change.get("value", 0), want["value"]
            )
        right.update(field for field, answer in answers.items() if answer)
        of.update(answers)
    bars = {"sign": 0.97, "unit": 0.97, "kind": 0.97, "period": 0.95, "name": 0.85, "change": 0.95}

    assert {field for field, bar in bars.items() if right[field] / of[field] < bar} == set()


def words_shared(one: str, two: str) -> float:
    first, second = set(one.lower().split()), set(two.lower().split())
    return 2 * len(first & second) / max(1, len(first) + len(second))


def test_quote_and_offsets_lie_in_the_text_of_their_place(content: Content) -> None:
    texts = {("block", block.id): block.text for block in content.blocks}
    texts |= {("note", note.id): note.text for note in content.notes}
    for figure in find_figures(content):
        place = figure.place
        text = texts["block", place.block_id] if place.block_id else texts["note", place.note_id]
        assert figure.quote in text
        assert text[figure.start : figure.end].strip()
        assert any(letter.isdigit() for letter in text[figure.start : figure.end])


def test_every_other_number_has_its_reason(content: Content) -> None:
    reasons = Counter(reason for _, _, _, reason in unused_numbers(content))

    assert reasons["document"] > 20
    assert reasons["date"] > 30
    assert reasons["ambiguous"] + reasons["no unit"] <= 3


def test_figures_carry_the_ids_of_the_catalogue(content: Content, scorer: ModuleType) -> None:
    del scorer
    found = {figure.indicator: figure for figure in find_figures(content) if figure.indicator}

    assert found["tang-truong-grdp"].value == -8.25
    assert found["quy-mo-kinh-te"].value_base == pytest.approx(1.125e14)
    assert found["thu-ngan-sach"].value == 23951
    assert found["thu-noi-dia"].value == 20880
    assert found["xa-nong-thon-moi"].of == 193
    assert len(found) >= 50


def test_predictions_are_what_the_scorer_reads(predictions: list[dict[str, Any]]) -> None:
    assert json.loads(json.dumps(predictions)) == predictions
