"""Pages of a PDF as small PNG pictures: slides beside a trainer's notes, previews.

Takes the bytes of a PDF, gives one PNG for each page. Must not know what the pages show.
"""

from __future__ import annotations

import io
import threading
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL import Image

_PDFIUM = threading.Lock()  # the library must not be entered twice at once
_COLOURS = 64  # of the palette: slides hold few, and a palette makes a third of the bytes
_LEVEL = 8  # of deflate: the last, 9, takes three times as long for three bytes in a thousand


def slide_pictures(pdf: bytes, width_px: int) -> tuple[bytes, ...]:
    """A PNG for each page of ``pdf``, ``width_px`` pixels wide, with a palette. The same bytes for the same pages.

    Raises ``ValueError`` for a width below one pixel.
    """
    import pypdfium2

    if width_px < 1:
        raise ValueError("a picture is at least one pixel wide")
    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            images = [page.render(scale=width_px / page.get_width()).to_pil().convert("RGB") for page in document]
        finally:
            document.close()
    pictures = []
    for image in images:
        buffer = io.BytesIO()
        _with_palette(image).save(buffer, "PNG", compress_level=_LEVEL)
        pictures.append(buffer.getvalue())
    return tuple(pictures)


def _with_palette(image: Image.Image) -> Image.Image:
    """``image`` in few colours. An octree also keeps one that a slide has little of, such as that of its bullets; it
    gives means, so that each is replaced by the one that most of its pixels had: white stays white."""
    from PIL import Image

    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    both = image.copy()
    both.putalpha(Image.frombytes("L", few.size, few.tobytes()))
    counted = cast("list[tuple[int, tuple[int, ...]]]", both.getcolors(image.width * image.height))
    palette = bytearray(few.getpalette() or ())
    for _, (*colour, number) in sorted(counted):  # the most frequent last
        palette[3 * number : 3 * number + 3] = bytes(colour)
    few.putpalette(bytes(palette))
    return few
