"""The reader of .pdf: pages by PDFium, order and meaning of what is printed by where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from db.errors import DamagedFile, NoText
from db.importer.document import Document, Loss
from db.importer.readers.pdf.composing import compose
from db.importer.readers.pdf.opening import HEADER_WITHIN, Opened, read_pages
from db.importer.readers.pdf.page import Page

IMAGE, COMMENT, ATTACHMENT, SCRIPT, LINK = "TBC-402", "TBC-403", "TBC-405", "TBC-409", "TBC-417"
UNREADABLE_SIGN, UNREADABLE_PART, IMAGE_PAGE = "TBC-411", "TBC-419", "TBC-428"
_HEADLESS = re.compile(rb"\s*\d{1,10}\s+\d{1,5}\s+obj\b")

FEWEST_LETTERS = 50
"""A page with fewer letters than this counts as a picture of a page."""


class PdfReader:
    """Reads PDF files that hold text; a scan is refused, since there are no letters in it."""

    format = "pdf"

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the mark of the format stands near the beginning, where the standard lets it stand.

        Raises DamagedFile for a file that begins within a PDF and has lost its mark.
        """
        if b"%PDF-" in head[:HEADER_WITHIN]:
            return True
        if _HEADLESS.match(head):
            raise DamagedFile(path, "pdf")
        return False

    def read(self, path: Path) -> Document:
        """Return the document with the notes of its pages.

        Raises NoText (a scan; its detail is the count of pages), EncryptedFile, DamagedFile,
        UnsafeFile, UnreadableFile.
        """
        opened = read_pages(path)
        scans = [page.number for page in opened.pages if _is_scan(page)]
        letters = sum(page.letters for page in opened.pages)
        if not letters or (scans and len(scans) == sum(_prints(page) for page in opened.pages)):
            raise NoText(path, str(len(opened.pages)))
        composed = compose(opened.pages)
        losses = (*composed.losses, *_losses(opened, scans), *opened.losses)
        return Document(self.format, composed.blocks, composed.notes, losses)


def _is_scan(page: Page) -> bool:
    """Whether a page is a picture: few letters or none beside a picture, or drawn without letters."""
    if page.letters >= FEWEST_LETTERS:
        return False
    return page.tally.images > 0 or (page.letters == 0 and bool(page.rules.level or page.rules.upright))


def _prints(page: Page) -> bool:
    return page.letters > 0 or page.tally.images > 0 or bool(page.rules.level or page.rules.upright)


def _losses(opened: Opened, scans: Sequence[int]) -> list[Loss]:
    pages = [page for page in opened.pages if page.number not in set(scans)]
    turned = [page.number for page in pages if page.tally.turned]
    unmeasured = [page.number for page in pages if page.tally.unmeasured]
    parts = sorted({*opened.broken, *turned, *unmeasured})
    counted = (
        Loss(IMAGE, sum(page.tally.images for page in pages)),
        Loss(COMMENT, sum(page.tally.comments for page in opened.pages)),
        Loss(ATTACHMENT, opened.attachments + sum(page.tally.fields for page in opened.pages)),
        Loss(SCRIPT, opened.scripts),
        Loss(UNREADABLE_SIGN, sum(page.tally.unreadable for page in pages)),
        Loss(LINK, sum(page.tally.links for page in opened.pages)),
        Loss(UNREADABLE_PART, len(parts), numbers(parts)),
        Loss(IMAGE_PAGE, len(scans), numbers(scans)),
    )
    return [loss for loss in counted if loss.count]


def numbers(pages: Sequence[int]) -> str:
    """Return page numbers as one prints them: "2, 5–7"."""
    stretches: list[list[int]] = []
    for page in pages:
        if stretches and page == stretches[-1][-1] + 1:
            stretches[-1].append(page)
        else:
            stretches.append([page])
    return ", ".join(f"{s[0]}–{s[-1]}" if len(s) > 1 else str(s[0]) for s in stretches)
