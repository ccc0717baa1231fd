"""SVG → PNG, with the bundled fonts only, so that the same drawing gives the same pixels on every computer.

Takes the bytes of an SVG, the folder of the fonts and a width, gives the bytes of a PNG. Must not know where the
picture will stand. Raises :class:`RasterError` where the SVG cannot be drawn.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import cast

import resvg_py

from modulekit.formats.numbered import numbered

_PALETTE = 256  # colours that one can hold
_LEVEL = 8  # of deflate: the last, 9, takes three times as long for one byte in a hundred


class RasterError(ValueError):
    """An SVG that cannot be drawn; the message says why."""


def svg_to_png(svg: bytes, fonts: Path, width: int) -> bytes:
    """A PNG of ``svg``, ``width`` pixels wide. A family that is not in ``fonts`` is drawn in one that is."""
    try:
        png = bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg.decode("utf-8-sig"),
                width=width,
                skip_system_fonts=True,
                font_files=list(_font_files(fonts)),
                font_family="Noto Sans",
                sans_serif_family="Noto Sans",
                serif_family="Noto Serif",
                monospace_family="Noto Sans",
            )
        )
    except ValueError as error:
        raise RasterError(f"the SVG cannot be drawn: {error}") from error
    return _with_palette(png)


@cache
def raster_engine() -> str:
    """What draws, for the keys of pictures that are kept."""
    return f"drawn 2; resvg-py {version('resvg-py')}; pillow {version('pillow')}"


def _with_palette(png: bytes) -> bytes:
    """The same pixels with a palette where their colours fit into one: a drawing has few, and half the bytes then."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        whole = image.convert("RGBA")
    counted = whole.getcolors(_PALETTE)
    if counted is None:
        return png
    # The most frequent first.
    found = cast("list[tuple[int, tuple[int, ...]]]", counted)
    colours = [bytes(colour) for _, colour in sorted(found, key=lambda entry: (-entry[0], entry[1]))]
    few = numbered(whole, colours)
    if few is None:
        return png
    few.putpalette(b"".join(colour[:3] for colour in colours))
    buffer = io.BytesIO()
    few.save(buffer, "PNG", compress_level=_LEVEL, transparency=bytes(colour[3] for colour in colours))
    return buffer.getvalue()


@cache
def _font_files(fonts: Path) -> tuple[str, ...]:
    """Explicit files in a fixed order: a folder is scanned in whatever order the disk gives."""
    return tuple(str(path) for path in sorted(fonts.glob("*.ttf")))
