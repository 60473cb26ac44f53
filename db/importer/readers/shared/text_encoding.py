"""Which encoding a text file is in, and its characters: Unicode's, or an older one where the letters leave no doubt."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from db.errors import DamagedFile, UnknownEncoding, UnknownFormat
from db.importer.document import Loss
from db.importer.legacy_text import converted_text
from db.vietnamese.legacy import detect

FOREIGN_HEADS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"SQLite format 3\x00")
_MARKUP = re.compile(rb"^\s*<(?:\?xml|!doctype|html|head|body)\b", re.IGNORECASE)
_UTF16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Sequences built like UTF-8 whose value Unicode forbids: overlong forms, surrogates, beyond U+10FFFF.
_FORBIDDEN = re.compile(
    rb"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
    rb"|\xf0[\x80-\x8f][\x80-\xbf]{2}|\xf4[\x90-\xbf][\x80-\xbf]{2}|[\xf5-\xf7][\x80-\xbf]{3}"
)
_UTF8_LETTER = re.compile(rb"(?:[\xc3\xc4\xc6][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf])+")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 4096
_SIGN_IN = 50
"""Where a byte is zero, one of so many may be a control sign: what a worn disk or an old program leaves in a text."""
_SIGNS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes are plain text, in whatever encoding, and no markup or container."""
    if head.startswith(FOREIGN_HEADS) or _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)):
        return False
    return head[:2] in _UTF16_MARKS or utf16_by_statistics(head) != "" or _few_nuls(head)


def decoded(raw: bytes, path: Path) -> tuple[str, tuple[Loss, ...]]:
    """Return the text of `raw` and what is to be told of it.

    Raises UnknownFormat (binary), DamagedFile (Unicode that breaks off), UnknownEncoding (letters of another
    encoding, and no certainty which).
    """
    encoding = _UTF16_MARKS.get(raw[:2]) or utf16_by_statistics(raw)
    if encoding:
        return _in_unicode(_utf16(raw, encoding, path))
    if not _few_nuls(raw):
        raise UnknownFormat(path, "NUL")
    if nuls := raw.count(0):
        text, losses = _of_bytes(raw.replace(b"\x00", b"\x1a"), path)
        return text.replace("\x1a", "\ufffd"), (Loss("TBC-411", nuls), *losses)
    return _of_bytes(raw, path)


def _few_nuls(raw: bytes) -> bool:
    return 0 not in raw or (len(raw) - len(raw.translate(None, _SIGNS))) * _SIGN_IN <= len(raw)


def _of_bytes(raw: bytes, path: Path) -> tuple[str, tuple[Loss, ...]]:
    try:
        return _in_unicode(raw.decode("utf-8").lstrip("\ufeff"))
    except UnicodeDecodeError:
        return _repaired(raw, path)


def _in_unicode(text: str) -> tuple[str, tuple[Loss, ...]]:
    """Turn text that only looks like Unicode: old letters that were saved as if they were Western ones, or VIQR."""
    old = detect(text)
    return converted_text(text, old) if old else (text, ())


def utf16_by_statistics(raw: bytes) -> str:
    """Name the byte order of UTF-16 without a mark, or return an empty string.

    Spaces and line ends of running text leave a zero in every second byte, always on the same side.
    """
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    pairs = len(sample) // 2
    if pairs < 4 or (len(raw) % 2 and len(raw) <= _SAMPLE):
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd >= pairs * 0.3 and even <= pairs * 0.02:
        return "utf-16-le"
    if even >= pairs * 0.3 and odd <= pairs * 0.02:
        return "utf-16-be"
    return ""


def _utf16(raw: bytes, encoding: str, path: Path) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedFile(path, f"{encoding}, byte {error.start}") from error
    if "\x00" in text:
        raise UnknownFormat(path, "NUL")
    return text.lstrip("\ufeff")


def _repaired(raw: bytes, path: Path) -> tuple[str, tuple[Loss, ...]]:
    """Put U+FFFD for each forbidden sequence; read an older encoding that is certain, refuse all other bytes."""
    mended, count = _FORBIDDEN.subn("\ufffd".encode(), raw)
    try:
        text = mended.decode("utf-8")
    except UnicodeDecodeError as error:
        old = None if _is_mostly_utf8(raw) else detect(raw)
        if old:
            return converted_text(raw, old)
        refusal = DamagedFile if _is_mostly_utf8(raw) else UnknownEncoding
        raise refusal(path, f"utf-8, byte {error.start}") from error
    return text.lstrip("\ufeff"), (Loss("TBC-411", count),)


def _is_mostly_utf8(raw: bytes) -> bool:
    """Whether letters in UTF-8 stand in it that no other encoding would make by chance."""
    sound = len(_UTF8_LETTER.findall(raw))
    others = len(_HIGH_BYTES.findall(raw)) - sound
    return sound > others
