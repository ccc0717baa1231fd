"""Pixels as the numbers of their colours."""

from __future__ import annotations

from PIL import Image

from modulekit.formats.numbered import numbered


def test_every_pixel_gets_the_number_of_its_colour() -> None:
    edges = [(0, 0, 0, 0), (0, 0, 0, 128), (0, 0, 0, 127), (255, 255, 255, 255), (255, 255, 255, 127), (1, 0, 0, 128)]
    colours = [bytes(edge) for edge in edges] + [bytes((n, 255 - n, n * n % 256, 255)) for n in range(250)]
    whole = Image.frombytes("RGBA", (16, 16), b"".join(reversed(colours)))
    numbers = numbered(whole, colours)
    assert numbers is not None
    assert list(numbers.tobytes()) == list(reversed(range(256)))
