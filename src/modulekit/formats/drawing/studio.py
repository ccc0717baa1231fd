"""Diagrams as pictures: laid out for a room, drawn in the theme's colours, with their words beside them.

Takes a Diagram and a room, gives a :class:`Shown`. Must not know which writer asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from modulekit.document import Asset
from modulekit.document.diagram import Diagram
from modulekit.formats.drawing import draw
from modulekit.formats.drawing.letters import POINT
from modulekit.formats.drawing.parts import Cut, in_parts
from modulekit.formats.drawing.placed import LEADING, PADDING, SMALL, Drawing, Placed
from modulekit.formats.drawing.room import SIZES, Room
from modulekit.formats.drawing.size import is_tiny
from modulekit.formats.drawing.svg import MARGIN, svg
from modulekit.formats.drawing.words import in_words
from modulekit.formats.press import Press

Area = tuple[float, float, float, float]
"""From the left, from the top, width and height, in per cent of the picture."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, its width in millimetres as it stands on the page, and what it says. ``mark`` is that of a part of a
    drawing which has several; the first has none, and its text says all."""

    asset: Asset
    width: float
    alt: str
    landscape: bool
    """Whether it needs a page across."""
    places: Mapping[str, Area] = field(default_factory=dict)
    """Where each box stands in the picture, and below its words its place to write, by its id and ``/slot``."""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Studio:
    """Draws with the fonts and colours of a press. ``height`` is what a page or slide has for a drawing, ``landscape``
    the width and height that a page across has, in millimetres. Without ``columns`` a drawing is for a slide: it has
    no branches in columns and is never cut into parts. ``assets`` are the pictures drawn so far, by their
    digests; ``tiny`` are those that came out too small."""

    press: Press
    height: float
    sizes: tuple[float, ...] = SIZES
    landscape: tuple[float, float] | None = None
    gap: float = 1.0
    columns: bool = True
    assets: dict[str, Asset] = field(default_factory=dict)
    tiny: list[tuple[Diagram, Drawing, Room]] = field(default_factory=list)

    def __call__(self, diagram: Diagram, width: float, *, alone: bool = True) -> tuple[Shown, ...]:
        """``diagram`` in ``width`` millimetres, in parts where no page holds the whole. A page across is for what
        stands ``alone``, not beside something."""
        room = Room(width, self.height, self.sizes, self.landscape if alone else None, self.gap, self.columns)
        fonts = self.press.fonts
        cuts = in_parts(diagram, room, fonts) if self.columns else (Cut(diagram, draw(diagram, room, fonts)),)
        return tuple(self._shown(diagram, cut, room) for cut in cuts)

    def _shown(self, diagram: Diagram, cut: Cut, room: Room) -> Shown:
        if is_tiny(cut.drawing, room):
            self.tiny.append((diagram, cut.drawing, room))
        alt = in_words(diagram)
        name = f"drawing-{diagram.id.replace(':', '-') or sha256(alt.encode()).hexdigest()[:12]}.svg"
        if cut.mark:
            name = name.replace(".svg", f"-{cut.mark.lower()}.svg")
            alt = " ".join(filter(None, (diagram.number, cut.mark)))
        asset = svg(cut.drawing, self.press.theme, name)
        self.assets[asset.digest] = asset
        return Shown(asset, cut.drawing.width, alt, cut.drawing.landscape, _places(cut.drawing), cut.mark)


def _places(drawing: Drawing) -> dict[str, Area]:
    wide, high = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN

    def area(box: Placed, y: float, height: float) -> Area:
        return (
            100 * (box.x + MARGIN) / wide,
            100 * (y + MARGIN) / high,
            100 * box.width / wide,
            100 * height / high,
        )

    places = {box.id: area(box, box.y, box.height - box.slot_height) for box in drawing.boxes}
    for box in drawing.boxes:
        if box.slot:
            label = box.size * SMALL * POINT * LEADING + PADDING[1] / 2
            places[f"{box.id}/slot"] = area(box, box.foot - box.slot_height + label, box.slot_height - label)
    return places
