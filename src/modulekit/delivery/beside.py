"""A file that is written beside its place before it takes it, so that whoever looks finds all of it or nothing.

Takes a place and bytes. Must not know what they are, nor how the file gets to its place.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from modulekit.locks import held, is_held

_BEGUN = ".new-"


@contextlib.contextmanager
def beside(target: Path, data: bytes) -> Iterator[Path]:
    """A hidden file in the folder of ``target`` that holds ``data`` and is on the disk. It is gone at the end, unless
    it was given another name.

    What processes that were killed left of such files in this folder is cleared away. Raises ``OSError``.
    """
    folder = target.parent
    with held(folder):
        for litter in folder.glob(f".*{_BEGUN}*"):
            if litter.is_file() and not is_held(litter):
                litter.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}{_BEGUN}", dir=folder)
        with contextlib.suppress(OSError):  # a file system without locks gives none
            fcntl.flock(handle, fcntl.LOCK_EX)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
            made.chmod(0o644)
            yield made  # still locked: whoever clears away leaves it alone
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
