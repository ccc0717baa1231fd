"""Which libraries lay out a page: everything beside the job itself that can change a fragment's bytes.

Gives a text for cache keys without importing WeasyPrint, which takes about a second. Must not know jobs.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import sys
from pathlib import Path

from modulekit.installation import system_libraries

FRAGMENT_FORMAT = 7
"""Goes up with every change of what a kept fragment holds or how it is made."""


@functools.cache
def engine() -> str:
    """Names and versions of all that takes part in a layout."""
    packages = [f"{name} {importlib.metadata.version(name)}" for name in ("weasyprint", "pydyf", "pyphen")]
    python = f"python {sys.version_info[:2]}"
    return "; ".join([f"fragment {FRAGMENT_FORMAT}", python, *packages, system_libraries()])


def fonts_digest(folder: Path) -> str:
    """The SHA-256 over the names and bytes of the fonts in ``folder``."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.[to]tf")):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
