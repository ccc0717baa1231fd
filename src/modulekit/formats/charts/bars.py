"""Bars: upright, or lying where the names of the categories are long.

Takes a Chart, a Canvas and the Axis of values, gives a Plot.
"""

from __future__ import annotations

from typing import Any

from modulekit.document.chart import Chart
from modulekit.formats.charts.axis import Axis
from modulekit.formats.charts.canvas import PX, SLACK, Canvas, Layer
from modulekit.formats.charts.legend import legend
from modulekit.formats.charts.plot import Plot, unit_height, unit_words, value_channel, zero_line

_SHAPE = 0.46  # height by width of upright bars, where the chart may choose
_TALLEST = 195.0 * PX  # of lying bars, where the chart may choose: a page with its caption
_BETWEEN = 0.3  # of a category's room stays empty at least
_THICKEST = 22.0 * PX
_NAMES = 0.42  # of the width at most for the names beside lying bars
_MOST_LINES = 3  # of a name below upright bars
_APART = 1.1  # of a letter: the least between two names below upright bars


def plot(chart: Chart, canvas: Canvas, axis: Axis) -> Plot:
    """Bars from nought; with several series, one bar of each beside the others."""
    left = max(canvas.length(label) for label in axis.labels) + canvas.size * 0.6
    names = _below_bars(chart, canvas, canvas.width - left)
    return _upright(chart, canvas, axis, left, names) if names else _lying(chart, canvas, axis)


def is_lying(chart: Chart, canvas: Canvas) -> bool:
    """Whether the names of the categories are too long to stand below upright bars."""
    return not _below_bars(chart, canvas, canvas.width)


def _below_bars(chart: Chart, canvas: Canvas, width: float) -> list[tuple[str, ...]]:
    """The names in lines as wide as a category, nothing where they do not fit."""
    room = width / len(chart.categories) - canvas.size * _APART
    longest = max(canvas.length(word) for label in chart.categories for word in label.split() or [""])
    if longest > room:
        return []
    names = [canvas.lines(label, room) for label in chart.categories]
    return names if max(len(lines) for lines in names) <= _MOST_LINES else []


def _upright(chart: Chart, canvas: Canvas, axis: Axis, left: float, names: list[tuple[str, ...]]) -> Plot:
    width = canvas.width - left - canvas.size * 0.2
    above = unit_height(canvas, chart.unit, canvas.width)
    key = _legend(chart, canvas, -left, above)
    top = above + key[1]
    bottom = max(len(lines) for lines in names) * canvas.line + canvas.size * 0.8 + _below(canvas, axis)
    whole = canvas.room.height * PX if canvas.room.height else canvas.width * _SHAPE + key[1]
    height = max(whole - top - bottom, canvas.line * 4)
    between = _between(chart, width)
    category = _categories(chart, between)
    channels = {"x": category, "y": value_channel(axis, canvas, across=False)}
    layers = _bars(chart, canvas, channels, "xOffset")
    for at, lines in enumerate(names):
        middle = height + _below(canvas, axis) + canvas.size * 0.5 + len(lines) * canvas.line / 2
        layers += canvas.stacked(lines, width * (at + 0.5) / len(names), middle, align="center")
    layers += _values(chart, canvas, axis, (width, height), between, across=False)
    zero = zero_line(axis, canvas, width, height, across=False)
    layers += [zero] if zero else []
    layers += [*unit_words(canvas, chart.unit, canvas.width, -left, above), *key[0]]
    return Plot(width, height, left, canvas.size * 0.2, top, bottom, tuple(layers))


def _lying(chart: Chart, canvas: Canvas, axis: Axis) -> Plot:
    names = [canvas.lines(label, canvas.width * _NAMES) for label in chart.categories]
    left = max(canvas.length(line) for lines in names for line in lines) * SLACK + canvas.size * 0.7
    right = canvas.length(axis.labels[-1]) / 2 + canvas.size * 0.2
    width = canvas.width - left - right
    above = unit_height(canvas, chart.unit, canvas.width)
    key = _legend(chart, canvas, -left, above)
    top, bottom = above + key[1], canvas.line + canvas.size * 0.6
    row = max(
        max(len(lines) for lines in names) * canvas.line + canvas.size * 0.5,
        len(chart.series) * canvas.line / (1 - _BETWEEN),
    )
    height = needed = row * len(names)
    if canvas.room.height:
        height = max(canvas.room.height * PX - top - bottom, canvas.line)
    height = min(height, max(_TALLEST - top - bottom, canvas.line))
    between = _between(chart, height)
    channels = {
        "y": _categories(chart, between),
        "x": value_channel(axis, canvas, across=True),
    }
    layers = _bars(chart, canvas, channels, "yOffset")
    for at, lines in enumerate(names):
        layers += canvas.stacked(lines, -canvas.size * 0.5, height * (at + 0.5) / len(names), align="right")
    layers += _values(chart, canvas, axis, (width, height), between, across=True)
    zero = zero_line(axis, canvas, width, height, across=True)
    layers += [zero] if zero else []
    layers += [*unit_words(canvas, chart.unit, canvas.width, -left, above), *key[0]]
    return Plot(width, height, left, right, top, bottom, tuple(layers), crowded=needed > height * 1.02)


def _below(canvas: Canvas, axis: Axis) -> float:
    """Room below the plot for the values of bars that hang down."""
    return canvas.size * 0.9 if axis.low < 0 else 0.0


def _legend(chart: Chart, canvas: Canvas, x: float, above: float) -> tuple[list[Layer], float]:
    """Which ground belongs to which series, between the unit and the plot; nothing for one series."""
    if len(chart.series) == 1:
        return [], 0.0
    key = legend(canvas, [series.name for series in chart.series], canvas.width, canvas.size * 0.2)
    layers = []
    for layer in key.layers:
        mark = dict(layer["mark"])
        for name in mark.keys() & {"x", "x2"}:
            mark[name] = round(mark[name] + x, 2)
        for name in mark.keys() & {"y", "y2"}:
            mark[name] = round(mark[name] - above - key.height, 2)
        layers.append({**layer, "mark": mark})
    return layers, key.height


def _categories(chart: Chart, between: float) -> dict[str, Any]:
    """The channel of categories; their names are words of our own."""
    return {
        "field": "c",
        "type": "ordinal",
        "sort": None,
        "scale": {
            "type": "band",
            "domain": list(range(len(chart.categories))),
            "paddingInner": round(between, 4),
            "paddingOuter": round(between / 2, 4),
        },
        "axis": None,
    }


def _bars(chart: Chart, canvas: Canvas, channels: dict[str, Any], offset: str) -> list[Layer]:
    many = len(chart.series) > 1
    order = {
        offset: {"field": "s", "type": "ordinal", "sort": None, "scale": {"domain": list(range(len(chart.series)))}}
    }
    layers = []
    for number, series in enumerate(chart.series):
        rows = [{"c": at, "s": number, "v": value} for at, value in enumerate(series.values) if value is not None]
        encoding = {**channels, **(order if many else {})}
        layers.append(
            {"data": {"values": rows}, "mark": {"type": "bar", **canvas.ground(number)}, "encoding": encoding}
        )
    return layers


def _between(chart: Chart, breadth: float) -> float:
    """The share of a category's room that stays empty: few bars stay slim."""
    return max(_BETWEEN, 1 - _THICKEST * len(chart.series) * len(chart.categories) / breadth)


def _values(
    chart: Chart, canvas: Canvas, axis: Axis, plot: tuple[float, float], between: float, *, across: bool
) -> list[Layer]:
    """The value at the end of each bar, where all of them have room."""
    length, breadth = plot if across else plot[::-1]
    band = breadth / len(chart.categories)
    thick = band * (1 - between) / len(chart.series)
    words = [label for series in chart.series for label in series.labels if label]
    widest = max((canvas.length(label) for label in words), default=0.0)
    if thick < (canvas.line * 0.9 if across else widest + canvas.size * 0.2):
        return []
    layers = []
    for number, series in enumerate(chart.series):
        for at, (value, label) in enumerate(zip(series.values, series.labels, strict=True)):
            if value is None:
                continue
            middle = band * (at + between / 2) + thick * (number + 0.5)
            end = axis.share(value) * length
            gap = canvas.size * (0.35 if across else 0.65) * (-1 if value < 0 else 1)
            if across:
                reach = end + gap + (canvas.length(label) if value >= 0 else -canvas.length(label))
                if reach > length + canvas.size or reach < 0:
                    return []
                layers.append(canvas.words(label, end + gap, middle, align="right" if value < 0 else "left"))
            else:
                layers.append(canvas.words(label, middle, length - end - gap, align="center"))
    return layers
