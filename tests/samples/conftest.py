"""The sources of the samples, which live beside the build tools and not in a package."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "packaging" / "samples"
sys.path.insert(0, str(SOURCES))

YEARS = (2021, 2022, 2023, 2024)


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of the markup."""
    return SOURCES


@pytest.fixture(scope="session")
def files() -> dict[int, Path]:
    """The committed sample file of every year."""
    folder = SOURCES.parents[1] / "resources" / "samples"
    return {int(path.stem[-4:]): path for path in sorted(folder.glob("bao-cao-mau-quang-nam-20??.*"))}
