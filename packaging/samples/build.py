"""Builds the sample reports into resources/samples: python packaging/samples/build.py [TARGET]."""

from __future__ import annotations

import sys
from pathlib import Path

import sample_docx
import sample_text
from sample_markup import read

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "resources" / "samples"
FLATTENED = 2023
"""The year that is written as text, the others as Word files."""


def built() -> dict[str, bytes]:
    """Name of the file → its content, for every year."""
    files = {}
    for source in sorted(HERE.glob("20??.txt")):
        sample = read(source)
        flat = sample.year == FLATTENED
        name = f"bao-cao-mau-quang-nam-{sample.year}.{'txt' if flat else 'docx'}"
        files[name] = sample_text.flattened(sample) if flat else sample_docx.docx(sample)
    return files


def main() -> None:
    """Write the files."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    for name, content in built().items():
        (target / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")


if __name__ == "__main__":
    main()
