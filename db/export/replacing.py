"""Writing a file so that the old one stays until the new one is whole."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import DiskFull, ExportFailed


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside `target`; on success it replaces `target`, on failure nothing is left.

    Raises ExportFailed (the folder cannot be written, or another program holds the file
    open) and DiskFull.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".tubaocao-", suffix=target.suffix, dir=target.parent)
    except OSError as error:
        raise ExportFailed(target, str(error.strerror)) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else ExportFailed
        raise kind(target, str(error.strerror)) from error
    finally:
        temporary.unlink(missing_ok=True)
