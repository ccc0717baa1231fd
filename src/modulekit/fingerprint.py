"""What makes an output beside the course and the options: the program, its templates and fonts, Python, the installed
packages, and the libraries of the system that lay out text.

Gives one digest over the contents of all of them, without importing any. Must not know courses.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from modulekit.resources import templates

_LOADED = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)
_TOLD = {
    *("libpango-1.0", "libpangoft2-1.0", "libharfbuzz", "libharfbuzz-subset", "libfontconfig"),
    *("libfreetype", "libfribidi", "libthai", "libgraphite2"),
}
"""Libraries that can change a line of text; the ones above bring the others along, in whatever process."""

_MAPS = Path("/proc/self/maps")


@functools.cache
def fingerprint() -> str:
    """The digest, in hexadecimal; nothing where a part cannot be told, and then nothing may rely on it."""
    digest = hashlib.sha256(f"{sys.version} {sys.platform} {os.uname().machine}".encode())
    try:
        for name, path in (*_files(Path(__file__).parent), *_files(templates()), *_packages(), *system_libraries()):
            digest.update(f"\0{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    except OSError:
        return ""
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below ``folder``, by its place in it, but what Python makes of it."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = Path(place, name)
                yield str(path.relative_to(folder)), path


def _packages() -> Iterator[tuple[str, Path]]:
    """The lists of files, with their digests, of everything that is installed for this Python."""
    for place in dict.fromkeys(sys.path):
        folder = Path(place)
        if folder.is_dir():
            for item in sorted(folder.glob("*.dist-info")):
                for record in (item / "RECORD", item / "METADATA"):
                    if record.is_file():
                        yield f"{item.name}/{record.name}", record


def system_libraries() -> Iterator[tuple[str, Path]]:
    """The files of the libraries that are used, which the system finds in its own way. Raises ``OSError`` where it does
    not tell which it found."""
    for name in _LOADED:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue  # without it no page is laid out, and with it another list is told
    lines = _MAPS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    for name in sorted({fields[5] for line in lines if len(fields := line.split(maxsplit=5)) == 6}):
        path = Path(name)
        if path.name.partition(".so")[0] in _TOLD and "-packages/" not in name:  # packages carry copies for themselves
            yield path.name, path
