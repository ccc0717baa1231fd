"""A chart as a Vega-Lite specification with every place worked out: nothing is left to the widths that Vega guesses.

Takes a Chart and a Canvas, gives JSON as Python holds it. Must not know how it is drawn, or who shows it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, assert_never

from modulekit.document.chart import Chart, ChartKind
from modulekit.formats.charts import bars, lines
from modulekit.formats.charts.axis import axis
from modulekit.formats.charts.canvas import Canvas
from modulekit.formats.charts.plot import Plot

_SMALLER = (0.9,) * 6  # each a share of the size before it; the last is about half
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def specification(chart: Chart, canvas: Canvas) -> dict[str, Any]:
    """What Vega-Lite draws for ``chart``: exactly as wide as the canvas, and as high where that is given."""
    plot, canvas = _fitting(chart, canvas)
    ink, rule = canvas.colour("ink"), canvas.colour("rule")
    return {
        "$schema": _SCHEMA,
        "autosize": "none",
        "background": None,
        "width": round(plot.width, 2),
        "height": round(plot.height, 2),
        "padding": {
            "left": round(plot.left, 2),
            "right": round(plot.right, 2),
            "top": round(plot.top, 2),
            "bottom": round(plot.bottom, 2),
        },
        "config": {
            "aria": False,
            "font": canvas.theme.font("sans"),
            "view": {"stroke": None},
            "axis": {
                "labelColor": ink,
                "labelFontSize": round(canvas.size, 2),
                "labelLineHeight": round(canvas.line, 2),
                "labelLimit": 0,
                "labelOverlap": False,
                "gridColor": rule,
                "gridWidth": 0.6,
                "domainColor": ink,
                "tickColor": ink,
                "title": None,
            },
        },
        "layer": list(plot.layers),
    }


def _fitting(chart: Chart, canvas: Canvas) -> tuple[Plot, Canvas]:
    """The plot with the largest letters that leave room for one another."""
    plot = _plot(chart, canvas)
    for share in _SMALLER if canvas.room.height else ():
        if not plot.crowded:
            break
        canvas = replace(canvas, room=replace(canvas.room, size=canvas.room.size * share))
        plot = _plot(chart, canvas)
    return plot, canvas


def _plot(chart: Chart, canvas: Canvas) -> Plot:
    values = [value for series in chart.series for value in series.values if value is not None]
    match chart.kind:
        case ChartKind.BAR | ChartKind.GROUPED_BAR:
            return bars.plot(chart, canvas, axis(values, from_nought=True, notation=chart.notation))
        case ChartKind.LINE:
            return lines.plot(chart, canvas, axis(values, from_nought=False, notation=chart.notation))
        case _:
            assert_never(chart.kind)
