"""A drawing whose every box has its place: what layouts give and what writers draw. Millimetres from the upper left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]

PADDING = (1.9, 1.3)
"""Between a box and its words: across, down."""
LEADING = 1.28
"""From line to line, as a multiple of the size."""
SMALL = 0.88
"""The size of a note, as a share of the size of the words above it."""


class Look(StrEnum):
    """How a box is drawn. Each can be told from the others without colour."""

    CORE = "core"  # dark
    CAUSE = "cause"  # tinted
    EFFECT = "effect"  # outlined
    OBJECTIVE = "objective"  # tinted
    LEVEL = "level"  # outlined
    ASSUMPTION = "assumption"  # dashed
    BAR = "bar"  # dark, without words
    MARK = "mark"  # dark and small: the drawing goes on where the same mark stands
    LANE = "lane"  # a ground behind the boxes of a lane
    LABEL = "label"  # the name of a lane, dark
    WORDS = "words"  # words without a box
    FIELD = "field"  # a place to write, outlined
    CELL = "cell"  # a month to mark: a place, nothing that is drawn


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its words in lines. ``size`` is that of the words in points. ``hook`` is how far from its left side a
    line may begin above and below it, beside the middle. ``slot`` names a place to write of ``slot_height`` millimetres
    at its foot."""

    id: str
    look: Look
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    size: float = 9.0
    bold: bool = False
    centred: bool = True
    hook: float = 2.5
    slot: str = ""
    slot_height: float = 0.0

    def moved(self, dx: float, dy: float) -> Placed:
        """The box elsewhere."""
        return Placed(  # field by field: trees are moved so often that it counts
            self.id,
            self.look,
            self.x + dx,
            self.y + dy,
            self.width,
            self.height,
            self.lines,
            self.note,
            self.size,
            self.bold,
            self.centred,
            self.hook,
            self.slot,
            self.slot_height,
        )

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """Its lower side."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Joint:
    """A line of two to five points between two boxes. The arrow is at ``end``, or at ``start`` where ``back`` is set.

    Two points are a straight line; three and five run across first; four run down, across and down, or up, across and
    up.
    """

    start: str
    end: str
    points: tuple[Point, ...]
    back: bool = False

    def moved(self, dx: float, dy: float) -> Joint:
        """The line elsewhere."""
        return Joint(self.start, self.end, tuple([(x + dx, y + dy) for x, y in self.points]), self.back)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes from back to front, lines between them, and fine lines without a meaning of their own."""

    width: float
    height: float
    boxes: tuple[Placed, ...]
    joints: tuple[Joint, ...] = ()
    rules: tuple[tuple[Point, Point], ...] = ()
    landscape: bool = False
    """Whether it is meant to stand on a page across."""
    scale: float = 1.0
    """What it was made smaller by after it was laid out."""

    @property
    def smallest(self) -> float:
        """The size of the smallest words in points."""
        return min((box.size for box in self.boxes if box.lines), default=9.0)

    def scaled(self, factor: float) -> Drawing:
        """All of it larger or smaller, words included."""

        def at(point: Point) -> Point:
            return point[0] * factor, point[1] * factor

        boxes = tuple(
            replace(
                box,
                x=box.x * factor,
                y=box.y * factor,
                width=box.width * factor,
                height=box.height * factor,
                size=box.size * factor,
                hook=box.hook * factor,
                slot_height=box.slot_height * factor,
            )
            for box in self.boxes
        )
        joints = tuple(replace(joint, points=tuple(map(at, joint.points))) for joint in self.joints)
        rules = tuple((at(a), at(b)) for a, b in self.rules)
        return Drawing(
            self.width * factor, self.height * factor, boxes, joints, rules, self.landscape, self.scale * factor
        )
