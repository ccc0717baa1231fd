"""The fonts of all fragments become one font for each face.

Every fragment embeds the glyphs that it uses. They keep the numbers that they have in the font file, so one subset with
the glyphs of all fragments can stand in for each of theirs. Takes a PDF and the files that its fonts were cut from.
Must not know pages.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Name

from modulekit.cache import Cache, key_of

_PAIR = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>")
_BATCH = 100  # entries that one block of a CMap may hold
_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "MATH", "OS/2", "cmap", "gasp", "meta", "name", "post", "prep")
# What a viewer asks of a font that is addressed by glyph numbers is all in the tables that remain.
_OUTLINE = struct.Struct(">hhhhh")  # how an outline begins: its contours, its box
_SHAPING = ("BASE", "GDEF", "GPOS", "GSUB")


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The folder of the bundled fonts, and where cut fonts are kept."""

    folder: Path
    cache: Cache

    def cut(self, file: str, glyphs: frozenset[int]) -> bytes:
        """The font ``file`` with ``glyphs`` only, each under its own number."""
        data = (self.folder / file).read_bytes()
        key = key_of("cut font", "3", data, ",".join(map(str, sorted(glyphs))))
        kept = self.cache.get(key)
        if kept is None:
            kept = _cut(data, glyphs)
            self.cache.put(key, kept)
        return kept


@dataclass(slots=True)
class _Face:
    """One face: its font objects in the PDF, the widths of their glyphs, and the text that each glyph stands for."""

    fonts: list[pikepdf.Object] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    words: dict[int, bytes] = field(default_factory=dict)


def merge_fonts(
    out: pikepdf.Pdf, resources: Sequence[pikepdf.Object], faces: Mapping[str, str], files: FontFiles
) -> None:
    """Make one font of all fonts in the ``resources`` of ``out`` that were cut from the same file. ``faces`` names the
    file of a font.

    A font with signs that its file does not have keeps what it has: its numbers are not those of the file.
    """
    holders = [one[Name.Font] for one in resources if Name.Font in one]
    named = {font.objgen: font for holder in holders for _, font in holder.items() if font.is_indirect}
    found: dict[str, _Face] = {}
    for _, font in sorted(named.items()):
        file = faces.get(str(font.BaseFont).removeprefix("/")) if font.Subtype == Name.Type0 else None
        if file is None or font.Encoding != Name("/Identity-H"):
            continue
        face = found.setdefault(file, _Face())
        face.fonts.append(font)
        face.widths.update(_widths(font.DescendantFonts[0].W))
        for glyph, words in _PAIR.findall(font.ToUnicode.read_bytes()):
            face.words.setdefault(int(glyph, 16), words)
    for file, face in sorted(found.items()):
        _widen(out, face, files.cut(file, frozenset(face.words)))
    one_for_all = {font.objgen: face.fonts[0] for face in found.values() for font in face.fonts}
    for holder in holders:
        for name, font in list(holder.items()):
            if font.objgen in one_for_all:
                holder[name] = one_for_all[font.objgen]


def _widen(out: pikepdf.Pdf, face: _Face, data: bytes) -> None:
    """Make the first font of ``face`` hold what all of them hold."""
    first = face.fonts[0]
    descendant = first.DescendantFonts[0]
    descriptor = descendant.FontDescriptor
    program = out.make_stream(data)
    program.Length1 = len(data)
    descriptor.FontFile2 = program
    box = [int(number) for number in descriptor.FontBBox]
    descriptor.FontBBox = Array([box[0], box[1], max(face.widths.values()), box[3]])
    descendant.W = width_array(face.widths)
    first.ToUnicode = out.make_stream(to_unicode(face.words))


def _widths(array: pikepdf.Object) -> Iterator[tuple[int, int]]:
    items = list(array)
    for first, run in zip(items[0::2], items[1::2], strict=True):
        for index, width in enumerate(run):
            yield int(first) + index, int(width)


def width_array(widths: Mapping[int, int]) -> Array:
    """The widths of glyphs in thousandths of the size, as a font of a PDF states them."""
    array = Array()
    run: list[int] = []
    for glyph in sorted(widths):
        if glyph - 1 in widths:
            run.append(widths[glyph])
        else:
            if run:
                array.append(Array(run))
            array.append(glyph)
            run = [widths[glyph]]
    array.append(Array(run))
    return array


def to_unicode(words: Mapping[int, bytes]) -> bytes:
    """A CMap from glyph numbers to text."""
    lines = [
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        b"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
    ]
    pairs = sorted(words.items())
    for start in range(0, len(pairs), _BATCH):
        batch = pairs[start : start + _BATCH]
        lines.append(b"%d beginbfchar" % len(batch))
        lines += [b"<%04x> <%s>" % pair for pair in batch]
        lines.append(b"endbfchar")
    lines.append(b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return b"\n".join(lines)


def _cut(data: bytes, glyphs: frozenset[int]) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(
        retain_gids=True, hinting=False, layout_features=[], name_IDs=[], drop_tables=_DROPPED, notdef_outline=True
    )
    cutter = subset.Subsetter(options)
    cutter.populate(gids=sorted(glyphs))
    with TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=False) as font:
        for table in _SHAPING:  # the cutter would read them, which takes longer than all else, before it drops them
            if table in font:
                del font[table]
        cutter.subset(font)
        _bound(font)
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()


def _bound(font: Any) -> None:
    """State the box of all outlines of ``font``: viewers ask how large a glyph can be."""
    boxes = [box for glyph in font["glyf"].glyphs.values() if (box := _box(glyph))]
    left, bottom, right, top = zip(*boxes, strict=True)
    head = font["head"]
    head.xMin, head.yMin, head.xMax, head.yMax = min(left), min(bottom), max(right), max(top)


def _box(glyph: Any) -> tuple[int, ...] | None:
    """Left, bottom, right, top of an outline. It begins with them, so it need not be unpacked and packed again."""
    if hasattr(glyph, "data"):
        return _OUTLINE.unpack_from(glyph.data)[1:] if glyph.data else None
    return (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) if glyph.numberOfContours else None
