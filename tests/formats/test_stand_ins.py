"""Pictures in the place of drawings in office files: made once, kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from modulekit.cache import Cache
from modulekit.document import Asset
from modulekit.formats import raster
from modulekit.formats.ooxml import pictures
from modulekit.formats.ooxml.pictures import picture
from tests.presses import drawing_press

_DRAWING = Asset(
    "square.svg",
    "image/svg+xml",
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9" fill="#0a7"/></svg>',
)


def test_a_drawing_is_drawn_once_for_each_width(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    press = replace(drawing_press(), cache=Cache(tmp_path))
    widths: list[int] = []
    draw = raster.svg_to_png

    def counted(svg: bytes, fonts: Path, width: int) -> bytes:
        widths.append(width)
        return draw(svg, fonts, width)

    monkeypatch.setattr(pictures, "svg_to_png", counted)
    first = picture(_DRAWING, 25.4, press)
    assert picture(_DRAWING, 25.4, press) == first
    assert picture(_DRAWING, 50.8, press).data != first.data
    assert widths == [150, 300]
    assert first.data == picture(_DRAWING, 25.4, drawing_press()).data
