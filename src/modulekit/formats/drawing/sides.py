"""One side of a tree, laid out downwards: children beside each other, or hanging below each other on a line.

Takes parents and children and the room there is, gives a Branch. Each branch owns the rectangle that it fills, and its
lines stay inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from modulekit.formats.drawing.branch import Branch, columns, joined
from modulekit.formats.drawing.placed import Joint, Placed, Point
from modulekit.formats.drawing.room import Type

if TYPE_CHECKING:
    from modulekit.formats.drawing.tree import Plan

_ACROSS, DOWN, IN_COLUMN = 3.2, 6.4, 2.6  # millimetres between boxes
_INDENT = 5.0  # of a box that hangs
_ARROW = 1.2  # room for its head


@dataclass(frozen=True)
class Side:
    """One side of the tree, laid out downwards."""

    plan: Plan
    type_: Type
    width: float
    children: Mapping[str, tuple[str, ...]]
    arrow_at_child: bool

    @cached_property
    def _needs(self) -> dict[str, tuple[float, float, float]]:
        """Of each branch: its width and height where all hangs, and its width where nothing does."""
        found: dict[str, tuple[float, float, float]] = {}

        def measure(id: str) -> tuple[float, float, float]:
            box = self.plan.box(id, self.type_, self.width)
            below = [measure(child) for child in self.children.get(id, ())]
            narrow = max([need[0] for need in below], default=0.0) + (_INDENT if len(below) > 1 else 0.0)
            high = box.height + sum(need[1] + self.plan.in_column for need in below)
            wide = sum(need[2] for need in below) + _ACROSS * max(len(below) - 1, 0)
            found[id] = max(box.width, narrow), high, max(box.width, wide)
            return found[id]

        measure(self.plan.root)
        return found

    def branch(self, id: str, room: float, least: float = 0.0) -> Branch:
        """The branch of ``id`` in ``room`` millimetres, or in more where it needs more; its own box is at least
        ``least`` millimetres high."""
        box = self.plan.box(id, self.type_, self.width)
        box = replace(box, height=max(box.height, least))
        below = self.children.get(id, ())
        if not below:
            return Branch(box.width, box.height, box.width / 2, (box,), ())
        narrow = sum(self._needs[child][0] for child in below) + _ACROSS * (len(below) - 1)
        if len(below) == 1 or narrow <= room:
            least = max(self.plan.box(child, self.type_, self.width).height for child in below)
            rooms = self._rooms(below, room - narrow)
            return self._beside(box, [self.branch(child, rooms[child], least) for child in below])
        return self._hanging(box, [self.branch(child, room - _INDENT) for child in below])

    def _rooms(self, ids: tuple[str, ...], left: float) -> dict[str, float]:
        """What each branch gets of the room; of what is ``left``, the highest gets what it can use, then the next."""
        rooms = {}
        for id in sorted(ids, key=lambda id: -self._needs[id][1]):
            narrow, _, wide = self._needs[id]
            more = min(max(left, 0.0), wide - narrow)
            rooms[id] = narrow + more
            left -= more
        return rooms

    def _beside(self, box: Placed, branches: list[Branch]) -> Branch:
        """Children side by side under the middle of their parent."""
        placed, x = [], 0.0
        for branch in branches:
            placed.append(branch.moved(x, box.height + self.plan.down))
            x += branch.width + _ACROSS
        axis = (placed[0].axis + placed[-1].axis) / 2
        shift = max(0.0, box.width / 2 - axis)
        placed = [branch.moved(shift, 0) for branch in placed]
        axis += shift
        bus = box.height + self.plan.down / 2
        joints = []
        for branch in placed:
            points: tuple[Point, ...] = ((branch.axis, box.height + self.plan.down), (axis, box.height))
            if abs(branch.axis - axis) > 0.01:
                points = (points[0], (branch.axis, bus), (axis, bus), points[1])
            joints.append(self._joint(branch, box, points))
        root = replace(box, x=axis - box.width / 2)
        width = max(shift + x - _ACROSS, root.right)
        height = max(box.height + self.plan.down + branch.height for branch in branches)
        return joined(width, height, axis, root, placed, joints)

    def _hanging(self, box: Placed, branches: list[Branch]) -> Branch:
        """Children below each other, beside a line that comes from the foot of their parent."""
        placed: list[Branch] = []
        joints: list[Joint] = []
        y = box.height + self.plan.in_column + _ARROW
        for branch in branches:
            moved = branch.moved(_INDENT, y)
            child = moved.boxes[0]
            middle = child.y + child.height / 2
            points: tuple[Point, ...] = ((child.x, middle), (box.hook, middle), (box.hook, box.height))
            placed.append(moved)
            joints.append(self._joint(moved, box, points))
            y += branch.height + self.plan.in_column
        width = max(box.width, _INDENT + max(branch.width for branch in branches))
        return joined(width, y - self.plan.in_column, box.width / 2, box, placed, joints)

    def _joint(self, branch: Branch, box: Placed, points: tuple[Point, ...]) -> Joint:
        return Joint(branch.boxes[0].id, box.id, points, back=self.arrow_at_child)


class Compact(Side):
    """A side on which each branch is as low as its room allows: beside each other, or hanging in some columns."""

    @cached_property
    def _known(self) -> dict[tuple[str, int, float], Branch]:
        return {}

    def branch(self, id: str, room: float, least: float = 0.0) -> Branch:
        """As it says there."""
        key = (id, int(room), least)
        if key not in self._known:
            self._known[key] = min(self._choices(id, float(int(room)), least), key=lambda found: found.height)
        return self._known[key]

    def _choices(self, id: str, room: float, least: float) -> Iterator[Branch]:
        below = self.children.get(id, ())
        narrow = sum(self._needs[child][0] for child in below) + _ACROSS * (len(below) - 1)
        if len(below) < 2 or narrow <= room:
            yield super().branch(id, room, least)
        if len(below) < 2:
            return
        box = self.plan.box(id, self.type_, self.width)
        box = replace(box, height=max(box.height, least))
        widest = max(self._needs[child][0] for child in below) + _INDENT
        most = min(len(below), max(int((room + _ACROSS) / (widest + _ACROSS)), 1))
        for count in range(1, most + 1):
            inside = (room - _ACROSS * (count - 1)) / count - _INDENT
            branches = [self.branch(child, inside) for child in below]
            yield self._in_columns(box, columns(branches, count, self.plan.in_column))

    def _in_columns(self, box: Placed, groups: list[list[Branch]]) -> Branch:
        """Each group hangs on a line of its own; the lines of all but the first run along below the parent."""
        whole = self._hanging(box, groups[0])
        placed, joints = [], []
        left, height = whole.width + _ACROSS, whole.height
        for group in groups[1:]:
            hung = self._hanging(box, group)
            joints += [replace(joint, points=self._around(joint.points, left)) for joint in hung.joints[: len(group)]]
            others = replace(hung, boxes=hung.boxes[1:], joints=hung.joints[len(group) :])
            placed.append(others.moved(left, 0))
            left += max(branch.width for branch in group) + _INDENT + _ACROSS
            height = max(height, hung.height)
        boxes = (*whole.boxes, *(box for branch in placed for box in branch.boxes))
        inner = (joint for branch in placed for joint in branch.joints)
        return Branch(left - _ACROSS, height, whole.axis, boxes, (*whole.joints, *joints, *inner))

    def _around(self, points: tuple[Point, ...], left: float) -> tuple[Point, ...]:
        """The way from a child ``left`` millimetres further right to the foot of its parent."""
        (x, middle), (rail, _), (hook, foot) = points
        bus = foot + (self.plan.in_column + _ARROW) / 2
        return (x + left, middle), (rail + left, middle), (rail + left, bus), (hook, bus), (hook, foot)
