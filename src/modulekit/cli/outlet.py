"""Standard output that is full, or that nobody reads any more: a sentence in the place of a traceback.

Files that are made stand where they were put all the same; only the words about them are lost.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def heard(work: Callable[[], None]) -> None:
    """Do ``work``, and see that all it said is written before the program ends.

    Ends the program with code 1 where that cannot be written. Raises what ``work`` raises.
    """
    try:
        try:
            work()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # `modulekit check | head`
        _silence()
        sys.exit(1)
    except OSError as error:
        if error.filename is not None or error.errno not in _FULL:
            raise
        _silence()
        with contextlib.suppress(OSError):
            print(f"modulekit: what there is to say cannot be written: {error.strerror}.", file=sys.stderr)
        sys.exit(1)


def _silence() -> None:
    """Python tries once more at its end, which must not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
