"""What can be told of a file without a reader; apart from the readers, for the window must not load those."""

from __future__ import annotations

import hashlib
from pathlib import Path

from db.errors import ImportRefused, UnreadableFile

ZIP_HEAD = b"PK\x03\x04"
OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def file_hash(path: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file in hex, and its size in bytes; ImportRefused if the system keeps it from us."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            return digest.hexdigest(), file.tell()
    except FileNotFoundError as error:
        raise ImportRefused(path, code="TBC-106") from error
    except OSError as error:
        raise UnreadableFile(path) from error
