"""Opens a PDF file under guard and reads it page by page; PDFium ignores scripts, and we launch nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from db.errors import DamagedFile, EncryptedFile, ReaderStopped, UnreadableFile, UnsafeFile
from db.importer.document import Loss
from db.importer.readers.pdf.annotations import count_annotations
from db.importer.readers.pdf.drawing import read_drawing
from db.importer.readers.pdf.letters import read_letters
from db.importer.readers.pdf.page import Page, Rules, Tally
from db.importer.readers.pdf.turning import Turning
from db.importer.readers.shared.legacy_runs import LegacyRuns

MAX_BYTES = 256 << 20
MAX_PAGES = 5_000
MAX_LETTERS = 20_000_000
SECONDS_PER_PAGE = 8.0
"""A page that takes more of the processor's time than this ends the reading of the file."""
TOO_SLOW = "TBC-131"
HEADER_WITHIN = 1024

_PASSWORD = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_LARGEST_SIDE = 20_000.0


@dataclass(frozen=True, slots=True)
class Opened:
    """The pages that could be read, the numbers of those that could not, and what is left out of the whole file."""

    pages: tuple[Page, ...]
    broken: tuple[int, ...]
    scripts: int
    attachments: int
    losses: tuple[Loss, ...]


def read_pages(path: Path) -> Opened:
    """Read every page, twice where the first reading shows how old fonts are meant.

    Raises EncryptedFile, DamagedFile, UnsafeFile, UnreadableFile, and ReaderStopped for a page without end.
    """
    with _document(path) as document:
        old_letters = LegacyRuns()
        opened = _opened(document, path, old_letters)
        again = old_letters.second_reading()
        return opened if again is None else _opened(document, path, again)


def _opened(document: pypdfium2.PdfDocument, path: Path, old_letters: LegacyRuns) -> Opened:
    count = len(document)
    if count > MAX_PAGES:
        raise UnsafeFile(path, "entries")
    pages: list[Page] = []
    broken: list[int] = []
    letters = 0
    for number in range(1, count + 1):
        started = time.process_time()
        page = _page(document, number, old_letters)
        if time.process_time() - started > SECONDS_PER_PAGE:
            raise ReaderStopped(path, f"{SECONDS_PER_PAGE:.0f}", TOO_SLOW)
        if page is None:
            broken.append(number)
            continue
        pages.append(page)
        letters += sum(len(run.text) for run in page.runs)
        if letters > MAX_LETTERS:
            raise UnsafeFile(path, "size")
    if not pages:
        raise DamagedFile(path, "no page can be read")
    scripts = max(0, pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw))
    attachments = max(0, pdfium.FPDFDoc_GetAttachmentCount(document.raw))
    return Opened(tuple(pages), tuple(broken), scripts, attachments, old_letters.losses())


@contextmanager
def _document(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnsafeFile(path, "size")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in _PASSWORD:
            raise EncryptedFile(path, "pdf") from error
        raise DamagedFile(path, "pdf") from error
    try:
        yield document
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int, old_letters: LegacyRuns) -> Page | None:
    """Return one page, None where PDFium cannot load it."""
    handle = pdfium.FPDF_LoadPage(document.raw, number - 1)
    if not handle:
        return None
    try:
        turning = _turning(handle)
        if turning is None:
            return None
        letters = read_letters(handle, turning, old_letters)
        drawing = read_drawing(handle, turning)
        width, height = turning.size
        stuck = count_annotations(handle)
        tally = Tally(
            drawing.images,
            letters.turned,
            letters.unreadable,
            not drawing.complete,
            stuck.comments,
            stuck.fields,
            stuck.links,
        )
        rules = drawing.rules if drawing.complete else Rules()
        return Page(number, width, height, tuple(letters.runs), rules, tally)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _turning(handle: object) -> Turning | None:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(handle, box):
        return None
    width, height = box.right - box.left, box.top - box.bottom
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        return None
    return Turning(box.left, box.bottom, width, height, pdfium.FPDFPage_GetRotation(handle) % 4)
