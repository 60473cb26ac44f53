"""Corrections, decisions and annotations in the user's notebook: each step of them can be undone and done again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from db import notebook_rows
from db.layers import Anchor, Annotation, Correction, Decision, Layers
from db.model import Place
from db.notebook import Notebook

_ADD = """
    INSERT INTO layer (store, kind, report, body, at, undone) VALUES (:store, :kind, :report, :body, :at, 0)
"""
_FORGET_UNDONE = "DELETE FROM layer WHERE store = :store AND undone = 1"
_STANDING = """
    SELECT id, kind, body, at FROM layer
     WHERE store = :store AND undone = 0 AND kind IN ('correction', 'decision') ORDER BY id
"""
_ANNOTATIONS = (
    "SELECT id, kind, body, at FROM layer WHERE store = :store AND undone = 0 AND kind = 'annotation' ORDER BY id"
)
_LAST = "SELECT id, kind, body, at FROM layer WHERE store = :store AND undone = 0 ORDER BY id DESC LIMIT 1"
_NEXT = "SELECT id, kind, body, at FROM layer WHERE store = :store AND undone = 1 ORDER BY id LIMIT 1"
_TURN = "UPDATE layer SET undone = :undone, seal = '' WHERE id = :id"
_REMOVE = "DELETE FROM layer WHERE id = :id"

Layer = Correction | Decision | Annotation


class LayerBook:
    """The layers of one library; `store` is its uuid. May be used from any thread."""

    def __init__(self, notebook: Notebook, store: str) -> None:
        self._notebook, self._store = notebook, store

    def layers(self, report: str = "") -> Layers:
        """Return all that stands at present; of corrections only those of one report's sha256 where it is given.

        Of two corrections of one figure the later one counts.
        """
        corrections: dict[Anchor, Correction] = {}
        decisions: list[Decision] = []
        for layer in self._read(_STANDING):
            if isinstance(layer, Decision):
                decisions.append(layer)
            elif isinstance(layer, Correction) and report in {"", layer.anchor.report}:
                corrections.pop(layer.anchor, None)
                corrections[layer.anchor] = layer
        settled = frozenset(decision.doubt for decision in decisions if decision.doubt)
        return Layers(tuple(corrections.values()), tuple(decisions), settled)

    def correct(self, correction: Correction) -> Correction:
        """Keep a correction and return it with its id; without `at` it is now.

        What was undone before cannot be redone any more.
        """
        made = replace(correction, at=correction.at or _now())
        return replace(made, id=self._add("correction", made.anchor.report, made))

    def decide(self, decision: Decision) -> Decision:
        """Keep a decision and return it with its id; as `correct`."""
        made = replace(decision, at=decision.at or _now())
        return replace(made, id=self._add("decision", "", made))

    def annotations(self) -> tuple[Annotation, ...]:
        """Return the annotations that stand at present, in the order they were made; of each its last edit."""
        found: dict[str, Annotation] = {}
        for layer in self._read(_ANNOTATIONS):
            if isinstance(layer, Annotation):
                found[layer.key] = layer
        return tuple(one for one in found.values() if not one.gone)

    def annotate(self, annotation: Annotation) -> Annotation:
        """Keep an annotation, or its next edit (`gone`: its deletion), and return it with its id; as `correct`."""
        made = replace(annotation, at=_now(), made=annotation.made or _now())
        return replace(made, id=self._add("annotation", made.report, made))

    def undo(self) -> Layer | None:
        """Take back the last thing laid on and return it; None if nothing stands."""
        return self._turn(_LAST, 1)

    def redo(self) -> Layer | None:
        """Lay on again what was undone last and return it; None if there is nothing."""
        return self._turn(_NEXT, 0)

    def remove(self, layer_id: int) -> bool:
        """Forget one layer for good; False if there is none of that id."""
        with self._notebook.using() as conn:
            return conn.execute(_REMOVE, {"id": layer_id}).rowcount > 0

    def _add(self, kind: str, report: str, layer: Layer) -> int:
        facts = {"store": self._store, "kind": kind, "report": report, "body": _written(layer), "at": layer.at}
        with self._notebook.using() as conn:
            conn.execute("BEGIN IMMEDIATE")
            try:
                conn.execute(_FORGET_UNDONE, facts)
                stored = conn.execute(_ADD, facts).lastrowid
                notebook_rows.seal_one(conn, notebook_rows.LAYER, stored or 0)
                conn.execute("COMMIT")
            finally:
                if conn.in_transaction:
                    conn.execute("ROLLBACK")
        return stored or 0

    def _turn(self, statement: str, undone: int) -> Layer | None:
        with self._notebook.using() as conn:
            row = conn.execute(statement, {"store": self._store}).fetchone()
            if row is None:
                return None
            layer = _layer(row)
            conn.execute(_TURN, {"undone": undone, "id": row[0]})
            notebook_rows.seal_one(conn, notebook_rows.LAYER, row[0])
        return layer

    def _read(self, statement: str) -> Iterable[Layer]:
        with self._notebook.using() as conn:
            return [_layer(row) for row in conn.execute(statement, {"store": self._store})]


def _written(layer: Layer) -> str:
    facts = asdict(layer)
    del facts["id"], facts["at"]
    return json.dumps(facts, ensure_ascii=False)


def _layer(row: tuple[int, str, str, str] | sqlite3.Row) -> Layer:
    number, kind, body, at = row
    facts: dict[str, Any] = json.loads(body)
    if kind == "correction":
        facts["anchor"] = _anchor(facts["anchor"])
        return Correction(**facts, at=at, id=number)
    facts["anchors"] = tuple(_anchor(one) for one in facts["anchors"])
    return Annotation(**facts, at=at, id=number) if kind == "annotation" else Decision(**facts, at=at, id=number)


def _anchor(facts: dict[str, Any]) -> Anchor:
    return Anchor(**{**facts, "place": Place(**facts["place"])})


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
