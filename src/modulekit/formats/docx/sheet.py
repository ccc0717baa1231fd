"""The style sheet of a DOCX as data: what every named style looks like, in tokens of the theme.

Names are those that Word writes into files (``heading 1``, ``Body Text``, ``List Bullet``), so that a file made by any
language version of Word fits. Sizes and colours are tokens; lengths are millimetres. Must not know how XML spells them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["sans", "serif"]


@dataclass(frozen=True, slots=True)
class Edge:
    """A border: side, colour token, weight in points, distance from the text in points."""

    side: Literal["top", "left", "bottom", "right", "between", "insideH", "insideV"]
    colour: str
    points: float = 0.5
    space: int = 0


@dataclass(frozen=True, slots=True)
class Type:
    """How characters look. ``size`` and ``colour`` are tokens; what is ``None`` is inherited."""

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
    """A style whose paragraphs are items: a mark for bullets, ``None`` for numbers, and the level from 0."""

    list: Literal["bullet", "number", "check"]
    level: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A named paragraph style."""

    name: str
    type: Type = Type()
    based_on: str | None = "Normal"
    next: str | None = None
    before: float | None = None
    after: float | None = None
    leading: str | None = None  # token: ratio of the size
    exact: float | None = None  # height of each line in millimetres, instead of a leading
    left: float | None = None
    right: float | None = None
    hanging: float = 0.0
    tabs: tuple[tuple[float, Literal["left", "right", "dots"]], ...] = ()
    edges: tuple[Edge, ...] = ()
    ground: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int | None = None  # level from 1
    numbered: Numbered | None = None
    contextual: bool = False
    hyphenate: bool = False
    quick: bool = True  # shown in the gallery
    priority: int = 20


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A named character style."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A named table style: rules, ground and padding (millimetres: across, down)."""

    name: str
    edges: tuple[Edge, ...] = ()
    header_edges: tuple[Edge, ...] = ()
    ground: str | None = None
    header_ground: str | None = None
    padding: tuple[float, float] = (2.0, 1.4)


STEP = 5.5
"""How far the text of a list stands from the text around it, in millimetres."""
NARROW = 4.2
"""The same in tables."""

POINT = 25.4 / 72
"""A point in millimetres."""


def _heading(level: int, size: str, before: float, after: float, **more: bool) -> ParagraphStyle:
    return ParagraphStyle(
        f"heading {level}",
        Type("sans", size, "petrol", bold=True),
        next="Body Text",
        before=before,
        after=after,
        leading="heading",
        keep_next=True,
        keep_lines=True,
        outline=level,
        priority=9,
        **more,
    )


def _items(
    prefix: str, kind: Literal["bullet", "number", "check"], levels: int, step: float, base: str
) -> tuple[ParagraphStyle, ...]:
    return tuple(
        ParagraphStyle(
            _level_name(prefix, level),
            based_on=base,
            after=0.9,
            left=step * (level + 1),
            hanging=step,
            numbered=Numbered(kind, level),
        )
        for level in range(levels)
    )


def _level_name(prefix: str, level: int) -> str:
    return prefix if level == 0 else f"{prefix} {level + 1}"


def _continued(prefix: str, levels: int, step: float, base: str) -> tuple[ParagraphStyle, ...]:
    return tuple(
        ParagraphStyle(_level_name(prefix, level), based_on=base, after=0.9, left=step * (level + 1))
        for level in range(levels)
    )


LEVELS = 3
"""Levels of lists that have styles; what is nested deeper stands on the last."""


@dataclass(frozen=True, slots=True)
class BoxLook:
    """A box that is told by its edges and its ground. It is written as paragraphs or as a table of one cell."""

    name: str
    edges: tuple[Edge, ...]
    ground: str | None = None
    title_colour: str = "petrol"
    text: Type = Type()
    text_base: str = "Body Text"

    def inset(self, side: str) -> float:
        """How far the text stands from the outer edge on that side, in millimetres."""
        return sum((edge.space + edge.points) * POINT for edge in self.edges if edge.side == side)


def _tinted(name: str, bar: Edge, ground: str = "tint", **more: str) -> BoxLook:
    pad = tuple(Edge(side, ground, 0.5, 5) for side in ("top", "bottom", "right"))
    return BoxLook(name, (bar, *pad), ground, **more)


BOXES: dict[str, BoxLook] = {
    "outcomes": _tinted("Outcomes", Edge("left", "tint", 0.5, 10), text_base="Table Text"),
    "key": BoxLook(
        "Key Message",
        (Edge("left", "accent", 2.5, 12),),
        text=Type("sans", "lead", "petrol", bold=True),
    ),
    "note": _tinted("Note", Edge("left", "teal", 2.25, 10)),
    "tip": _tinted("Tip", Edge("left", "teal", 2.25, 10)),
    "warning": BoxLook(
        "Warning",
        tuple(
            Edge(side, "accent", 1.5, 6 if side in ("top", "bottom") else 10)
            for side in ("left", "top", "bottom", "right")
        ),
        title_colour="accent",
    ),
    "example": BoxLook("Example", (Edge("left", "line", 1.5, 11),)),
    "law": BoxLook("Law", (Edge("left", "petrol", 1.5, 11), Edge("right", "petrol", 1.5, 11))),
    "case": BoxLook("Case", (Edge("top", "petrol", 1.0, 6), Edge("bottom", "petrol", 1.0, 6))),
    "term": BoxLook("Term", (Edge("left", "rule", 3.0, 10),)),
    "summary": _tinted("Summary", Edge("left", "petrol", 2.25, 10), ground="bar"),
}
"""Boxes by role."""


def _box_styles() -> tuple[ParagraphStyle, ...]:
    return tuple(style for look in BOXES.values() for style in _pair(look))


def _pair(look: BoxLook) -> tuple[ParagraphStyle, ParagraphStyle]:
    frame = {
        "left": look.inset("left"),
        "right": look.inset("right"),
        "edges": look.edges,
        "ground": look.ground,
    }
    title = ParagraphStyle(
        f"{look.name} Title",
        Type("sans", "small", look.title_colour, bold=True),
        next=look.name,
        before=3.0,
        after=0.8,
        leading="tight",
        keep_next=True,
        **frame,  # type: ignore[arg-type]
    )
    text = ParagraphStyle(look.name, look.text, based_on=look.text_base, after=2.6, **frame)  # type: ignore[arg-type]
    return text, title


PARAGRAPHS: tuple[ParagraphStyle, ...] = (
    ParagraphStyle("Normal", Type("serif", "body", "ink"), based_on=None, before=0, after=0, leading="body", priority=0),
    ParagraphStyle("Body Text", after=2.6, priority=1),
    ParagraphStyle("Lead", Type(size="lead"), based_on="Body Text", next="Body Text"),
    _heading(1, "h1", 0, 3.0, page_break=True),
    _heading(2, "h2", 6.0, 2.0),
    _heading(3, "h3", 4.5, 1.4),
    _heading(4, "h4", 3.5, 1.0),
    ParagraphStyle(
        "Opener Facts",
        Type("sans", "small", "muted"),
        next="Body Text",
        after=6.0,
        leading="tight",
        edges=(Edge("bottom", "petrol", 1.25, 9),),
    ),
    ParagraphStyle("Title", Type("sans", "cover", "petrol", bold=True), next="Subtitle", after=4, leading="heading", priority=10),
    ParagraphStyle("Subtitle", Type("sans", "h2", "muted"), after=14, leading="tight", priority=11),
    ParagraphStyle(
        "Cover Kicker", Type("sans", "h3", "accent", bold=True), next="Title", before=62, after=5, leading="tight"
    ),
    ParagraphStyle("Cover Fact", Type("sans", "body", "ink"), after=1.2, left=38, hanging=38, leading="tight", tabs=((38, "left"),)),
    ParagraphStyle("Cover Statement", Type("sans", "small", "muted"), after=1.5, leading="tight"),
    ParagraphStyle("Meta", Type("sans", "small", "muted"), after=1.2, leading="tight"),
    ParagraphStyle("Source", Type("sans", "tiny", "muted"), before=1.2, after=5.0, leading="tight"),
    ParagraphStyle("Clock", Type("sans", "body", "petrol", bold=True), after=0, leading="tight"),
    ParagraphStyle("Label", Type("sans", "tiny", "accent", bold=True, capitals=True, tracking=0.5), after=0.6, leading="tight", keep_next=True),
    ParagraphStyle(
        "Quote", Type("serif", "body", "petrol", italic=True), after=3.0, left=7, right=7, priority=29
    ),
    ParagraphStyle("caption", Type("sans", "small", "petrol", bold=True), before=3.0, after=1.5, leading="tight", keep_next=True, priority=35),
    ParagraphStyle("Figure", next="caption", before=2.0, after=1.0, keep_next=True),
    ParagraphStyle("Figure Caption", based_on="caption", before=1.0, after=4.0),
    ParagraphStyle("Table Text", Type("sans", "small"), after=0.6, leading="tight", hyphenate=True, priority=21),
    ParagraphStyle("Table Heading", Type(colour="petrol", bold=True), based_on="Table Text", after=0, keep_next=True, priority=21),
    ParagraphStyle("Table Row Heading", Type(bold=True), based_on="Table Text", priority=21),
    ParagraphStyle("Table Gap", Type("sans", "tiny"), after=0, exact=2.6, quick=False),
    ParagraphStyle("Box Heading", Type("sans", "h3", "paper", bold=True), next="Body Text", leading="tight", keep_next=True, outline=3),
    ParagraphStyle("Answer Heading", Type(colour="petrol"), based_on="Box Heading"),
    ParagraphStyle("Box Label", Type("sans", "small", "petrol", bold=True), after=0.8, leading="tight", keep_next=True),
    ParagraphStyle("Bar Text", Type("sans", "tiny", "petrol", bold=True), after=0, leading="tight", quick=False),
    ParagraphStyle("Writing Line", Type("sans", "small"), after=0, exact=9.0, edges=(Edge("bottom", "line", 0.5), Edge("between", "line", 0.5))),
    ParagraphStyle("Took", Type("sans", "tiny", "muted"), after=0, leading="tight", quick=False),
    ParagraphStyle("Definition", based_on="Body Text", left=5.5, hanging=5.5),
    ParagraphStyle("Definition Continued", based_on="Body Text", left=5.5),
    ParagraphStyle("Prompt", based_on="Table Text", left=15, hanging=15, after=1.4, tabs=((15, "left"),)),
    ParagraphStyle("Prompt Continued", based_on="Table Text", left=15, after=1.4),
    ParagraphStyle("Expected Answer", Type(colour="muted"), based_on="Table Text", left=3, after=1.4, edges=(Edge("left", "rule", 1.5, 6),)),
    *_items("List Bullet", "bullet", LEVELS, STEP, "Body Text"),
    *_items("List Number", "number", LEVELS, STEP, "Body Text"),
    *_items("List Check", "check", LEVELS, STEP, "Body Text"),
    *_continued("List Continue", LEVELS, STEP, "Body Text"),
    *_items("Table Bullet", "bullet", LEVELS, NARROW, "Table Text"),
    *_items("Table Number", "number", LEVELS, NARROW, "Table Text"),
    *_items("Table Check", "check", LEVELS, NARROW, "Table Text"),
    *_continued("Table Continue", LEVELS, NARROW, "Table Text"),
    ParagraphStyle("TOC Heading", Type("sans", "h1", "petrol", bold=True), next="Body Text", after=6.0, leading="heading", keep_next=True, page_break=True, priority=39),
    ParagraphStyle("toc 1", Type("sans", "body", "petrol", bold=True), before=2.2, after=0.6, right=8, left=9, hanging=9, leading="tight", tabs=((9, "left"), (0, "dots")), quick=False, priority=39),
    ParagraphStyle("toc 2", Type("sans", "small"), after=0.6, left=9, right=8, leading="tight", tabs=((18, "left"), (0, "dots")), quick=False, priority=39),
    ParagraphStyle("toc 3", Type("sans", "small", "muted"), after=0.4, left=18, right=8, leading="tight", tabs=((30, "left"), (0, "dots")), quick=False, priority=39),
    ParagraphStyle("header", Type("sans", "tiny", "muted"), leading="tight", tabs=((0, "right"),), quick=False, priority=99),
    ParagraphStyle("footer", Type("sans", "tiny", "muted"), leading="tight", tabs=((0, "right"),), quick=False, priority=99),
    *_box_styles(),
)  # fmt: skip
"""Every paragraph style that the writer uses. A tab stop at 0 stands at the right margin."""

CHARACTERS: tuple[CharacterStyle, ...] = (
    CharacterStyle("Hyperlink", Type(colour="teal", underline=True)),
    CharacterStyle("Reference", Type(colour="petrol")),
    CharacterStyle("Tag", Type("sans", None, "petrol", bold=True, ground="tint")),
    CharacterStyle("Muted", Type("sans", "small", "muted")),
    CharacterStyle("Number", Type()),
    CharacterStyle("Box Aside", Type("sans", "small")),
    CharacterStyle("Prompt Label", Type("sans", "tiny", "accent", bold=True, capitals=True, tracking=0.4)),
    CharacterStyle("Code", Type(ground="tint")),
    CharacterStyle("Term Name", Type("sans", None, "petrol", bold=True)),
    CharacterStyle("Page Number", Type("sans", "small", "petrol", bold=True)),
)
"""Every character style that the writer uses."""

_FRAME = tuple(Edge(side, "petrol", 0.75) for side in ("top", "left", "bottom", "right"))
TABLES: tuple[TableStyle, ...] = (
    TableStyle(
        "Data Table",
        (Edge("bottom", "rule", 0.5), Edge("insideH", "rule", 0.5)),
        header_edges=(Edge("bottom", "petrol", 1.0),),
    ),
    TableStyle(
        "Form Table",
        tuple(Edge(side, "line", 0.5) for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
        header_ground="bar",
    ),
    TableStyle(
        "Plan Table",
        (Edge("bottom", "rule", 0.5), Edge("insideH", "rule", 0.5)),
        header_edges=(Edge("bottom", "petrol", 1.0),),
    ),
    TableStyle("Facts Table", (Edge("top", "rule", 0.5), Edge("bottom", "rule", 0.5), Edge("insideH", "rule", 0.5))),
    TableStyle("Exercise Frame", _FRAME, header_ground="petrol", padding=(4.5, 2.0)),
    TableStyle("Answer Frame", tuple(Edge(e.side, "line", 0.75) for e in _FRAME), header_ground="bar", padding=(4.5, 2.0)),
    TableStyle("Time Bar", (Edge("insideV", "paper", 1.5),), ground="bar", padding=(1.2, 0.8)),
    TableStyle("Side by Side", padding=(0.0, 0.0)),
    TableStyle("Step", (Edge("bottom", "rule", 0.5), Edge("insideH", "rule", 0.5)), padding=(0.0, 2.6)),
    TableStyle("Took Frame", tuple(Edge(e.side, "line", 0.5) for e in _FRAME), padding=(1.0, 0.4)),
    *(
        TableStyle(f"{look.name} Frame", look.edges, ground=look.ground, padding=(max(look.inset("left"), 1.8), 1.8))
        for look in BOXES.values()
    ),
)  # fmt: skip
"""Every table style that the writer uses."""
