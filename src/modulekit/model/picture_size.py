"""How wide a picture is for its height, told from its first bytes alone.

Takes bytes. Must not decode pictures: a hostile one of a few bytes can unpack into gigabytes.
"""

import re
import struct

from modulekit.model.drawing import DrawingError, root_of

_LENGTH = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(?:px|pt|mm|cm|in)?\s*$")
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # JPEG markers that give the size
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length


def ratio_of(data: bytes) -> float | None:
    """Width by height of a PNG, JPEG or SVG; ``None`` where that cannot be told."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _quotient(*struct.unpack(">II", data[16:24])) if len(data) >= 24 else None
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return _svg(data)


def _jpeg(data: bytes) -> float | None:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _BARE:
            at += 2
            continue
        (size,) = struct.unpack(">H", data[at + 2 : at + 4])
        if marker in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _quotient(width, height)
        at += 2 + max(size, 2)
    return None


def _svg(data: bytes) -> float | None:
    try:
        root = root_of(data)
    except DrawingError:
        return None
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if len(box) == 4:
        sides = box[2:]
    else:
        found = [_LENGTH.match(root.get(name) or "") for name in ("width", "height")]
        sides = [match[1] for match in found if match]
    try:
        width, height = (float(side) for side in sides)
    except ValueError:
        return None
    return _quotient(width, height)


def _quotient(width: float, height: float) -> float | None:
    return width / height if width > 0 and height > 0 else None
