"""Our own layout of trees, chains and timelines.

Takes a Diagram (what is joined with what) and the room there is, gives a Drawing (where everything stands, in
millimetres); :mod:`svg` makes a picture of it, ``formats/pptx/drawings.py`` native shapes. Must not know pages or
files.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import assert_never

from modulekit.document.diagram import Diagram, DiagramKind
from modulekit.formats.drawing.chain import chain
from modulekit.formats.drawing.placed import Drawing
from modulekit.formats.drawing.room import SIZES, SLIDE_GAP, SLIDE_SIZES, Room
from modulekit.formats.drawing.timeline import timeline
from modulekit.formats.drawing.tree import tree

__all__ = ["SIZES", "SLIDE_GAP", "SLIDE_SIZES", "Drawing", "Room", "draw"]

_KEPT = 64  # drawings of a few kilobytes each


@lru_cache(_KEPT)
def draw(diagram: Diagram, room: Room, fonts: Path) -> Drawing:
    """Lay out ``diagram`` within ``room``, with letters from the folder ``fonts``.

    Trees are tried in many forms; the same drawing is asked for by several products, and by each of their formats.
    """
    match diagram.kind:
        case DiagramKind.TREE:
            return tree(diagram, room, fonts)
        case DiagramKind.CHAIN:
            return chain(diagram, room, fonts)
        case DiagramKind.TIMELINE:
            return timeline(diagram, room, fonts)
        case _:
            assert_never(diagram.kind)
