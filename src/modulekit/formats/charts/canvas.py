"""What a chart is drawn on: its room, its letters, its colours; and the marks that every kind of chart puts there.

Lengths are CSS pixels, 96 to an inch, from the upper left. Must not know kinds of charts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modulekit.formats.drawing.letters import Letters
from modulekit.formats.theme import Theme

PX = 96 / 25.4
"""Pixels in a millimetre."""
_PX_PT = 96 / 72  # pixels in a point
_LEADING = 1.25
SLACK = 1.08
"""By how much longer words may be in the family that a reader's computer puts in the place of ours."""

Layer = dict[str, Any]

FILLS = tuple(f"fill-{number}" for number in range(1, 7))
"""Grounds of bars by theme token: neighbours differ in lightness first."""
STROKES = tuple(f"stroke-{number}" for number in range(1, 7))
"""Lines by theme token; each is dark enough to be seen on white."""
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (1.5, 2.5), (9, 3, 2, 3), (3, 2), (12, 4))
"""Strokes and gaps of the lines, which a mono printer keeps."""
MARKS = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
"""Shapes of the points on lines."""


@dataclass(frozen=True, slots=True)
class Room:
    """``width`` in millimetres; ``height`` too where the chart may not choose it. ``size`` of the words in points."""

    width: float
    size: float
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Canvas:
    """A room with letters and colours."""

    room: Room
    theme: Theme
    fonts: Path

    @property
    def width(self) -> float:
        """The whole width."""
        return self.room.width * PX

    @property
    def size(self) -> float:
        """The size of the letters."""
        return self.room.size * _PX_PT

    @property
    def line(self) -> float:
        """From line to line."""
        return self.size * _LEADING

    def length(self, text: str) -> float:
        """The length of ``text``."""
        return Letters(self.fonts, self.room.size).width(text) * PX

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """``text`` in lines no longer than ``room``."""
        return Letters(self.fonts, self.room.size).lines(text, room / PX)

    def colour(self, name: str) -> str:
        """A colour of the theme."""
        return self.theme.colour(name)

    def words(self, text: str | Sequence[str], x: float, y: float, **look: Any) -> Layer:
        """Words whose middle stands at ``y``."""
        mark = {"type": "text", "text": text, "x": x, "y": y, "align": "left", "baseline": "middle"}
        return _alone(mark | {"fontSize": round(self.size, 2), "color": self.colour("ink")} | look)

    def stacked(self, lines: Sequence[str], x: float, middle: float, **look: Any) -> list[Layer]:
        """Lines of words around ``middle``, each a text of its own: not every program aligns lines of one text."""
        first = middle - (len(lines) - 1) / 2 * self.line
        return [self.words(line, x, first + number * self.line, **look) for number, line in enumerate(lines)]

    def ground_of(self, x: float, y: float, width: float, height: float) -> Layer:
        """Paper below words, so that no hairline runs through them."""
        mark = {"type": "rect", "x": x, "x2": x + width, "y": y, "y2": y + height}
        return _alone(mark | {"color": self.colour("paper")})

    def swatch(self, x: float, y: float, series: int) -> Layer:
        """The ground of a series, as it stands in the legend."""
        half = self.size * 0.42
        return _alone({"type": "rect", "x": x, "x2": x + 2 * half, "y": y - half, "y2": y + half} | self.ground(series))

    def ground(self, series: int) -> dict[str, Any]:
        """How the bars of a series are filled: with an outline, so that the palest is seen on white."""
        outline = {"stroke": self.colour("petrol"), "strokeWidth": 0.6}
        return {"color": self.colour(FILLS[series]), **outline}

    def stroke(self, series: int) -> dict[str, Any]:
        """How the line of a series is drawn."""
        return {
            "color": self.colour(STROKES[series]),
            "strokeWidth": round(self.size * 0.16, 2),
            "strokeDash": [round(length * self.size / 10, 2) for length in DASHES[series]],
        }


def _alone(mark: dict[str, Any]) -> Layer:
    rounded = {key: round(value, 2) if isinstance(value, float) else value for key, value in mark.items()}
    return {"data": {"values": [{}]}, "mark": rounded, "encoding": {}}


def looked_up(texts: Sequence[str | Sequence[str]], index: str) -> str:
    """A Vega expression that gives one of ``texts``; quoted as data, so that no text can be read as a program."""
    import json

    return f"{json.dumps(texts, ensure_ascii=True)}[{index}]"
