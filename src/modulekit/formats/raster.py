"""SVG → PNG, with the bundled fonts only, so that the same drawing gives the same pixels on every computer.

Takes the bytes of an SVG, the folder of the fonts and a width, gives the bytes of a PNG. Must not know where the
picture will stand. Raises :class:`RasterError` where the SVG cannot be drawn.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import resvg_py


class RasterError(ValueError):
    """An SVG that cannot be drawn; the message says why."""


def svg_to_png(svg: bytes, fonts: Path, width: int) -> bytes:
    """A PNG of ``svg``, ``width`` pixels wide. A family that is not in ``fonts`` is drawn in one that is."""
    try:
        return bytes(
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


@cache
def _font_files(fonts: Path) -> tuple[str, ...]:
    """Explicit files in a fixed order: a folder is scanned in whatever order the disk gives."""
    return tuple(str(path) for path in sorted(fonts.glob("*.ttf")))
