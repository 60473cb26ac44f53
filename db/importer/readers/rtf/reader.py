"""The reader of .rtf: what Word, WordPad, LibreOffice and report generators write under any name."""

from __future__ import annotations

import re
from pathlib import Path

from db.errors import DamagedFile, UnreadableFile, UnsafeFile
from db.importer.document import Document
from db.importer.readers.rtf.state import TooDeep
from db.importer.readers.rtf.walking import document_of
from db.importer.readers.shared.legacy_runs import LegacyRuns

LARGEST_FILE = 256 << 20
"""Bytes; pictures are written out in figures and make such files large."""

_HEAD = re.compile(rb"(\xef\xbb\xbf)?\s*\{\\rtf")
_BEYOND_ASCII = re.compile("[^\0-\x7f]")


class RtfReader:
    """Reads Rich Text Format of any version."""

    format = "rtf"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file begins as every RTF file does; the name does not count."""
        return bool(_HEAD.match(head))

    def read(self, path: Path) -> Document:
        """Return the document with its notes; raises DamagedFile, UnsafeFile, UnreadableFile."""
        data = _in_unicode_words(_content(path))
        try:
            runs = LegacyRuns()
            document, breaks_off = document_of(data, runs)
            again = runs.second_reading()
            if again is not None:
                document, breaks_off = document_of(data, again)
        except TooDeep as error:
            raise UnsafeFile(path, "depth") from error
        if breaks_off and not document.blocks:
            raise DamagedFile(path, "RTF breaks off before its text")
        return document


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnsafeFile(path, "size")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "") from error


def _in_unicode_words(data: bytes) -> bytes:
    """Return a file whose raw letters are UTF-8, against the specification, with words of Unicode in their place."""
    if data.isascii():
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    return _BEYOND_ASCII.sub(lambda match: rf"{{\uc0\u{ord(match[0])} }}", text).encode("ascii")
