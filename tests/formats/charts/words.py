"""Where the words of a chart stand, measured in true letters from its specification."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from modulekit.document import Chart
from modulekit.formats.charts.canvas import PX, Canvas
from modulekit.formats.charts.spec import specification
from modulekit.formats.drawing.letters import Letters

POINT = 0.75  # of a pixel
NEAR = 0.6  # pixels that nobody sees


@dataclass(frozen=True)
class Words:
    """A line of words and the rectangle that it fills, in pixels from the upper left of the plot."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Words) -> bool:
        beside = self.right <= other.left + NEAR or other.right <= self.left + NEAR
        return not (beside or self.bottom <= other.top + NEAR or other.bottom <= self.top + NEAR)


def complaints(chart: Chart, canvas: Canvas) -> list[str]:
    """Words that leave the picture, and pairs that stand on one another."""
    spec = specification(chart, canvas)
    pad = spec["padding"]
    width, height = spec["width"] + pad["right"], spec["height"] + pad["bottom"]
    words = list(words_of(spec, canvas))
    assert len(words) >= len(chart.categories) or chart.kind == "line"
    found = [
        f"{one.text!r} leaves the picture"
        for one in words
        if one.left < -pad["left"] - NEAR
        or one.top < -pad["top"] - NEAR
        or one.right > width + NEAR
        or one.bottom > height + NEAR
    ]
    return found + [f"{a.text!r} stands on {b.text!r}" for a, b in combinations(words, 2) if a.touches(b)]


def words_of(spec: dict[str, Any], canvas: Canvas) -> Iterator[Words]:
    """The texts of all layers; numbers at the axis have a room that is measured by them alone."""
    for layer in spec["layer"]:
        mark = layer["mark"]
        if mark["type"] != "text":
            continue
        length = Letters(canvas.fonts, mark["fontSize"] * POINT).width(mark["text"]) * PX
        tall = mark["fontSize"]
        before = {"left": 0.0, "center": length / 2, "right": length}[mark["align"]]
        x, y = mark["x"], mark["y"]
        if mark.get("angle") == 270:  # what ended at the right ends above
            yield Words(mark["text"], x - tall / 2, y - length + before, x + tall / 2, y + before)
        else:
            yield Words(mark["text"], x - before, y - tall / 2, x - before + length, y + tall / 2)
