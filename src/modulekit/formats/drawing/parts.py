"""A tree that no page can hold, in parts: where one is cut off stands a mark, and its own drawing begins with it.

Takes a Diagram and the room of each drawing, gives the parts with their drawings. Whoever glues maps knows the marks.
Must not know pages or files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from modulekit.document.diagram import BoxKind, Connector, Diagram, DiagramBox, DiagramKind
from modulekit.formats.drawing import draw
from modulekit.formats.drawing.placed import Drawing, Look
from modulekit.formats.drawing.room import Room
from modulekit.formats.drawing.size import is_tiny

_LEAST = 2  # boxes that a part takes away: fewer are no relief
_EMPTY = 30  # letters that an empty box counts for


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a diagram, drawn. ``mark`` is empty for the part that holds the root."""

    diagram: Diagram
    drawing: Drawing
    mark: str = ""


def in_parts(diagram: Diagram, room: Room, fonts: Path) -> tuple[Cut, ...]:
    """``diagram`` drawn whole where its letters stay readable, else in as few parts as that needs.

    What cannot be cut is drawn as it is, and ``is_tiny`` says so.
    """
    cuts = tuple(_parts(Cut(diagram, draw(diagram, room, fonts)), room, fonts, (_letter(n) for n in count())))
    order = {cut.mark: _letter(number) for number, cut in enumerate(cuts[1:])}
    return tuple(_renamed(cut, order) for cut in cuts)


def _parts(whole: Cut, room: Room, fonts: Path, marks: Iterator[str]) -> Iterator[Cut]:
    at = _cut(whole.diagram) if is_tiny(whole.drawing, room) else None
    if at is None:
        yield whole
        return
    mark = next(marks)
    rest, part = _apart(whole.diagram, at, mark)
    yield from _parts(replace(whole, diagram=rest, drawing=draw(rest, room, fonts)), room, fonts, marks)
    yield from _parts(Cut(part, draw(part, room, fonts), mark), room, fonts, marks)


def _renamed(cut: Cut, names: Mapping[str, str]) -> Cut:
    """The part with the marks that it has in the order of the parts."""
    boxes = tuple(replace(box, text=names[box.text]) if box.kind is BoxKind.MARK else box for box in cut.diagram.boxes)
    placed = tuple(
        replace(box, lines=(names[box.lines[0]],)) if box.look is Look.MARK else box for box in cut.drawing.boxes
    )
    diagram, drawing = replace(cut.diagram, boxes=boxes), replace(cut.drawing, boxes=placed)
    return Cut(diagram, drawing, names.get(cut.mark, ""))


def _letter(number: int) -> str:
    """A, B … Z, AA: read in Latin and, where it matters most, in Cyrillic."""
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _cut(diagram: Diagram) -> str | None:
    """The box whose branch, cut off, leaves two parts that are as equal as can be; ``None`` where there is none."""
    if diagram.kind is not DiagramKind.TREE:
        return None
    below = _below(diagram)
    weights = {box.id: _EMPTY + len(box.text) + len(box.note) for box in diagram.boxes}
    whole = sum(weights.values())
    found: dict[str, int] = {}
    for box in diagram.boxes:
        branch = below[box.id]
        if box.kind is BoxKind.CORE or not _LEAST <= len(branch) < len(diagram.boxes) - _LEAST:
            continue
        cut_off = sum(weights[id] for id in branch)
        found[box.id] = max(cut_off + weights[box.id], whole - cut_off)
    return min(found, key=lambda id: found[id], default=None)


def _below(diagram: Diagram) -> Mapping[str, frozenset[str]]:
    """All boxes that hang on each box, away from the root."""
    joined: dict[str, list[str]] = {box.id: [] for box in diagram.boxes}
    for joint in diagram.connectors:
        joined[joint.start].append(joint.to)
        joined[joint.to].append(joint.start)
    found: dict[str, frozenset[str]] = {}

    def walk(id: str, parent: str) -> frozenset[str]:
        below = [child for child in joined[id] if child != parent]
        found[id] = frozenset(below).union(*(walk(child, id) for child in below))
        return found[id]

    walk(_root(diagram).id, "")
    return found


def _root(diagram: Diagram) -> DiagramBox:
    return next((box for box in diagram.boxes if box.kind is BoxKind.CORE), diagram.boxes[0])


def _apart(diagram: Diagram, at: str, mark: str) -> tuple[Diagram, Diagram]:
    """``diagram`` without the branch on ``at``, and this branch below ``at``, which stands in both."""
    branch = _below(diagram)[at]
    stub = DiagramBox(f"{at}/{mark}", mark, BoxKind.MARK)
    kept = [joint for joint in diagram.connectors if not branch & {joint.start, joint.to}]
    cut = [joint for joint in diagram.connectors if branch & {joint.start, joint.to}]
    is_cause = any(joint.to == at for joint in cut)
    there, back = Connector(stub.id, at), Connector(at, stub.id)
    rest = replace(
        diagram,
        boxes=(*(box for box in diagram.boxes if box.id not in branch), stub),
        connectors=(*kept, there if is_cause else back),
    )
    again = f"{at}/again"
    head = next(box for box in diagram.boxes if box.id == at)
    named = {at: again}
    ends = [Connector(named.get(joint.start, joint.start), named.get(joint.to, joint.to)) for joint in cut]
    part = replace(
        diagram,
        boxes=(
            replace(head, id=again, field=None),
            *(box for box in diagram.boxes if box.id in branch),
            stub,
        ),
        connectors=(*ends, Connector(again, stub.id) if is_cause else Connector(stub.id, again)),
    )
    return rest, part
