"""The committed tables are what their generator makes of the system's own."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("iconv") is None, reason="no iconv on this system")
def test_the_tables_are_those_of_iconv():
    generator = runpy.run_path(str(PROJECT / "packaging" / "make_legacy_tables.py"))
    made = generator["tables"]()
    if "Ổ" not in made:
        pytest.skip("this iconv does not know the encodings")
    assert (PROJECT / "db" / "vietnamese" / "legacy_tables.py").read_text(encoding="utf-8") == made
