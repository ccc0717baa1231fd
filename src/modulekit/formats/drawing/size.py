"""Letters that nobody can read: said wherever a drawing comes out too small, never passed over in silence."""

from __future__ import annotations

from modulekit.document import plain
from modulekit.document.diagram import Diagram
from modulekit.formats.drawing.placed import Drawing
from modulekit.formats.drawing.room import Room
from modulekit.formats.press import Finding

TINY = "MK712"
_NEAR = 0.05  # points


def is_tiny(drawing: Drawing, room: Room) -> bool:
    """Whether the letters of ``drawing`` had to be made smaller than the smallest size of ``room``."""
    return drawing.smallest < room.sizes[-1] - _NEAR


def too_small(diagram: Diagram, size: float, least: float, target: str = "") -> Finding:
    """The finding about ``diagram``, whose letters would be ``size`` points; ``target`` is the slide that shows it."""
    called = " ".join(filter(None, (diagram.number, f"“{plain(diagram.caption)}”" if diagram.caption else "")))
    where = "a slide" if target else "a page"
    hint = (
        "show a part of it with `depth` or `branch`, or shorten its words"
        if target
        else "shorten its words, or make two of it: one branch in a drawing of its own"
    )
    message = f"{called or 'a drawing'} fits {where} only in letters of {size:.1f} points; {least:g} is the least"
    return Finding(TINY, target or diagram.id, message, hint)
