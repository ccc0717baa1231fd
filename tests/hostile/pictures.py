"""Damage to pictures: drawings that reach out or never end, and pixels that claim to be many."""

from __future__ import annotations

import random
import struct
import zlib

PARTS = (
    "<script>alert(1)</script>",
    '<image href="http://example.org/a.png"/>',
    '<image href="file:///etc/passwd"/>',
    '<use href="#a"/><g id="a"><use href="#a"/></g>',
    "<foreignObject><p>a</p></foreignObject>",
    '<style>@import "a.css";</style>',
    "<style>*{background:url(http://example.org/a)}</style>",
    '<rect onload="a()"/>',
    '<a href="javascript:a"/>',
    "<text>&#0;</text>",
    '<text x="1e999">a</text>',
    "<animate/>",
    "<g>" * 3000,
    '<rect width="1e400" height="-5"/>',
    "<text>" + "щ" * 50_000 + "</text>",
    '<path d="' + "M0 0 " * 50_000 + '"/>',
    "<![CDATA[a",
    "<!-- a",
    '<?xml-stylesheet href="a"?>',
    "<text>&b;</text>",
)
LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in zip("bcdefghij", "abcdefghi", strict=True))
    + "]>"
)
HEADS = (
    '<!DOCTYPE svg [<!ENTITY b "c">]>',
    LAUGHS,
    '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    '<?xml version="1.0" encoding="utf-7"?>',
)
SIZES = ('width="1000000000"', 'height="0"', 'viewBox="0 0 0 0"', 'viewBox="a"', 'width="-1"', 'viewBox="0 0 1e99 1"')


def damaged_drawing(data: bytes, chance: random.Random) -> bytes:
    """A drawing with something in it that no printed drawing has."""
    text = data.decode("utf-8", "replace")
    match chance.randrange(4):
        case 0:
            return (chance.choice(HEADS) + text.replace("</svg>", "<text>&b;&j;</text></svg>")).encode()
        case 1:
            return text.replace("<svg", f"<svg {chance.choice(SIZES)}", 1).encode()
        case _:
            ends = [at for at, sign in enumerate(text) if sign == ">"] or [0]
            at = chance.choice(ends) + 1
            return (text[:at] + chance.choice(PARTS) + text[at:]).encode("utf-8", "replace")


def png(width: int, height: int, pixels: bytes | None = None) -> bytes:
    """A PNG of grey pixels that says it is so large; ``pixels`` are packed as they are."""
    body = zlib.compress(pixels if pixels is not None else b"\0" * 100)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a kilobyte for each million of its pixels, all of them there."""
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def damaged_pixels(data: bytes, chance: random.Random) -> bytes:
    """A picture whose header lies, or one of another kind under the same name."""
    if data.startswith(b"\x89PNG") and chance.random() < 0.5:
        size = chance.choice(((0, 0), (1, 2**31 - 1), (50_000, 50_000), (2**31, 2**31), (100_000, 1)))
        return data[:16] + struct.pack(">II", *size) + data[24:]
    others = (b"GIF89a", b"\xff\xd8\xff\xe0", b"RIFF0000WEBP", b"%PDF-1.7", b"BM", b"", b"<svg/>")
    return chance.choice((png(50_000, 50_000), *others))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
