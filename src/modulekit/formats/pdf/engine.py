"""Which libraries lay out a page: everything beside the job itself that can change a fragment's bytes.

Gives a text for cache keys without importing WeasyPrint, which takes about a second. Must not know jobs.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import importlib.metadata
import sys
from pathlib import Path

FRAGMENT_FORMAT = 6
"""Goes up with every change of what a kept fragment holds or how it is made."""

_SHARED = {  # library: how each system names the file, and the function that tells the version
    "pango": (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    "harfbuzz": (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
}


@functools.cache
def engine() -> str:
    """Names and versions of all that takes part in a layout."""
    packages = [f"{name} {importlib.metadata.version(name)}" for name in ("weasyprint", "pydyf", "pyphen")]
    shared = [f"{name} {_shared_version(*where)}" for name, where in _SHARED.items()]
    return "; ".join([f"fragment {FRAGMENT_FORMAT}", f"python {sys.version_info[:2]}", *packages, *shared])


def _shared_version(files: tuple[str, ...], function: str) -> str:
    for file in files:
        try:
            call = getattr(ctypes.CDLL(file), function)
        except (OSError, AttributeError):
            continue
        call.restype = ctypes.c_char_p
        return str(call().decode())
    return "unknown"


def fonts_digest(folder: Path) -> str:
    """The SHA-256 over the names and bytes of the fonts in ``folder``."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.[to]tf")):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
