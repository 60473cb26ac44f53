"""LibreOffice, where it is installed, finds the same cells in our files."""

from __future__ import annotations

import csv
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from db.export.exporters import export_all
from db.export.options import ExportOptions
from db.export.table import ExportTable

PROGRAM = shutil.which("soffice") or ""

pytestmark = pytest.mark.skipif(not PROGRAM, reason="LibreOffice is not installed")


def converted(source: Path, kind: str) -> Path:
    """Let LibreOffice write a file anew; skip where the part of it that reads such files is not installed."""
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    call = [PROGRAM, profile, "--headless", "--convert-to", kind, "--outdir", str(source.parent), str(source)]
    subprocess.run(call, capture_output=True, timeout=120, check=False)
    target = source.with_suffix("." + kind.split(":", maxsplit=1)[0])
    if not target.exists():
        pytest.skip(f"this LibreOffice reads no {source.suffix}")
    return target


def exported(table: ExportTable, target: Path) -> Path:
    for _ in export_all([table], target, ExportOptions(sources=False)):
        pass
    return target


def test_writer_finds_every_cell_of_the_word_file(traps: ExportTable, texts: tuple[str, ...], tmp_path: Path) -> None:
    page = html.fromstring(converted(exported(traps, tmp_path / "a.docx"), "html").read_bytes())
    rows = page.xpath("//table//tr")[1:]
    assert [" ".join(row[0].text_content().split()) for row in rows] == [" ".join(text.split()) for text in texts]
    numbers = [row[2].text_content().strip() for row in rows]
    assert numbers == [str(-number) for number in range(len(texts))]


@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_calc_counts_the_numbers_and_leaves_the_texts(
    suffix: str, traps: ExportTable, texts: tuple[str, ...], total: Decimal, tmp_path: Path
) -> None:
    target = converted(
        exported(traps, tmp_path / f"a{suffix}"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"
    )
    rows = list(csv.reader(target.read_text(encoding="utf-8").splitlines()))[3 : 3 + len(texts)]
    assert [row[0] for row in rows] == list(texts)
    assert sum(Decimal(row[1]) for row in rows) == total
