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
    named.add("tubaocao.txt")  # our own, which the index tells of before its table
    assert set(resources.names("licences", ".txt")) <= {f"licences/{text}" for text in named}


def test_what_is_said_of_security_is_there():
    """Every file and folder that SECURITY.md points to exists, and the lock gives a hash for each package."""
    words = (ROOT / "packaging" / "SECURITY.md").read_text(encoding="utf-8")
    named = [one for one in re.findall(r"`([\w./-]+)`", words) if "/" in one or one.endswith(".md")]
    assert {"tests/faults/README.md", "resources/licences/INDEX.md"} <= set(named)
    assert [one for one in named if not (ROOT / one).exists()] == []
    lock = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    for block in re.split(r"\n(?=[\w])", lock.strip()):
        assert "==" in block.splitlines()[0], block[:60]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block[:60]
