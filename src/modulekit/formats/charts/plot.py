"""A chart with its places: the plot itself, the room around it, and the layers that Vega-Lite draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from modulekit.formats.charts.axis import Axis
from modulekit.formats.charts.canvas import Canvas, Layer, looked_up


@dataclass(frozen=True, slots=True)
class Plot:
    """Lengths in pixels; the layers' origin is the upper left of the plot."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    layers: tuple[Layer, ...]
    crowded: bool = False  # words stand over words: letters should be smaller


def value_channel(axis: Axis, canvas: Canvas, *, across: bool) -> dict[str, Any]:
    """The channel of values: a fixed scale, round numbers, hairlines."""
    step = axis.ticks[1] - axis.ticks[0]
    return {
        "field": "v",
        "type": "quantitative",
        "scale": {"domain": [axis.low, axis.high], "nice": False, "zero": False},
        "axis": {
            "orient": "bottom" if across else "left",
            "values": list(axis.ticks),
            "labelExpr": looked_up(axis.labels, f"round((datum.value-({axis.low}))/{step})"),
            "labelPadding": round(canvas.size * 0.4, 2),
            "ticks": False,
            "domain": False,
            "grid": True,
            "title": None,
        },
    }


def zero_line(axis: Axis, canvas: Canvas, width: float, height: float, *, across: bool) -> Layer | None:
    """The line from which bars grow; ``None`` where the axis does not hold nought."""
    if not axis.low <= 0 <= axis.high:
        return None
    at = round(axis.share(0.0) * width if across else (1 - axis.share(0.0)) * height, 2)
    mark: dict[str, Any] = {"type": "rule", "color": canvas.colour("ink"), "strokeWidth": 1}
    mark |= {"x": at, "y": 0, "y2": round(height, 2)} if across else {"x": 0, "x2": round(width, 2), "y": at}
    return {"data": {"values": [{}]}, "mark": mark, "encoding": {}}


def unit_height(canvas: Canvas, unit: str, room: float) -> float:
    """How much room the unit takes above the plot."""
    return len(canvas.lines(unit, room)) * canvas.line + canvas.size * 1.4


def unit_words(canvas: Canvas, unit: str, room: float, x: float, height: float) -> list[Layer]:
    """The unit above the plot, from ``x`` on; ``height`` is what :func:`unit_height` gave."""
    found = canvas.lines(unit, room)
    return [
        canvas.words(line, x, -height + canvas.size * 0.2 + canvas.line * (number + 0.5), color=canvas.colour("muted"))
        for number, line in enumerate(found)
    ]
