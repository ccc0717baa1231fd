"""Drawings as data: boxes with words and lines between them. Where they stand on the page is a writer's business."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from modulekit.document.inline import Inlines

if TYPE_CHECKING:
    from modulekit.document.blocks import Block, Field


class DiagramKind(StrEnum):
    """How boxes are arranged."""

    TREE = "tree"  # a root with branches above and below it
    CHAIN = "chain"  # levels from below to above, one lane each
    TIMELINE = "timeline"  # bars over time


class BoxKind(StrEnum):
    """What a box of a diagram is for."""

    CORE = "core"
    CAUSE = "cause"
    EFFECT = "effect"
    OBJECTIVE = "objective"
    LEVEL = "level"  # an entry of a lane
    ASSUMPTION = "assumption"  # stands beside the line between two lanes
    BAR = "bar"  # a stretch of time
    MARK = "mark"  # where a tree in parts goes on in another one


@dataclass(frozen=True, slots=True)
class DiagramBox:
    """A box. ``text`` is empty where participants write themselves; ``note`` is small print below the words. ``slot``
    is what a place to write at its foot is for; no place without words.

    ``lane`` counts from 0 at the bottom (chain) or from the top (timeline); ``start`` and ``end`` are months counted
    from the first month of a timeline.
    """

    id: str
    text: str
    kind: BoxKind
    note: str = ""
    lane: int = 0
    start: float = 0.0
    end: float = 0.0
    field: Field | None = None
    slot: str = ""
    slot_field: Field | None = None


@dataclass(frozen=True, slots=True)
class Connector:
    """A line from one box to another, by their ids. It points at ``to``."""

    start: str
    to: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of a chain or timeline with its label. In a form to fill in on screen, ``field`` is the place of an empty
    label, and ``ticks`` are the months of an empty row."""

    label: str
    field: Field | None = None
    ticks: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing. ``alternative`` says the same as nested lists; ``axis`` labels the stretches of a timeline.

    ``form`` asks for empty boxes large enough to write in, at least ``room`` millimetres high.
    """

    kind: DiagramKind
    boxes: tuple[DiagramBox, ...]
    connectors: tuple[Connector, ...] = ()
    lanes: tuple[Lane, ...] = ()
    axis: tuple[str, ...] = ()
    caption: Inlines = ()
    number: str = ""
    source: Inlines = ()
    alternative: tuple[Block, ...] = ()
    in_words: str = ""  # what the alternative is called where it can be opened
    form: bool = False
    room: float = 14.0  # two lines of handwriting
    id: str = ""
