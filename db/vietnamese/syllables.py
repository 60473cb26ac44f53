"""Which words can be Vietnamese: the syllables the spelling allows, and what tone they may carry."""

from __future__ import annotations

import re
import unicodedata

_INITIALS = re.findall(r"\S+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
# The rimes by their vowels, each with the endings that may follow it ("-" for none).
_RIMES = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- c ch m n ng nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- m n o t",
    "oo": "c n ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch n nh u",
    "uô": "c i m n ng t",
    "uơ": "- n",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "- t",
    "yê": "m n ng t u",
}
_STOPPED = ("c", "ch", "p", "t")
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_TONES = _SHARP_OR_HEAVY | frozenset("\u0300\u0303\u0309")
_TONE = re.compile(f"[{''.join(_TONES)}]")


def _spelled() -> frozenset[str]:
    rimes = {vowel + ending.replace("-", "") for vowel, endings in _RIMES.items() for ending in endings.split()}
    whole = {initial + rime for initial in ("", *_INITIALS) for rime in rimes}
    return frozenset(
        whole | {"gi", "gin", "ginh"} | {f"giê{ending}" for ending in ("ng", "t", "c", "n", "m", "p", "u")}
    )


SYLLABLES = _spelled()
"""Every syllable the spelling allows, in small letters and without its tone."""


def is_syllable(word: str) -> bool:
    """Tell whether `word` can be a Vietnamese syllable: its letters spell one, its tone is one that may stand there."""
    loose = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(loose)
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", _TONE.sub("", loose)) if tones else word.lower()
    if plain not in SYLLABLES:
        return False
    return not tones or tones[0] in _SHARP_OR_HEAVY or not plain.endswith(_STOPPED)
