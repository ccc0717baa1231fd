"""A package in a folder: plain files and folders, and nothing that leads elsewhere.

Takes a path, gives a box whose members are read piece by piece. Follows no link below that path, opens nothing but
plain files, writes nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from modulekit.codes import finding
from modulekit.delivery.verify.box import PIECE, Box, DamagedError, Member, RefusedError, found
from modulekit.delivery.verify.limits import Limits
from modulekit.delivery.verify.names import check_paths
from modulekit.diagnostics import Diagnostic


def open_folder(root: Path, marker: str, limits: Limits) -> Box:
    """The package in the folder ``root``, which holds a file called ``marker``.

    Raises :class:`RefusedError` and ``OSError``.
    """
    files: dict[str, int] = {}
    folders: set[str] = set()
    troubles: list[Diagnostic] = []
    for path, status in _walk(root, limits):
        if stat.S_ISDIR(status.st_mode):
            folders.add(path)
        elif not stat.S_ISREG(status.st_mode):
            kind = "a link" if stat.S_ISLNK(status.st_mode) else "a device or a channel"
            troubles.append(found("MK953", path, f"is {kind}, not a file"))
        else:
            files[path] = status.st_size
            if status.st_size > limits.file:
                troubles.append(found("MK955", path, f"is larger than {limits.file} bytes"))
    if sum(files.values()) > limits.package:
        troubles.append(finding("MK955", f"The folder holds more than {limits.package} bytes."))
    troubles += check_paths(files, folders, limits)
    if troubles:
        raise RefusedError(*troubles)
    if marker not in files:
        raise RefusedError(_no_bag(files, marker))
    members = {path: Member(path, size, _reader(root / path, size)) for path, size in files.items()}
    return Box(root.resolve().name, members, frozenset(folders))


def _walk(root: Path, limits: Limits) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below ``root`` by its path, without following a link. Raises :class:`RefusedError` for too much."""
    waiting = [""]
    count = 0
    while waiting:
        folder = waiting.pop()
        with os.scandir(root / folder) as entries:
            for entry in entries:
                count += 1
                if count > limits.members:
                    raise RefusedError(finding("MK955", f"The folder holds more than {limits.members} files."))
                path = f"{folder}/{entry.name}" if folder else entry.name
                status = entry.stat(follow_symlinks=False)
                yield path, status
                if stat.S_ISDIR(status.st_mode) and path.count("/") <= limits.depth:
                    waiting.append(path)


def _no_bag(files: dict[str, int], marker: str) -> Diagnostic:
    below = sorted(path.removesuffix(f"/{marker}") for path in files if path.endswith(f"/{marker}"))
    hint = f"The package is the folder {below[0]} in it." if below else ""
    return finding("MK951", f"The folder holds no {marker}, so it is no package.", hint=hint)


def _reader(path: Path, size: int) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        try:
            # between looking and reading, a file may have become a link or a channel that never ends
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            raise DamagedError(f"cannot be read: {error.strerror}") from error
        with os.fdopen(handle, "rb", buffering=0) as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise DamagedError("is no longer a file")
            yield from _pieces(file.read, size)

    return read


def _pieces(read: Callable[[int], bytes | None], size: int) -> Iterator[bytes]:
    count = 0
    while True:
        try:
            piece = read(PIECE)
        except OSError as error:
            raise DamagedError(f"cannot be read: {error.strerror}") from error
        if not piece:
            break
        count += len(piece)
        if count > size:
            break
        yield piece
    if count != size:
        raise DamagedError("changed while it was read")
