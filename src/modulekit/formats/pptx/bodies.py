"""Slide bodies → layout and shapes: one arm for each kind of slide."""

from __future__ import annotations

from typing import assert_never

from modulekit.document import (
    Chart,
    ChartBody,
    ColumnsBody,
    DiagramBody,
    ExerciseBody,
    Inlines,
    PictureBody,
    PointsBody,
    QuestionBody,
    QuotationBody,
    SectionBody,
    Slide,
    SlideBody,
    SummaryBody,
    TableBody,
    Text,
    TitleBody,
)
from modulekit.formats.ooxml.xml import Element
from modulekit.formats.pptx import charts, drawings, imprint, shapes
from modulekit.formats.pptx.bar import bar
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.layouts import BAR, BY_NAME, Frame, Layout

_BETWEEN = 10.0  # millimetres between columns


def layout_of(body: SlideBody) -> Layout:
    """The layout for a body."""
    match body:
        case TitleBody():
            return BY_NAME["Title"]
        case SectionBody():
            return BY_NAME["Section"]
        case PointsBody():
            return BY_NAME["Points"]
        case ColumnsBody():
            return BY_NAME["Columns" if len(body.columns) == 2 else "Points"]
        case PictureBody() | ChartBody():
            return BY_NAME["Picture"]
        case DiagramBody():
            return BY_NAME["Picture"]
        case TableBody():
            return BY_NAME["Table"]
        case QuestionBody():
            return BY_NAME["Question"]
        case ExerciseBody():
            return BY_NAME["Exercise"]
        case QuotationBody():
            return BY_NAME["Quotation"]
        case SummaryBody():
            return BY_NAME["Summary"]
        case _:
            assert_never(body)


def written(desk: Desk, slide: Slide, *, counted: bool) -> list[Element]:
    """The shapes of a slide in reading order: title, body, source, footer, number."""
    layout = layout_of(slide.body)
    elements = [shapes.text(desk, layout.place("Title"), [slide.title])]
    elements.extend(_body(desk, slide.body, layout))
    source = _source(slide)
    if source:
        elements.append(shapes.text(desk, layout.place("Source"), [source]))
    if slide.footer:
        elements.append(shapes.text(desk, layout.place("Footer"), [(Text(slide.footer),)]))
    elements.append(shapes.slide_number(desk, layout.place("Slide number"), slide.number, counted=counted))
    return elements


def _source(slide: Slide) -> Inlines:
    """What stands at the foot: the source of the slide and that of its picture or table."""
    parts: list[Inlines] = [slide.source]
    match slide.body:
        case PictureBody(figure):
            parts.append(figure.credit)
        case DiagramBody(diagram):
            parts.append(diagram.source)
        case ChartBody(chart):
            parts.append(chart.source)
        case TableBody(table):
            parts.append(table.source)
        case _:
            pass
    found: Inlines = ()
    for part in filter(None, parts):
        found = (*found, Text(" · "), *part) if found else part
    return found


def _body(desk: Desk, body: SlideBody, layout: Layout) -> list[Element]:
    def filled(**texts: tuple[Inlines, ...]) -> list[Element]:
        return [
            shapes.text(desk, layout.place(name.replace("_", " ")), [line for line in lines if line])
            for name, lines in texts.items()
            if any(lines)
        ]

    match body:
        case TitleBody():
            facts = "   ".join(body.facts)
            shown = filled(Subtitle=(body.subtitle,), Facts=((Text(facts),) if facts else (),))
            if body.signs:
                return [*shown, *imprint.written(desk, body, layout)]
            return [*shown, *filled(Statement=(body.statement,))]
        case SectionBody():
            number: Inlines = (Text(body.number),) if body.number else ()
            label: Inlines = (Text(body.label),) if body.label and body.points else ()
            return filled(Number=(number,), Label=(label,), Points=body.points)
        case PointsBody() | SummaryBody():
            return filled(Points=body.points)
        case ColumnsBody():
            if len(body.columns) != 2:
                return _columns(desk, body)
            (left, left_points), (right, right_points) = body.columns
            return filled(
                Heading_left=(left,), Points_left=left_points, Heading_right=(right,), Points_right=right_points
            )
        case PictureBody():
            return _picture(desk, body, layout)
        case DiagramBody():
            return drawings.written(desk, body.diagram, layout)
        case ChartBody():
            return _chart(desk, body.chart, layout)
        case TableBody():
            return _table(desk, body, layout)
        case QuestionBody():
            return filled(Question=(body.question,))
        case ExerciseBody():
            grouping: Inlines = (Text(body.grouping),) if body.grouping else ()
            return [*filled(Purpose=(body.purpose,), Grouping=(grouping,)), bar(desk, body.bar, BAR)]
        case QuotationBody():
            return filled(Words=(body.text,), Who=(body.source,))
        case _:
            assert_never(body)


def _columns(desk: Desk, body: ColumnsBody) -> list[Element]:
    """Any number of columns but two, for which there is a layout: text boxes that look like it."""
    layout = BY_NAME["Columns"]
    heading, points = layout.place("Heading left"), layout.place("Points left")
    whole = BY_NAME["Points"].place("Points").frame
    count = max(len(body.columns), 1)
    width = (whole.width - _BETWEEN * (count - 1)) / count
    elements = []
    for number, (title, items) in enumerate(body.columns):
        x = whole.x + number * (width + _BETWEEN)
        if title:
            frame = Frame(x, heading.frame.y, width, heading.frame.height)
            elements.append(shapes.text(desk, heading, [title], frame))
        if items:
            elements.append(shapes.text(desk, points, items, Frame(x, points.frame.y, width, points.frame.height)))
    return elements


def _picture(desk: Desk, body: PictureBody, layout: Layout) -> list[Element]:
    figure = body.figure
    caption: Inlines = figure.caption
    if figure.number:
        caption = (Text(f"{figure.number} "), *caption)
    place = layout.place("Picture")
    frame = place.frame
    if not caption:  # the room of the caption is the picture's
        below = layout.place("Caption").frame
        frame = Frame(frame.x, frame.y, frame.width, below.y + below.height - frame.y)
    shown = shapes.picture(desk, place, figure, frame)
    elements = [shown] if shown is not None else [shapes.text(desk, layout.place("Caption"), [(Text(figure.alt),)])]
    if caption and shown is not None:
        elements.append(shapes.text(desk, layout.place("Caption"), [caption]))
    return elements


def _chart(desk: Desk, chart: Chart, layout: Layout) -> list[Element]:
    caption: Inlines = chart.caption
    if chart.number:
        caption = (Text(f"{chart.number} "), *caption)
    frame, below = layout.place("Picture").frame, layout.place("Caption")
    if not caption:
        frame = Frame(frame.x, frame.y, frame.width, below.frame.y + below.frame.height - frame.y)
        return [charts.frame(desk, chart, frame)]
    return [charts.frame(desk, chart, frame), shapes.text(desk, below, [caption])]


def _table(desk: Desk, body: TableBody, layout: Layout) -> list[Element]:
    table = body.table
    caption: Inlines = table.caption
    if table.number:
        caption = (Text(f"{table.number} "), *caption)
    place, above = layout.place("Table"), layout.place("Caption")
    frame = place.frame
    if not caption:
        frame = Frame(frame.x, above.frame.y, frame.width, frame.y + frame.height - above.frame.y)
        return [shapes.table(desk, place, table, frame)]
    return [shapes.text(desk, above, [caption]), shapes.table(desk, place, table, frame)]
