"""What was taken out and what was put in, by whole syllables and whole numbers, never inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from db.comparison.masking import keys, spans
from db.comparison.rows import Run

_GAP = re.compile(r"\s+|[^\W\d_]+|\d+|.", re.DOTALL)


def redline(left: str, right: str, masked: bool = True) -> tuple[Run, ...]:
    """Return the runs that turn `left` into `right`; empty where the two are the same.

    What is printed alike stays together; a difference that masking passes over is
    marked `masked`.
    """
    if left == right:
        return ()
    before, after = _pieces(left), _pieces(right)
    codes: dict[str, str] = {}
    words = [
        "".join([codes.setdefault(text, chr(0x10000 + len(codes))) for text, _ in side]) for side in (before, after)
    ]
    runs: list[Run] = []
    for step in Indel.opcodes(words[0], words[1]):
        old = before[step.src_start : step.src_end]
        new = after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            _add(runs, "same", old)
        else:
            _add(runs, "dropped", old)
            _add(runs, "new", new)
    return _marked(_tidied(runs), masked)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Cut `text` into tokens, spaces and signs; True where a piece is a word or a number."""
    pieces: list[tuple[str, bool]] = []
    done = 0
    for start, end in spans(text):
        if start > done:
            pieces += [(gap, False) for gap in _GAP.findall(text, done, start)]
        if end > start:
            pieces.append((text[start:end], True))
        done = end
    return pieces + [(gap, False) for gap in _GAP.findall(text, done)]


def _add(runs: list[Run], kind: str, pieces: Sequence[tuple[str, bool]]) -> None:
    text = "".join([piece for piece, _ in pieces])
    if text:
        runs.append(Run(kind, text))


def _tidied(runs: list[Run]) -> list[Run]:
    """Let a space or sign between two changes change with them, and put what goes before what comes."""
    groups: list[tuple[str, str, str]] = []  # same, or "" and what is dropped and new
    for run in runs:
        if run.kind == "same":
            groups.append((run.text, "", ""))
        elif groups and not groups[-1][0]:
            _, old, new = groups[-1]
            groups[-1] = ("", old + run.text, new) if run.kind == "dropped" else ("", old, new + run.text)
        else:
            groups.append(("", run.text, "") if run.kind == "dropped" else ("", "", run.text))
    joined: list[tuple[str, str, str]] = []
    for place, group in enumerate(groups):
        same = group[0]
        bridge = bool(same) and not any(letter.isalnum() for letter in same)
        inside = 0 < place < len(groups) - 1 and bool(joined) and not joined[-1][0]
        if bridge and inside and all(joined[-1][1:]) and all(groups[place + 1][1:]):
            joined[-1] = ("", joined[-1][1] + same, joined[-1][2] + same)
        elif joined and not same and not joined[-1][0]:
            joined[-1] = ("", joined[-1][1] + group[1], joined[-1][2] + group[2])
        else:
            joined.append(group)
    return [
        Run(kind, text)
        for group in joined
        for kind, text in zip(("same", "dropped", "new"), group, strict=True)
        if text
    ]


def _marked(runs: list[Run], masked: bool) -> tuple[Run, ...]:
    """Mark what counts for no change: spaces, and dropped and new that are one to the eye of the mask."""
    noise = [run.kind != "same" and not run.text.strip() for run in runs]
    for place, (old, new) in enumerate(pairwise(runs)):
        if old.kind == "dropped" and new.kind == "new" and masked and _alike(old.text, new.text):
            noise[place] = noise[place + 1] = True
    return tuple([Run(run.kind, run.text, mark) for run, mark in zip(runs, noise, strict=True)])


def _alike(old: str, new: str) -> bool:
    said = keys(old)
    return bool(said) and said == keys(new)


def mirrored(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the redline that leads back."""
    swap = {"same": "same", "dropped": "new", "new": "dropped"}
    turned = [Run(swap[run.kind], run.text, run.masked) for run in runs]
    for place in range(len(turned) - 1):
        if turned[place].kind == "new" and turned[place + 1].kind == "dropped":
            turned[place], turned[place + 1] = turned[place + 1], turned[place]
    return tuple(turned)
