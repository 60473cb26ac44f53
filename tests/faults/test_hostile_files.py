"""Hostile files no corpus has, through the real reading process: refused by code, or read and told; none kills."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import closing

import hostile_documents
import hostile_packages
import pytest
from hostile_packages import MAY, OPEN, REFUSE, SECRET, Case

from db import queries
from db.importer.pipeline import import_paths
from db.library import Library
from db.messages import words_for
from db.model import Receipt

DEATHS = {"TBC-100", "TBC-130", "TBC-131", "TBC-133"}
"""A death, no end in time, a result that cannot be trusted: none of these is a refusal. See `_BUG` for TBC-102."""
_BUG = re.compile(r"[A-Z]\w*(?:Error|Exception|Interrupt|Warning)")
HEAVY = {"A01", "A09", "A26", "A27", "A30", "A33", "A37"}


def cases() -> list[Case]:
    return [*hostile_packages.packages(), *hostile_packages.xml_parts(), *hostile_documents.all_of_them()]


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory, amount):
    """What became of every case: the receipt, and all the texts that were read."""
    folder = tmp_path_factory.mktemp("hostile")
    inner = folder / "in"
    inner.mkdir()
    bait = folder / "secret"
    bait.write_text(SECRET, encoding="utf-8")
    found = {}
    chosen = cases() if amount(0, 1) else [case for case in cases() if case.row not in HEAVY][::15]
    paths = {}
    for case in chosen:
        path = inner / f"{case.row}-{case.name}"
        path.write_bytes(case.body.replace(b"/srv/bait/secret", str(bait).encode()))
        paths[str(path)] = case
    with closing(Library.open(folder / "tu.tubaocao")) as library:
        steps = import_paths(library, [inner / name.rsplit("/", 1)[1] for name in paths])
        for step in steps:
            if isinstance(step, Receipt):
                found[step.path] = (paths[step.path], step, _texts(library, step))
    before = sorted(one.name for one in folder.iterdir() if one.name not in ("sao-luu",))
    assert before == ["in", "secret", "tu.tubaocao"]
    assert sorted(f"{inner}/{one.name}" for one in inner.iterdir()) == sorted(paths)
    return found


def _texts(library: Library, receipt: Receipt) -> str:
    if receipt.report_id is None:
        return ""
    content = queries.content(library.reader(), receipt.report_id)
    cells = [cell.text for table in content.tables for cell in table.cells]
    return "\n".join([*(one.text for one in content.blocks), *(one.text for one in content.notes), *cells])


def test_each_meets_its_expectation(taken_in, gate):
    outcomes: Counter[str] = Counter()
    wrong = []
    with gate("hostile files, made here") as figures:
        for case, receipt, texts in taken_in.values():
            refused = receipt.status == "refused"
            outcomes["refused" if refused else "opened"] += 1
            died = receipt.code in DEATHS or bool(_BUG.fullmatch(receipt.detail))
            unmet = (case.outcome == REFUSE and not refused) or (case.outcome == OPEN and refused)
            if died or unmet or (not refused and case.shows not in texts) or SECRET in texts:
                wrong.append((case.row, case.name, case.outcome, receipt.code, receipt.detail))
        figures.update(files=len(taken_in), **outcomes, wrong=len(wrong))
        assert wrong == []


def test_every_refusal_has_words_in_both_languages_and_names_the_file(taken_in):
    for _case, receipt, _ in taken_in.values():
        if receipt.status == "refused":
            name = receipt.path.rsplit("/", 1)[1]
            for language in ("vi", "en"):
                words = words_for(receipt.code, language, name, receipt.detail)
                assert name in words.what
                assert words.why
                assert words.todo


def test_what_opens_strangely_is_told(taken_in):
    """Control signs, broken letters and cut tables are findings of the report, not silences."""
    for case, receipt, _ in taken_in.values():
        if case.row == "A29" and receipt.status == "imported" and case.name.startswith(("repeated-rows", "blanks")):
            assert receipt.findings, case.name
    assert {case.outcome for case, _, _ in taken_in.values()} == {REFUSE, OPEN, MAY}
    opened = sum(receipt.status != "refused" for _, receipt, _ in taken_in.values())
    assert 0 < opened < len(taken_in)
