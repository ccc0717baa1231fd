"""Keeping a cache small: least recently used entries go first.

How much was added since the last sweep is the size of a file to which every process that puts something in appends; the
system keeps it true for all of them at once, and a look at it costs nothing. After an eighth of the limit somebody
counts the entries and removes old ones until a quarter is free. So no entry is looked at when another is put in, and
the limit holds, with room for what others put in meanwhile. Must not read the clock: times come from the files and from
whoever asks.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from modulekit.cache.files import PARTS

_GROWN = "grown"
_BLOCK = 4096  # bytes; what the smallest file takes on disk
_SHARE = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a cache: its ``kind``, the bytes that it takes on disk, and when it was last used, in seconds."""

    path: str
    kind: str
    size: int
    used: float


def entries(folder: Path) -> Iterator[Entry]:
    """Every entry under ``folder``, also those of other versions of the program."""
    for kind in _names(str(folder)):
        if kind.is_dir(follow_symlinks=False) and kind.name != PARTS:
            for path, found in _files(kind.path):
                yield Entry(path, kind.name, _on_disk(found.st_size), found.st_mtime)


def too_big(size: int, limit: int) -> bool:
    """Whether an entry of ``size`` bytes would drive out too much else."""
    return _on_disk(size) > limit // _SHARE


def grown(folder: Path, size: int, limit: int) -> bool:
    """Note that an entry of ``size`` bytes is about to be put in; whether it is time to sweep. Raises ``OSError``."""
    handle = os.open(folder / _GROWN, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, b"." * (_on_disk(size) // _BLOCK))
        return _is_time(handle, limit)
    finally:
        os.close(handle)


def swept(folder: Path, limit: int, unused_since: float = 0) -> None:
    """Remove entries that were last used before ``unused_since``, in seconds since 1970, then the least recently used
    ones until a quarter of ``limit`` is free. Waits where another process is at it. Raises ``OSError``."""
    handle = os.open(folder / _GROWN, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        if not unused_since and not _is_time(handle, limit):
            return  # the other one has just done it
        os.truncate(handle, 0)  # what is added from here on counts towards the next sweep
        there = sorted(entries(folder), key=lambda entry: (entry.used, entry.path))
        total = sum(entry.size for entry in there)
        for entry in there:
            if entry.used >= unused_since and total <= limit - 2 * limit // _SHARE:
                break
            with contextlib.suppress(OSError):
                Path(entry.path).unlink()
            total -= entry.size
    finally:
        os.close(handle)


def _is_time(handle: int, limit: int) -> bool:
    return os.fstat(handle).st_size * _BLOCK > limit // _SHARE


def cleared(folder: Path) -> None:
    """Remove every entry. Whoever is at work beside goes on; its entries may stay."""
    for item in _names(str(folder)):
        with contextlib.suppress(OSError):
            if item.is_dir(follow_symlinks=False):
                shutil.rmtree(item.path, ignore_errors=True)
            elif item.name == _GROWN:
                os.truncate(item.path, 0)  # it may be locked, so it stays


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    for item in _names(folder):
        with contextlib.suppress(OSError):
            if item.is_dir(follow_symlinks=False):
                yield from _files(item.path)
            else:
                yield item.path, item.stat(follow_symlinks=False)


def _names(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _on_disk(size: int) -> int:
    return (size + _BLOCK - 1) // _BLOCK * _BLOCK
