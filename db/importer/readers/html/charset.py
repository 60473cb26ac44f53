"""In which encoding a page is written: its byte order mark, then what its bytes are, then what it says of itself."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from db.errors import UnknownEncoding
from db.importer.document import Loss
from db.importer.legacy_text import converted_text
from db.importer.readers.shared.text_encoding import utf16_by_statistics
from db.vietnamese.legacy import detect

UNREADABLE = "TBC-411"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9._:-]{2,40})""", re.I)
_DECLARED_WITHIN = 4_096
# Encodings of text; a codec like "zip" or "unicode_escape" has no business in a page.
_KNOWN = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|(?:us-)?ascii|(?:iso-?)?8859-?\d+|latin-?1|(?:windows|cp)-?\d+|gb\w+|big5\w*"
    r"|shift[-_]?jis|euc-\w+|koi8-\w|macintosh|tis-?620"
)
# What pages mean by these names (WHATWG Encoding Standard, 4.2).
_WESTERN = re.compile(r"(?:us-)?ascii|iso-?8859-?1|8859-?1|latin-?1")
# Where UTF-8 is broken in fewer places than one of these, it is UTF-8 that was cut or mended badly.
_FEW = 0.02


def decoded(raw: bytes, path: Path, declared: str = "") -> tuple[str, tuple[Loss, ...]]:
    """Return the characters of a page and what is to be told of them; `declared` is what its envelope says.

    Raises UnknownEncoding where neither the page nor its bytes tell the encoding.
    """
    text, told = _text(raw, path, declared)
    lost = text.count("\ufffd")
    if lost:
        told = (*told, Loss(UNREADABLE, lost))
    return text.replace("\0", "").lstrip("\ufeff"), told


def _text(raw: bytes, path: Path, declared: str) -> tuple[str, tuple[Loss, ...]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), ()
    wide = utf16_by_statistics(raw)
    if wide:
        return raw.decode(wide, "replace"), ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _eight_bit(raw, path, declared)


def _eight_bit(raw: bytes, path: Path, declared: str) -> tuple[str, tuple[Loss, ...]]:
    """Return the text of bytes that are not UTF-8 throughout."""
    found = _DECLARED.search(raw[:_DECLARED_WITHIN])
    named = _known(declared) or _known(found[1].decode() if found else "")
    if named and not named.startswith("utf"):
        return raw.decode(named, "replace"), ()
    foreign = sum(byte > 0x7F for byte in raw)
    text = raw.decode("utf-8", "replace")
    if text.count("\ufffd") <= _FEW * foreign + 1:
        return text, ()
    old = detect(raw)
    if old is None:
        raise UnknownEncoding(path)
    return converted_text(raw, old)


def _known(name: str) -> str:
    """Return the codec for a name, "" for one we do not take."""
    name = name.strip().lower()
    if not _KNOWN.fullmatch(name):
        return ""
    if _WESTERN.fullmatch(name):
        return "cp1252"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
