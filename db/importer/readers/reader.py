"""What every reader of a file format promises."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from db.importer.document import Document

HEAD_BYTES = 4096
"""How much of a file `Reader.accepts` is shown."""


class Reader(Protocol):
    """Turns one file format into a Document; knows nothing of sections, figures, SQL or Qt."""

    @property
    def format(self) -> str:
        """The name of the format, as `Document.format` says it."""

    def accepts(self, head: bytes, path: Path) -> bool:
        """Whether the content is of this format; `head` is its first HEAD_BYTES, the name does not count.

        Raises ImportRefused where the file is plainly of this family and damaged, unsafe or locked.
        """

    def read(self, path: Path) -> Document:
        """Read the whole file. Raises ImportRefused, nothing else."""
