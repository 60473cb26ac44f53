"""The version of the program that runs."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the version of the program as it is installed; "?" where nothing tells it."""
    try:
        return version("tubaocao")
    except PackageNotFoundError:
        return "?"
