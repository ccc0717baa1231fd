"""The room that a drawing may take, and boxes measured by their words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from modulekit.formats.drawing.letters import POINT, Letters
from modulekit.formats.drawing.placed import LEADING, PADDING, SMALL

HAND = 38.0
"""The least width of a box that a hand writes in, in millimetres."""
SLOT = 10.0
"""The height of a place to write at the foot of a box."""
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Sizes of words on paper in points, in the order in which they are tried."""
SLIDE_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""Sizes of words on a slide."""
SLIDE_GAP = 0.55
"""By how much less stands between boxes on a slide."""


@dataclass(frozen=True, slots=True)
class Room:
    """``width`` and ``height`` in millimetres; ``landscape`` are those of a page across, where there may be one.

    ``gap`` is by how much what stands between boxes is larger than on a page: a slide is low. With ``columns``, boxes
    may hang in several columns below one, on lines with three corners.
    """

    width: float
    height: float
    sizes: tuple[float, ...] = SIZES
    landscape: tuple[float, float] | None = None
    gap: float = 1.0
    columns: bool = True

    @property
    def frames(self) -> tuple[tuple[float, float], ...]:
        """Widths and heights in the order in which they are tried: upright first."""
        upright = (self.width, self.height)
        return (upright, self.landscape) if self.landscape else (upright,)


@dataclass(frozen=True, slots=True)
class Type:
    """The letters of a drawing: ``size`` points, from the folder ``fonts``."""

    fonts: Path
    size: float

    def words(self, *, bold: bool = False) -> Letters:
        """The letters of words."""
        return Letters(self.fonts, self.size, bold)

    @property
    def small(self) -> Letters:
        """The letters of notes."""
        return Letters(self.fonts, self.size * SMALL)

    def lines(self, text: str, note: str, width: float, *, bold: bool = False) -> tuple[tuple[str, ...], ...]:
        """The lines of a box ``width`` millimetres wide: of its words, and of its note."""
        room = width - 2 * PADDING[0]
        return self.words(bold=bold).lines(text, room), self.small.lines(note, room)

    def needs(self, text: str, note: str, *, bold: bool = False) -> float:
        """The least width at which no word is broken."""
        return max(self.words(bold=bold).longest(text), self.small.longest(note)) + 2 * PADDING[0]

    def height(self, lines: tuple[str, ...], note: tuple[str, ...]) -> float:
        """The height of a box with such lines."""
        line = self.size * POINT * LEADING
        return len(lines) * line + len(note) * line * SMALL + 2 * PADDING[1]
