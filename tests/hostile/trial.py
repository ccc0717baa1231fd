"""One trial: a piece of work in a process of its own, which may use so much time and memory and no more.

What it prints and how it ends comes back; a traceback, a signal and a limit that was reached can be told apart.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECONDS, MEMORY = 2, 500 * 1024 * 1024
RAISED = 99


@dataclass(frozen=True, slots=True)
class Ended:
    """How a trial ended. ``code`` is negative where a signal ended it; ``seconds`` are those of the processor, and
    ``kilobytes`` what it took beside that which was loaded before."""

    code: int
    seconds: float
    kilobytes: int
    printed: str

    @property
    def fault(self) -> str:
        """What is wrong with it, or nothing."""
        if self.code == RAISED:
            return "traceback"
        if self.code < 0:
            return f"signal {-self.code}"
        if self.seconds > SECONDS:
            return "too slow"
        if self.kilobytes * 1024 > MEMORY:
            return "too large"
        return "" if self.code in (0, 1, 2) else f"exit code {self.code}"


def tried(work: Callable[[], int], seconds: int = SECONDS) -> Ended:
    """How ``work`` ends in a process that the system limits; it starts with all that is loaded here."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    loaded = _resident()
    child = os.fork()
    if not child:
        os.close(reading)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os._exit(_limited(work, seconds))
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        printed = pipe.read().decode("utf-8", "replace")
    _, status, used = os.wait4(child, 0)
    spent = used.ru_utime + used.ru_stime
    return Ended(os.waitstatus_to_exitcode(status), spent, max(used.ru_maxrss - loaded, 0), printed)


def _resident() -> int:
    """The memory of this process in kilobytes, which a process made from it has from the first moment."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() // 1024


def _limited(work: Callable[[], int], seconds: int) -> int:
    mapped = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 1, seconds + 2))
    resource.setrlimit(resource.RLIMIT_AS, (mapped + MEMORY, mapped + MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="backslashreplace")
    sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace")
    signal.alarm(60)  # whoever waits for something, waits in vain
    try:
        return work()
    except BaseException:
        traceback.print_exc()
        return RAISED
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
