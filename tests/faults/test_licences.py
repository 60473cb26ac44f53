"""Every part that is shipped has its licence text, and every text is in the index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import resources

ROOT = Path(__file__).resolve().parents[2]


def test_the_index_names_every_dependency_and_every_text():
    index = resources.text("licences/INDEX.md")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for name in (re.split(r"[=<>]", one)[0] for one in wanted):
        assert name.lower() in index.lower(), name
    rows = [line.split("|")[3] for line in index.splitlines() if line.startswith("| ") and ".txt" in line]
    named = {text.strip() for row in rows for text in row.split(",")}
    for text in named:
        assert len(resources.text(f"licences/{text}" if "/" not in text else text.removeprefix("../"))) > 500
    assert set(resources.names("licences", ".txt")) <= {f"licences/{text}" for text in named}
