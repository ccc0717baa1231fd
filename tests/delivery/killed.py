"""Packs into a folder without end, and is killed at many moments. Run alone: a process with threads should not fork.

python -m tests.delivery.killed FOLDER
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from modulekit.delivery.bag import Files, bag_files
from modulekit.delivery.package import write_file, write_folder, zip_of
from modulekit.delivery.verify import verify

MOMENTS = 50
NAME = "course"


def version(number: int) -> Files:
    """One of two packages that differ in every file."""
    payload = {PurePosixPath(f"{number}/{at}.bin"): bytes([number]) * 20_000 for at in range(20)}
    return bag_files(payload, [("External-Identifier", f"course-{number}")])


VERSIONS = [version(number) for number in range(2)]


def write(files: Files, out: Path) -> None:
    """The same package as folder and zip."""
    write_folder(files, out / NAME)
    write_file(zip_of(files, NAME), out / f"{NAME}.zip")


def begun(work: Callable[[], None]) -> int:
    """The number of a process that does ``work``."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def ended(child: int) -> int:
    """The exit code of a process, negative where it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def whole(out: Path) -> int:
    """How many packages are there; all of them must be whole."""
    there = [target for target in (out / NAME, out / f"{NAME}.zip") if target.exists()]
    for target in there:
        assert verify(target).findings == (), target
    return len(there)


def killed(out: Path) -> int:
    """How many whole packages were seen after all the moments."""

    def for_ever() -> None:
        while True:
            for files in VERSIONS:
                write(files, out)

    chance = random.Random(20261123)
    seen = 0
    for _ in range(MOMENTS):
        child = begun(for_ever)
        time.sleep(chance.uniform(0.002, 0.06))
        os.kill(child, signal.SIGKILL)
        assert ended(child) == -signal.SIGKILL
        seen += whole(out)
    return seen


def together(out: Path) -> None:
    """Two processes that pack different versions into the same place."""

    def often(files: Files) -> None:
        for _ in range(20):
            write(files, out)

    children = [begun(partial(often, files)) for files in VERSIONS]
    assert [ended(child) for child in children] == [0, 0]
    assert whole(out) == 2


if __name__ == "__main__":
    print(killed(Path(sys.argv[1])))
    write(VERSIONS[0], Path(sys.argv[1]))
    together(Path(sys.argv[1]))
