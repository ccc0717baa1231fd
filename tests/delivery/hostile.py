"""Zips that nobody should open: each made by code, each refused for its own reason.

What can be said by names and bytes is written as a bag whose lists are right, so that only the danger itself is there
to be found.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tests.delivery.bags import GOOD, TOP, bag, manifest
from tests.delivery.hostile_folders import FOLDERS
from tests.delivery.zips import Part, part, zipped


def parts(files: Mapping[str, bytes] | None = None) -> list[Part]:
    """The entries of a zip of a bag."""
    return [part(f"{TOP}/{name}", data) for name, data in (files or bag()).items()]


def with_file(name: str, data: bytes = b"x") -> bytes:
    """A zip of a bag whose lists hold one more file, called ``name``, rightly."""
    return zipped(parts(bag({**GOOD, name: data})))


def changed(**fields: object) -> bytes:
    """A zip whose first entry, data/guide.pdf, has other fields."""
    first, *rest = parts()
    return zipped([replace(first, **fields), *rest])  # type: ignore[arg-type]


def _bomb(**fields: object) -> bytes:
    """40 MB of zeros in 40 KB."""
    files = bag({**GOOD, "data/zeros.bin": bytes(40 * 1024 * 1024)})
    entries = [part(f"{TOP}/{name}", data, deflate=True) for name, data in files.items()]
    return zipped(replace(one, **fields) if one.name.endswith(b"zeros.bin") else one for one in entries)  # type: ignore[arg-type]


def _overlapping() -> bytes:
    """Many entries share one body, as in the best known of bombs."""
    first, *rest = parts()
    shared = [replace(first, name=f"{TOP}/data/{number}.pdf".encode(), offset=0) for number in range(200)]
    return zipped([first, *rest, *shared])


def _many() -> bytes:
    return zipped([*parts(), *(part(f"{TOP}/data/{number}") for number in range(12_000))])


def _two_packages() -> bytes:
    return zipped([*parts(), *(part(f"other/{name}", data) for name, data in bag().items())])


def _zip64() -> bytes:
    extra = struct.pack("<2HQ", 1, 8, 15)
    return changed(extra=extra, size=0xFFFFFFFF)


def _second_table() -> bytes:
    """Two tables of contents: readers that look from the front find the other one."""
    other = zipped(part(f"{TOP}/{name}", data) for name, data in bag({"data/guide.pdf": b"another\n"}).items())
    own = parts()
    return zipped([replace(own[0], before=other), *own[1:]])


def _doubled(line: int = 0) -> dict[str, bytes]:
    listed = bag()["manifest-sha256.txt"].splitlines(keepends=True)
    return bag(manifest_sha256=b"".join([*listed, listed[line]]))


def _doubled_otherwise() -> dict[str, bytes]:
    listed = bag()["manifest-sha256.txt"]
    return bag(manifest_sha256=listed + b"0" * 64 + b"  data/guide.pdf\n")


def _list_of_lines(line: bytes) -> bytes:
    return zipped(parts(bag(manifest_sha256=bag()["manifest-sha256.txt"] + line)))


def _with(name: str, data: bytes) -> bytes:
    return zipped([*parts(), part(f"{TOP}/{name}", data)])


_UNICODE_PATH = struct.pack("<2HBL", 0x7075, 9, 1, 0) + b"evil"
_DIGEST = b"0" * 64

ZIPS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "parent": ("MK952", lambda: with_file("data/../../evil.sh")),
    "parent-of-the-zip": ("MK952", lambda: zipped([*parts(), part("../evil.sh", b"x")])),
    "absolute": ("MK952", lambda: zipped([*parts(), part("/etc/cron.d/evil", b"x")])),
    "drive": ("MK952", lambda: zipped([*parts(), part("C:/Windows/evil.dll", b"x")])),
    "drive-inside": ("MK952", lambda: with_file("data/C:evil.dll")),
    "backslash": ("MK952", lambda: with_file("data\\..\\..\\evil.cmd")),
    "server": ("MK952", lambda: zipped([*parts(), part("\\\\server\\share\\evil", b"x")])),
    "empty-folder-name": ("MK952", lambda: with_file("data//guide.pdf")),
    "device": ("MK952", lambda: with_file("data/CON.txt")),
    "device-com": ("MK952", lambda: with_file("data/com¹")),
    "short-name": ("MK952", lambda: with_file("data/GUIDEL~1.PDF")),
    "stream": ("MK952", lambda: with_file("data/guide.pdf:hidden.exe")),
    "dot-at-the-end": ("MK952", lambda: with_file("data/guide.pdf.")),
    "space-at-the-end": ("MK952", lambda: with_file("data/day-1 /guide.pdf")),
    "escape-sequence": ("MK952", lambda: with_file("data/\x1b[2Jguide.pdf")),
    "end-of-string": ("MK952", lambda: with_file("data/guide.exe\x00.pdf")),
    "right-to-left": ("MK952", lambda: with_file("data/guide\u202efdp.exe")),
    "long-name": ("MK952", lambda: with_file(f"data/{'x' * 300}")),
    "long-path": ("MK952", lambda: with_file(f"data/{'/'.join(['abcd'] * 12_000)}")),
    "no-unicode": ("MK952", lambda: zipped([*parts(), part(f"{TOP}/data/\udcff\udcfe.pdf", b"x")])),
    "no-unicode-and-no-mark": ("MK952", lambda: zipped([*parts(), part(f"{TOP}/data/п.pdf", b"x", flags=0)])),
    "link": ("MK953", lambda: changed(data=b"/etc/passwd", mode=0o120777)),
    "device-node": ("MK953", lambda: changed(data=b"", mode=0o020666)),
    "channel": ("MK953", lambda: changed(data=b"", mode=0o010666)),
    "windows-link": ("MK953", lambda: changed(dos=0x400)),
    "encrypted": ("MK953", lambda: changed(flags=1)),
    "encrypted-strongly": ("MK953", lambda: changed(flags=0x41)),
    "encrypted-by-aes": ("MK953", lambda: changed(extra=struct.pack("<2H7s", 0x9901, 7, b"\2\0AE\3\0\0"))),
    "case": ("MK954", lambda: with_file("data/GUIDE.pdf")),
    "case-of-folders": ("MK954", lambda: with_file("data/Day-1/other.pdf")),
    "case-in-cyrillic": ("MK954", lambda: zipped(parts(bag({**GOOD, "data/Ә.pdf": b"1", "data/ә.pdf": b"2"})))),
    "composed-letters": ("MK954", lambda: zipped(parts(bag({**GOOD, "data/й": b"1", "data/и\u0306": b"2"})))),
    "twice": ("MK954", lambda: zipped([*parts(), part(f"{TOP}/data/guide.pdf", b"another")])),
    "file-and-folder": ("MK954", lambda: with_file("data/guide.pdf/inner.txt")),
    "bomb": ("MK955", _bomb),
    "lying-bomb": ("MK959", lambda: _bomb(size=1000)),
    "nested-folders": ("MK955", lambda: with_file(f"data/{'/'.join('abcdefghijklmnopqrst')}")),
    "too-many": ("MK955", _many),
    "said-to-be-many": ("MK955", lambda: zipped(parts(), count=60_000)),
    "large-by-its-word": ("MK955", lambda: changed(size=0x7FFFFFFF, deflate=True)),
    "hidden-size": ("MK955", _zip64),
    "large-manifest": ("MK955", lambda: zipped(parts(bag(manifest_sha256=b"x" * 5_000_000)))),
    "large-signature": ("MK955", lambda: _with("tagmanifest-sha256.txt.sig", b"x" * 100_000)),
    "overlapping": ("MK956", _overlapping),
    "other-name-inside": ("MK956", lambda: changed(local_name=f"{TOP}/data/guide.exe".encode())),
    "other-size-inside": ("MK956", lambda: changed(local_size=3)),
    "other-flags-inside": ("MK956", lambda: changed(local_flags=0x0800)),
    "second-name": ("MK956", lambda: changed(extra=_UNICODE_PATH)),
    "second-name-inside": ("MK956", lambda: changed(local_extra=_UNICODE_PATH)),
    "damaged-notes": ("MK956", lambda: changed(extra=b"\x01\x02\x03")),
    "something-before": ("MK956", lambda: changed(before=b"#!/bin/sh\nexec evil\n")),
    "something-between": ("MK956", lambda: changed(after=b"hidden")),
    "something-before-the-table": ("MK956", lambda: zipped(parts(), gap=b"hidden")),
    "something-behind": ("MK956", lambda: zipped(parts(), tail=b"hidden")),
    "comment": ("MK956", lambda: zipped(parts(), comment=b"hidden")),
    "comment-of-a-file": ("MK956", lambda: changed(comment=b"hidden")),
    "second-table": ("MK956", _second_table),
    "fewer-than-listed": ("MK956", lambda: zipped(parts(), count=3)),
    "more-than-listed": ("MK956", lambda: zipped(parts(), count=300)),
    "unknown-compression": ("MK956", lambda: changed(method=93)),
    "patch": ("MK956", lambda: changed(flags=0x20)),
    "outside-the-zip": ("MK956", lambda: changed(offset=0x7FFFFFF0)),
    "folder-with-bytes": ("MK956", lambda: zipped([*parts(), part(f"{TOP}/data/x/", b"bytes", mode=0o040755)])),
    "folder-as-file": ("MK956", lambda: changed(mode=0o040755)),
    "wrong-checksum": ("MK959", lambda: changed(crc=1)),
    "broken-compression": ("MK959", lambda: changed(method=8, size=9)),
    "cut-off": ("MK951", lambda: zipped(parts())[:-40]),
    "no-zip": ("MK951", lambda: b"This is a letter.\n"),
    "empty-file": ("MK951", lambda: b""),
    "empty-zip": ("MK951", lambda: zipped([])),
    "only-the-mark": ("MK951", lambda: zipped([part(f"{TOP}/bagit.txt", bag()["bagit.txt"])])),
    "no-folder": ("MK951", lambda: zipped(part(name, data) for name, data in bag().items())),
    "two-packages": ("MK951", _two_packages),
    "network": ("MK951", lambda: zipped(parts(bag({**GOOD, "fetch.txt": b"http://example.com/x 1 data/x\n"})))),
    "old-bagit": ("MK951", lambda: zipped(parts(bag(bagit=b"BagIt-Version: 0.97\n")))),
    "other-encoding": (
        "MK951",
        lambda: zipped(parts(bag(bagit=b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"))),
    ),
    "nothing-in-it": ("MK951", lambda: zipped(parts(bag({"START.html": b"x"})))),
    "listed-twice": ("MK957", lambda: zipped(parts(_doubled()))),
    "listed-twice-with-two-digests": ("MK957", lambda: zipped(parts(_doubled_otherwise()))),
    "listed-in-one-list": (
        "MK957",
        lambda: zipped(parts(bag(manifest_sha512=manifest({"data/guide.pdf": GOOD["data/guide.pdf"]}, "sha512")))),
    ),
    "manifest-in-utf-16": ("MK957", lambda: zipped(parts(bag(manifest_sha256="x".encode("utf-16"))))),
    "manifest-with-mark": ("MK957", lambda: zipped(parts(bag(manifest_sha256=b"\xef\xbb\xbf")))),
    "manifest-without-digest": ("MK957", lambda: _list_of_lines(b"data/other.pdf\n")),
    "manifest-with-short-digest": ("MK957", lambda: _list_of_lines(b"0" * 40 + b"  data/other.pdf\n")),
    "manifest-cut-off": ("MK957", lambda: _list_of_lines(_DIGEST + b"  data/oth")),
    "manifest-with-windows-line-ends": ("MK952", lambda: _list_of_lines(_DIGEST + b"  data/other.pdf\r\n")),
    "manifest-with-bare-percent": ("MK957", lambda: _list_of_lines(_DIGEST + b"  data/100%.pdf\n")),
    "manifest-with-line-end-in-name": ("MK952", lambda: _list_of_lines(_DIGEST + b"  data/a%0Ab\n")),
    "manifest-leads-out": ("MK952", lambda: _list_of_lines(_DIGEST + b"  data/../../../etc/passwd\n")),
    "manifest-of-endless-folders": (
        "MK955",
        lambda: _list_of_lines(b"".join(_DIGEST + b"  data/%d/" % n + b"a/" * 450 + b"b\n" for n in range(4000))),
    ),
    "manifest-of-one-endless-path": (
        "MK952",
        lambda: _list_of_lines(_DIGEST + b"  data/" + b"a/" * 2_000_000 + b"b\n"),
    ),
    "manifest-of-many-lines": ("MK955", lambda: _list_of_lines(b"\n" * 4_000_000)),
    "facts-of-many-lines": ("MK957", lambda: zipped(parts(bag(bag_info=b"a: b\n c\n" * 7_000 + b"no fact\n")))),
    "facts-without-end": ("MK957", lambda: zipped(parts(bag(bag_info=b"Payload-Oxum: 1" + b"\n 1" * 20_000)))),
    "manifest-of-empty-lines": ("MK957", lambda: _list_of_lines(b"\n" * 9_900)),
    "manifest-of-a-page": ("MK957", lambda: _list_of_lines(_DIGEST + b"  START.html\n")),
    "unknown-list": ("MK957", lambda: zipped(parts(bag({**GOOD, "manifest-md5.txt": b""})))),
    "wrong-count": ("MK957", lambda: zipped(parts(bag(bag_info=b"Payload-Oxum: 1.1\n")))),
    "no-count": ("MK957", lambda: zipped(parts(bag(bag_info=b"Payload-Oxum: many\n")))),
    "no-facts": ("MK957", lambda: zipped(parts(bag(bag_info=b"\xff\xfe")))),
    "added": ("MK960", lambda: _with("data/readme.exe", b"MZ")),
    "added-page": ("MK960", lambda: _with("readme.html", b"<p>")),
    "added-beside": ("MK960", lambda: zipped([*parts(), part("readme.exe", b"MZ")])),
    "added-by-the-mac": ("MK960", lambda: zipped([*parts(), part(f"__MACOSX/{TOP}/._x", b"x")])),
    "added-list": ("MK957", lambda: _with("tagmanifest-md5.txt", b"")),
    "added-folder": ("MK960", lambda: zipped([*parts(), part(f"{TOP}/data/empty/", mode=0o040755)])),
}
"""Zips by name, each with the code that it is refused for."""


def packages(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Every hostile package, made in ``folder``: its name, the code that it is refused for, its path."""
    for name, (code, made) in ZIPS.items():
        path = folder / f"{name}.zip"
        path.write_bytes(made())
        yield name, code, path
    for name, (code, fill) in FOLDERS.items():
        fill(folder / name)
        yield name, code, folder / name
