"""``python -m bench [--quick] [--rounds N] [--only ROW,ROW] [--write]``: measure, print the table, write it down.

All rows of a round run one after the other before the next round begins, so that a machine that gets slower does so
for everybody. Ends with 0 whatever comes out: a slow build is no failed test.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.measured import Program, Sample, run
from bench.report import report, write_down
from bench.rows import ROWS, Stand
from bench.workspace import Workspace

_REPOSITORY = Path(__file__).parent.parent
_QUICK, _WHOLE = 2, 5  # rounds


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="./run bench", description="Measure ModuleKit beside its peers.")
    parser.add_argument("--quick", action="store_true", help=f"{_QUICK} rounds, and nothing that runs once")
    parser.add_argument("--rounds", type=int, default=0, metavar="N", help=f"default: {_WHOLE}")
    parser.add_argument("--only", default="", metavar="ROW,ROW", help=", ".join(row.name for row in ROWS))
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    asked = parser.parse_args()
    rounds = asked.rounds or (_QUICK if asked.quick else _WHOLE)
    names = [name for name in asked.only.split(",") if name]
    rows = [row for row in ROWS if (row.name in names if names else not (asked.quick and row.once))]
    samples: dict[str, list[Sample]] = {}
    with tempfile.TemporaryDirectory(prefix="modulekit-bench-") as folder:
        stand = Stand(Workspace.copied(_REPOSITORY, Path(folder, "workspace")), Path(folder, "peers"))
        stand.exported.mkdir()
        words = (sys.executable, "-m", "bench.export", str(stand.workspace.folder), str(stand.exported))
        run(Program(words, _REPOSITORY))
        if names and "cold" not in names:
            stand.workspace.build()
        for number in range(rounds):
            for row in rows:
                if row.once and number:
                    continue
                sample = row.measure(stand)
                samples.setdefault(row.name, []).append(sample)
                said = f"{row.name}: {sample.wall:.2f} s, {sample.cpu:.2f} s of processors, {sample.peak:.0f} MB"
                print(f"{number + 1}/{rounds} {said}", file=sys.stderr)
        table = report(samples, stand)
    print(table)
    if asked.write:
        write_down(_REPOSITORY / "docs" / "performance.md", table)


if __name__ == "__main__":
    main()
