"""The table of contents of a zip, read by hand and believed only where it says one thing.

Takes an open file, gives its entries or refuses. Python's own reader is not used here: it takes the last table it
finds, looks past what stands between files, and does not compare what the zip says twice. Must not know bags.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from modulekit.codes import finding
from modulekit.delivery.verify.box import RefusedError, found
from modulekit.delivery.verify.limits import Limits
from modulekit.diagnostics import Diagnostic

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_EXTRA = struct.Struct("<2H")
_LARGE_COUNT, _LARGE = 0xFFFF, 0xFFFFFFFF
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_PATCH = 0x0020
_UTF8 = 0x0800
_STORED, _DEFLATED = 0, 8
_ZIP64, _OTHER_NAME, _OTHER_COMMENT = 0x0001, 0x7075, 0x6375
_ENCRYPTION = {0x9901, 0x0017}
_KINDS = {0x0: "a plain file", 0x4: "a folder", 0x8: "a plain file"}
_LABEL, _FOLDER, _REPARSE = 0x08, 0x10, 0x400


@dataclass(frozen=True, slots=True)
class Entry:
    """One file or folder as the table of contents has it. Sizes and the offset are in bytes."""

    raw_name: bytes
    name: str
    flags: int
    deflated: bool
    crc: int
    packed: int
    size: int
    offset: int

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder: its name ends with a slash."""
        return self.raw_name.endswith(b"/")

    @property
    def method(self) -> int:
        """How the file is compressed, as a zip says it."""
        return _DEFLATED if self.deflated else _STORED


def read_entries(handle: int, size: int, limits: Limits) -> tuple[list[Entry], int]:
    """The entries of the zip in the open file ``handle`` of ``size`` bytes, and where its table of contents begins.

    Raises :class:`RefusedError` and ``OSError``.
    """
    if size > limits.package:
        raise RefusedError(finding("MK955", f"The zip is larger than {limits.package} bytes."))
    count, start, length = _end(handle, size, limits)
    table = os.pread(handle, length, start)
    if len(table) != length:
        raise RefusedError(_two_things("The zip changed while it was read."))
    entries: list[Entry] = []
    troubles: list[Diagnostic] = []
    at = 0
    for _ in range(count):
        entry, at, trouble = _entry(table, at)
        entries.append(entry)
        troubles += trouble
    if at != length:
        raise RefusedError(_two_things("The table of contents of the zip is longer than what it lists."))
    troubles += _sizes(entries, size, limits)
    if troubles:
        raise RefusedError(*troubles)
    return entries, start


def check_extra(extra: bytes, name: str) -> Iterator[Diagnostic]:
    """What stands beside a name in a zip must not change what the name or the size is."""
    at = 0
    while at < len(extra):
        if at + _EXTRA.size > len(extra):
            yield found("MK956", name, "has damaged notes in the zip")
            return
        kind, length = _EXTRA.unpack_from(extra, at)
        at += _EXTRA.size + length
        if at > len(extra):
            yield found("MK956", name, "has damaged notes in the zip")
            return
        if kind in _ENCRYPTION:
            yield found("MK953", name, "is encrypted")
        elif kind in (_OTHER_NAME, _OTHER_COMMENT):
            yield found("MK956", name, "has a second name in the zip")
        elif kind == _ZIP64:
            yield found("MK955", name, "is said to be larger than 4 GB, or hides its size")


def _end(handle: int, size: int, limits: Limits) -> tuple[int, int, int]:
    """Number of entries, begin and length of the table of contents."""
    last = os.pread(handle, _END.size, max(0, size - _END.size))
    if len(last) < _END.size or not last.startswith(b"PK\x05\x06"):
        raise RefusedError(_no_end(handle, size))
    _, disk, first_disk, here, count, length, start, comment = _END.unpack(last)
    if _LARGE_COUNT in (disk, here, count) or _LARGE in (length, start):
        raise RefusedError(finding("MK955", "The zip is of the kind for more than 4 GB or 65,535 files."))
    if disk or first_disk or here != count or comment or start + length + _END.size != size:
        raise RefusedError(_two_things("The zip's last lines do not fit what stands before them."))
    if count > limits.members:
        raise RefusedError(finding("MK955", f"The zip holds {count} files, more than {limits.members}."))
    if length > limits.contents:
        raise RefusedError(finding("MK955", f"The table of contents of the zip has more than {limits.contents} bytes."))
    return count, start, length


def _no_end(handle: int, size: int) -> Diagnostic:
    window = min(size, _END.size + 0xFFFF)
    if b"PK\x05\x06" in os.pread(handle, window, size - window):
        return _two_things("Something stands behind the end of the zip, or a comment in it, which no list names.")
    if os.pread(handle, 4, 0) == b"PK\x03\x04":
        return finding("MK951", "The zip breaks off before its end.", hint="Copy it again from where it came from.")
    return finding("MK951", "This is neither a folder nor a zip.")


def _entry(table: bytes, at: int) -> tuple[Entry, int, list[Diagnostic]]:
    if at + _CENTRAL.size > len(table):
        raise RefusedError(_two_things("The table of contents of the zip is shorter than it says."))
    mark, _, _, flags, method, _, _, crc, packed, size, named, noted, said, disk, _, outer, offset = (
        _CENTRAL.unpack_from(table, at)
    )
    at += _CENTRAL.size
    end = at + named + noted + said
    if mark != b"PK\x01\x02" or end > len(table):
        raise RefusedError(_two_things("The table of contents of the zip is damaged."))
    raw, extra = table[at : at + named], table[at + named : at + named + noted]
    entry = Entry(raw, _decoded(raw, flags), flags, method == _DEFLATED, crc, packed, size, offset)
    troubles = [*check_extra(extra, entry.name), *_form(entry, method, disk, said), *_kind(entry, outer)]
    return entry, end, troubles


def _decoded(raw: bytes, flags: int) -> str:
    """The name; bytes that are not in the encoding that the zip names become letters that no name may hold."""
    return raw.decode("utf-8" if flags & _UTF8 else "ascii", "surrogateescape")


def _form(entry: Entry, method: int, disk: int, comment: int) -> Iterator[Diagnostic]:
    if entry.flags & _ENCRYPTED:
        yield found("MK953", entry.name, "is encrypted")
    if entry.flags & _PATCH or method not in (_STORED, _DEFLATED):
        yield found("MK956", entry.name, "is compressed in a way that not every computer knows")
    if disk or comment or _LARGE in (entry.packed, entry.size, entry.offset):
        yield found("MK956", entry.name, "lies partly elsewhere, or has a comment, which no list names")
    if method == _STORED and entry.packed != entry.size:
        yield found("MK956", entry.name, "has two sizes in the zip")
    if entry.is_folder and (entry.size or entry.packed):
        yield found("MK956", entry.name, "is a folder that holds bytes")


def _kind(entry: Entry, outer: int) -> Iterator[Diagnostic]:
    """A zip says in two ways what kind of thing an entry is: as Unix does, and as Windows does."""
    unix = outer >> 28
    if unix not in _KINDS:
        yield found("MK953", entry.name, "is a link or a device")
    elif (unix == 0x4 and not entry.is_folder) or (unix == 0x8 and entry.is_folder):
        yield found("MK956", entry.name, f"is {_KINDS[unix]} under the name of something else")
    if outer & _LABEL or outer & _REPARSE:
        yield found("MK953", entry.name, "is a link or the name of a disk")
    elif outer & _FOLDER and not entry.is_folder:
        yield found("MK956", entry.name, "is a folder under the name of a file")


def _sizes(entries: list[Entry], size: int, limits: Limits) -> Iterator[Diagnostic]:
    total = 0
    for entry in entries:
        total += entry.size
        if entry.size > limits.file:
            yield found("MK955", entry.name, f"is larger than {limits.file} bytes")
        elif entry.size > limits.ratio_from and entry.size > limits.ratio * entry.packed:
            yield found("MK955", entry.name, f"unpacks to more than {limits.ratio} times its size")
    if total > limits.package:
        yield finding("MK955", f"The zip unpacks to more than {limits.package} bytes.")
    if total > limits.ratio_from and total > limits.ratio * size:
        yield finding("MK955", f"The zip unpacks to more than {limits.ratio} times its size.")


def _two_things(words: str) -> Diagnostic:
    return finding("MK956", words, hint="Do not unpack this package; ask the sender for another.")
