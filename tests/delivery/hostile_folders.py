"""Folders that nobody should trust, each refused for its own reason."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.delivery.bags import bag


def _folder(target: Path) -> Path:
    for name, data in bag().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return target


def _link(target: Path) -> None:
    (_folder(target) / "data/guide.pdf").unlink()
    (target / "data/guide.pdf").symlink_to("/etc/passwd")


def _link_to_itself(target: Path) -> None:
    (_folder(target) / "data/loop").symlink_to(target)


def _linked_list(target: Path) -> None:
    (_folder(target) / "manifest-sha256.txt").unlink()
    (target / "manifest-sha256.txt").symlink_to("/dev/zero")


def _channel(target: Path) -> None:
    os.mkfifo(_folder(target) / "data/channel")


def _channel_for_a_list(target: Path) -> None:
    (_folder(target) / "manifest-sha256.txt").unlink()
    os.mkfifo(target / "manifest-sha256.txt")


def _socket(target: Path) -> None:
    _folder(target)
    here = Path.cwd()
    os.chdir(target)  # the path of a socket may have no more than 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket")
    finally:
        os.chdir(here)


def _sparse(target: Path) -> None:
    with (_folder(target) / "data/guide.pdf").open("wb") as file:
        file.truncate(3 * 1024**4)


def _sparse_list(target: Path) -> None:
    with (_folder(target) / "manifest-sha512.txt").open("wb") as file:
        file.truncate(200 * 1024**2)


def _crowd(target: Path) -> None:
    for number in range(10_001):
        (target if number else _folder(target)).joinpath(f"{number}").touch()


def _deep(target: Path) -> None:
    (_folder(target) / "data" / "/".join("abcdefghijklmnopqrst")).mkdir(parents=True)


def _backslash(target: Path) -> None:
    (_folder(target) / "data\\..\\evil.cmd").touch()


def _no_unicode(target: Path) -> None:
    Path(os.fsdecode(os.fsencode(_folder(target)) + b"/\xff\xfe")).touch()


def _unreadable_name(target: Path) -> None:
    (_folder(target) / "data/\x1b]0;evil\x07").touch()


def _case(target: Path) -> None:
    (_folder(target) / "data/GUIDE.PDF").touch()


def _added(target: Path) -> None:
    (_folder(target) / "Thumbs.db").touch()


def _empty(target: Path) -> None:
    target.mkdir()


FOLDERS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "folder-link": ("MK953", _link),
    "folder-link-to-itself": ("MK953", _link_to_itself),
    "folder-linked-list": ("MK953", _linked_list),
    "folder-channel": ("MK953", _channel),
    "folder-channel-for-a-list": ("MK953", _channel_for_a_list),
    "folder-socket": ("MK953", _socket),
    "folder-sparse": ("MK955", _sparse),
    "folder-sparse-list": ("MK955", _sparse_list),
    "folder-crowd": ("MK955", _crowd),
    "folder-deep": ("MK955", _deep),
    "folder-backslash": ("MK952", _backslash),
    "folder-no-unicode": ("MK952", _no_unicode),
    "folder-escape-sequence": ("MK952", _unreadable_name),
    "folder-case": ("MK954", _case),
    "folder-added": ("MK960", _added),
    "folder-empty": ("MK951", _empty),
}
"""Folders by name, each with the code that it is refused for."""
