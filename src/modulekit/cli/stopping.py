"""Ctrl-C, a closed terminal and SIGTERM: the command ends at once, in order, and says what stands."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from types import FrameType
from typing import NoReturn

from modulekit.cli.exit_codes import CONTENT_HAS_ERRORS, STOPPED

_SIGNALS = tuple(
    found for name in ("SIGINT", "SIGTERM", "SIGHUP") if (found := getattr(signal, name, None)) is not None
)


class StoppedError(BaseException):
    """The program was told to end by a signal, whose ``number`` it carries. No error: nothing that catches errors may
    catch it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def until_stopped(work: Callable[[], int], stands: str = "What was there before is as it was.") -> int:
    """The exit code of ``work``; where it is stopped, 128 and the number of the signal, as shells count.

    What ``work`` holds is given back before: processes are ended, and what is half written is cleared away. A second
    signal does not disturb that.
    """
    before = {number: signal.signal(number, _stop) for number in _SIGNALS}
    try:
        return work()
    except StoppedError as stopped:
        print(f"Stopped. {stands}", file=sys.stderr)
        return STOPPED + stopped.number
    except BrokenExecutor:  # beside the plan, such as while an act is laid out
        print(f"error[MK906] A process that did the work was ended. {stands}", file=sys.stderr)
        return CONTENT_HAS_ERRORS
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise StoppedError(number)
