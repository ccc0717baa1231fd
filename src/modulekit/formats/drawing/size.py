"""What nobody can read or write in: said wherever a drawing comes out too small, never passed over in silence."""

from __future__ import annotations

from modulekit.document import plain
from modulekit.document.diagram import Diagram
from modulekit.formats.drawing.placed import Drawing, Look
from modulekit.formats.drawing.room import Room
from modulekit.formats.press import Finding

TINY = "MK712"
_NEAR = 0.05  # points
_WRITABLE = 0.95  # a hand does not notice the rest


def is_tiny(drawing: Drawing, room: Room) -> bool:
    """Whether ``drawing`` had to be made smaller than can be read, or than its author wants it to write in."""
    return drawing.smallest < room.sizes[-1] - _NEAR or (_is_form(drawing) and drawing.scale < _WRITABLE)


def too_small(diagram: Diagram, drawing: Drawing, room: Room, target: str = "") -> Finding:
    """The finding about ``diagram``, of which ``drawing`` is the best that ``room`` allows; ``target`` is the slide
    that shows it."""
    called = " ".join(filter(None, (diagram.number, f"“{plain(diagram.caption)}”" if diagram.caption else "")))
    called = called or "a drawing"
    if _is_form(drawing) and drawing.smallest >= room.sizes[-1] - _NEAR:
        message = (
            f"{called} fits a page only with {drawing.scale * diagram.room:.0f} mm to write in each box; "
            f"{diagram.room:g} mm are wanted"
        )
        return Finding(TINY, diagram.id, message, "say a smaller `row_height`, or leave fewer boxes empty")
    where = "a slide" if target else "a page"
    message = f"{called} fits {where} only in letters of {drawing.smallest:.1f} points; {room.sizes[-1]:g} is the least"
    hint = (
        "show a part of it with `depth` or `branch`, or shorten its words"
        if target
        else "shorten its words, or make two of it: one branch in a drawing of its own"
    )
    return Finding(TINY, target or diagram.id, message, hint)


def _is_form(drawing: Drawing) -> bool:
    return any(box.look is Look.FIELD or box.slot for box in drawing.boxes)
