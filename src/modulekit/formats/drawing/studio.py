"""Diagrams as pictures: laid out for a room, drawn in the theme's colours, with their words beside them.

Takes a Diagram and a room, gives a :class:`Shown`. Must not know which writer asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from modulekit.document import Asset
from modulekit.document.diagram import Diagram
from modulekit.formats.drawing import draw
from modulekit.formats.drawing.room import SIZES, Room
from modulekit.formats.drawing.svg import svg
from modulekit.formats.drawing.words import in_words
from modulekit.formats.press import Press


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, its width in millimetres as it stands on the page, and what it says."""

    asset: Asset
    width: float
    alt: str
    turned: bool


@dataclass(frozen=True, slots=True)
class Studio:
    """Draws with the fonts and colours of a press. ``height`` is what a page or slide has for a drawing, in
    millimetres; ``assets`` are the pictures drawn so far, by their digests."""

    press: Press
    height: float
    sizes: tuple[float, ...] = SIZES
    turn: bool = False
    assets: dict[str, Asset] = field(default_factory=dict)

    def __call__(self, diagram: Diagram, width: float) -> Shown:
        """``diagram`` in ``width`` millimetres; a drawing for a turned page is rotated by a quarter."""
        drawing = draw(diagram, Room(width, self.height, self.sizes, self.turn), self.press.fonts)
        alt = in_words(diagram)
        name = f"drawing-{diagram.id.replace(':', '-') or sha256(alt.encode()).hexdigest()[:12]}.svg"
        asset = svg(drawing, self.press.theme, name, turned=drawing.turned)
        self.assets[asset.digest] = asset
        return Shown(asset, drawing.height if drawing.turned else drawing.width, alt, drawing.turned)
