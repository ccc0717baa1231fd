"""Two folders take each other's place at one moment, where the system can do that, and what was written is on the disk.

Takes paths. Must not know what stands in them.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


def exchanged(one: Path, other: Path) -> bool:
    """Whether ``one`` and ``other`` have taken each other's place. Whoever looks meanwhile finds both, before or after.

    ``False`` where the system or the file system has no way to do so, and nothing was done. Raises ``OSError`` where it
    has one and it failed.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # not Linux, or a small C library
        return False
    names = os.fsencode(one), os.fsencode(other)
    if rename(_HERE, ctypes.c_char_p(names[0]), _HERE, ctypes.c_char_p(names[1]), ctypes.c_uint(_EXCHANGE)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def on_disk(folder: Path) -> None:
    """Wait until every file below ``folder`` is on the disk, so that a power cut right after a renaming finds it whole.

    All at once: a disk writes them in one go, which takes no longer than one or two of them. Raises ``OSError``.
    """
    places = [(place, names) for place, _, names in os.walk(folder)]
    with ThreadPoolExecutor(max_workers=8) as threads:
        list(threads.map(_flush, (os.path.join(place, name) for place, names in places for name in names)))  # noqa: PTH118
    for place, _ in places:
        with contextlib.suppress(OSError):  # some file systems know no such thing for folders
            _flush(place)


def _flush(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
