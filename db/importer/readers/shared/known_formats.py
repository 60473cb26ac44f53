"""Names for the formats we recognise and do not read yet, so that a refusal can say what the file really is."""

from __future__ import annotations

import re
from pathlib import Path

from db.errors import DamagedFile, EncryptedFile, ImportRefused, UnknownFormat, UnsafeFile
from db.importer.files import OLE_HEAD, ZIP_HEAD
from db.importer.readers.shared.compound import is_sound
from db.importer.readers.shared.package import Package
from db.importer.readers.shared.relationships import main_part

MAIN_HEAD_BYTES = 16_384
WORD_VOCABULARY = b"wordprocessingml"

_HEADS = (
    (b"\xdc\xa5", "Word 6/95"),
    (b"\xdb\xa5", "Word 2"),
    (b"\x9b\xa5", "Word 1"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
)
_MARKUP = (
    (re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S), "html"),
    (re.compile(rb"\s*<\?xml.*(wordDocument|Word\.Document|/2003/wordml)", re.S), "Word 2003 XML"),
    (re.compile(rb"\s*<\?xml.*schemas\.microsoft\.com/office/2006/xmlPackage", re.S), "flat docx"),
    (re.compile(rb"\s*<\?xml.*urn:oasis:names:tc:opendocument", re.S), "flat odt"),
    (re.compile(rb"\s*MIME-Version:", re.I), "mht"),
)
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument", "OpenDocument"),
    (b"application/epub", "epub"),
)
_VOCABULARIES = ((b"spreadsheetml", "xlsx"), (b"presentationml", "pptx"))
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_CHUNK = 1 << 20


def refusal_of(head: bytes, path: Path) -> ImportRefused | None:
    """Return why a file of a known format is not read, or None if its format is not one of those here."""
    if head.startswith(ZIP_HEAD):
        return UnknownFormat(path, kind_of_zip(path))
    if head.startswith(OLE_HEAD):
        return _refusal_of_ole(path)
    for start, name in _HEADS:
        if head.startswith(start):
            return UnknownFormat(path, name)
    text = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    for pattern, name in _MARKUP:
        if pattern.match(text):
            return UnknownFormat(path, name)
    return None


def kind_of_zip(path: Path) -> str:
    """Return "docx", "xlsx", "odt" … or "zip". Raises ImportRefused for a zip that is broken or unsafe."""
    with Package(path) as package:
        if "mimetype" in package:
            mimetype = package.peek("mimetype", 200)
            for start, name in _MIMETYPES:
                if mimetype.startswith(start):
                    return name
        main = main_part(package)
        if not main:
            return "zip"
        head = package.peek(main, MAIN_HEAD_BYTES).replace(b"\0", b"")
        if b"<!DOCTYPE" in head:
            raise UnsafeFile(path, "dtd")
        if WORD_VOCABULARY in head:
            return "docx"
        return next((name for vocabulary, name in _VOCABULARIES if vocabulary in head), "zip")


def _refusal_of_ole(path: Path) -> ImportRefused:
    """Tell what an OLE file is by the names of its streams; a sound Word file has found its reader before."""
    found = _names_within(path, (_ENCRYPTED_PACKAGE, _WORD_STREAM, _WORKBOOK))
    if _ENCRYPTED_PACKAGE in found:
        return EncryptedFile(path, "EncryptedPackage")
    if _WORKBOOK in found:
        return UnknownFormat(path, "Excel 97-2003 .xls")
    if _WORD_STREAM in found or not is_sound(path):
        return DamagedFile(path, "OLE file cut off or broken")
    return UnknownFormat(path, "OLE")


def _names_within(path: Path, names: tuple[bytes, ...]) -> set[bytes]:
    """Return those of `names` that stand anywhere in the file, read piece by piece."""
    found: set[bytes] = set()
    overlap = max(map(len, names))
    with path.open("rb") as file:
        tail = b""
        while piece := file.read(_CHUNK):
            window = tail + piece
            found.update(name for name in names if name in window)
            tail = window[-overlap:]
    return found
