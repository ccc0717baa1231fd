"""The files of a finished piece of work: one file, a folder, or a package, also zips within it.

Takes names and bytes, gives the files that people open, each by its path. What a zip says of itself is not believed:
how many files and bytes come out of it is bounded. Must not know what the files are for.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from modulekit.delivery.zips import DEEPEST, Budget, TooMuchError, UnreadableError, opened, taken

_DOCUMENTS = ("[Content_Types].xml", "mimetype")  # DOCX and PPTX, ODT and ODP: zips that people open as one file


def unpacked(name: str, data: bytes, budget: Budget, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """``data`` as it is, or the files in it where it is a package.

    Raises :class:`UnreadableError` where it is damaged or holds too much.
    """
    if not _is_package(name, data):
        yield name, data
        return
    if depth == DEEPEST:
        raise TooMuchError(f"{name} holds zips within zips, more than {DEEPEST} deep")
    with opened(name, io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            inner = f"{name}/{info.filename}"
            yield from unpacked(inner, taken(inner, archive, info, budget), budget, depth + 1)


def files_around(
    marker: str, name: str, file: BinaryIO, budget: Budget, depth: int = 0
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of the uppermost folder that holds one called ``marker``, by their paths in it, from a zip or from the
    first of the zips in it that has one. Nothing else is unpacked; nothing is given where there is no such folder.

    The paths are a stranger's. Raises :class:`UnreadableError` as :func:`unpacked` does.
    """
    if depth == DEEPEST:
        return
    with opened(name, file) as archive:
        entries = {PurePosixPath(info.filename): info for info in archive.infolist() if not info.is_dir()}
        tops = sorted((path.parent for path in entries if path.name == marker), key=_how_deep)
        for path, info in entries.items():
            if tops and path.is_relative_to(tops[0]):
                yield path.relative_to(tops[0]), taken(f"{name}/{path}", archive, info, budget)
        if tops:
            return
        for path in sorted((path for path in entries if path.suffix.lower() == ".zip"), key=_how_deep):
            inner = f"{name}/{path}"
            within = io.BytesIO(taken(inner, archive, entries[path], budget))
            is_empty = True
            for entry in files_around(marker, inner, within, budget, depth + 1):
                is_empty = False
                yield entry
            if not is_empty:
                return


def _how_deep(path: PurePosixPath) -> tuple[int, str]:
    return len(path.parts), str(path)


def _is_package(name: str, data: bytes) -> bool:
    """Whether this is a zip, and not a document that is one inside."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with opened(name, io.BytesIO(data)) as archive:
            names = archive.namelist()
    except TooMuchError:
        raise
    except UnreadableError:
        return False  # the search of a single file says that it cannot be opened
    return not any(name in _DOCUMENTS for name in names)
