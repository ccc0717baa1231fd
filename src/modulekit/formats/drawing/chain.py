"""Chains: levels from below to above, one lane each, with what must hold between them.

Takes a Diagram, gives a Drawing. The lanes are joined by themselves, from label to label; what must hold stands beside
that line.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from modulekit.document.diagram import BoxKind, Diagram, DiagramBox
from modulekit.formats.drawing.fit import fitted
from modulekit.formats.drawing.placed import Drawing, Joint, Look, Placed
from modulekit.formats.drawing.room import Room, Type

_LABEL = (22.0, 40.0)  # the least and the greatest width of a label
_SLACK = 1.08  # bold letters of an office family may be wider
_GAP, _INSET = 2.4, 2.0
_BETWEEN = 8.0  # millimetres between lanes
_LEAST = 38.0  # the width of a box


def chain(diagram: Diagram, room: Room, fonts: Path) -> Drawing:
    """The chain in ``room``."""
    return fitted(room, lambda size, width: [(0, _Lanes(diagram, Type(fonts, size), width, room.gap).drawing())])


class _Lanes:
    """A chain in letters of one size."""

    def __init__(self, diagram: Diagram, type_: Type, width: float, gap: float) -> None:
        self._diagram, self._type, self._width = diagram, type_, width
        self._between, self._inset = _BETWEEN * gap, _INSET * gap
        longest = max((type_.needs(lane.label, "", bold=True) for lane in diagram.lanes), default=0.0)
        self._label = min(max(longest * _SLACK, _LABEL[0]), max(_LABEL[1], width / 4))
        self._left = self._label + _INSET
        self._room = width - self._left - _INSET

    def drawing(self) -> Drawing:
        """The lanes from above to below."""
        boxes: list[Placed] = []
        joints: list[Joint] = []
        y, upper = 0.0, ""
        for number in reversed(range(len(self._diagram.lanes))):
            label, ground, entries = self._lane(number, y)
            boxes += [ground, label, *entries]
            if upper:
                above = next(box for box in boxes if box.id == upper)
                x = self._label / 2
                joints.append(Joint(label.id, upper, ((x, label.y), (x, above.foot))))
            upper, y = label.id, ground.foot + self._between
            held = self._rows(self._boxes(number, BoxKind.ASSUMPTION), y - self._between / 2)
            if held:
                boxes += held
                y = max(box.foot for box in held) + self._between / 2
        return Drawing(self._width, max(box.foot for box in boxes), tuple(boxes), tuple(joints))

    def _lane(self, number: int, y: float) -> tuple[Placed, Placed, list[Placed]]:
        lane = self._diagram.lanes[number]
        entries = self._rows(self._boxes(number, None), y + self._inset)
        lines, _ = self._type.lines(lane.label, "", self._label, bold=True)
        foot = max([box.foot + self._inset for box in entries] + [y + self._type.height(lines, ())])
        label = Placed(
            f"lane-{number}", Look.LABEL, 0, y, self._label, foot - y, lines, size=self._type.size, bold=True
        )
        ground = Placed(f"ground-{number}", Look.LANE, 0, y, self._width, foot - y)
        return label, ground, entries

    def _boxes(self, lane: int, kind: BoxKind | None) -> list[DiagramBox]:
        """What stands in a lane, or between it and the lane below."""
        is_held = kind is BoxKind.ASSUMPTION
        return [box for box in self._diagram.boxes if box.lane == lane and (box.kind is BoxKind.ASSUMPTION) == is_held]

    def _rows(self, boxes: list[DiagramBox], y: float) -> list[Placed]:
        """Boxes side by side, in as many rows as they need; the boxes of a row are equally high."""
        if not boxes:
            return []
        needed = max(self._type.needs(box.text, box.note) for box in boxes)
        least = min(max(_LEAST, needed), self._room)
        most = max(int((self._room + _GAP) / (least + _GAP)), 1)
        rows = -(-len(boxes) // most)
        across = -(-len(boxes) // rows)
        width = (self._room - _GAP * (across - 1)) / across
        placed: list[Placed] = []
        for start in range(0, len(boxes), across):
            row = [
                self._box(box, self._left + number * (width + _GAP), y, width)
                for number, box in enumerate(boxes[start : start + across])
            ]
            height = max(box.height for box in row)
            placed += [replace(box, height=height) for box in row]
            y += height + _GAP
        return placed

    def _box(self, box: DiagramBox, x: float, y: float, width: float) -> Placed:
        lines, note = self._type.lines(box.text, box.note, width)
        height = self._type.height(lines, note)
        if self._diagram.form and not box.text:
            height = max(height, self._diagram.room)
        is_held = box.kind is BoxKind.ASSUMPTION
        look = Look.FIELD if self._diagram.form and not box.text and not is_held else Look(box.kind.value)
        return Placed(box.id, look, x, y, width, height, lines, note, self._type.size)
