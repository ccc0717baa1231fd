"""Pictures of pages: small, and the same every time."""

from __future__ import annotations

import io

import pytest
from PIL import Image

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
