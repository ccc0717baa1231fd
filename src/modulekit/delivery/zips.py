"""Zips of strangers: opened only where what they say of themselves can be held in memory.

Takes an open file, gives its entries one by one. How many files and bytes come out of a piece of work is counted. Must
not know what the files are for.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

MOST_FILES = 20_000
"""Files of one piece of work, all its zips opened."""

MOST_BYTES = 1024**3
"""Bytes of all files together, and of none more than :data:`LARGEST`."""

LARGEST = 128 * 1024**2
"""Bytes of one file."""

DEEPEST = 3
"""Zips within zips."""

DENSEST = 400
"""Times that a large entry may shrink: text is packed some five times, a bomb a thousand."""

SMALL = 4 * 1024**2
"""Bytes: smaller entries may be as dense as they like."""

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    NotImplementedError,
    RuntimeError,
    EOFError,
)
"""What a damaged or locked zip makes its reader say."""

_LONGEST_TABLE = 4 * 1024**2  # bytes of a table of contents: the library makes some ten times as many of them
_END, _END_64 = struct.Struct("<4s4H2LH"), 20
_LONGEST_COMMENT = 65_535


class UnreadableError(ValueError):
    """A file whose contents cannot be looked at, and which therefore cannot be called clean."""


class TooMuchError(UnreadableError):
    """A file that holds more than is looked at."""


@dataclass(slots=True)
class Budget:
    """What may still be opened; shared by all files of one piece of work."""

    files: int = MOST_FILES
    octets: int = MOST_BYTES
    largest: int = LARGEST

    def spend(self, name: str, octets: int) -> None:
        """Count one file. Raises :class:`TooMuchError` where it is too much."""
        self.files -= 1
        self.octets -= octets
        if self.files < 0 or self.octets < 0 or octets > self.largest:
            raise TooMuchError(f"{name} holds more than can be searched")


@contextmanager
def opened(name: str, file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The zip in ``file``, as long as the block lasts.

    Raises :class:`UnreadableError` where it is damaged, also for what goes wrong in the block, and
    :class:`TooMuchError` where its table of contents is too long to be read.
    """
    try:
        _measure(name, file)
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _DAMAGED as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error


def taken(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of one entry, which is called ``name`` in messages.

    Raises :class:`TooMuchError` where they would be too many.
    """
    budget.spend(name, info.file_size)
    refuse_dense(name, info)
    return archive.read(info)


def refuse_dense(name: str, info: zipfile.ZipInfo) -> None:
    """What an entry says of its own size is true: no more than that is unpacked.

    Raises :class:`TooMuchError` for one that is larger than any document becomes.
    """
    if info.file_size > SMALL and info.file_size > DENSEST * max(1, info.compress_size):
        raise TooMuchError(f"{name} unpacks to more than {DENSEST} times its size")


def _measure(name: str, file: BinaryIO) -> None:
    """Refuse a table of contents that would fill the memory: the library reads all of it before anybody is asked."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise UnreadableError(f"{name} cannot be opened: it ends too early")
    table = _END.unpack_from(tail, at)[5]
    is_longer = tail[max(0, at - _END_64) : at].startswith(b"PK\x06\x07")  # zip64: the sizes stand somewhere else
    if table > _LONGEST_TABLE or is_longer:
        raise TooMuchError(f"{name} holds more than can be searched")
