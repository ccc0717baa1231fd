"""Verifies packages, each in a process of its own that may use 2 seconds and 200 MB, and write no byte to a file.

    python measured.py PACKAGE...
    python measured.py --course PACKAGE...

The second reads the course out of packages, as `modulekit diff` does; to do so it may write files.

Prints a JSON list: for each package its exit code (negative: the signal that ended it), seconds and kilobytes of
memory, and what was printed.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from modulekit.cli.verify import run
from modulekit.cli.versions import NoVersionError, version
from modulekit.delivery.verify import verify
from modulekit.diagnostics import Report

SECONDS, MEMORY = 2, 200 * 1024 * 1024


LARGEST = 32 * 1024 * 1024


def measured(package: Path, limited: Callable[[Path], int] | None = None) -> dict[str, Any]:
    """How ``modulekit verify PACKAGE`` ends."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os._exit((limited or _limited)(package))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        printed = pipe.read().decode("utf-8", "replace")
    _, status, used = os.wait4(child, 0)
    return {
        "package": package.name,
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "kilobytes": used.ru_maxrss,
        "printed": printed,
    }


def _limited(package: Path) -> int:
    return _within(0, lambda: run(package, None, "text"))


def _read(package: Path) -> int:
    return _within(LARGEST, lambda: _course(package))


def _course(package: Path) -> int:
    try:
        with version(str(package), None, None, Report()) as opened:
            print(opened.source.module.title if opened else "errors")
    except NoVersionError as error:
        print(error, error.hint)
        return 2
    return 0


def _within(octets: int, command: Callable[[], int]) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, octets))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return command()
    except BaseException:
        traceback.print_exc()
        return 99
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


if __name__ == "__main__":
    verify(Path(os.devnull))  # what is imported on use is imported once, before the processes part
    if sys.argv[1] == "--course":
        print(json.dumps([measured(Path(name), _read) for name in sys.argv[2:]]))
    else:
        print(json.dumps([measured(Path(name)) for name in sys.argv[1:]]))
