"""Zips put together byte by byte, so that each of their fields can lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Part:
    """One entry. What is None follows from ``data``; the fields that begin with ``local`` differ from the table."""

    name: bytes
    data: bytes = b""
    deflate: bool = False
    method: int | None = None
    flags: int = 0
    mode: int = 0o100644
    dos: int = 0
    crc: int | None = None
    size: int | None = None
    packed: int | None = None
    extra: bytes = b""
    comment: bytes = b""
    offset: int | None = None
    before: bytes = b""
    after: bytes = b""
    local_name: bytes | None = None
    local_size: int | None = None
    local_flags: int | None = None
    local_extra: bytes = b""

    @property
    def body(self) -> bytes:
        """The bytes as they lie in the zip."""
        if not self.deflate:
            return self.data
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.data) + packer.flush()


def part(name: str, data: bytes = b"", **fields: object) -> Part:
    """An entry whose name is written in UTF-8, and says so where it must."""
    raw = name.encode("utf-8", "surrogateescape")
    plain = Part(raw, data, flags=0 if raw.isascii() else 0x0800)
    return replace(plain, **fields)  # type: ignore[arg-type]


def zipped(
    parts: Iterable[Part], *, comment: bytes = b"", tail: bytes = b"", count: int | None = None, gap: bytes = b""
) -> bytes:
    """The zip of ``parts``."""
    body, table = b"", b""
    number = 0
    for one in parts:
        number += 1
        packed = one.body
        body += one.before
        offset = len(body) if one.offset is None else one.offset
        method = (8 if one.deflate else 0) if one.method is None else one.method
        crc = zlib.crc32(one.data) if one.crc is None else one.crc
        size = len(one.data) if one.size is None else one.size
        length = len(packed) if one.packed is None else one.packed
        local = one.name if one.local_name is None else one.local_name
        body += struct.pack(
            "<4s5H3L2H",
            b"PK\x03\x04",
            20,
            one.flags if one.local_flags is None else one.local_flags,
            method,
            0,
            33,
            crc,
            length,
            size if one.local_size is None else one.local_size,
            len(local),
            len(one.local_extra),
        )
        body += local + one.local_extra + packed + one.after
        table += struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02",
            0x0314,
            20,
            one.flags,
            method,
            0,
            33,
            crc,
            length,
            size,
            len(one.name),
            len(one.extra),
            len(one.comment),
            0,
            0,
            (one.mode << 16) | one.dos,
            offset,
        )
        table += one.name + one.extra + one.comment
    body += gap
    total = number if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, total, total, len(table), len(body), len(comment))
    return body + table + end + comment + tail
