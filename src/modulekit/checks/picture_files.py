"""What a picture file is, how large it is, and whether it is whole, told from its bytes alone.

Takes bytes. Must not decode pictures: a hostile one of a few bytes can unpack into gigabytes.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from enum import Enum

LARGEST_AREA = 100_000_000
"""Pixels; twice what a good camera takes."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*"
    rb"(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:\w+:)?svg[\s>/]",
    re.DOTALL,
)
LARGEST_EXTRA = 4_000_000
"""Bytes that a colour profile or a remark in a PNG may unpack to."""

_BITS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # by kind of colour
_PACKED = (b"iCCP", b"zTXt")
_NO_SIZE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # JPEG markers that give the size of the picture


class Kind(Enum):
    """The kinds that every format can show."""

    PNG = "PNG"
    JPEG = "JPEG"
    SVG = "SVG"


def kind_of(data: bytes) -> Kind | None:
    """What the content is, whatever the name says."""
    if data.startswith(_PNG):
        return Kind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    return Kind.SVG if _SVG_START.match(data[:20_000]) else None


def area_of(data: bytes, kind: Kind) -> int | None:
    """The number of pixels of a PNG or JPEG, where its header can be read."""
    if kind is Kind.SVG:
        return None
    if kind is Kind.PNG:
        return struct.unpack(">I", data[16:20])[0] * struct.unpack(">I", data[20:24])[0] if len(data) >= 24 else None
    for marker, body in _segments(data):
        if marker in _FRAMES and len(body) >= 5:
            height, width = struct.unpack(">HH", body[1:5])
            return int(height * width)
    return None


def damage_of(data: bytes, kind: Kind) -> str | None:
    """What is missing of a PNG or JPEG, or ``None`` where it is whole."""
    return _png_damage(data) if kind is Kind.PNG else _jpeg_damage(data)


def _png_damage(data: bytes) -> str | None:
    at = len(_PNG)
    first, has_pixels = True, False
    while at + 12 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + size
        if end > len(data):
            break
        if zlib.crc32(data[at + 4 : end - 4]) != struct.unpack(">I", data[end - 4 : end])[0]:
            return f"a checksum is wrong at byte {at}"
        if first and name != b"IHDR":
            return "its header is missing"
        if first and not _makes_sense(data[at + 8 : end - 4]):
            return "its header makes no sense"
        if name in _PACKED and not _unpacks_small(data[at + 8 : end - 4]):
            return f"what is packed beside its pixels, {name.decode()}, is far too large"
        first, has_pixels = False, has_pixels or name == b"IDAT"
        if name == b"IEND":
            return None if has_pixels else "it has no pixels"
        at = end
    return "the end of the file is missing"


def _makes_sense(header: bytes) -> bool:
    """Whether the header of a PNG describes a picture: sides, bits of a sample, kind of colour."""
    if len(header) != 13:
        return False
    width, height, bits, colour, packing, sieve, lacing = struct.unpack(">IIBBBBB", header)
    return bool(width and height) and bits in _BITS.get(colour, ()) and (packing, sieve) == (0, 0) and lacing < 2


def _unpacks_small(body: bytes) -> bool:
    """Whether what is packed in a chunk of words or of a colour profile stays below the most that one may have."""
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(body.split(b"\0", 1)[-1][1:], LARGEST_EXTRA)
    except zlib.error:
        return True  # whoever shows the picture leaves it out
    return not unpacker.unconsumed_tail


def _jpeg_damage(data: bytes) -> str | None:
    markers = [marker for marker, _ in _segments(data)]
    if not any(marker in _FRAMES for marker in markers):
        return "its header is missing"
    if 0xDA not in markers or b"\xff\xd9" not in data[-1024:]:
        return "the end of the file is missing"
    return None


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG up to the picture itself."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _NO_SIZE:
            at += 2
            continue
        (size,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield marker, data[at + 4 : at + 2 + size]
        if marker == 0xDA:
            return
        at += 2 + max(size, 2)
