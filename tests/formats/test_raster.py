"""SVG → PNG with the bundled fonts."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from modulekit.formats import raster
from modulekit.formats.press import Press
from modulekit.formats.raster import RasterError, svg_to_png
from tests.formats.samples import TREE

WORD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 30"><text x="5" y="20" font-family="{}">{}</text></svg>'
)


def ink(png: bytes) -> int:
    """How many pixels are not empty."""
    with Image.open(io.BytesIO(png)) as image:
        return sum(image.convert("RGBA").getchannel("A").histogram()[1:])


def test_it_is_as_wide_as_asked_and_keeps_its_proportions(press: Press) -> None:
    with Image.open(io.BytesIO(svg_to_png(TREE.data, press.fonts, 960))) as image:
        assert image.size == (960, 400)


def test_the_same_drawing_gives_the_same_bytes(press: Press) -> None:
    assert svg_to_png(TREE.data, press.fonts, 480) == svg_to_png(TREE.data, press.fonts, 480)


def test_a_palette_makes_it_smaller_and_changes_no_pixel(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    with_palette = svg_to_png(TREE.data, press.fonts, 960)
    monkeypatch.setattr(raster, "_PALETTE", 1)
    without = svg_to_png(TREE.data, press.fonts, 960)
    assert len(with_palette) < len(without) * 2 / 3
    with Image.open(io.BytesIO(with_palette)) as few, Image.open(io.BytesIO(without)) as many:
        assert few.mode == "P"
        assert few.convert("RGBA").tobytes() == many.convert("RGBA").tobytes()


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif", "sans-serif", "A family that nobody has"])
@pytest.mark.parametrize("word", ["Needs", "Нужды", "Әлеует ұқ"])
def test_words_are_never_dropped(press: Press, family: str, word: str) -> None:
    empty = ink(svg_to_png(WORD.format(family, "").encode(), press.fonts, 300))
    assert ink(svg_to_png(WORD.format(family, word).encode(), press.fonts, 300)) > empty + 200


def test_what_is_not_a_drawing_is_refused(press: Press) -> None:
    for data in (b"<svg", b"", b"<html/>", b"\xff\xfe\x00"):
        with pytest.raises(RasterError):
            svg_to_png(data, press.fonts, 100)
