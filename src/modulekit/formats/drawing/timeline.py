"""Timelines: a row for each lane, with bars over months. Takes a Diagram and a room, gives a Drawing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from modulekit.document.diagram import Diagram
from modulekit.formats.drawing.fit import fitted
from modulekit.formats.drawing.placed import Drawing, Look, Placed, Point
from modulekit.formats.drawing.room import Room, Type

_LABEL = 0.38  # of the width: the names of the rows
_BAR = 4.2  # millimetres: the height of a bar
_ROW = 7.0
_TICK, _SHARE = 5.0, 0.8  # the side of a month to tick: at most so long, at most so much of the month


def timeline(diagram: Diagram, room: Room, fonts: Path) -> Drawing:
    """The rows of ``diagram`` below its axis, as wide as ``room``."""
    return fitted(room, lambda size, width: [(0, _drawing(diagram, width, Type(fonts, size)))])


def _drawing(diagram: Diagram, width: float, type_: Type) -> Drawing:
    left = width * _LABEL
    months = max([box.end for box in diagram.boxes] + [float(len(diagram.axis)), 1.0])
    month = (width - left) / months
    head, ticks = _axis(diagram, type_, left, month)
    boxes: list[Placed] = list(head)
    y = max((box.foot for box in head), default=0.0)
    rules: list[tuple[Point, Point]] = [((0, y), (width, y))]
    for number, lane in enumerate(diagram.lanes):
        lines, _ = type_.lines(lane.label, "", left)
        bars = [box for box in diagram.boxes if box.lane == number and box.end > box.start]
        is_open = diagram.form and not (bars and lane.label)
        height = max(type_.height(lines, ()), diagram.room if is_open else _ROW)
        words = Placed(f"lane-{number}", Look.WORDS, 0, y, left, height, lines, size=type_.size, centred=False)
        boxes.append(words)
        for box in bars:
            start, length = left + box.start * month, (box.end - box.start) * month
            boxes.append(Placed(box.id, Look.BAR, start, y + (height - _BAR) / 2, length, _BAR))
        if diagram.form and not bars:
            boxes += _cells(diagram, number, left, month, y, height)
        y += height
        rules.append(((0, y), (width, y)))
    rules += [((x, 0 if x == left else ticks), (x, y)) for x in _columns(diagram, left, month)]
    return Drawing(width, y, tuple(boxes), rules=tuple(rules))


def _cells(diagram: Diagram, lane: int, left: float, month: float, y: float, height: float) -> Iterator[Placed]:
    """A square in the middle of each month of an empty row."""
    side = min(month, height, _TICK / _SHARE) * _SHARE
    for number in range(len(diagram.axis)):
        x = left + (number + 0.5) * month - side / 2
        yield Placed(f"cell-{lane}-{number}", Look.CELL, x, y + (height - side) / 2, side, side)


def _columns(diagram: Diagram, left: float, month: float) -> list[float]:
    return [left + number * month for number in range(len(diagram.axis) + 1)]


def _axis(diagram: Diagram, type_: Type, left: float, month: float) -> tuple[list[Placed], float]:
    """The labels above the columns: each over as many columns as it needs, the others are left out."""
    if not diagram.axis:
        return [], 0.0
    widest = max(type_.needs(label, "") for label in diagram.axis)
    step = max(1, -(-int(widest * 100) // int(month * 100)))
    height = type_.height(("",), ())
    found = []
    for number in range(0, len(diagram.axis), step):
        across = min(step, len(diagram.axis) - number) * month
        label = diagram.axis[number]
        if type_.words().width(label) <= across:
            x = left + number * month
            found.append(
                Placed(f"axis-{number}", Look.WORDS, x, 0, across, height, (label,), size=type_.size, centred=False)
            )
    return found, height
