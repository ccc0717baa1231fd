"""A content-addressed cache on disk, safe for several processes at once.

Takes a key made of everything that can change the bytes, gives the bytes back or nothing. A damaged entry counts as
missing. Must not know what it keeps, and must never make a build fail: a full or read-only disk only makes it slower.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size


def key_of(*ingredients: bytes | str) -> str:
    """The SHA-256 of ``ingredients`` in hexadecimal; lengths are mixed in, so that no two splits collide."""
    digest = hashlib.sha256()
    for ingredient in ingredients:
        data = ingredient.encode() if isinstance(ingredient, str) else ingredient
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries under ``folder``; without a folder nothing is kept."""

    folder: Path | None = None

    def get(self, key: str) -> bytes | None:
        """The bytes kept under ``key``, or ``None`` where there are none or they were damaged."""
        if self.folder is None:
            return None
        try:
            stored = self._path(key).read_bytes()
        except OSError:
            return None
        digest, data = stored[:_DIGEST], stored[_DIGEST:]
        return data if hashlib.sha256(data).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``. Readers see the whole entry or none."""
        if self.folder is None:
            return
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, (hashlib.sha256(data).digest(), data))

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / key[2:]


def write_whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write ``path`` so that a reader finds the old file or the new one, never a part of it.

    Raises ``OSError``; the temporary file is removed first.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
