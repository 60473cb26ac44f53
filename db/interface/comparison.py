"""A comparison as other programs and plain screens get it: the JSON of version 1, text, and one HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.comparison.rows import (
    CellPair,
    Comparison,
    Contradiction,
    FigurePair,
    NotePair,
    Run,
    SectionPair,
    SentencePair,
    Skipped,
    Spot,
    TablePair,
)
from db.interface.comparison_words import words
from db.interface.documents import FORMAT, Document, report_head, warnings
from db.interface.figures import place_document
from db.messages import words_for
from db.model import Content, Place, Report


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports and what comparing them gave."""

    left: Report
    right: Report
    left_content: Content
    right_content: Content
    comparison: Comparison


def comparison_document(one: Compared, language: str = "vi") -> Document:
    """Return a comparison whole, as `compare --format json` prints it.

    A sentence's `section` is the right report's, the left one's where the right says nothing.
    """
    found = one.comparison
    ends = {pair.id: pair for pair in found.sections}
    return {
        "format": FORMAT,
        "left": report_head(one.left) | {"warnings": warnings(one.left_content.findings, language)},
        "right": report_head(one.right) | {"warnings": warnings(one.right_content.findings, language)},
        "masked": found.masked,
        "counts": found.counts,
        "reuse": _share(found.reuse[0].unchanged, found.reuse[0].total),
        "noise": _share(found.noise.removed, found.noise.differing),
        "sections": [_section(pair) for pair in found.sections],
        "sentences": [_sentence(pair, ends) for pair in found.sentences],
        "frame": [_sentence(pair, ends) for pair in found.frame],
        "notes": [_note(pair) for pair in found.notes],
        "figures": [_figure(pair) for pair in found.figures],
        "tables": [_table(pair) for pair in found.tables],
        "contradictions": [_contradiction(row) for row in found.contradictions],
        "skipped": [_skipped(row, language) for row in found.skipped],
    }


def _share(part: int, whole: int) -> Document:
    return {"part": part, "whole": whole, "share": round(part / whole, 4) if whole else 0.0}


def _section(pair: SectionPair) -> Document:
    return {
        "left": pair.left,
        "right": pair.right,
        "kind": pair.kind,
        "kinds": list(pair.kinds),
        "confidence": pair.confidence,
        "asks": pair.asks,
        "by_hand": pair.by_hand,
        "redline": _runs(pair.redline),
    }


def _sentence(pair: SentencePair, ends: dict[int, SectionPair]) -> Document:
    told = ends.get(pair.section or 0)
    section = None if told is None else told.right if told.right is not None and pair.right else told.left
    return {
        "left": pair.left_text,
        "right": pair.right_text,
        "class": pair.kind,
        "section": section,
        "wording": pair.wording,
        "similarity": pair.similarity,
        "left_places": [_spot(spot) for spot in pair.left],
        "right_places": [_spot(spot) for spot in pair.right],
        "redline": _runs(pair.redline),
        "notes": list(pair.notes),
    }


def _spot(spot: Spot) -> Document:
    return place_document(spot.place) | {"start": spot.start, "end": spot.end}


def _runs(runs: Sequence[Run]) -> list[Document]:
    return [{"kind": run.kind, "text": run.text} | ({"masked": True} if run.masked else {}) for run in runs]


def _note(pair: NotePair) -> Document:
    return {
        "left": pair.left,
        "right": pair.right,
        "class": pair.kind,
        "confidence": pair.confidence,
        "redline": _runs(pair.redline),
    }


def _figure(pair: FigurePair) -> Document:
    return {
        "left": pair.left.id,
        "right": pair.right.id,
        "delta": pair.delta,
        "percent": pair.percent,
        "points": pair.points,
        "indicator": pair.indicator,
        "name": pair.name,
        "unit": pair.unit,
        "within_precision": pair.within,
        "confidence": pair.confidence,
    }


def _table(pair: TablePair) -> Document:
    rows = [
        {
            "left": row.left,
            "right": row.right,
            "class": row.kind,
            "label": row.label,
            "unit": row.unit,
            "group": row.group,
            "cells": [_cell(cell) for cell in row.cells],
        }
        for row in pair.rows
    ]
    columns = [
        {"left": one.left, "right": one.right, "left_header": one.left_header, "right_header": one.right_header}
        for one in pair.columns
    ]
    head = {"left": pair.left, "right": pair.right, "class": pair.kind, "confidence": pair.confidence}
    return head | {"columns": columns, "rows": rows}


def _cell(cell: CellPair) -> Document:
    return {
        "class": cell.kind,
        "header": cell.header,
        "left": _cell_place(cell.left),
        "right": _cell_place(cell.right),
        "left_text": cell.left_text,
        "right_text": cell.right_text,
        "delta": cell.delta,
        "percent": cell.percent,
    }


def _cell_place(place: Place | None) -> list[int | None] | None:
    return None if place is None else [place.table_id, place.row, place.col]


def _contradiction(row: Contradiction) -> Document:
    return {
        "left": row.left_quote,
        "right": row.right_quote,
        "class": row.kind,
        "name": row.name,
        "year": row.year,
        "unit": row.unit,
        "left_value": row.left_value,
        "right_value": row.right_value,
        "left_figure": row.left.id,
        "right_figure": row.right.id,
        "implied": row.implied,
    }


def _skipped(row: Skipped, language: str) -> Document:
    what, why = skipped_words(row, language)
    return {"side": row.side, "what": what, "why": why, "code": row.why or None, "count": row.count}


def skipped_words(row: Skipped, language: str) -> tuple[str, str]:
    """Return what was not compared and why, in words."""
    if row.why:
        told = words_for(row.why, language, detail=row.detail, count=row.count)
        return told.what, told.why
    known = words(language)
    return known[f"skipped_{row.what}"].format(count=row.count, detail=row.detail), known[f"why_{row.what}"]
