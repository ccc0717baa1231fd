"""Which libraries lay out a page: everything beside the job itself that can change a fragment's bytes.

Gives a text for cache keys without importing WeasyPrint, which takes about a second. Must not know jobs.
"""

from __future__ import annotations

import functools
import importlib.metadata
import sys

from modulekit.installation import system_libraries

FRAGMENT_FORMAT = 10
"""Goes up with every change of what a kept fragment holds or how it is made."""

_PACKAGES = ("weasyprint", "pydyf", "pyphen", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pillow")


@functools.cache
def engine() -> str:
    """Names and versions of all that takes part in a layout."""
    packages = [f"{name} {importlib.metadata.version(name)}" for name in _PACKAGES]
    python = f"python {sys.version_info[:2]}"
    return "; ".join([f"fragment {FRAGMENT_FORMAT}", python, *packages, system_libraries()])
