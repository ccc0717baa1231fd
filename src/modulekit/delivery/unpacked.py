"""The files of a finished piece of work: one file, a folder, or a package, also zips within it.

Takes names and bytes, gives the files that people open, each by its path. What a zip says of itself is not believed:
how many files and bytes come out of it is bounded. Must not know what the files are for.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from modulekit.delivery.contents import DAMAGED, DENSEST, SMALL, UnreadableError

MOST_FILES = 20_000
"""Files of one piece of work, all its zips opened."""

MOST_BYTES = 1024**3
"""Bytes of all files together, and of none more than :data:`LARGEST`."""

LARGEST = 128 * 1024**2
"""Bytes of one file."""

DEEPEST = 3
"""Zips within zips."""

_DOCUMENTS = ("[Content_Types].xml", "mimetype")  # DOCX and PPTX, ODT and ODP: zips that people open as one file


@dataclass(slots=True)
class Budget:
    """What may still be opened; shared by all files of one piece of work."""

    files: int = MOST_FILES
    octets: int = MOST_BYTES

    def spend(self, name: str, octets: int) -> None:
        """Count one file. Raises :class:`UnreadableError` where it is too much."""
        self.files -= 1
        self.octets -= octets
        if self.files < 0 or self.octets < 0 or octets > LARGEST:
            raise UnreadableError(f"{name} holds more than can be searched")


def unpacked(name: str, data: bytes, budget: Budget, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """``data`` as it is, or the files in it where it is a package.

    Raises :class:`UnreadableError` where it is damaged or holds too much.
    """
    if not _is_package(data):
        yield name, data
        return
    if depth == DEEPEST:
        raise UnreadableError(f"{name} holds zips within zips, more than {DEEPEST} deep")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.is_dir():
                    continue
                inner = f"{name}/{info.filename}"
                budget.spend(inner, info.file_size)
                if info.file_size > SMALL and info.file_size > DENSEST * max(1, info.compress_size):
                    raise UnreadableError(f"{inner} unpacks to more than {DENSEST} times its size")
                yield from unpacked(inner, archive.read(info), budget, depth + 1)
    except DAMAGED as error:
        raise UnreadableError(f"{name} cannot be opened: {error}") from error


def _is_package(data: bytes) -> bool:
    """Whether this is a zip, and not a document that is one inside."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except DAMAGED:
        return False  # the search of a single file says that it cannot be opened
    return not any(name in _DOCUMENTS for name in names)
