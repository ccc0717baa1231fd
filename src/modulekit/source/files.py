"""A folder to read from, and nothing outside of it.

Takes paths as an author writes them, gives bytes. Must not know what the files mean. Every file that ModuleKit reads of
a workspace comes through here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)", re.IGNORECASE)
_IMPOSSIBLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


class PathRefusedError(ValueError):
    """A path that may not be followed; the message is a sentence for its author."""


def refusal_of(path: str) -> str | None:
    """Why ``path`` cannot be the path of a file of a course, or ``None`` where it can."""
    if "\\" in path:
        return "Paths are written with forward slashes."
    if path.startswith("/") or re.match(r"^[A-Za-z]:", path):
        return "A path is relative; it begins with the name of a folder or a file."
    for name in path.split("/"):
        if name in ("", ".", ".."):
            return "A path goes straight down, without “..”, “.” or “//”."
        if _IMPOSSIBLE.search(name):
            return f"The name “{_shown(name)}” holds a character that Windows does not allow."
        if name[-1] in ". " or name[0] == " ":
            return f"The name “{name}” begins or ends with a space or a dot, which Windows does not keep."
        if _RESERVED.match(name):
            return f"The name “{name}” belongs to a device on Windows."
        if unicodedata.normalize("NFC", name) != name:
            return f"The name “{name}” holds letters in two parts, which not every system finds again."
    return None


@dataclass(frozen=True, slots=True)
class Files:
    """The files under ``root``. Paths use forward slashes and are relative to it."""

    root: Path

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises :class:`PathRefusedError` where the path leaves the folder or cannot exist everywhere, ``OSError`` where
        the file is not there or cannot be read.
        """
        return self._inside(path).read_bytes()

    def has(self, path: str) -> bool:
        """Whether ``path`` is a file that may be read."""
        try:
            return self._inside(path).is_file()
        except (PathRefusedError, OSError):
            return False

    def can_open(self, path: str) -> bool:
        """``True`` where a file can be read; it is opened to find out.

        Raises what :meth:`read` raises where it cannot.
        """
        with self._inside(path).open("rb"):
            return True

    def files(self, folder: str) -> tuple[str, ...]:
        """All files under ``folder`` by path, sorted; hidden ones are left out. Nothing where there is no such folder.

        Raises ``OSError`` where a folder cannot be listed.
        """
        found: list[str] = []
        for name, is_folder in self.names(folder):
            path = f"{folder}/{name}" if folder else name
            if is_folder:
                found.extend(self.files(path))
            else:
                found.append(path)
        return tuple(found)

    def names(self, folder: str) -> tuple[tuple[str, bool], ...]:
        """The names in ``folder``, sorted, each with whether it is a folder; hidden ones are left out.

        Raises ``OSError`` where the folder cannot be listed.
        """
        place = self.root / folder
        if not place.is_dir():
            return ()
        # A link to a folder counts as a file: whoever reads it is told where it leads, and no circle is followed.
        entries = [(item.name, item.is_dir() and not item.is_symlink()) for item in place.iterdir()]
        return tuple(sorted(entry for entry in entries if not entry[0].startswith((".", "~$"))))

    def under(self, folder: str) -> Files:
        """The files of one of the folders."""
        return Files(self.root / folder)

    def _inside(self, path: str) -> Path:
        reason = refusal_of(path)
        if reason is not None:
            raise PathRefusedError(reason)
        place = self.root.joinpath(*PurePosixPath(path).parts)
        try:
            is_inside = place.resolve().is_relative_to(self.root.resolve())
        except RuntimeError:
            raise PathRefusedError("It is a link that leads back to itself.") from None
        if not is_inside:
            raise PathRefusedError("It leads out of its folder through a link.")
        return place


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in name)
