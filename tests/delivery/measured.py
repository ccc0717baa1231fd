"""Verifies packages, each in a process of its own that may use 2 seconds and 200 MB, and write no byte to a file.

    python measured.py PACKAGE...

Prints a JSON list: for each package its exit code (negative: the signal that ended it), seconds and kilobytes of
memory, and what was printed.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from pathlib import Path
from typing import Any

from modulekit.cli.verify import run
from modulekit.delivery.verify import verify

SECONDS, MEMORY = 2, 200 * 1024 * 1024


def measured(package: Path) -> dict[str, Any]:
    """How ``modulekit verify PACKAGE`` ends."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os._exit(_limited(package))
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
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return run(package, None, "text")
    except BaseException:
        traceback.print_exc()
        return 99
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


if __name__ == "__main__":
    verify(Path(os.devnull))  # what is imported on use is imported once, before the processes part
    print(json.dumps([measured(Path(name)) for name in sys.argv[1:]]))
