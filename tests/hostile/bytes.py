"""Damage to a file whatever it holds: bits, stretches, encodings, and signs that no author types."""

from __future__ import annotations

import random

_SIGNS = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xe2\x80\xa8",
    b"\xc2\x85",
    b"\x0c",
    b"\x1b[2J",
    b"\t",
    b"\r",
    b"\r\n",
    b"\n",
    b"\n---\n",
    b"\n...\n",
    b"&a ",
    b"*a",
    b"!!python/object:os.system ",
    b"<<: ",
    b"{",
    b"[",
    b"}",
    b"]",
    b'"',
    b"'",
    b"|",
    b">",
    b"#",
    b": ",
    b"- ",
    b"? ",
    b"%YAML 9\n",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"999999999999999999999999999999",
    b"-1",
    b"1e999",
    b".inf",
    b"0x10",
    b"1:30",
    b"~",
    b"null",
    b"<b>",
    b"[[",
    b"]]",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;",
    b"<script>",
    b"file:///etc/passwd",
    b"http://example.org/",
)
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1251", "koi8-r", "utf-7")


def damaged(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """``data`` with one to four damages; some take a stretch of ``other``."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = _damaged(data, chance, other)
    return data


def _damaged(data: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 2, 10, 100, 5000)))
    match chance.randrange(14):
        case 0:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:end] + data[at:end] * chance.choice((1, 2, 50)) + data[end:]
        case 3:
            return data[:at]
        case 4:
            return data[at:]
        case 5:
            return data[:at] + chance.randbytes(chance.choice((1, 4, 64))) + data[at:]
        case 6:
            first = chance.randrange(len(other) + 1)
            return data[:at] + other[first : first + chance.choice((5, 50, 500))] + data[end:]
        case 7:
            return data[:at] + bytes(end - at) + data[end:]
        case 8:
            return _encoded(data, chance)
        case 9:
            return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b" ")))
        case 10:
            return _lines(data, chance)
        case _:
            return data[:at] + chance.choice(_SIGNS) * chance.choice((1, 1, 1, 3, 2000)) + data[at:]


def _encoded(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def _lines(data: bytes, chance: random.Random) -> bytes:
    """Lines change places, lose or gain white space, or come many times."""
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            lines[at], lines[to] = lines[to], lines[at]
        case 1:
            lines[at] = chance.choice((b" ", b"  ", b"\t", b"    ")) + lines[at]
        case 2:
            lines[at] = lines[at].lstrip()
        case 3:
            lines[at:at] = [lines[to]] * chance.choice((1, 20, 5000))
        case _:
            lines[at] = lines[at] + chance.choice((b"x", b" word", "щ".encode())) * chance.choice((100, 30_000))
    return b"\n".join(lines)
