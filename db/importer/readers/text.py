"""Reads plain text: UTF-8 and UTF-16, flattened reports with their notes, wrapped lines."""

from __future__ import annotations

import re
from pathlib import Path

from db.errors import EmptyFile, NoText, UnreadableFile
from db.importer.document import Document
from db.importer.readers.flattened import is_flattened, read_flattened
from db.importer.readers.shared.text_encoding import decoded, looks_like_text
from db.importer.readers.wrapped import read_lines

_LINE_END = re.compile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")


class TextReader:
    """Turns a text file into a Document of paragraphs."""

    format = "txt"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the first bytes are text; `path` is not looked at, names lie."""
        return looks_like_text(head)

    def read(self, path: Path) -> Document:
        """Return the file's paragraphs and notes.

        Raises EmptyFile, NoText (white space only), UnknownFormat (binary), DamagedFile
        (the encoding breaks off or is none of Unicode's), UnreadableFile.
        """
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise UnreadableFile(path, error.strerror or "") from error
        if not raw:
            raise EmptyFile(path)
        text, losses = decoded(raw, path)
        if not text.strip():
            raise NoText(path)
        lines = _LINE_END.split(text)
        if not is_flattened(lines):
            return Document(self.format, tuple(read_lines(lines)), losses=losses)
        paragraphs, notes, unpaired = read_flattened(lines)
        return Document(self.format, tuple(paragraphs), tuple(notes), (*losses, *unpaired))
