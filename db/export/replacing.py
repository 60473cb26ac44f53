"""Writing a file so that the old one stays until the new one is whole."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.errors import DiskFull, ExportFailed, TuBaoCaoError

NO_FOLDER = "TBC-502"
NO_ROOM = "TBC-505"
NOT_OURS = "TBC-507"

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a temporary path beside `target`; on success it replaces `target`, on failure nothing is left.

    Raises ExportFailed (TBC-501: another program holds the file open or it may not be
    overwritten; TBC-502: the folder is gone or cannot be written) and DiskFull (TBC-505).
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".tubaocao-", suffix=target.suffix, dir=target.parent)
    except OSError as error:
        raise _failure(error, target, NO_FOLDER) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        _share(temporary, target)
        temporary.replace(target)
    except OSError as error:
        raise _failure(error, target, ExportFailed.code) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def replacing_folder(target: Path, mark: str) -> Iterator[Path]:
    """Give a temporary folder beside `target`; on success it takes the place of `target`, on failure nothing is left.

    Only a folder that is empty or holds the file `mark`, so that it is one of ours, is
    replaced: else ExportFailed (TBC-507). Raises ExportFailed and DiskFull as `replacing`.
    """
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or (target / mark).exists())):
        raise ExportFailed(target, code=NOT_OURS)
    try:
        temporary = Path(tempfile.mkdtemp(prefix=".tubaocao-", dir=target.parent))
    except OSError as error:
        raise _failure(error, target, NO_FOLDER) from error
    new, old = temporary / "new", temporary / "old"
    try:
        new.mkdir()
        yield new
        if target.exists():
            target.replace(old)
        try:
            new.replace(target)
        except OSError:
            if old.exists():
                old.replace(target)
            raise
    except OSError as error:
        raise _failure(error, target, ExportFailed.code) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _failure(error: OSError, target: Path, code: str) -> TuBaoCaoError:
    words = str(error.strerror)
    return DiskFull(target, words, NO_ROOM) if error.errno in _FULL else ExportFailed(target, words, code)


def _share(temporary: Path, target: Path) -> None:
    """Give the new file the rights of the old one, or those any new file gets; a temporary file is for us alone."""
    if target.exists():
        mode = target.stat().st_mode & 0o777
    else:
        # There is no way to ask for the mask but to set it.
        mask = os.umask(0o077)
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(OSError):
        temporary.chmod(mode)
