"""Which files of a finished piece of work are marked for trainers.

Takes files by path, gives the paths of those that are for trainers: told by a build's record, by the RO-Crate list in a
package, or by a folder that says so. Must not know products.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

RECORD = "build.json"
CRATE = "ro-crate-metadata.json"
TRAINERS = ("trainers", "source")
"""Folders of trainers: their papers, and the files that the course is written in, which hold everything."""

_LARGEST = 16 * 1024 * 1024  # bytes of a record


def for_trainers(files: Mapping[str, bytes], top: str = "") -> frozenset[str]:
    """The paths of ``files`` that are marked for trainers. ``top`` is what all paths begin with and says nothing."""
    marked = {path for path in files if any(part in TRAINERS for part in PurePosixPath(path[len(top) :]).parent.parts)}
    for path, data in files.items():
        lists = {RECORD: _recorded, CRATE: _described}.get(PurePosixPath(path).name)
        if lists and len(data) <= _LARGEST:
            folder = PurePosixPath(path).parent
            try:
                marked.update(str(folder / named) for named in lists(json.loads(data)))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue  # somebody else's file of this name
    return frozenset(marked & files.keys())


def _recorded(record: Any) -> list[str]:
    """The files that a build's record marks."""
    return [str(entry["path"]) for entry in record["files"] if entry["audience"] == "trainer"]


def _described(crate: Any) -> list[str]:
    """The files whose audience is, in the words of schema.org, one with the role of a trainer."""
    entities = crate["@graph"]
    trainers = [entity["@id"] for entity in entities if entity.get("educationalRole") == "trainer"]
    return [
        str(entity["@id"])
        for entity in entities
        if entity["@type"] == "File" and entity.get("audience", {}).get("@id") in trainers
    ]
