"""The program's own files, and the only way anyone reaches them."""

from __future__ import annotations

from pathlib import Path

# Our packages always lie unpacked: importlib.resources would say the same, after 15 ms.
_FOLDER = Path(__file__).parent


def path(name: str) -> Path:
    """Return the path of a resource, `name` with forward slashes; FileNotFoundError if there is none."""
    found = _FOLDER.joinpath(*name.split("/"))
    if not found.exists():
        raise FileNotFoundError(name)
    return found


def text(name: str) -> str:
    """Return a resource as text (UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def names(folder: str, suffix: str = "") -> list[str]:
    """Return the names of the resources in `folder` that end in `suffix`, sorted."""
    return sorted(f"{folder}/{entry.name}" for entry in path(folder).iterdir() if entry.name.endswith(suffix))
