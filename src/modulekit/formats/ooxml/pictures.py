"""Pictures as an office suite can show them: PNG or JPEG bytes, their proportions, and the SVG where there was one.

Takes an Asset and how wide it will stand, gives a :class:`Picture`. A drawing is rastered for the programs that cannot
show SVG and kept beside it for those that can; a photo that is far finer than paper needs is made smaller.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from modulekit.cache import key_of
from modulekit.document import Asset
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.press import Press
from modulekit.formats.raster import raster_engine, svg_to_png
from modulekit.formats.typefaces import fonts_digest

SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
DRAWING_DPI = 150  # of the stand-in: programs that know SVG show the drawing itself
PHOTO_DPI = 180
_VIEW_BOX = re.compile(rb"""<svg[^>]*\sviewBox=["'][-\d.]+[\s,]+[-\d.]+[\s,]+(\d+\.?\d*)[\s,]+(\d+\.?\d*)\s*["']""")
_TOO_FINE = 1.5  # a photo is scaled down only where that saves at least half of its pixels
_FEW_TOO_FINE = 3.0  # a picture with a palette is small already, and smaller it takes more colours
_LEVEL = 8  # of deflate: the last, 9, takes three times as long for next to nothing


class PictureError(ValueError):
    """A picture that cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be put into a package. ``ratio`` is height by width."""

    data: bytes
    extension: str  # png or jpeg
    ratio: float
    svg: bytes | None = None


def picture(asset: Asset, width: float, press: Press) -> Picture:
    """The picture of ``asset``, standing ``width`` millimetres wide.

    Raises :class:`PictureError`.
    """
    try:
        if asset.media_type == "image/svg+xml":
            png = _stand_in(asset.data, round(width / 25.4 * DRAWING_DPI), press)
            return Picture(png, "png", _drawn_ratio(asset.data, png), _for_readers(asset.data, press))
        return _photo(asset, width)
    except (ValueError, OSError) as error:
        raise PictureError(f"{asset.name}: {error}") from error


def _stand_in(svg: bytes, width: int, press: Press) -> bytes:
    """The drawing as a PNG of ``width`` pixels: most of what an office file takes, so it is kept."""
    key = key_of("drawing in pixels", raster_engine(), fonts_digest(press.fonts), str(width), svg)
    kept = press.cache.get(key)
    if kept is None:
        kept = svg_to_png(svg, press.fonts, width)
        press.cache.put(key, kept)
    return kept


def _drawn_ratio(svg: bytes, stand_in: bytes) -> float:
    """Height by width of a drawing: as its view box says, where the stand-in agrees but for a pixel. Small stand-ins
    are whole pixels high, and an emblem must not become higher than it is."""
    from PIL import Image

    with Image.open(io.BytesIO(stand_in)) as image:
        width, height = image.size
    found = _VIEW_BOX.search(svg)
    if found:
        wide, high = float(found[1]), float(found[2])
        if wide > 0 and abs(high / wide * width - height) <= 1:
            return high / wide
    return height / width


def _photo(asset: Asset, width: float) -> Picture:
    from PIL import Image, ImageOps

    extension = {"image/png": "png", "image/jpeg": "jpeg"}[asset.media_type]
    with Image.open(io.BytesIO(asset.data)) as image:
        upright = ImageOps.exif_transpose(image)
        ratio = upright.height / upright.width
        wanted = round(width / 25.4 * PHOTO_DPI)
        turned = upright.size != image.size or 0x0112 in image.getexif()
        has_palette = image.mode == "P"
        if image.width <= wanted * (_FEW_TOO_FINE if has_palette else _TOO_FINE) and not turned:
            return Picture(asset.data, extension, ratio)
        if has_palette:  # with one, every other line of a letter would be left out
            upright = upright.convert("RGBA" if "transparency" in image.info else "RGB")
        smaller = upright.resize((wanted, max(1, round(wanted * ratio)))) if upright.width > wanted else upright
        buffer = io.BytesIO()
        if extension == "jpeg":
            smaller.convert("RGB").save(buffer, "JPEG", quality=82, optimize=True)
        else:
            smaller.save(buffer, "PNG", compress_level=_LEVEL)
        return Picture(buffer.getvalue(), extension, ratio)


def _for_readers(svg: bytes, press: Press) -> bytes:
    """The drawing in families that the reader's computer has; the bundled ones are not on it."""
    theme = press.theme
    for name in ("sans", "serif"):
        family = re.escape(theme.font(name).encode())
        svg = re.sub(rb"(font-family\s*[=:][^;>]*?)" + family, rb"\g<1>" + theme.office(name).encode(), svg)
    return svg


def blip(name: str, relation: str, svg_relation: str | None) -> Element:
    """The element ``name`` that shows the picture behind ``relation``, and its SVG where the program knows SVG."""
    extension = (
        el(
            "a:extLst",
            None,
            el(
                "a:ext",
                {"uri": SVG_EXTENSION},
                el("asvg:svgBlip", {"r:embed": svg_relation}),
            ),
        )
        if svg_relation
        else None
    )
    return el(
        name,
        None,
        el("a:blip", {"r:embed": relation}, extension),
        el("a:stretch", None, el("a:fillRect")),
    )
