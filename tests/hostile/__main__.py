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
from tests.hostile.trial import tried
from tests.hostile.work import check, compose

SECONDS_OF_PRODUCTS = 20


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="./run fuzz", description="Check mutants of courses.")
    parser.add_argument("--mutants", type=int, default=10_000, metavar="N")
    parser.add_argument("--from", type=int, default=1, metavar="N", dest="first", help="the number of the first one")
    parser.add_argument("--seed", type=int, default=None, metavar="S", help="default: another one each time")
    parser.add_argument("--keep", type=Path, default=None, metavar="FOLDER", help="keeps the files of what failed")
    asked = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if asked.seed is None else asked.seed
    print(f"seed {seed}, mutants {asked.first} to {asked.first + asked.mutants - 1}", flush=True)
    ends: dict[str, int] = {}
    slowest, largest, began = 0.0, 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="modulekit-fuzz-") as folder:
        stand = Stand(Path(folder))
        for number in range(asked.first, asked.first + asked.mutants):
            one = mutant(seed, number)
            root = stand.set_up(one)
            ended = tried(lambda root=root, number=number: check(root, number))  # type: ignore[misc]
            if ended.fault in ("too slow", "signal 24"):  # on a busy computer once is no proof
                ended = tried(lambda root=root, number=number: check(root, number))  # type: ignore[misc]
            if ended.code == 0:
                made = tried(lambda root=root: compose(root), SECONDS_OF_PRODUCTS)  # type: ignore[misc]
                ended = made if made.fault not in ("", "too slow", "too large") else ended
            if ended.fault:
                last = "\n    ".join(ended.printed.strip().splitlines()[-4:])
                print(f"{number} {ended.fault} {one.workspace} {', '.join(one.files)}\n    {last}", flush=True)
                if asked.keep:
                    stand.keep(one, asked.keep / str(number))
            stand.clean(one)
            end = ended.fault or ("good" if ended.code == 0 else "findings")
            ends[end] = ends.get(end, 0) + 1
            slowest, largest = max(slowest, ended.seconds), max(largest, ended.kilobytes)
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    print(f"{told}; at most {slowest:.2f} s and {largest // 1024} MB; {time.monotonic() - began:.0f} s in all")
    return int(not ends.keys() <= {"good", "findings"})


if __name__ == "__main__":
    sys.exit(main())
