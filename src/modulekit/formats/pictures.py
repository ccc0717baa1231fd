"""Pages of a PDF as small PNG pictures: slides beside a trainer's notes, previews.

Takes the bytes of a PDF, gives one PNG for each page. Must not know what the pages show.
"""

from __future__ import annotations

import io
import threading

_PDFIUM = threading.Lock()  # the library must not be entered twice at once
_COLOURS = 32  # of the palette: slides hold few, and a palette makes a third of the bytes
_LEVEL = 8  # of deflate: the last, 9, takes three times as long for three bytes in a thousand


def slide_pictures(pdf: bytes, width_px: int) -> tuple[bytes, ...]:
    """A PNG for each page of ``pdf``, ``width_px`` pixels wide, with a palette. The same bytes for the same pages.

    Raises ``ValueError`` for a width below one pixel.
    """
    import pypdfium2
    from PIL import Image

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
        few = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        buffer = io.BytesIO()
        few.save(buffer, "PNG", compress_level=_LEVEL)
        pictures.append(buffer.getvalue())
    return tuple(pictures)
