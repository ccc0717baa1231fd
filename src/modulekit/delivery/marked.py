"""Which files of a finished piece of work are marked for trainers.

Takes files by path, gives the paths of those that are for trainers: told by a build's record, by the list in a package,
or by a folder that says so. Must not know products.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

RECORD = "build.json"
TRAINERS = ("trainers", "source")
"""Folders of trainers: their papers, and the files that the course is written in, which hold everything."""

_LARGEST = 16 * 1024 * 1024  # bytes of a record


def for_trainers(files: Mapping[str, bytes], top: str = "") -> frozenset[str]:
    """The paths of ``files`` that are marked for trainers. ``top`` is what all paths begin with and says nothing."""
    marked = {path for path in files if any(part in TRAINERS for part in PurePosixPath(path[len(top) :]).parent.parts)}
    for path, data in files.items():
        if PurePosixPath(path).name == RECORD and len(data) <= _LARGEST:
            folder = PurePosixPath(path).parent
            marked.update(str(folder / named) for named in _listed(data))
    return frozenset(marked & files.keys())


def _listed(data: bytes) -> Iterator[str]:
    """The files that a record marks; nothing where it is no record."""
    try:
        entries = json.loads(data)["files"]
        yield from [str(entry["path"]) for entry in entries if entry["audience"] == "trainer"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return
