"""Words made fit for a name: short, ended well, with a small first letter where they go on."""

from __future__ import annotations

_MAX_PART = 12
_SIGNS = " ,;:.…–-/("
_LINKING_WORDS = "so của trong với về khi cho đến ở do theo và tại để trên từ vào là các những toàn"
_LINKING = frozenset(_LINKING_WORDS.split())
"""Words a name does not end with."""


def within(text: str, most: int = _MAX_PART) -> str:
    """Return at most that many words, ended before a linking word rather than in the middle of a phrase."""
    words = text.split()
    if len(words) <= most:
        return " ".join(words)
    links = [at for at in range(4, most + 1) if words[at].lower().strip(",") in _LINKING]
    return ended(" ".join(words[: links[-1] if links else most]))


def ended(text: str) -> str:
    """Return a name without the signs and linking words it cannot end with."""
    words = text.rstrip(_SIGNS).split()
    while len(words) > 1 and words[-1].lower() in _LINKING:
        words = words[:-1]
    name = " ".join(words).rstrip(_SIGNS)
    return name.replace("“", "").replace("”", "") if name.count("“") != name.count("”") else name


def lower_first(text: str) -> str:
    """Return `text` with a small first letter, unless its first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and first[1:].isupper() else text[:1].lower() + text[1:]
