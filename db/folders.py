"""Private folders for a while; those of `tempfile` call themselves without end where Windows does not give one up."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "tubaocao-"


@contextmanager
def private_folder(prefix: str = PREFIX) -> Iterator[Path]:
    """Give an empty folder nobody else may look into; what cannot be taken away afterwards stays. Raises OSError."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class OwnFolder:
    """Such a folder that lasts until `remove`, or until nobody holds it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self.remove = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
