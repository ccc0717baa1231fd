"""A folder to read from, and nothing outside of it.

Takes paths as an author writes them, gives bytes. Must not know what the files mean. Every file that ModuleKit reads of
a workspace comes through here, and can be remembered.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from modulekit.seen import Question, Seen

LARGEST = 64_000_000
"""Bytes; more than any picture that is printed. What a kind of file may have is asked elsewhere."""

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)", re.IGNORECASE)
_IMPOSSIBLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


class PathRefusedError(ValueError):
    """A path that may not be followed; the message is a sentence for its author."""


class FileTooLargeError(ValueError):
    """A file of more bytes than anything of a course has; ``size`` is how many."""

    def __init__(self, size: int) -> None:
        super().__init__(f"it has {size / 1_000_000:,.0f} MB, at most {LARGEST // 1_000_000} MB are read")
        self.size = size


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
    """The files under ``root``. Paths use forward slashes and are relative to it.

    ``seen`` remembers what was asked, where somebody wants to know later; ``below`` is where ``root`` stands in the
    folder that it remembers.
    """

    root: Path
    seen: Seen | None = field(default=None, compare=False, repr=False)
    below: str = ""

    def read(self, path: str) -> bytes:
        """The bytes of a file; where it was read before and is remembered, the bytes that it had then.

        Raises :class:`PathRefusedError` where the path leaves the folder, cannot exist everywhere or is no file that
        ends, :class:`FileTooLargeError` where it is larger than ``LARGEST``, ``OSError`` where it is not there or
        cannot be read.
        """
        if self.seen is None:
            return self._read(path)
        return self.seen.bytes_of((self.below, "read", path), lambda: self._read(path))

    def has(self, path: str) -> bool:
        """Whether ``path`` is a file that may be read."""
        if self.seen is None:
            return self._has(path)
        return self.seen.answer_of((self.below, "has", path), lambda: self._has(path))

    def can_open(self, path: str) -> bool:
        """``True`` where a file can be read; it is opened to find out.

        Raises what :meth:`read` raises where it cannot.
        """
        if self.seen is None:
            return self._can_open(path)
        return self.seen.answer_of((self.below, "open", path), lambda: self._can_open(path))

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
        if self.seen is None:
            return self._names(folder)
        return self.seen.answer_of((self.below, "names", folder), lambda: self._names(folder))

    def under(self, folder: str) -> Files:
        """The files of one of the folders."""
        return Files(self.root / folder, self.seen, f"{self.below}/{folder}" if self.below else folder)

    def would_answer(self, answers: Mapping[Question, str]) -> bool:
        """Whether every question in ``answers`` has the same answer today."""
        for (below, asked, path), answer in answers.items():
            now = Seen()
            there = Files(self.root / below if below else self.root, now, below)
            ask = {"read": there.read, "has": there.has, "open": there.can_open, "names": there.names}.get(asked)
            if ask is None:
                return False
            with contextlib.suppress(OSError, ValueError):
                ask(path)
            if now.answers != {(below, asked, path): answer}:
                return False
        return True

    def _read(self, path: str) -> bytes:
        with self._opened(path) as file:
            return file.read()

    def _has(self, path: str) -> bool:
        try:
            return self._inside(path).is_file()
        except (PathRefusedError, OSError):
            return False

    def _can_open(self, path: str) -> bool:
        with self._opened(path):
            return True

    def _opened(self, path: str) -> BinaryIO:
        """A file that ends, and soon: a pipe could make us wait for ever, and a device has no end."""
        file = open(self._inside(path), "rb", opener=_at_once)  # noqa: SIM115 - the caller closes it
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            file.close()
            raise PathRefusedError("It is a pipe or a device, not a file.")
        if found.st_size > LARGEST:
            file.close()
            raise FileTooLargeError(found.st_size)
        return file

    def _names(self, folder: str) -> tuple[tuple[str, bool], ...]:
        place = self.root / folder
        if not place.is_dir():
            return ()
        # A link to a folder counts as a file: whoever reads it is told where it leads, and no circle is followed.
        entries = [(item.name, item.is_dir() and not item.is_symlink()) for item in place.iterdir()]
        return tuple(sorted(entry for entry in entries if not entry[0].startswith((".", "~$"))))

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


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in name)
