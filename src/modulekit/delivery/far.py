"""Places to deliver to: a folder, or what fsspec can reach.

Takes a folder or a file system of fsspec, gives a :class:`modulekit.delivery.deliver.Far`. Must not know packages, nor
where credentials come from.
"""

from __future__ import annotations

import contextlib
import errno
import inspect
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from modulekit.delivery.deliver import UnreadableFarError

_BLOCK = 1024 * 1024


class FolderFar:
    """A folder of this computer: a disk, a USB stick, a share of the network."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def size(self, path: str) -> int | None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        place = self._root / path
        return place.stat().st_size if place.is_file() else None

    def blocks(self, path: str) -> Iterator[bytes]:
        """See :class:`modulekit.delivery.deliver.Far`."""
        try:
            with (self._root / path).open("rb") as file:
                while block := file.read(_BLOCK):
                    yield block
        except PermissionError as error:
            raise UnreadableFarError(f"{path} may not be read") from error

    def write(self, path: str, data: bytes) -> None:
        """See :class:`modulekit.delivery.deliver.Far`. What was written is on the disk when this returns."""
        place = self._root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def files(self, folder: str) -> tuple[str, ...]:
        """See :class:`modulekit.delivery.deliver.Far`."""
        found = (path for path in (self._root / folder).rglob("*") if not path.is_dir() or path.is_symlink())
        return tuple(sorted(path.relative_to(self._root).as_posix() for path in found))

    def is_there(self, path: str) -> bool:
        """See :class:`modulekit.delivery.deliver.Far`."""
        return os.path.lexists(self._root / path)

    def rename(self, old: str, new: str) -> None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        (self._root / old).rename(self._root / new)

    def remove(self, path: str) -> None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        place = self._root / path
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing was opened."""


class FsspecFar:
    """A folder of a file system of fsspec: SFTP, WebDAV and others.

    What it asks of fsspec is little: ``exists``, ``isfile`` and ``find`` answer no where the line broke.
    """

    def __init__(self, system: Any, root: str) -> None:
        self._system, self._root = system, root.rstrip("/")

    def size(self, path: str) -> int | None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        found = self._info(path)
        return int(found["size"]) if found is not None and found["type"] == "file" else None

    def blocks(self, path: str) -> Iterator[bytes]:
        """See :class:`modulekit.delivery.deliver.Far`."""
        try:
            with in_words(), self._system.open(self._at(path), "rb") as file:
                while block := file.read(_BLOCK):
                    yield block
        except (PermissionError, NotImplementedError) as error:
            raise UnreadableFarError(f"{path} may not be read") from error

    def write(self, path: str, data: bytes) -> None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        place = self._at(path)
        with in_words():
            self._system.makedirs(place.rpartition("/")[0], exist_ok=True)
            self._system.pipe_file(place, data)
            self._forget()

    def files(self, folder: str) -> tuple[str, ...]:
        """See :class:`modulekit.delivery.deliver.Far`."""
        if not self._is_folder(folder):
            return ()
        with in_words():
            return tuple(sorted(self._below(folder)))

    def _below(self, folder: str) -> Iterator[str]:
        for found in self._system.ls(self._at(folder), detail=True):
            path = f"{folder}/{str(found['name']).rstrip('/').rpartition('/')[2]}"
            if found["type"] == "directory":
                yield from self._below(path)
            else:
                yield path

    def is_there(self, path: str) -> bool:
        """See :class:`modulekit.delivery.deliver.Far`."""
        return self._info(path) is not None

    def rename(self, old: str, new: str) -> None:
        """See :class:`modulekit.delivery.deliver.Far`. It is one step where the server has one, as SFTP and WebDAV
        have; elsewhere fsspec copies."""
        is_folder = self._is_folder(old)
        move = getattr(getattr(self._system, "client", None), "move", None)  # WebDAV's; its ``mv`` copies a file
        with in_words():
            if move is not None:
                move(self._at(old), self._at(new))
            else:
                # SFTP renames, and takes no such word
                copies = "recursive" in inspect.signature(self._system.mv).parameters
                self._system.mv(self._at(old), self._at(new), **({"recursive": is_folder} if copies else {}))
            self._forget()

    def remove(self, path: str) -> None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        found = self._info(path)
        if found is not None:
            with in_words():
                self._system.rm(self._at(path), recursive=found["type"] == "directory")
                self._forget()

    def close(self) -> None:
        """Take leave of the server."""
        client = getattr(self._system, "client", None)
        hang_up = getattr(getattr(client, "http", client), "close", None)
        if hang_up is not None:
            hang_up()

    def _info(self, path: str) -> Mapping[str, Any] | None:
        """What the server knows of a file or folder; ``None`` where there is none."""
        self._forget()
        try:
            with in_words():
                found: Mapping[str, Any] = self._system.info(self._at(path))
                return found
        except FileNotFoundError:
            return None

    def _is_folder(self, path: str) -> bool:
        found = self._info(path)
        return found is not None and found["type"] == "directory"

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root

    def _forget(self) -> None:
        """Listings are kept by some file systems, and others may be at work there."""
        self._system.invalidate_cache()


class NotLetInError(OSError):
    """The server does not know this name with this password or key."""


_UNAUTHORISED, _FORBIDDEN, _FULL = 401, 403, 507  # as HTTP counts them
_KINDS = {"ForbiddenOperation": _FORBIDDEN, "InsufficientStorage": _FULL}


@contextlib.contextmanager
def in_words() -> Iterator[None]:
    """Raise ``OSError`` with words for whatever a library of a protocol raises: theirs belong to no family."""
    try:
        yield
    except NotImplementedError:
        raise
    except OSError as error:
        if error.strerror or type(error) not in (OSError, TimeoutError):
            raise
        said = f"{error}".strip() or "nothing more"  # SFTP has one answer for a full disk and for much else
        words = f"the server says “{said}”, as where its disk is full or the line is slow"
        raise OSError(errno.EIO, words) from error
    except EOFError as error:
        raise OSError(errno.EIO, "the line broke") from error
    except Exception as error:
        answer = getattr(error, "response", error)
        kind = getattr(answer, "status_code", _KINDS.get(type(error).__name__))
        if kind == _UNAUTHORISED:
            raise NotLetInError(errno.EACCES, "the server does not let you in") from error
        if kind == _FORBIDDEN:
            raise PermissionError(errno.EACCES, "the server does not allow it") from error
        if kind == _FULL:
            raise OSError(errno.ENOSPC, "the server has no room left") from error
        said = f"it answers {kind}" if kind else f"{error}".strip().partition("\n")[0] or type(error).__name__
        raise OSError(errno.EIO, f"the server cannot be spoken to ({said})") from error
