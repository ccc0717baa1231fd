"""Trees: a root with branches below and above it.

Children stand side by side under their parent where there is room for them; elsewhere they hang in a column beside a
line, as in the chart of an organisation, which is how forty boxes come onto a page. Each branch owns the rectangle that
it fills, and the lines of a branch stay inside it: that is why nothing can overlap. Takes a Diagram and a room, gives a
Drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from modulekit.document.diagram import BoxKind, Diagram
from modulekit.formats.drawing.branch import flipped
from modulekit.formats.drawing.fit import fitted
from modulekit.formats.drawing.placed import Drawing, Look, Placed
from modulekit.formats.drawing.room import HAND, SIZES, SLOT, Room, Type
from modulekit.formats.drawing.sides import DOWN, IN_COLUMN, Compact, Side

_HOOK = 2.0  # from the left side of a parent to the line on which its children hang
_WIDEST, _NARROWEST = 58.0, 24.0  # of boxes in letters of the first size; larger letters have wider boxes
_ROOT = 1.5  # the root is so much wider than the others
_WIDTHS = (_WIDEST, 50.0, 44.0, 38.0, 34.0, 30.0, 27.0)
_LONG = (96.0, 76.0)  # of boxes in a tree that is deep
_SHARES = (1.0, 0.7)  # of the room: a tree that is heavy on one side must not use all of it on the other


def tree(diagram: Diagram, room: Room, fonts: Path) -> Drawing:
    """The tree in ``room``. Of what fits, the drawing is taken in which the fewest boxes hang."""
    plan = Plan(diagram, room.gap)
    return fitted(
        room,
        lambda size, width: plan.drawings(Type(fonts, size), width),
        lambda size, width: plan.drawings(Type(fonts, size), width, compact=True) if room.columns else (),
    )


class Plan:
    """The tree as parents and children, and the ways of laying it out."""

    def __init__(self, diagram: Diagram, gap: float) -> None:
        self.down, self.in_column = DOWN * gap, IN_COLUMN * gap
        self._form, self._to_write = diagram.form, diagram.room
        self._boxes = {box.id: box for box in diagram.boxes}
        core = (box.id for box in diagram.boxes if box.kind is BoxKind.CORE)
        self.root = next(core, diagram.boxes[0].id)
        self._below = _children((joint.to, joint.start) for joint in diagram.connectors)
        self._above = _children((joint.start, joint.to) for joint in diagram.connectors)
        self._measured: dict[tuple[str, Type, float], Placed] = {}

    def drawings(self, type_: Type, room: float, *, compact: bool = False) -> Iterator[tuple[int, Drawing]]:
        """Drawings to choose from, those with the widest boxes first, each with how many of its boxes hang. Those that
        are ``compact`` give up symmetry: each branch is as low as it can be."""
        least = HAND if self._form else _NARROWEST
        needed = max(type_.needs(box.text, box.note) for box in self._boxes.values())
        larger = max(type_.size / SIZES[0], 1.0)
        least = min(max(least, needed), _WIDEST * larger)
        choice = (*_LONG, *_WIDTHS) if compact else _WIDTHS
        widths = {least, *(width * larger for width in choice if width * larger > least)}
        for width in sorted(widths, reverse=True):
            for share in _SHARES:
                yield self._drawing(Compact if compact else Side, type_, width, room * share)

    def _drawing(self, side: type[Side], type_: Type, width: float, room: float) -> tuple[int, Drawing]:
        down = side(self, type_, width, self._below, arrow_at_child=False).branch(self.root, room)
        up = side(self, type_, width, self._above, arrow_at_child=True).branch(self.root, room)
        left = max(down.axis, up.axis)
        root = up.boxes[0].height
        below_root = down.moved(left - down.axis, up.height - root)
        above_root = flipped(up).moved(left - up.axis, 0)
        boxes = (*below_root.boxes, *above_root.boxes[1:])
        joints = (*above_root.joints, *below_root.joints)
        hanging = sum(len(joint.points) in (3, 5) for joint in joints)
        right = max(box.right for box in boxes)
        return hanging, Drawing(right, up.height + down.height - root, boxes, joints)

    def box(self, id: str, type_: Type, width: float) -> Placed:
        """The box with its words, at the origin. A tree asks for each several times, and is tried in several forms."""
        key = (id, type_, width)
        if key not in self._measured:
            self._measured[key] = self._box(id, type_, width)
        return self._measured[key]

    def _box(self, id: str, type_: Type, width: float) -> Placed:
        node = self._boxes[id]
        is_root = id == self.root
        if is_root:
            width *= _ROOT
        if node.kind is BoxKind.MARK:
            width = type_.needs("W", "", bold=True) * max(len(node.text), 1)
            return Placed(id, Look.MARK, 0, 0, width, width, (node.text,), size=type_.size, bold=True, hook=width / 2)
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
