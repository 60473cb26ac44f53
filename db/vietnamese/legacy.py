"""From fonts and encodings older than Unicode to Unicode: per run by font and letters, per text by statistics.

A font's name is a hint and no proof: many files name old fonts and hold Unicode. So a run that holds a letter only
Unicode has is left alone, and text without a font is converted only where its words become Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.vietnamese.legacy_fonts import legacy_font
from db.vietnamese.legacy_rules import Encoding, convert, decoded, windows_characters, with_capitals
from db.vietnamese.lost_accents import accents_lost
from db.vietnamese.syllables import is_syllable

__all__ = [
    "Encoding",
    "accents_lost",
    "convert",
    "decode",
    "detect",
    "has_unicode_letter",
    "legacy_font",
    "reads_as_unicode",
    "to_unicode",
    "unknown_letters",
    "windows_characters",
]

_ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
_LATIN_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")
_WORD = re.compile(r"[^\W\d_]+")
_VIQR_SIGN = re.compile(r"[aeo]\^|[uo][+*]|a\(", re.IGNORECASE)
_PRIVATE = {0xF000 + code: code for code in range(0x20, 0x100)}  # how Word keeps the characters of a symbol font
_SIGNS = frozenset("“”‘’„–—…•·°«»§©®±×÷\u00a0\u00ad\ufeff€™")
_SAMPLE = 60_000
_FEWEST = 4  # words with marks
_SOUND = 0.85  # of the words with marks are syllables: names and abbreviations are the rest
_MARKED = 0.25  # of all words carry a mark; in Vietnamese prose three quarters do
_RIVAL = 0.7  # as near may no other encoding come


def to_unicode(text: str, font: str) -> str:
    """Return the letters of a run in Unicode NFC, by the name of its font and by its letters.

    Left as they are: ASCII, runs of other fonts, runs with a letter that only Unicode has. A font whose name ends in
    H draws capitals, and so gives them. Characters its encoding does not know stay (see `unknown_letters`).
    """
    known = legacy_font(font)
    if known is None or text.isascii() or _ONLY_UNICODE.search(text):
        return text
    plain = text.translate(_PRIVATE)
    encoding = known.encoding or detect(plain)
    if encoding is None:
        return text
    new = convert(plain, encoding)
    return new.upper() if known.capitals else new


def reads_as_unicode(text: str) -> bool:
    """Tell whether a run, taken as Unicode, is Vietnamese: it has a letter only Unicode has, or all words are sound."""
    if _ONLY_UNICODE.search(text):
        return True
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = any(not char.isascii() and not char.isalnum() and char not in _SIGNS for char in text)
    return bool(marked) and not odd and all(map(is_syllable, marked))


def has_unicode_letter(text: str) -> bool:
    """Tell whether a letter of `text` is one that only Unicode writes."""
    return bool(_ONLY_UNICODE.search(text))


def unknown_letters(text: str) -> str:
    """Return the letters of a converted text that are not Vietnamese, each once, in their order."""
    strange = (char for char in text if not char.isascii() and char.isalpha() and not _is_vietnamese(char))
    return "".join(dict.fromkeys(strange))


def detect(data: bytes | str) -> Encoding | None:
    """Return the encoding in which `data` is Vietnamese, None where it is Unicode, another language, or in doubt.

    Bytes may be in any of the encodings; a string is what a program made of them that took them for Western
    (TCVN3, VNI), or VIQR.
    """
    if isinstance(data, bytes):
        readings = _byte_readings(data[:_SAMPLE])
    elif _ONLY_UNICODE.search(data):
        return None
    else:
        readings = _text_readings(data[:_SAMPLE])
    fits = sorted(
        (fit for fit in (_fit(encoding, text) for encoding, text in readings) if fit.sound), key=lambda f: f.good
    )
    if not fits or (len(fits) > 1 and fits[-2].good > fits[-1].good * _RIVAL and fits[-2].text != fits[-1].text):
        return None
    return fits[-1].encoding


def decode(data: bytes | str, encoding: Encoding) -> str:
    """Return text that has no fonts in Unicode NFC; `encoding` as `detect` gives it."""
    if isinstance(data, bytes):
        return decoded(data, encoding)
    new = convert(data, encoding)
    return with_capitals(new) if encoding is Encoding.TCVN3 else new


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a reading of a text is Vietnamese: words with marks that are syllables, whether enough of them are."""

    encoding: Encoding
    text: str
    good: int
    sound: bool


def _byte_readings(raw: bytes) -> Iterable[tuple[Encoding, str]]:
    if raw.isascii():
        return _text_readings(raw.decode("ascii"))
    return [(encoding, decoded(raw, encoding)) for encoding in Encoding if encoding is not Encoding.VIQR]


def _text_readings(text: str) -> Iterable[tuple[Encoding, str]]:
    if text.isascii():
        return [(Encoding.VIQR, convert(text, Encoding.VIQR))] if _VIQR_SIGN.search(text) else []
    return [(encoding, convert(text, encoding)) for encoding in (Encoding.TCVN3, Encoding.VNI)]


def _fit(encoding: Encoding, text: str) -> _Fit:
    words = _WORD.findall(text)
    marked = [word for word in words if not word.isascii()]
    good = sum(map(is_syllable, marked))
    odd = sum(not char.isascii() and not char.isalnum() and char not in _SIGNS for char in text)
    sound = good >= _FEWEST and good >= _SOUND * (len(marked) + odd) and len(marked) >= _MARKED * len(words)
    return _Fit(encoding, text, good, sound)


def _is_vietnamese(char: str) -> bool:
    return char in _LATIN_VIETNAMESE or bool(_ONLY_UNICODE.match(char))
