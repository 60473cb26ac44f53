"""A power cut anywhere in an import: what was acknowledged is there afterwards, and the library is sound."""

from __future__ import annotations

import random
import shutil
from collections import Counter

import acts
import holding
import power

from db.errors import TuBaoCaoError


def recorded(injector, base, tmp_path, **how):
    """Import three reports and return the files before, the calls, and what was acknowledged, in order."""
    folder = tmp_path / "recorded"
    shutil.copytree(base, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    answer = injector("import", folder, log=str(tmp_path / "log"), **how)
    told = [word for word in answer["words"] if word[0] not in "=!?"]
    assert len(told) == 3
    return before, power.calls_of(tmp_path / "log", folder), told


def outcomes(injector, base, tmp_path, count, **how):
    """Count what `count` states, spread over all moments of the import, turn out to be."""
    before, calls, told = recorded(injector, base, tmp_path, **how)
    chance, found = random.Random(7), Counter()
    at = tmp_path / "at"
    for turn in range(count):
        upto = 1 + turn * len(calls) // count
        acknowledged = told[: sum(call.kind == power.ACKNOWLEDGED for call in calls[:upto])]
        shutil.rmtree(at, ignore_errors=True)
        at.mkdir()
        for name, body in power.state(before, calls, upto, chance).items():
            (at / name).write_bytes(body)
        found[_outcome(at / acts.STORE, acknowledged)] += 1
    return found


def _outcome(store, acknowledged):
    try:
        wrong = holding.faults_of(store, acknowledged)
    except TuBaoCaoError as error:
        return f"does not open: {error.code}"
    return wrong[0].split()[0] if wrong else "whole"


def test_no_acknowledged_report_is_lost(injector, base, tmp_path, gate, amount):
    count = amount(300, 10_000)
    with gate("power cuts") as figures:
        found = outcomes(injector, base, tmp_path, count)
        figures.update(found)
        assert found == {"whole": count}


def test_without_syncing_the_same_states_break(injector, base, tmp_path, gate, amount):
    """The control: a harness that cannot see this sees nothing."""
    with gate("power cuts, synchronous off") as figures:
        found = outcomes(injector, base, tmp_path, amount(100, 1_000), unsafe=True)
        figures.update(found)
        assert sum(found.values()) - found["whole"] >= 10
