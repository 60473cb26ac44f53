"""What is saved of a comparison, step by step, for a job."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db.comparison_out.page import comparison_page
from db.comparison_out.tracked import LeftOut, write_tracked
from db.export.replacing import replacing
from db.interface.comparison import Compared
from db.model import Progress


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written, and the notes it does not hold, if any."""

    file: Path
    left_out: LeftOut | None = None


Saving = Generator[Progress, None, Saved]

STEP = "export"


def save_word(one: Compared, file: Path) -> Saving:
    """Write Word with tracked changes, dated now. Raises ExportFailed and DiskFull."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    left_out = yield from write_tracked(one.left_content, one.right_content, one.comparison, file, moment)
    return Saved(file, left_out if left_out.left or left_out.right else None)


def save_page(one: Compared, language: str, file: Path) -> Saving:
    """Write the page of HTML. Raises ExportFailed and DiskFull."""
    yield Progress(0, 1, STEP)
    return (yield from save_text(comparison_page(one, language), file))


def save_text(text: str, file: Path) -> Saving:
    """Write HTML as it is. Raises ExportFailed and DiskFull."""
    yield Progress(0, 1, STEP)
    with replacing(file) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return Saved(file)
