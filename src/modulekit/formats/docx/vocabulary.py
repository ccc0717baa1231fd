"""What a style can say, in tokens of the theme: the words in which the style sheet is written.

Sizes and colours are tokens; lengths are millimetres, weights of rules are points. Must not know how XML spells them,
nor which styles there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["sans", "serif"]
Side = Literal["top", "left", "bottom", "right", "between", "insideH", "insideV"]
Mark = Literal["bullet", "number", "check"]

POINT = 25.4 / 72
"""A point in millimetres."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A border: side, colour, weight in points, distance from the text in points."""

    side: Side
    colour: str
    points: float = 0.5
    space: int = 0


@dataclass(frozen=True, slots=True)
class Type:
    """How characters look. What is ``None`` is inherited."""

    family: Family | None = None
    size: str | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool = False
    tracking: float = 0.0  # points between letters
    ground: str | None = None
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """A style whose paragraphs are items of a list; ``level`` counts from 0."""

    mark: Mark
    level: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A named paragraph style. ``next`` is the style of the paragraph that one types after it."""

    name: str
    type: Type = Type()
    based_on: str | None = "Normal"
    next: str | None = None
    before: float | None = None
    after: float | None = None
    leading: str | None = None  # a token, or "heading" and "single"
    exact: float | None = None  # height of each line, instead of a leading
    left: float | None = None
    right: float | None = None
    hanging: float = 0.0
    tabs: tuple[tuple[float, Literal["left", "right", "dots"]], ...] = ()  # 0 stands at the right margin
    edges: tuple[Edge, ...] = ()
    ground: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None  # level from 1
    numbered: Numbered | None = None
    hyphenate: bool = False
    gallery: bool = True  # among the styles that Word offers first
    priority: int = 20


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A named character style."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A named table style: rules, grounds and padding (across, down)."""

    name: str
    edges: tuple[Edge, ...] = ()
    header_edges: tuple[Edge, ...] = ()
    ground: str | None = None
    header_ground: str | None = None
    padding: tuple[float, float] = (2.0, 1.4)


@dataclass(frozen=True, slots=True)
class BoxLook:
    """A box that is told by its edges and its ground: written as paragraphs or as a table of one cell."""

    name: str
    edges: tuple[Edge, ...]
    ground: str | None = None
    title: Type = Type("sans", "small", "petrol", bold=True)
    text: Type = Type()
    base: str = "Body Text"  # the style that the text is based on
    label: str = "Box Label"  # the style of the title where the box is a table

    def inset(self, side: Side) -> float:
        """How far the text stands from the outer edge on that side, in millimetres."""
        return sum((edge.space + edge.points) * POINT for edge in self.edges if edge.side == side)


Style = ParagraphStyle | CharacterStyle | TableStyle
