"""Lines: told apart by dashes and points as well as by colour, each named at its end.

Takes a Chart, a Canvas and the Axis of values, gives a Plot.
"""

from __future__ import annotations

from typing import Any

from modulekit.document.chart import Chart
from modulekit.formats.charts.axis import Axis
from modulekit.formats.charts.canvas import MARKS, SLACK, Canvas, Layer
from modulekit.formats.charts.legend import apart
from modulekit.formats.charts.plot import Plot, unit_height, unit_words, value_channel, zero_line

_SHAPE = 0.44  # height by width, where the chart may choose
_NAMES = 0.3  # of the width at most
_GAP = 0.9  # of a letter, between the end of a line and its name
_SLANTED = 0.4  # of the width: the length of a line of a name that stands upright


def plot(chart: Chart, canvas: Canvas, axis: Axis) -> Plot:
    """Lines from left to right; a gap interrupts a line."""
    names = _names(chart, canvas)
    beside = max((canvas.length(line) for lines in names for line in lines), default=0.0) * SLACK
    left = max(canvas.length(label) for label in axis.labels) + canvas.size * 0.6
    room = canvas.width - left - canvas.size * 0.5
    # A name begins behind the last point, which stands half a category's room before the end of the plot.
    half = 0.5 / len(chart.categories)
    width = min(room, (room - beside - canvas.size * _GAP) / (1 - half)) if beside else room
    right = canvas.width - left - width
    labels, upright, depth = _categories(chart, canvas, width)
    above = unit_height(canvas, chart.unit, canvas.width)
    bottom = depth + canvas.size * 0.9
    whole = canvas.room.height * 96 / 25.4 if canvas.room.height else canvas.width * _SHAPE + depth
    needed = sum(len(lines) for lines in names) * canvas.line
    height = max(whole - above - bottom, needed, canvas.line * 4)
    layers: list[Layer] = []
    channels = {
        "x": {
            "field": "c",
            "type": "ordinal",
            "sort": None,
            "scale": {"type": "point", "domain": list(range(len(chart.categories))), "padding": 0.5},
            "axis": {
                "labels": False,
                "tickSize": round(canvas.size * 0.35, 2),
                "domain": True,
                "title": None,
            },
        },
        "y": value_channel(axis, canvas, across=False),
    }
    layers += _below(labels, canvas, width, height, upright=upright)
    for number in range(len(chart.series)):
        layers += _line(chart, canvas, number, channels)
    zero = zero_line(axis, canvas, width, height, across=False)
    if zero is not None and axis.low < 0:
        layers.insert(0, zero)
    layers += _ends(chart, canvas, axis, names, width, height)
    layers += unit_words(canvas, chart.unit, canvas.width, -left, above)
    return Plot(width, height, left, right, above, bottom, tuple(layers))


def _names(chart: Chart, canvas: Canvas) -> list[tuple[str, ...]]:
    """The name of each series in lines; none where there is but one series and the caption says what it is."""
    if len(chart.series) == 1:
        return [()]
    return [canvas.lines(series.name, canvas.width * _NAMES) for series in chart.series]


def _categories(chart: Chart, canvas: Canvas, width: float) -> tuple[list[tuple[str, ...]], bool, float]:
    """Labels in lines, whether they stand upright, and how deep they reach.

    They stand side by side; where they have no room, years become fewer and words stand upright.
    """
    band = width / len(chart.categories)
    room = band - canvas.size * 0.8
    longest = max(canvas.length(word) for label in chart.categories for word in label.split() or [""])
    if longest <= room:
        lines = [canvas.lines(label, room) for label in chart.categories]
        return lines, False, max(len(label) for label in lines) * canvas.line + canvas.size * 0.3
    if all(label.isdecimal() for label in chart.categories):  # years: every second or third is enough
        every = next(n for n in range(2, len(chart.categories) + 2) if longest <= room + (n - 1) * band)
        kept: list[tuple[str, ...]] = [(label,) if at % every == 0 else () for at, label in enumerate(chart.categories)]
        return kept, False, canvas.line + canvas.size * 0.3
    upright = [canvas.lines(label, canvas.width * _SLANTED * 0.5) for label in chart.categories]
    depth = max(canvas.length(line) for label in upright for line in label)
    return upright, True, depth + canvas.size * 0.3


def _below(labels: list[tuple[str, ...]], canvas: Canvas, width: float, height: float, *, upright: bool) -> list[Layer]:
    """The names of the categories below their ticks."""
    layers: list[Layer] = []
    top = height + canvas.size * 0.6
    for at, lines in enumerate(labels):
        x = width * (at + 0.5) / len(labels)
        if upright:
            for number, line in enumerate(lines):
                beside = x + (number - (len(lines) - 1) / 2) * canvas.line
                layers.append(canvas.words(line, beside, top, angle=270, align="right"))
        else:
            layers += canvas.stacked(lines, x, top + len(lines) * canvas.line / 2, align="center")
    return layers


def _line(chart: Chart, canvas: Canvas, number: int, channels: dict[str, Any]) -> list[Layer]:
    rows, stretch = [], 0
    for at, value in enumerate(chart.series[number].values):
        if value is None:
            stretch += 1
        else:
            rows.append({"c": at, "v": value, "g": stretch})
    look = canvas.stroke(number)
    data = {"values": rows}
    line: Layer = {"data": data, "mark": {"type": "line", **look}, "encoding": {**channels, "detail": {"field": "g"}}}
    point = {
        "type": "point",
        "shape": MARKS[number],
        "filled": True,
        "opacity": 1,
        "size": round((canvas.size * 0.55) ** 2, 2),
        "color": look["color"],
    }
    return [line, {"data": data, "mark": point, "encoding": channels}]


def _ends(
    chart: Chart, canvas: Canvas, axis: Axis, names: list[tuple[str, ...]], width: float, height: float
) -> list[Layer]:
    """The name of each line at the height of its last value, none over another."""
    wanted = []
    for series in chart.series:
        last = next((value for value in reversed(series.values) if value is not None), axis.low)
        wanted.append((1 - axis.share(last)) * height)
    tallest = max((len(lines) for lines in names), default=1)
    half = tallest * canvas.line / 2
    places = apart(wanted, tallest * canvas.line, half, height - half) if len(names) > 1 else wanted
    layers: list[Layer] = []
    for number, (lines, place) in enumerate(zip(names, places, strict=True)):
        x = width - width / len(chart.categories) / 2 + canvas.size * _GAP
        length = max((canvas.length(line) for line in lines), default=0.0)
        tall = len(lines) * canvas.line
        layers.append(canvas.ground_of(x - 1, place - tall / 2, length + 2, tall))
        layers += canvas.stacked(lines, x, place, color=canvas.stroke(number)["color"])
    return layers
