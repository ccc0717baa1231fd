"""Writing a file so that a reader finds the old one or the new one, and clearing away what killed writers left.

A file in the making is locked by whoever writes it, and the system lets go of the lock when that process ends, however
it ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from modulekit.locks import is_held

PARTS = "parts"
"""The folder of a cache in which entries are written."""

_SUFFIX = ".part"


def write_whole(path: Path, chunks: Iterable[bytes], parts: Path | None = None) -> None:
    """Write ``path`` so that a reader finds the old file or the new one, never a part of it.

    It is written in the folder ``parts``, which lies on the same disk; beside ``path`` where none is given. Raises
    ``OSError``; the temporary file is removed first.
    """
    handle, name = tempfile.mkstemp(dir=parts or path.parent, prefix=".", suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            with contextlib.suppress(OSError):  # a file system without locks
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for chunk in chunks:
                file.write(chunk)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def clear_parts(parts: Path) -> None:
    """Remove from the folder ``parts`` what no living process writes.

    A file that was made this very moment and is not locked yet may go too: then its writer fails, as on a full disk.
    """
    with contextlib.suppress(OSError):
        for part in parts.iterdir():
            if part.suffix == _SUFFIX and not is_held(part):
                with contextlib.suppress(OSError):
                    part.unlink()
