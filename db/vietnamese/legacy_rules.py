"""How each encoding older than Unicode writes Vietnamese, and the way back to Unicode.

TCVN3 and VISCII have a code for each letter. VNI writes a letter and then its mark, VIQR does so in ASCII, cp1258
writes the tone behind the letter. All but VISCII and cp1258 are met as bytes and as characters of Latin-1.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from db.vietnamese.legacy_tables import TCVN3, VISCII, VISCII_LOW
from db.vietnamese.marks import ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, TILDE, composed
from db.vietnamese.viqr import viqr_to_unicode


class Encoding(StrEnum):
    """An encoding of Vietnamese text; the value is its name for the user."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    VIQR = "VIQR"
    VISCII = "VISCII"
    CP1258 = "cp1258"


_TONES = (GRAVE, HOOK, TILDE, ACUTE, DOT)

TCVN3_LETTERS = {0xA1 + at: letter for at, letter in enumerate(TCVN3)}
VISCII_LETTERS = {0x80 + at: letter for at, letter in enumerate(VISCII)} | VISCII_LOW

# VNI: what stands behind the letter for each tone, alone or over the letter's own mark.
_VNI_PLAIN = dict(zip("øûõùï", _TONES, strict=True))
_VNI_CIRCUMFLEX = {"â": ""} | dict(zip("àåãáä", _TONES, strict=True))
_VNI_BREVE = {"ê": ""} | dict(zip("èúüéë", _TONES, strict=True))
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _vni_small() -> dict[str, str]:
    letters = dict(_VNI_SINGLE)
    for vowel in "aeouy":
        letters |= {vowel + mark: composed(vowel, tone) for mark, tone in _VNI_PLAIN.items()}
    for vowel in "aeo":
        letters |= {vowel + mark: composed(vowel, CIRCUMFLEX, tone) for mark, tone in _VNI_CIRCUMFLEX.items()}
    letters |= {"a" + mark: composed("a", BREVE, tone) for mark, tone in _VNI_BREVE.items()}
    for horned in "ôö":
        letters |= {horned + mark: composed(_VNI_SINGLE[horned], tone) for mark, tone in _VNI_PLAIN.items()}
    return letters


def _vni() -> dict[str, str]:
    """Every letter; the case is that of the letter, whatever the case of its mark."""
    letters: dict[str, str] = {}
    for old, new in _vni_small().items():
        letters |= {old: new, old[0] + old[1:].upper(): new}
        letters |= {old.upper(): new.upper(), old[0].upper() + old[1:]: new.upper()}
    return letters


VNI_LETTERS = _vni()
_VNI = re.compile("|".join(sorted(VNI_LETTERS, key=len, reverse=True)))

_CAPITALS = re.compile(r"[^\W\d_]+")


def convert(text: str, encoding: Encoding) -> str:
    """Return `text`, the characters of an encoding seen as Latin-1 (VIQR: ASCII), in Unicode NFC."""
    if encoding is Encoding.TCVN3:
        new = text.translate(TCVN3_LETTERS)
    elif encoding is Encoding.VNI:
        new = _VNI.sub(lambda found: VNI_LETTERS[found[0]], text)
    elif encoding is Encoding.VIQR:
        new = viqr_to_unicode(text)
    elif encoding is Encoding.VISCII:
        new = text.translate(VISCII_LETTERS)
    else:
        new = text
    return unicodedata.normalize("NFC", new)


def decoded(raw: bytes, encoding: Encoding) -> str:
    """Return the text of bytes in `encoding`; a byte that has no letter there keeps its Windows character."""
    if encoding is Encoding.CP1258:
        return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))
    if encoding is Encoding.VISCII:
        return convert(raw.decode("latin-1"), encoding)
    text = convert(windows_characters(raw), encoding)
    return with_capitals(text) if encoding is Encoding.TCVN3 else text


def windows_characters(raw: bytes) -> str:
    """Return bytes as Western Windows shows them (cp1252); the five it does not know as Latin-1."""
    return "".join(_WINDOWS[byte] for byte in raw)


_WINDOWS = tuple(
    bytes([byte]).decode("cp1252" if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1") for byte in range(256)
)


def with_capitals(text: str) -> str:
    """Return TCVN3 text without its fonts with the capitals those fonts drew: "BáO CáO" becomes "BÁO CÁO".

    TCVN3 has no capital with a tone. A word is raised if two letters of it are capitals and no plain one is small,
    a short one if the whole line is so.
    """
    return "\n".join(_line_with_capitals(line) for line in text.split("\n"))


def _line_with_capitals(line: str) -> str:
    plain = [char for char in line if char.isascii() and char.isalpha()]
    if len(plain) >= 4 and all(char.isupper() for char in plain):
        return line.upper()
    return _CAPITALS.sub(_raised, line)


def _raised(found: re.Match[str]) -> str:
    word = found[0]
    plain = [char for char in word if char.isascii()]
    capitals = sum(char.isupper() for char in word)
    return word.upper() if capitals >= 2 and all(char.isupper() for char in plain) else word
