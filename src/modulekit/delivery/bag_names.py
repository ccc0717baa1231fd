"""Names that every computer can hold: Windows, a USB stick with FAT32, a Mac.

Takes paths of files that we write, says what is wrong with them. Must not know what the files are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

LONGEST_NAME = 255
"""Letters of one name: FAT32 and NTFS count UTF-16 units, Linux counts bytes; both must fit."""

LONGEST_PATH = 200
"""Letters of a whole path: Windows stops at 260, and a package lies in a folder somewhere."""

DEEPEST = 10
"""Folders in folders: nobody finds a file that lies deeper."""

_FORBIDDEN = '<>:"|?*\\'
_SHORT = re.compile(r".{1,7}~[0-9]+(\..{0,3})?")
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}


class NameRefusedError(ValueError):
    """A file cannot stand in a package under its name. The message is one sentence that says why."""


def check_names(paths: Iterable[PurePosixPath]) -> None:
    """Raises :class:`NameRefusedError` where one of ``paths`` could not be unpacked on every computer, or not beside
    the others."""
    seen: dict[str, str] = {}
    files = sorted(paths, key=str)
    for path in files:
        check_name(path)
        for folder in (*path.parents, path):
            written = str(folder)
            other = seen.setdefault(unicodedata.normalize("NFC", written.casefold()), written)
            if other != written:
                raise NameRefusedError(f"“{written}” and “{other}” are one name on Windows.")
    folders = {folder for path in files for folder in path.parents}
    for path in files:
        if path in folders:
            raise NameRefusedError(f"“{path}” is a file and a folder at once.")


def check_name(path: PurePosixPath) -> None:
    """Raises :class:`NameRefusedError` where some computer could not hold a file called ``path``."""
    if path.is_absolute() or not path.parts:
        raise NameRefusedError(f"“{path}” is not the path of a file in a package.")
    for name in path.parts:
        trouble = _trouble(name)
        if trouble:
            raise NameRefusedError(f"“{path}” cannot be a name in a package: {trouble}.")
    if len(path.parts) - 1 > DEEPEST:
        raise NameRefusedError(f"“{path}” lies more than {DEEPEST} folders deep.")
    if _units(str(path)) > LONGEST_PATH:
        raise NameRefusedError(f"“{path}” has more than {LONGEST_PATH} letters.")


def _trouble(name: str) -> str:
    if name in ("", ".", ".."):
        return "it leads to another folder"
    if any(letter in _FORBIDDEN for letter in name):
        return f"Windows knows no names with any of {' '.join(_FORBIDDEN)}"
    if "%" in name:
        # RFC 8493, 2.1.3 wants %25 in a manifest, and neither sha256sum nor bagit.py turns that back.
        return "a percent sign in it is read differently by every program that checks packages"
    if any(unicodedata.category(letter).startswith(("C", "Zl", "Zp")) for letter in name):
        return "it holds a character that does not show"
    if name != unicodedata.normalize("NFC", name):
        return "its letters are put together from parts (Unicode NFC is needed)"
    if name[-1] in ". " or name[0] == " ":
        return "Windows takes away a dot at the end, and spaces at either end"
    if name.partition(".")[0].rstrip().lower() in _DEVICES:
        return "Windows takes it for a device"
    if _SHORT.fullmatch(name):
        return "Windows gives such short names to other files"
    if _units(name) > LONGEST_NAME or len(name.encode()) > LONGEST_NAME:
        return f"it has more than {LONGEST_NAME} letters or bytes"
    return ""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
