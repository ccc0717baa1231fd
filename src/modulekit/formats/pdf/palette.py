"""Pictures of few colours are stored with a palette: a third of the bytes, the same pixels.

WeasyPrint writes every picture with three bytes a pixel, also those that came with a palette. Takes a PDF, gives a PDF.
Must not know what the pictures show.
"""

from __future__ import annotations

import io

from modulekit.formats.numbered import numbered

COLOURS = 256  # that a palette of one byte a pixel can hold


def with_palettes(data: bytes) -> bytes:
    """``data`` with a palette in every picture that has no more than 256 colours."""
    import pikepdf
    from pikepdf import Name

    with pikepdf.open(io.BytesIO(data)) as pdf:
        changed = False
        for stream in pdf.objects:
            if isinstance(stream, pikepdf.Stream) and stream.get(Name.Subtype) == Name.Image:
                changed |= _index(stream)
        if not changed:
            return data
        buffer = io.BytesIO()
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return buffer.getvalue()


def _index(stream: object) -> bool:
    """Give the picture ``stream`` a palette; whether it got one."""
    import pikepdf
    from pikepdf import Array, Name, String
    from PIL import Image

    assert isinstance(stream, pikepdf.Stream)
    if stream.get(Name.ColorSpace) != Name.DeviceRGB or stream.get(Name.Filter) != Name.FlateDecode:
        return False
    image = Image.frombytes("RGB", (int(stream.Width), int(stream.Height)), stream.read_bytes())
    counted = image.getcolors(COLOURS)
    if counted is None:
        return False
    palette = sorted(colour for _, colour in counted if isinstance(colour, tuple))
    pixels = numbered(image.convert("RGBX"), [bytes((*colour, 255)) for colour in palette])
    if pixels is None:
        return False
    del stream[Name.DecodeParms]
    stream.write(pixels.tobytes())
    table = String(bytes(value for colour in palette for value in colour))
    stream.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, len(palette) - 1, table])
    return True
