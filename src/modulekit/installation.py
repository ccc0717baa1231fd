"""What a build depends on beside the workspace: the program, its templates and fonts, libraries and Python.

Takes the folder of the templates, gives a digest or a list of versions by name. Nothing is loaded for it. Must not know
courses.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.metadata
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from modulekit import fingerprint

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_FONTS = ("*.ttf", "*.otf")
_SHARED = {  # library: how each system names the file, and the function that tells the version
    "pango": (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    "harfbuzz": (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
}


@cache
def installation(templates: Path) -> Mapping[str, str]:
    """Whatever of this installation can change a byte, by what people call it."""
    program = Path(__file__).parent
    fonts = [path for pattern in _FONTS for path in (templates / "fonts").glob(pattern)]
    others = [path for path in templates.rglob("*") if path.is_file() and path.parent != templates / "fonts"]
    return {
        "program": _digest(program, program.rglob("*.py")),
        "templates": _digest(templates, others),
        "fonts": _digest(templates, fonts),
        "libraries": "; ".join(sorted(f"{name} {version}" for name, version in _libraries("modulekit").items())),
        "system libraries": system_libraries(),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
    }


@cache
def system_libraries() -> str:
    """The libraries of the system that lay out text, as the loader finds them: names with the beginnings of their
    SHA-256, because a patched library keeps its version. Where the system does not tell its files, the versions;
    ``unknown`` where one is missing."""
    told = [f"{name} {_shared_version(*where)}" for name, where in _SHARED.items()]
    with contextlib.suppress(OSError):
        files = ((name, path.read_bytes()) for name, path in fingerprint.system_libraries())
        told += [f"{name} {hashlib.sha256(data).hexdigest()[:16]}" for name, data in files]
    return "; ".join(told)


def _shared_version(files: tuple[str, ...], function: str) -> str:
    for file in files:
        try:
            call = getattr(ctypes.CDLL(file), function)
        except (OSError, AttributeError):
            continue
        call.restype = ctypes.c_char_p
        return str(call().decode())
    return "unknown"


def _digest(folder: Path, files: Iterable[Path]) -> str:
    """The SHA-256 over names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        name = path.relative_to(folder).as_posix()
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _libraries(name: str) -> dict[str, str]:
    """The versions of all that ``name`` needs, and what that needs; extras are left out."""
    found: dict[str, str] = {}
    wanted = [name]
    while wanted:
        name = wanted.pop()
        try:
            about = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        for line in about.requires or ():
            match = _NAME.match(line)
            if match and "extra ==" not in line and _plain(match[0]) not in found:
                found[_plain(match[0])] = ""
                wanted.append(match[0])
        if _plain(name) in found:
            found[_plain(name)] = about.version
    return {name: version for name, version in found.items() if version}


def _plain(name: str) -> str:
    """One spelling of the name of a distribution."""
    return re.sub(r"[-_.]+", "-", name).lower()
