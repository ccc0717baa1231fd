"""Pictures of pages: small, and the same every time."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from modulekit.formats import pictures
from modulekit.formats.pictures import slide_pictures
from tests.formats.pdf.bench import printed_slides


def test_there_is_a_small_picture_for_each_slide() -> None:
    pictures = slide_pictures(printed_slides().data, 480)
    assert len(pictures) == printed_slides().pages
    for picture in pictures:
        image = Image.open(io.BytesIO(picture))
        assert image.format == "PNG"
        assert image.mode == "P"
        assert image.size == (480, 270)
        assert len(picture) < 15_000


def test_the_same_pages_give_the_same_bytes() -> None:
    data = printed_slides().data
    assert slide_pictures(data, 200) == slide_pictures(data, 200)


def test_a_picture_has_some_width() -> None:
    with pytest.raises(ValueError, match="one pixel"):
        slide_pictures(printed_slides().data, 0)


def test_large_areas_keep_their_colour_and_small_ones_some_of_theirs() -> None:
    slide = Image.new("RGB", (480, 270), "white")
    slide.paste((18, 52, 59), (0, 0, 480, 40))
    slide.paste(Image.linear_gradient("L").convert("RGB"), (100, 60))  # more greys than the palette has colours
    slide.paste((192, 57, 43), (20, 100, 30, 102))
    few = pictures._with_palette(slide)
    assert few.mode == "P"
    shown = few.convert("RGB")
    assert [shown.getpixel(at) for at in ((470, 200), (10, 10), (25, 101))] == [
        (255, 255, 255),
        (18, 52, 59),
        (192, 57, 43),
    ]
