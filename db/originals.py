"""The file a report came from: is it still there, and still the same?"""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from pathlib import Path

from db.model import Progress, Source

PRESENT, MISSING, CHANGED = "present", "missing", "changed"
CHUNK = 1 << 20


def state_of(source: Source) -> Generator[Progress, None, str]:
    """Return PRESENT, MISSING or CHANGED. A share that does not answer may take long: run it off the GUI thread."""
    path = Path(source.path)
    try:
        size = path.stat().st_size
        if size != source.bytes:
            return CHANGED
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                yield Progress(file.tell(), size, "compare")
    except OSError:
        return MISSING
    return PRESENT if digest.hexdigest() == source.sha256 else CHANGED
