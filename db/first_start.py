"""What the very first start fills the library with."""

from __future__ import annotations

from pathlib import Path

import resources

_KINDS = (".docx", ".txt")


def sample_files() -> list[Path]:
    """Return the sample reports that come with the program, sorted by name."""
    return [resources.path(name) for name in resources.names("samples") if name.endswith(_KINDS)]
