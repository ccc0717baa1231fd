"""The cache of a workspace: opened for a command, and put in order after it.

Takes the folder of a workspace. What a person may want to know of the cache is told by ``modulekit cache``.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from modulekit.cache import LIMIT, Cache, write_whole
from modulekit.cache.files import PARTS, clear_parts
from modulekit.cache.seal import is_sealed, seal
from modulekit.cache.sweep import cleared, swept

LAST, AGED, SIZE = "last.json", "aged", "cache-limit"
UNUSED_DAYS = 30
"""After so many days an entry that nobody asked for goes, even where there is room."""

_DAY = 86_400  # seconds


def folder_of(root: Path) -> Path:
    """Where the cache of the workspace at ``root`` lies."""
    return root / ".modulekit" / "cache"


def limit_of(root: Path) -> int:
    """How many bytes the cache of a workspace may take, as ``modulekit cache limit`` set it."""
    try:
        return max(0, int((root / ".modulekit" / SIZE).read_text(encoding="ascii")))
    except (OSError, ValueError):
        return LIMIT


def sealed(root: Path) -> Path:
    """The folder of the cache of a workspace. Raises ``OSError`` where no build has made one here that may be
    believed."""
    folder = folder_of(root)
    if not is_sealed(folder):
        raise FileNotFoundError(f"{folder} holds no cache that was filled here")
    return folder


@contextmanager
def cache_for(root: Path, *, use: bool) -> Iterator[Cache]:
    """The cache of the workspace at ``root`` for one command; one that keeps nothing where it is not to be used, or
    cannot be."""
    folder = folder_of(root)
    try:
        if use and not is_sealed(folder):
            _begin(folder)
    except OSError:
        use = False
    if not use:
        yield Cache()
        return
    clear_parts(folder / PARTS)
    cache = Cache(folder, limit_of(root))
    try:
        yield cache
    finally:
        with contextlib.suppress(OSError):
            tell_last(folder, cache.tally.by_kind())
            _age(folder, cache.limit)


def _begin(folder: Path) -> None:
    """Empty a cache that was filled elsewhere, or make one that git leaves alone. Raises ``OSError``."""
    cleared(folder)
    seal(folder)
    ignored = folder.parent / ".gitignore"
    if not ignored.exists():
        ignored.write_text("# Made by ModuleKit; may be deleted at any time.\n*\n", encoding="ascii")


def tell_last(folder: Path, found: dict[str, tuple[int, int]] | None) -> None:
    """Note what the last command found and did not; ``None`` where it did not even have to look. Raises ``OSError``."""
    write_whole(folder / LAST, (json.dumps(found).encode(),))


def _age(folder: Path, limit: int) -> None:
    """Once a day, remove what nobody used for long: versions that are gone never ask for theirs again."""
    aged, now = folder / AGED, time.time()
    with contextlib.suppress(FileNotFoundError):
        if now - _DAY < aged.stat().st_mtime <= now:
            return
    swept(folder, limit, now - UNUSED_DAYS * _DAY)
    aged.touch()
    os.utime(aged)
