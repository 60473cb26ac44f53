"""The front door of the readers: which of them reads a file is told by its content, never by its name."""

from __future__ import annotations

from pathlib import Path

from db.errors import EmptyFile, UnknownFormat, UnreadableFile
from db.importer.readers.doc import DocReader
from db.importer.readers.docx import DocxReader
from db.importer.readers.html import HtmlReader, MhtReader
from db.importer.readers.markdown import MarkdownReader
from db.importer.readers.odt import FlatOdtReader, OdtReader
from db.importer.readers.pdf import PdfReader
from db.importer.readers.reader import HEAD_BYTES, Reader
from db.importer.readers.rtf import RtfReader
from db.importer.readers.shared.known_formats import refusal_of
from db.importer.readers.sheets import OdsReader, XlsReader, XlsxReader
from db.importer.readers.text import TextReader

__all__ = ["READERS", "Reader", "reader_for"]

NOT_THERE = "TBC-106"
NOT_A_FILE = "TBC-107"

# Text comes last: it takes whatever reads as words.
READERS: tuple[Reader, ...] = (
    DocxReader(),
    DocReader(),
    RtfReader(),
    PdfReader(),
    OdtReader(),
    FlatOdtReader(),
    XlsxReader(),
    XlsReader(),
    OdsReader(),
    HtmlReader(),
    MhtReader(),
    MarkdownReader(),
    TextReader(),
)


def reader_for(path: Path) -> Reader:
    """Return the reader of the file's true format.

    Raises UnreadableFile (with a code of its own for a file that is not there, and for a folder), EmptyFile,
    EncryptedFile, UnknownFormat (its detail names the format where we know it), DamagedFile or UnsafeFile.
    """
    try:
        return _reader_for(path)
    except FileNotFoundError as error:
        raise UnreadableFile(path, code=NOT_THERE) from error
    except IsADirectoryError as error:
        raise UnreadableFile(path, code=NOT_A_FILE) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error


def _reader_for(path: Path) -> Reader:
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise EmptyFile(path)
    *formats, text = READERS
    for reader in formats:
        if reader.accepts(head, path):
            return reader
    refusal = refusal_of(head, path)
    if refusal is not None:
        raise refusal
    if text.accepts(head, path):
        return text
    raise UnknownFormat(path)
