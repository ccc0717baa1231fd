"""A content-addressed cache on disk, safe for several processes at once and bounded in size.

Takes a key made of everything that can change the bytes, gives the bytes back or nothing. A damaged entry counts as
missing and is removed. Must not know what it keeps, and must never make a build fail: a full or read-only disk only
makes it slower. Nothing that stands in an entry is ever executed or unpickled.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from modulekit.cache.files import PARTS, write_whole
from modulekit.cache.sweep import grown, swept, too_big
from modulekit.cache.tally import Tally

__all__ = ["LIMIT", "Cache", "key_of", "write_whole"]

LIMIT = 2_000_000_000
"""Bytes that a cache takes on disk at most, unless somebody says otherwise."""

_DIGEST = hashlib.sha256().digest_size
_KIND = re.compile(r"[a-z]+( [a-z]+)*")


def key_of(kind: str, *ingredients: bytes | str) -> str:
    """A key for an entry of a ``kind``, a few plain words that statistics show: ``pdf fragment``.

    It holds the SHA-256 of ``ingredients``; lengths are mixed in, so that no two splits collide. Raises ``ValueError``
    for a kind that is not lower-case words.
    """
    if not _KIND.fullmatch(kind):
        raise ValueError(f"{kind!r} is no kind of an entry")
    digest = hashlib.sha256()
    for ingredient in (kind, *ingredients):
        data = ingredient.encode() if isinstance(ingredient, str) else ingredient
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"{kind.replace(' ', '-')}/{digest.hexdigest()}"


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries under ``folder``, ``limit`` bytes at most; without a folder nothing is kept.

    ``tally`` counts what was found and what was not by this cache since it was opened.
    """

    folder: Path | None = None
    limit: int = LIMIT
    tally: Tally = field(default_factory=Tally, compare=False)

    def get(self, key: str) -> bytes | None:
        """The bytes kept under ``key``, or ``None`` where there are none or they were damaged."""
        if self.folder is None:
            return None
        path = _path(self.folder, key)
        try:
            stored = path.read_bytes()
        except OSError:
            self.tally.missed(key)
            return None
        digest, data = stored[:_DIGEST], stored[_DIGEST:]
        with contextlib.suppress(OSError):
            if hashlib.sha256(data).digest() != digest:
                path.unlink()
            else:
                os.utime(path)  # whoever was used last goes last
                self.tally.found(key)
                return data
        self.tally.missed(key)
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``. Readers see the whole entry or none."""
        if self.folder is None or too_big(len(data), self.limit):
            return
        path = _path(self.folder, key)
        with contextlib.suppress(OSError):
            (self.folder / PARTS).mkdir(parents=True, exist_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
            if grown(self.folder, _DIGEST + len(data), self.limit):
                swept(self.folder, self.limit)
            write_whole(path, (hashlib.sha256(data).digest(), data), self.folder / PARTS)


def _path(folder: Path, key: str) -> Path:
    kind, _, digest = key.partition("/")
    return folder / kind / digest[:2] / digest[2:]
