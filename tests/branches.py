"""How many branches of each house the tests have taken, against what is asked; `./dev coverage` runs it. A program.

`python tests/branches.py REPORT`: REPORT is what `coverage json` writes. Exit status 1 where a house has too few.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ASKED = {"db": 95.0, "desktop": 85.0}
"""Percent of the branches of a house."""
_LEAST = 5
"""Files with so many branches not taken are listed."""


def main(report: Path) -> int:
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    missing = []
    for house, asked in ASKED.items():
        found = {name: one["summary"] for name, one in files.items() if Path(name).parts[0] == house}
        taken, there = (sum(one[key] for one in found.values()) for key in ("covered_branches", "num_branches"))
        share = 100 * taken / there if there else 0.0
        print(f"{house}: {taken} of {there} branches, {share:.2f} % (asked: {asked:.0f} %)")
        for name, one in sorted(found.items(), key=lambda pair: pair[1]["covered_branches"] - pair[1]["num_branches"]):
            if (left := one["num_branches"] - one["covered_branches"]) >= _LEAST:
                print(f"    {left:3} not taken in {name}")
        missing += [house] if share < asked else []
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
