"""What is saved of a comparison, step by step, for a job."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from db.comparison_out.page import comparison_page
from db.comparison_out.tracked import write_tracked
from db.export.replacing import replacing
from db.interface.comparison import Compared
from db.model import Progress

Saving = Generator[Progress, None, Path]

STEP = "export"


def save_word(one: Compared, file: Path) -> Saving:
    """Write Word with tracked changes, dated now. Raises ExportFailed and DiskFull."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield from write_tracked(one.left_content, one.right_content, one.comparison, file, moment)
    return file


def save_page(one: Compared, language: str, file: Path) -> Saving:
    """Write the page of HTML. Raises ExportFailed and DiskFull."""
    yield Progress(0, 1, STEP)
    return (yield from save_text(comparison_page(one, language), file))


def save_text(text: str, file: Path) -> Saving:
    """Write HTML as it is. Raises ExportFailed and DiskFull."""
    yield Progress(0, 1, STEP)
    with replacing(file) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return file
