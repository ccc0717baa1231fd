"""Places to deliver to: a folder, or what fsspec can reach.

Takes a folder or a file system of fsspec, gives a :class:`modulekit.delivery.deliver.Far`. Must not know packages, nor
where credentials come from.
"""

from __future__ import annotations

import inspect
import os
import shutil
from collections.abc import Iterator
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


class FsspecFar:
    """A folder of a file system of fsspec: SFTP, WebDAV and others."""

    def __init__(self, system: Any, root: str) -> None:
        self._system, self._root = system, root.rstrip("/")

    def size(self, path: str) -> int | None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        place = self._at(path)
        if not self._system.isfile(place):
            return None
        self._forget()
        return int(self._system.info(place)["size"])

    def blocks(self, path: str) -> Iterator[bytes]:
        """See :class:`modulekit.delivery.deliver.Far`."""
        try:
            with self._system.open(self._at(path), "rb") as file:
                while block := file.read(_BLOCK):
                    yield block
        except (PermissionError, NotImplementedError) as error:
            raise UnreadableFarError(f"{path} may not be read") from error

    def write(self, path: str, data: bytes) -> None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        place = self._at(path)
        self._system.makedirs(place.rpartition("/")[0], exist_ok=True)
        with self._system.open(place, "wb") as file:
            file.write(data)
        self._forget()

    def files(self, folder: str) -> tuple[str, ...]:
        """See :class:`modulekit.delivery.deliver.Far`."""
        self._forget()
        if not self._system.isdir(self._at(folder)):
            return ()
        top = self._at("").strip("/")
        found = (str(path).strip("/") for path in self._system.find(self._at(folder)))
        return tuple(sorted(path.removeprefix(top).lstrip("/") for path in found))

    def is_there(self, path: str) -> bool:
        """See :class:`modulekit.delivery.deliver.Far`."""
        self._forget()
        return bool(self._system.exists(self._at(path)))

    def rename(self, old: str, new: str) -> None:
        """See :class:`modulekit.delivery.deliver.Far`. It is one step where the server has one, as SFTP and WebDAV
        have; elsewhere fsspec copies."""
        copies = "recursive" in inspect.signature(self._system.mv).parameters  # SFTP renames, and takes no such word
        how = {"recursive": self._system.isdir(self._at(old))} if copies else {}
        self._system.mv(self._at(old), self._at(new), **how)
        self._forget()

    def remove(self, path: str) -> None:
        """See :class:`modulekit.delivery.deliver.Far`."""
        place = self._at(path)
        if self.is_there(path):
            self._system.rm(place, recursive=self._system.isdir(place))
            self._forget()

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root

    def _forget(self) -> None:
        """Listings are kept by some file systems, and others may be at work there."""
        self._system.invalidate_cache()
