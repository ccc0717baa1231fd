"""How wide a picture is for its height, without decoding it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from modulekit.model.picture_size import ratio_of


def picture(kind: str, size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "white").save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(300, 200), (200, 300), (7, 7)])
def test_pictures_of_pixels(kind: str, size: tuple[int, int]) -> None:
    assert ratio_of(picture(kind, size)) == pytest.approx(size[0] / size[1])


@pytest.mark.parametrize(
    ("attributes", "ratio"),
    [
        ('viewBox="0 0 30 20"', 1.5),
        ('viewBox="-5,-5,40,10" width="1" height="1"', 4.0),
        ('width="30mm" height="20mm"', 1.5),
        ('width="100%" height="100%"', None),
        ('viewBox="0 0 30"', None),
        ('viewBox="0 0 30 0"', None),
        ('viewBox="a b c d"', None),
        ("", None),
    ],
)
def test_drawings(attributes: str, ratio: float | None) -> None:
    assert ratio_of(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()) == ratio


@pytest.mark.parametrize("data", [b"", b"text", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg"])
def test_what_cannot_be_told(data: bytes) -> None:
    assert ratio_of(data) is None


def test_a_jpeg_that_ends_early() -> None:
    whole = picture("JPEG", (30, 20))
    assert [ratio_of(whole[:size]) for size in range(20)] == [None] * 20
