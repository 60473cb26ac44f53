"""The kinds of notes, the key under which a mark and its text meet, and how notes are numbered."""

from __future__ import annotations

from dataclasses import dataclass

FOOTNOTE = "footnote"
ENDNOTE = "endnote"
KINDS = (FOOTNOTE, ENDNOTE)


@dataclass(frozen=True, slots=True)
class Counting:
    """How the notes of one kind are numbered."""

    style: str
    start: int = 1
    restarts: bool = False


DEFAULT_COUNTING = {FOOTNOTE: Counting("decimal"), ENDNOTE: Counting("lowerRoman")}


def key_of(kind: str, note_id: str) -> str:
    """Return the key under which marks and note texts meet."""
    return f"{kind}:{note_id}"
