"""What a build needs of the computer: system libraries, fonts and templates, and room to write."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from dataclasses import dataclass

_LIBRARIES = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib", "libharfbuzz-subset-0.dll"),
}
INSTALL = "apt-get install --no-install-recommends"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, whether it is there, and what to do where it is not."""

    what: str
    good: bool
    hint: str = ""


def missing_libraries() -> tuple[str, ...]:
    """The Debian packages of the system libraries that cannot be loaded."""
    return tuple(package for package, names in _LIBRARIES.items() if not any(_loads(name) for name in names))


def examine() -> Iterator[Finding]:
    """Everything that a build needs, one finding each."""
    from modulekit import resources

    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(f"Python {version}", sys.version_info >= (3, 11), "Install Python 3.11 or newer.")
    missing = missing_libraries()
    for package in _LIBRARIES:
        yield Finding(package, package not in missing, f"{INSTALL} {package}")
    try:
        templates = resources.templates()
    except FileNotFoundError as error:
        yield Finding("templates and fonts", good=False, hint=str(error))
        return
    fonts = sorted((templates / "fonts").glob("*.ttf"))
    yield Finding(f"{len(fonts)} font files", len(fonts) > 0, "Install ModuleKit again: its fonts are missing.")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
