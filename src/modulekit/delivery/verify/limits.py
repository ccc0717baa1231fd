"""How much of a stranger's package is looked at."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a package may measure, in bytes where nothing else is said. The largest that ModuleKit makes, everything in
    all languages, stays far below."""

    package: int = 1024 * MEGABYTE
    """All files, unpacked; and a zip as it lies there."""
    file: int = 256 * MEGABYTE
    members: int = 10_000
    """Files and folders, counted together."""
    depth: int = 16
    """Folders in folders."""
    path: int = 1000
    name: int = 255
    contents: int = 4 * MEGABYTE
    """The table of contents of a zip."""
    manifest: int = 4 * MEGABYTE
    page: int = 64 * 1024
    """bagit.txt, bag-info.txt and a signature."""
    ratio: int = 100
    """How many times larger a file may be than it is in the zip; text reaches 20."""
    ratio_from: int = MEGABYTE
    """Smaller files may be compressed as far as they can be."""
    findings: int = 50
    """Findings of one code that are listed; the rest is counted."""


LIMITS = Limits()
