"""Which series is which: a legend above the bars, or names at the ends of lines.

Takes names and a canvas, gives places. Must not know values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modulekit.formats.charts.canvas import Canvas, Layer


@dataclass(frozen=True, slots=True)
class Legend:
    """Layers and the height that they take."""

    layers: tuple[Layer, ...]
    height: float


def legend(canvas: Canvas, names: Sequence[str], room: float, top: float) -> Legend:
    """Names with their grounds, in rows no wider than ``room``; the first row begins at ``top``."""
    layers: list[Layer] = []
    x, y = 0.0, top + canvas.line / 2
    mark, gap = canvas.size * 1.15, canvas.size * 1.3
    for series, name in enumerate(names):
        lines = canvas.lines(name, room - mark)
        width = mark + max((canvas.length(line) for line in lines), default=0.0)
        if x and x + width > room:
            x, y = 0.0, y + canvas.line * 1.1
        layers.append(canvas.swatch(x, y, series))
        for number, line in enumerate(lines):
            layers.append(canvas.words(line, x + mark, y + number * canvas.line))
        y += (len(lines) - 1) * canvas.line
        x += width + gap
    return Legend(tuple(layers), y + canvas.line / 2 - top + canvas.size * 0.9)


def apart(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Places as near to ``wanted`` as may be, ``distance`` from one another and between ``low`` and ``high``."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [0.0] * len(wanted)
    at = low
    for index in order:
        places[index] = max(wanted[index], at)
        at = places[index] + distance
    limit = high
    for index in reversed(order):
        places[index] = min(places[index], limit)
        limit = places[index] - distance
    return places
