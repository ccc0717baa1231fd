"""A package in a zip: entries follow each other without gap or overlap, and say the same in both places.

Takes an open file, gives a box whose members are unpacked piece by piece in memory. Never writes. Must not know bags
beyond the name of the file that marks one.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterator

from modulekit.codes import finding
from modulekit.delivery.verify.box import PIECE, Box, DamagedError, Member, RefusedError, found
from modulekit.delivery.verify.limits import Limits
from modulekit.delivery.verify.names import check_paths
from modulekit.delivery.verify.zip_records import Entry, check_extra, read_entries
from modulekit.diagnostics import Diagnostic

_LOCAL = struct.Struct("<4s5H3L2H")
_AFTERWARDS = struct.Struct("<3L")
_SIZES_FOLLOW = 0x0008


def open_zip(handle: int, marker: str, limits: Limits) -> Box:
    """The package in the open file ``handle``: what lies in the one folder that holds a file called ``marker``.

    Raises :class:`RefusedError` and ``OSError``.
    """
    entries, table = read_entries(handle, os.fstat(handle).st_size, limits)
    names = [entry.name for entry in entries if not entry.is_folder]
    folders = [entry.name[:-1] for entry in entries if entry.is_folder]
    troubles = [*check_paths(names, folders, limits)]
    if len(set(folders)) != len(folders):
        troubles.append(finding("MK954", "A folder stands in the zip twice."))
    starts = dict(_places(handle, entries, table, troubles))
    if troubles:
        raise RefusedError(*troubles)
    top = _top(names, marker)
    inside = f"{top}/"
    members = {
        entry.name.removeprefix(inside): Member(
            entry.name.removeprefix(inside), entry.size, _reader(handle, entry, starts[entry.offset])
        )
        for entry in entries
        if entry.name.startswith(inside) and not entry.is_folder
    }
    kept = frozenset(name.removeprefix(inside) for name in folders if name.startswith(inside))
    beside = [name for name in (*names, *folders) if not name.startswith(inside) and name != top]
    return Box(top, members, kept, tuple(sorted(beside)))


def _top(names: list[str], marker: str) -> str:
    tops = sorted(name.removesuffix(f"/{marker}") for name in names if name.endswith(f"/{marker}"))
    tops = [top for top in tops if "/" not in top]
    if len(tops) == 1:
        return tops[0]
    if tops:
        raise RefusedError(finding("MK951", "The zip holds more than one package."))
    if marker in names:
        hint = "Zip the folder of the package, not the files in it."
        raise RefusedError(finding("MK951", "The files of the package lie in no folder.", hint=hint))
    raise RefusedError(finding("MK951", f"The zip has no folder with {marker} in it."))


def _places(handle: int, entries: list[Entry], table: int, troubles: list[Diagnostic]) -> Iterator[tuple[int, int]]:
    """Where the bytes of each entry begin, by the offset of the entry."""
    expected = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if entry.offset != expected:
            overlaps = entry.offset < expected
            words = (
                "overlaps another file of the zip" if overlaps else "has something before it that the zip does not list"
            )
            troubles.append(found("MK956", entry.name, words))
            return
        head = os.pread(handle, _LOCAL.size, entry.offset)
        if len(head) < _LOCAL.size:
            troubles.append(found("MK956", entry.name, "lies outside the zip"))
            return
        mark, _, *said, named, noted = _LOCAL.unpack(head)
        rest = os.pread(handle, named + noted, entry.offset + _LOCAL.size)
        if mark != b"PK\x03\x04" or not _agrees(entry, said, rest[:named]):
            troubles.append(found("MK956", entry.name, "is another file in the zip's table of contents"))
            return
        troubles += check_extra(rest[named:], entry.name)
        begin = entry.offset + _LOCAL.size + named + noted
        yield entry.offset, begin
        expected = begin + entry.packed
        if entry.flags & _SIZES_FOLLOW:
            expected += _afterwards(handle, entry, expected)
    if expected != table:
        words = "Something stands in the zip that its table of contents does not list."
        troubles.append(finding("MK956", words if expected < table else "The last file of the zip overlaps its table."))


def _agrees(entry: Entry, said: list[int], name: bytes) -> bool:
    """Whether the words before a file are those of the table; its sizes may stand behind it instead."""
    flags, method, _, _, crc, packed, size = said
    later = entry.flags & _SIZES_FOLLOW and (crc, packed, size) == (0, 0, 0)
    same = (crc, packed, size) == (entry.crc, entry.packed, entry.size)
    known = (flags, method, name) == (entry.flags, entry.method, entry.raw_name)
    return known and bool(later or same)


def _afterwards(handle: int, entry: Entry, at: int) -> int:
    """The length of the sizes that follow a file, with or without a mark of their own; 0 where they are wrong."""
    data = os.pread(handle, 4 + _AFTERWARDS.size, at)
    expected = _AFTERWARDS.pack(entry.crc, entry.packed, entry.size)
    if data == b"PK\x07\x08" + expected:
        return len(data)
    return len(expected) if data.startswith(expected) else 0


def _reader(handle: int, entry: Entry, start: int) -> Callable[[], Iterator[bytes]]:
    def read() -> Iterator[bytes]:
        crc = count = 0
        for piece in _inflated(handle, entry, start) if entry.deflated else _raw(handle, entry, start):
            count += len(piece)
            if count > entry.size:
                raise DamagedError("is larger than the zip says")
            crc = zlib.crc32(piece, crc)
            yield piece
        if count != entry.size or crc != entry.crc:
            raise DamagedError("was damaged in the zip")

    return read


def _raw(handle: int, entry: Entry, start: int) -> Iterator[bytes]:
    at, end = start, start + entry.packed
    while at < end:
        piece = os.pread(handle, min(PIECE, end - at), at)
        if not piece:
            raise DamagedError("breaks off")
        at += len(piece)
        yield piece


def _inflated(handle: int, entry: Entry, start: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _raw(handle, entry, start):
            if unpacker.eof:
                raise DamagedError("has something behind its end")
            waiting = piece
            while waiting and not unpacker.eof:
                yield unpacker.decompress(waiting, PIECE)
                waiting = unpacker.unconsumed_tail
        while not unpacker.eof and (rest := unpacker.decompress(b"", PIECE)):
            yield rest
    except zlib.error as error:
        raise DamagedError("cannot be unpacked") from error
    if not unpacker.eof or unpacker.unused_data:
        raise DamagedError("does not end where the zip says")
