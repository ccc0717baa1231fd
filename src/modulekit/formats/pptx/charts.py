"""Native charts: an object that PowerPoint draws, with a workbook inside that people can edit.

Takes a Chart and a frame, gives the shape; puts the chart and its workbook into the package. Must not know slides.
"""

from __future__ import annotations

import re
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.parts.chart import ChartPart
from pptx.util import Pt

from modulekit.archive import pack_ooxml, unpack
from modulekit.document.chart import Chart, ChartKind
from modulekit.formats.charts.bars import is_lying
from modulekit.formats.charts.canvas import FILLS, STROKES, Canvas, Room
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.pptx.desk import CHART, Desk
from modulekit.formats.pptx.layouts import Frame
from modulekit.formats.pptx.master import transform
from modulekit.formats.theme import Theme

CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SIZE = 13.0  # points
_LABELLED = 18  # so many bars have their values beside them
_DASHES = (
    MSO_LINE.SOLID,
    MSO_LINE.DASH,
    MSO_LINE.ROUND_DOT,
    MSO_LINE.LONG_DASH_DOT,
    MSO_LINE.SQUARE_DOT,
    MSO_LINE.LONG_DASH,
)
_MARKS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.PLUS,
    XL_MARKER_STYLE.X,
)
_AXES = (qname("c:axId"), qname("c:crossAx"))
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def frame(desk: Desk, block: Chart, room: Frame) -> Element:
    """The chart in ``room``, with its alternative text."""
    part = ChartPart.new(_type(desk, block, room), _data(block), desk.part.package)
    workbook: Any = part.chart_workbook.xlsx_part
    workbook._blob = _timeless(workbook.blob)
    _dress(part.chart, block, desk.press.theme)
    after = part._element.find(qname("c:date1904"))
    after.addnext(el("c:lang", {"val": desk.language}))
    for axis in part._element.iter(*_AXES):  # the library writes negative ids, which the standard does not allow
        axis.set("val", axis.get("val").lstrip("-"))
    relation = desk.part.relate_to(part, CHART)
    number = desk.number()
    return el(
        "p:graphicFrame",
        None,
        el(
            "p:nvGraphicFramePr",
            None,
            el("p:cNvPr", {"id": number, "name": f"Chart {number}", "descr": block.alt}),
            el("p:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noGrp": 1})),
            el("p:nvPr"),
        ),
        transform("p:xfrm", room),
        el("a:graphic", None, el("a:graphicData", {"uri": CHART_URI}, el("c:chart", {"r:id": str(relation)}))),
    )


def _type(desk: Desk, block: Chart, room: Frame) -> Any:
    if block.kind is ChartKind.LINE:
        return XL_CHART_TYPE.LINE_MARKERS
    canvas = Canvas(Room(room.width * 0.9, _SIZE), desk.press.theme, desk.press.fonts)
    return XL_CHART_TYPE.BAR_CLUSTERED if is_lying(block, canvas) else XL_CHART_TYPE.COLUMN_CLUSTERED


def _data(block: Chart) -> Any:
    point = block.notation.decimal
    places = max(
        (len(label.rpartition(point)[2]) for s in block.series for label in s.labels if point in label),
        default=0,
    )
    data: Any = CategoryChartData(  # type: ignore[no-untyped-call]
        number_format="#,##0" + ("." + "0" * places if places else "")
    )
    data.categories = block.categories
    for series in block.series:
        data.add_series(series.name, series.values)
    return data


def _timeless(workbook: bytes) -> bytes:
    """The workbook without the minute in which it was made."""
    entries = unpack(workbook)
    entries["docProps/core.xml"] = _TIMES.sub(b"", entries["docProps/core.xml"])
    return pack_ooxml(entries)


def _dress(chart: Any, block: Chart, theme: Theme) -> None:
    chart.font.size = Pt(_SIZE)
    chart.font.color.rgb = _rgb(theme.colour("ink"))
    chart.has_title = False
    chart.has_legend = len(block.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP if block.kind is not ChartKind.LINE else XL_LEGEND_POSITION.RIGHT
        chart.legend.include_in_layout = False
    _axes(chart, block, theme)
    for number, series in enumerate(chart.plots[0].series):
        if block.kind is ChartKind.LINE:
            _line(series, number, theme)
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = _rgb(theme.colour(FILLS[number]))
            series.format.line.color.rgb = _rgb(theme.colour("petrol"))
            series.format.line.width = Pt(0.5)
            series.invert_if_negative = False
    if block.kind is not ChartKind.LINE:
        plot = chart.plots[0]
        plot.gap_width, plot.overlap = max(60, 320 // len(block.categories)), 0
        plot.has_data_labels = len(block.series) * len(block.categories) <= _LABELLED
        if plot.has_data_labels:
            plot.data_labels.show_value = True


def _axes(chart: Any, block: Chart, theme: Theme) -> None:
    values, categories = chart.value_axis, chart.category_axis
    values.major_gridlines.format.line.color.rgb = _rgb(theme.colour("rule"))
    values.major_gridlines.format.line.width = Pt(0.5)
    values.format.line.fill.background()
    values.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.color.rgb = _rgb(theme.colour("ink"))
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.has_major_gridlines = False
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # below bars that hang down
    if chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED:  # the first category stands above
        categories.reverse_order = True
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if block.unit:
        values.has_title = True
        frame = values.axis_title.text_frame
        frame.text = block.unit
        font = frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(_SIZE - 1), False
        font.color.rgb = _rgb(theme.colour("muted"))


def _line(series: Any, number: int, theme: Theme) -> None:
    colour = _rgb(theme.colour(STROKES[number]))
    series.smooth = False
    series.format.line.color.rgb = colour
    series.format.line.width = Pt(2.25)
    series.format.line.dash_style = _DASHES[number]
    series.marker.style = _MARKS[number]
    series.marker.size = 8
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour
    series.marker.format.line.color.rgb = colour


def _rgb(colour: str) -> Any:
    red, green, blue = bytes.fromhex(colour[1:])
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
