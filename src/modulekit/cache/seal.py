"""Whether a cache was filled here.

A workspace may come from a stranger, with a cache in it: what that holds would be taken for what this program made. So
a cache is sealed with the moment at which the system made one of its files. Unpacking or copying a folder makes the
files anew, at another moment, which nobody can choose; moving it does not.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from modulekit.cache.files import write_whole

_HERE, _SEAL = "here", "seal"


def is_sealed(folder: Path) -> bool:
    """Whether the cache in ``folder`` was filled where it stands."""
    try:
        return (folder / _SEAL).read_text(encoding="ascii") == _moment(folder)
    except (OSError, ValueError):
        return False


def seal(folder: Path) -> None:
    """Say that the cache in ``folder`` may be believed. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / _HERE).open("xb"):
        pass
    write_whole(folder / _SEAL, (_moment(folder).encode("ascii"),))


def _moment(folder: Path) -> str:
    facts = (folder / _HERE).lstat()
    return f"{facts.st_ino} {facts.st_ctime_ns}"
