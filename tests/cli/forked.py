"""A command in a process group of its own, which can be killed with all that it starts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

SAID = Path("said.txt")


def forked(command: Callable[[], object]) -> int:
    """The number of a process that runs ``command``, the first of a group of its own; what it says goes to ``SAID``.

    It ends with the code of the command, or with 70 where that raises.
    """
    child = os.fork()
    if child:
        return child
    try:
        os.setsid()
        said = os.open(SAID, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1)
        os.dup2(said, 2)
        command()
    except SystemExit as end:
        os._exit(int(end.code or 0))
    except BaseException:
        os._exit(70)
    os._exit(0)


def ended(child: int) -> int:
    """The exit code of a process, negative where it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
