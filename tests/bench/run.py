"""`./dev bench [NAMES] [--keep]`: measures, prints a table, compares with the baseline."""

from __future__ import annotations

import argparse
import importlib
import json
import os
from dataclasses import asdict
from pathlib import Path

from measuring import Figure

HERE = Path(__file__).parent
LAST, BASELINE = HERE / "results" / "last.json", HERE / "baseline.json"
BENCHES = (
    "readers",
    "years",
    "figures",
    "series",
    "export",
    "search",
    "shelf",
    "views",
    "growth",
    "import",
    "window",
    "viewers",
)
SLOWER = 1.3

Row = dict[str, object]


def main() -> None:
    """Run the benches named, all by default; `--keep` makes what was measured the baseline."""
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAMES", help=f"of {', '.join(BENCHES)}; all by default")
    parser.add_argument("--keep", action="store_true", help="keep the figures as the new baseline")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    # Compiled modules are kept, for us as for the peers, whatever the shell says: else each start compiles ours anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(HERE / "results" / "compiled")
    kept, results = _rows(BASELINE), _rows(LAST)
    for name in asked.names or BENCHES:
        for figure in importlib.import_module(f"bench_{name}").figures():
            results[figure.name] = asdict(figure)
            print(_line(figure, kept.get(figure.name, {}).get("value")), flush=True)
    LAST.parent.mkdir(exist_ok=True)
    # What was not measured this time stays as it is kept.
    for target, rows in ((LAST, results), (BASELINE, kept | results))[: 2 if asked.keep else 1]:
        target.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _line(figure: Figure, before: object) -> str:
    goal = f"goal {figure.goal:g}: {'reached' if figure.reached else 'MISSED'}" if figure.goal is not None else ""
    slower = isinstance(before, float) and before > 0 and figure.value > SLOWER * before
    told = f"  SLOWER than the baseline ({before:.3g})" if slower else ""
    return f"{figure.name:56} {figure.value:9.3g} {figure.unit:9} {goal:20} {figure.remark}{told}"


def _rows(file: Path) -> dict[str, Row]:
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


if __name__ == "__main__":
    main()
