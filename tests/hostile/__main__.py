"""``./run fuzz [--mutants N] [--seed S] [--from N] [--keep FOLDER]``: so many mutants, one after the other.

Prints each fault with the number that makes it again, and ends with 1 where there was one.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.mutants import Stand, mutant
from tests.hostile.series import Faulty, series

_TOLD = 500  # mutants


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="./run fuzz", description="Check mutants of courses.")
    parser.add_argument("--mutants", type=int, default=10_000, metavar="N")
    parser.add_argument("--from", type=int, default=1, metavar="N", dest="first", help="the number of the first one")
    parser.add_argument("--seed", type=int, default=None, metavar="S", help="default: another one each time")
    parser.add_argument("--keep", type=Path, default=None, metavar="FOLDER", help="keeps the files of what failed")
    asked = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if asked.seed is None else asked.seed
    numbers = range(asked.first, asked.first + asked.mutants)
    print(f"seed {seed}, mutants {numbers[0]} to {numbers[-1]}", flush=True)
    began, found = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="modulekit-fuzz-") as folder:
        stand = Stand(Path(folder))
        for first in range(numbers.start, numbers.stop, _TOLD):
            for faulty in series(seed, numbers[first - numbers.start :][:_TOLD], stand):
                found += 1
                _tell(faulty)
                if asked.keep:
                    stand.keep(mutant(seed, faulty.number), asked.keep / str(faulty.number))
            print(f"up to {min(first + _TOLD, numbers.stop) - 1}: {time.monotonic() - began:.0f} s", flush=True)
    print(f"{len(numbers)} mutants, {found} faults")
    return int(found > 0)


def _tell(faulty: Faulty) -> None:
    last = "\n    ".join(line[:300] for line in faulty.ended.printed.strip().splitlines()[-4:])
    ended = faulty.ended
    print(
        f"{faulty.number}: {ended.fault}, {ended.seconds:.1f} s, {ended.kilobytes // 1024} MB\n    {last}", flush=True
    )


if __name__ == "__main__":
    sys.exit(main())
