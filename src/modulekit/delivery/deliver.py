"""Hand a package over to a place far away: under a temporary name first, then under its own.

Takes the files of a package and a place to put them. What an interrupted delivery left is used where it is whole and
written anew where it is not; the package appears under its own name only when everything has arrived and was read back.
Must not know networks: a :class:`Far` does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Checked(StrEnum):
    """How it was made sure that a package arrived."""

    DIGEST = "digest"  # every file was read back, and its SHA-256 is right
    SIZE = "size"  # the place lets nobody read; the sizes are right


class UnreadableFarError(OSError):
    """The place takes files, but lets nobody read them."""


class DamagedError(OSError):
    """A file arrived otherwise than it was sent."""


class Far(Protocol):
    """A place for files. Paths use forward slashes and are relative to it. Everything raises ``OSError``."""

    def size(self, path: str) -> int | None:
        """The bytes of a file; ``None`` where there is none."""

    def blocks(self, path: str) -> Iterable[bytes]:
        """The content of a file, block by block. Raises :class:`UnreadableFarError` where that is not allowed."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file, with the folders that it needs; one that is there is replaced."""

    def files(self, folder: str) -> tuple[str, ...]:
        """The paths of all files below a folder; of none where there is no such folder."""

    def is_there(self, path: str) -> bool:
        """Whether there is a file or a folder of this name."""

    def rename(self, old: str, new: str) -> None:
        """Give a file or a folder another name in its own folder, in one step. Nothing may have the new name."""

    def remove(self, path: str) -> None:
        """Remove a file, or a folder with all that is in it; nothing where there is none."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a delivery did. ``sent`` counts files that were written, ``kept`` those that an earlier try had left."""

    name: str
    sent: int
    kept: int
    octets: int
    checked: Checked


def deliver(files: Mapping[str, bytes], far: Far, name: str) -> Delivered:
    """Put ``files`` into the folder ``name`` of ``far``; ``{"": data}`` is one file called ``name``.

    What has this name already is replaced, unless it is the same. Two deliveries of the same package at once do no harm
    beyond work done twice. Raises ``OSError``: then what was there stays, or, where the last step was cut short, waits
    beside it under a name that begins with a dot and is put back by the next try.
    """
    tag = _tag(files)
    coming, going = f".{name}.part-{tag}", f".{name}.old"
    if far.is_there(going) and not far.is_there(name):
        far.rename(going, name)
    if _is_same(files, far, name):
        far.remove(going)
        return Delivered(name, 0, len(files), _octets(files), _check(files, far, name))
    sent = _send(files, far, coming)
    _check(files, far, coming)
    if far.is_there(name):
        far.remove(going)
        far.rename(name, going)
    far.rename(coming, name)
    checked = _check(files, far, name)
    far.remove(going)
    return Delivered(name, sent, len(files) - sent, _octets(files), checked)


def _send(files: Mapping[str, bytes], far: Far, folder: str) -> int:
    """Write what is not there yet, take away what does not belong there; how many files were written."""
    paths = {_path(folder, file): data for file, data in files.items()}
    for stranger in far.files(folder):
        if stranger not in paths:
            far.remove(stranger)
    sent = 0
    for path, data in paths.items():
        if far.size(path) != len(data) or not _arrived(data, far, path):
            far.write(path, data)
            sent += 1
    return sent


def _arrived(data: bytes, far: Far, path: str) -> bool:
    """Whether what lies there is what was sent; what nobody can read is sent again."""
    try:
        return _digest(far, path) == hashlib.sha256(data).digest()
    except UnreadableFarError:
        return False


def _is_same(files: Mapping[str, bytes], far: Far, name: str) -> bool:
    """Whether exactly these files stand under this name."""
    paths = {_path(name, file): data for file, data in files.items()}
    if "" not in files and set(far.files(name)) != paths.keys():
        return False
    return all(far.size(path) == len(data) and _arrived(data, far, path) for path, data in paths.items())


def _check(files: Mapping[str, bytes], far: Far, name: str) -> Checked:
    """Read everything back. Raises :class:`DamagedError` for what is not as it was sent."""
    checked = Checked.DIGEST
    for file, data in files.items():
        path = _path(name, file)
        if far.size(path) != len(data):
            raise DamagedError(f"{path} did not arrive whole")
        try:
            if _digest(far, path) != hashlib.sha256(data).digest():
                raise DamagedError(f"{path} arrived altered")
        except UnreadableFarError:
            checked = Checked.SIZE
    return checked


def _digest(far: Far, path: str) -> bytes:
    digest = hashlib.sha256()
    for block in far.blocks(path):
        digest.update(block)
    return digest.digest()


def _tag(files: Mapping[str, bytes]) -> str:
    """A short name for the content: what another package left is never continued."""
    digest = hashlib.sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path}\0{hashlib.sha256(data).hexdigest()}\0".encode())
    return digest.hexdigest()[:12]


def _octets(files: Mapping[str, bytes]) -> int:
    return sum(map(len, files.values()))


def _path(name: str, file: str) -> str:
    return f"{name}/{file}" if file else name
