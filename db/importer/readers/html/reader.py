"""The readers of web pages: one file of HTML, or an envelope of MIME parts around one (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import Message
from pathlib import Path

from lxml import etree

from db.errors import DamagedFile, NoText, UnreadableFile, UnsafeFile
from db.importer.document import Document, Loss
from db.importer.readers.html.charset import decoded
from db.importer.readers.html.page import PageReader
from db.importer.readers.html.plain_notes import link_plain_notes
from db.importer.readers.shared.legacy_runs import LegacyRuns
from db.importer.readers.shared.losses import EMBEDDED_TEXT, HEADER_OR_FOOTER, Losses

MAX_PAGE = 50_000_000
MAX_ENVELOPE = 100_000_000
MAX_PARTS = 2_000

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(rb"\s*<(?:meta|title|table|div|p|h[1-6]|ul|ol|center|font|span|style|!--)\b", re.IGNORECASE)
_PAGE_SUFFIXES = (".htm", ".html", ".xhtml", ".xht")
_HEADERS = re.compile(rb"(?:[A-Za-z-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*MIME-Version:", re.IGNORECASE)
_RELATED = re.compile(rb"multipart/(?:related|mixed|alternative)|text/html", re.IGNORECASE)
_RESOURCE_LIMIT = "ERR_RESOURCE_LIMIT"
_RUNNING_HEAD = re.compile(r"header[^/]*\.html?$", re.IGNORECASE)


class HtmlReader:
    """Reads web pages, saved by a browser, by Word or by another program."""

    format = "html"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file opens as a page; a piece of one also needs the name of a page."""
        text = (
            head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
        )
        if _OPENING.match(text):
            return True
        return path.suffix.lower() in _PAGE_SUFFIXES and bool(_FRAGMENT.match(text))

    def read(self, path: Path) -> Document:
        """Return the page's document; raises UnsafeFile, NoText, DamagedFile, UnreadableFile."""
        text, losses = decoded(_bytes(path, MAX_PAGE), path)
        return document_of(text, path, self.format, losses)


class MhtReader:
    """Reads pages saved with their pictures in one file (.mht, .mhtml), by Word or by a browser."""

    format = "mht"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the file is a MIME envelope that holds a page."""
        return bool(_HEADERS.match(head.lstrip())) and bool(_RELATED.search(head))

    def read(self, path: Path) -> Document:
        """Return the document of the page inside; raises UnsafeFile, NoText, DamagedFile, UnreadableFile."""
        pages = _pages(path)
        if not pages:
            raise NoText(path)
        losses = Losses()
        for other in pages[1:]:
            head = bool(_RUNNING_HEAD.search(str(other.get("Content-Location", ""))))
            losses.add(HEADER_OR_FOOTER if head else EMBEDDED_TEXT)
        payload = pages[0].get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        if len(raw) > MAX_PAGE:
            raise UnsafeFile(path, "size")
        text, unreadable = decoded(raw, path, str(pages[0].get_param("charset", "")))
        return document_of(text, path, self.format, (*losses.all(), *unreadable))


def document_of(text: str, path: Path, form: str, losses: tuple[Loss, ...] = ()) -> Document:
    """Return the document of a page's markup. Raises UnsafeFile for one nested beyond measure, NoText for nothing."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise (UnsafeFile(path, "depth") if _is_too_deep(parser) else NoText(path)) from error
    if _is_too_deep(parser):
        raise UnsafeFile(path, "depth")
    if root is None:
        raise NoText(path)
    met, runs = Losses(), LegacyRuns()
    page = PageReader(root, met, runs)
    again = runs.second_reading()
    if again is not None:
        met, runs = Losses(), again
        page = PageReader(root, met, runs)
    blocks, notes = page.blocks, page.notes
    if not notes:
        blocks, notes, unpaired = link_plain_notes(blocks)
        losses = (*losses, *unpaired)
    return Document(form, tuple(blocks), notes, (*losses, *met.all(), *runs.losses()))


def _is_too_deep(parser: etree.HTMLParser) -> bool:
    return any(entry.type_name == _RESOURCE_LIMIT for entry in parser.error_log)


def _bytes(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise UnsafeFile(path, "size")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "") from error


def _pages(path: Path) -> list[Message]:
    """Return the parts of an envelope that are pages, in order."""
    try:
        message = email.message_from_bytes(_bytes(path, MAX_ENVELOPE), policy=email.policy.compat32)
        parts = []
        for number, part in enumerate(message.walk()):
            if number >= MAX_PARTS:
                raise UnsafeFile(path, "entries")
            parts.append(part)
    except RecursionError as error:
        raise UnsafeFile(path, "depth") from error
    except (ValueError, LookupError, TypeError) as error:
        raise DamagedFile(path, f"MIME: {error}") from error
    return [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
