"""Trees: a root with branches below and above it.

Children stand side by side under their parent where there is room for them; elsewhere they hang in a column beside a
line, as in the chart of an organisation, which is how forty boxes come onto a page. Each branch owns the rectangle that
it fills, and the lines of a branch stay inside it: that is why nothing can overlap. Takes a Diagram and a room, gives a
Drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from modulekit.document.diagram import BoxKind, Diagram
from modulekit.formats.drawing.fit import fitted
from modulekit.formats.drawing.placed import Drawing, Joint, Look, Placed, Point
from modulekit.formats.drawing.room import HAND, SIZES, SLOT, Room, Type

_ACROSS, _DOWN, _IN_COLUMN = 3.2, 6.4, 2.6  # millimetres between boxes
_INDENT = 5.0  # of a box that hangs
_ARROW = 1.2  # room for its head
_HOOK = 2.0  # from the left side of a parent to the line on which its children hang
_WIDEST, _NARROWEST = 58.0, 24.0  # of boxes in letters of the first size; larger letters have wider boxes
_ROOT = 1.5  # the root is so much wider than the others
_WIDTHS = (_WIDEST, 50.0, 44.0, 38.0, 34.0, 30.0, 27.0)
_SHARES = (1.0, 0.7)  # of the room: a tree that is heavy on one side must not use all of it on the other


@dataclass(frozen=True, slots=True)
class _Branch:
    """A laid out branch whose root stands at the top; ``axis`` is the middle of the root."""

    width: float
    height: float
    axis: float
    boxes: tuple[Placed, ...]
    joints: tuple[Joint, ...]

    def moved(self, dx: float, dy: float) -> _Branch:
        boxes = tuple(replace(box, x=box.x + dx, y=box.y + dy) for box in self.boxes)
        joints = tuple(replace(joint, points=tuple((x + dx, y + dy) for x, y in joint.points)) for joint in self.joints)
        return replace(self, axis=self.axis + dx, boxes=boxes, joints=joints)


def tree(diagram: Diagram, room: Room, fonts: Path) -> Drawing:
    """The tree in ``room``. Of what fits, the drawing is taken in which the fewest boxes hang."""
    plan = _Plan(diagram, room.gap)
    return fitted(room, lambda size, width: plan.drawings(Type(fonts, size), width))


class _Plan:
    """The tree as parents and children, and the ways of laying it out."""

    def __init__(self, diagram: Diagram, gap: float) -> None:
        self.down, self.in_column = _DOWN * gap, _IN_COLUMN * gap
        self._form, self._to_write = diagram.form, diagram.room
        self._boxes = {box.id: box for box in diagram.boxes}
        core = (box.id for box in diagram.boxes if box.kind is BoxKind.CORE)
        self.root = next(core, diagram.boxes[0].id)
        self._below = _children((joint.to, joint.start) for joint in diagram.connectors)
        self._above = _children((joint.start, joint.to) for joint in diagram.connectors)

    def drawings(self, type_: Type, room: float) -> Iterator[tuple[int, Drawing]]:
        """Drawings to choose from, those with the widest boxes first, each with how many of its boxes hang."""
        least = HAND if self._form else _NARROWEST
        needed = max(type_.needs(box.text, box.note) for box in self._boxes.values())
        larger = max(type_.size / SIZES[0], 1.0)
        least = min(max(least, needed), _WIDEST * larger)
        widths = {least, *(width * larger for width in _WIDTHS if width * larger > least)}
        for width in sorted(widths, reverse=True):
            for share in _SHARES:
                yield self._drawing(type_, width, room * share)

    def _drawing(self, type_: Type, width: float, room: float) -> tuple[int, Drawing]:
        down = _Side(self, type_, width, self._below, arrow_at_child=False).branch(self.root, room)
        up = _Side(self, type_, width, self._above, arrow_at_child=True).branch(self.root, room)
        left = max(down.axis, up.axis)
        root = up.boxes[0].height
        below_root = down.moved(left - down.axis, up.height - root)
        above_root = _flipped(up).moved(left - up.axis, 0)
        boxes = (*below_root.boxes, *above_root.boxes[1:])
        joints = (*above_root.joints, *below_root.joints)
        hanging = sum(len(joint.points) == 3 for joint in joints)
        right = max(box.right for box in boxes)
        return hanging, Drawing(right, up.height + down.height - root, boxes, joints)

    def box(self, id: str, type_: Type, width: float) -> Placed:
        """The box with its words, at the origin."""
        node = self._boxes[id]
        is_root = id == self.root
        if is_root:
            width *= _ROOT
        lines, note = type_.lines(node.text, node.note, width, bold=is_root)
        height = type_.height(lines, note)
        if self._form:
            width = max(width, HAND)
            height = max(height, 0.0 if node.text else self._to_write)
        foot = SLOT if node.slot else 0.0
        look = Look.FIELD if self._form and not node.text else Look(node.kind.value)
        return Placed(
            id,
            look,
            0,
            0,
            width,
            height + foot,
            lines,
            note,
            type_.size,
            bold=is_root,
            hook=_HOOK,
            slot=node.slot,
            slot_height=foot,
        )


def _children(pairs: Iterator[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for parent, child in pairs:
        found.setdefault(parent, []).append(child)
    return {parent: tuple(children) for parent, children in found.items()}


@dataclass(frozen=True)
class _Side:
    """One side of the tree, laid out downwards."""

    plan: _Plan
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

    def branch(self, id: str, room: float, least: float = 0.0) -> _Branch:
        """The branch of ``id`` in ``room`` millimetres, or in more where it needs more; its own box is at least
        ``least`` millimetres high."""
        box = self.plan.box(id, self.type_, self.width)
        box = replace(box, height=max(box.height, least))
        below = self.children.get(id, ())
        if not below:
            return _Branch(box.width, box.height, box.width / 2, (box,), ())
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

    def _beside(self, box: Placed, branches: list[_Branch]) -> _Branch:
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
        return _joined(width, height, axis, root, placed, joints)

    def _hanging(self, box: Placed, branches: list[_Branch]) -> _Branch:
        """Children below each other, beside a line that comes from the foot of their parent."""
        placed: list[_Branch] = []
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
        return _joined(width, y - self.plan.in_column, box.width / 2, box, placed, joints)

    def _joint(self, branch: _Branch, box: Placed, points: tuple[Point, ...]) -> Joint:
        return Joint(branch.boxes[0].id, box.id, points, back=self.arrow_at_child)


def _joined(
    width: float, height: float, axis: float, root: Placed, branches: list[_Branch], joints: list[Joint]
) -> _Branch:
    boxes = (root, *(box for branch in branches for box in branch.boxes))
    inner = (joint for branch in branches for joint in branch.joints)
    return _Branch(width, height, axis, boxes, (*joints, *inner))


def _flipped(branch: _Branch) -> _Branch:
    """The branch with its root at the foot."""
    boxes = tuple(replace(box, y=branch.height - box.y - box.height) for box in branch.boxes)
    joints = tuple(
        replace(joint, points=tuple((x, branch.height - y) for x, y in joint.points)) for joint in branch.joints
    )
    return replace(branch, boxes=boxes, joints=joints)
