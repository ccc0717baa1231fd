"""Pictures of few colours are stored with a palette: a third of the bytes, the same pixels.

WeasyPrint writes every picture with three bytes a pixel, also those that came with a palette. Takes a PDF, gives a PDF.
Must not know what the pictures show.
"""

from __future__ import annotations

import io

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

    assert isinstance(stream, pikepdf.Stream)
    if stream.get(Name.ColorSpace) != Name.DeviceRGB or stream.get(Name.Filter) != Name.FlateDecode:
        return False
    pixels = stream.read_bytes()
    colours = list(zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True))
    palette = sorted(set(colours))
    if len(palette) > COLOURS:
        return False
    numbers = {colour: number for number, colour in enumerate(palette)}
    del stream[Name.DecodeParms]
    stream.write(bytes(map(numbers.__getitem__, colours)))
    table = String(bytes(value for colour in palette for value in colour))
    stream.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, len(palette) - 1, table])
    return True
