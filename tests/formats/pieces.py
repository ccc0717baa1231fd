"""Small makers of nodes, and the pictures and the bar that the samples show."""

from __future__ import annotations

import struct
import zlib

from modulekit.document import (
    Asset,
    Bar,
    Cell,
    Inline,
    Inlines,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    Segment,
    Text,
)


def words(*inlines: Inline | str) -> Inlines:
    """Inlines from strings and inlines: ``words("See ", Strong(...))``."""
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def says(*inlines: Inline | str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    """A paragraph from strings and inlines."""
    return Paragraph(words(*inlines), role)


def cell(*inlines: Inline | str) -> Cell:
    """A table cell with one paragraph, or an empty one."""
    return Cell((says(*inlines),)) if inlines else Cell()


def bullets(*items: str, role: ListRole = ListRole.BULLET) -> List:
    """A list of one-paragraph items."""
    return List(tuple((says(item),) for item in items), role)


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


TREE = Asset(
    "tree.svg",
    "image/svg+xml",
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 200" width="480" height="200" \
font-family="Noto Sans" font-size="13">
<g fill="none" stroke="#12343b" stroke-width="1.4"><path d="M240 66V110M110 130V110H370V130"/>
<rect x="130" y="20" width="220" height="46"/><rect x="20" y="130" width="180" height="46"/>
<rect x="280" y="130" width="180" height="46"/></g>
<g fill="#12343b" text-anchor="middle"><text x="240" y="48">Yields fall in dry years</text>
<text x="110" y="158">Су жетіспейді</text><text x="370" y="158">Мало хранилищ</text></g></svg>""".encode(),
)
PHOTO = Asset("photo.png", "image/png", png(320, 180, (111, 143, 138)))
SLIDE = Asset("slide-21.png", "image/png", png(320, 180, (223, 232, 232)))

SPLIT = Bar(
    (Segment("brief 5", 5), Segment("work 25", 25), Segment("report 12", 12), Segment("debrief 8", 8)),
    "Time: brief 5 minutes, work 25, report 12, debrief 8.",
)
