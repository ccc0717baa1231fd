"""What tells one box from another: edges and grounds that a mono printer still shows."""

from __future__ import annotations

from collections.abc import Mapping

from modulekit.document import BoxRole
from modulekit.formats.docx.vocabulary import BoxLook, Edge, ParagraphStyle, TableStyle, Type

LABEL = Type("sans", "tiny", "petrol", bold=True, capitals=True, tracking=0.5)
"""The type of a title that is read first and is short."""


def _tinted(colour: str, ground: str = "tint") -> tuple[Edge, ...]:
    return (
        Edge("left", colour, 2.25, 10),
        Edge("top", ground, 0.5, 5),
        Edge("bottom", ground, 0.5, 5),
        Edge("right", ground, 0.5, 8),
    )


def _all_round(colour: str, points: float) -> tuple[Edge, ...]:
    return (
        Edge("left", colour, points, 10),
        Edge("top", colour, points, 6),
        Edge("bottom", colour, points, 6),
        Edge("right", colour, points, 8),
    )


def _bar(colour: str, points: float) -> tuple[Edge, ...]:
    return (Edge("left", colour, points, 12),)


BOXES: Mapping[BoxRole, BoxLook] = {
    BoxRole.OUTCOMES: BoxLook("Outcomes", _tinted("tint"), "tint", LABEL, base="Table Text", label="Outcomes Label"),
    BoxRole.KEY: BoxLook("Key Message", _bar("accent", 2.5), text=Type("sans", "lead", "petrol", bold=True)),
    BoxRole.NOTE: BoxLook("Note", _tinted("line"), "tint"),
    BoxRole.TIP: BoxLook("Tip", _tinted("teal"), "tint"),
    BoxRole.WARNING: BoxLook("Warning", _all_round("accent", 1.5), title=Type("sans", "small", "accent", bold=True)),
    BoxRole.EXAMPLE: BoxLook("Example", _bar("line", 1.5)),
    BoxRole.LAW: BoxLook("Law", _all_round("line", 0.5)),
    BoxRole.CASE: BoxLook("Case", (Edge("top", "petrol", 1.0, 6), Edge("bottom", "petrol", 1.0, 6))),
    BoxRole.TERM: BoxLook("Term", _bar("rule", 3.0)),
    BoxRole.SUMMARY: BoxLook("Summary", _tinted("petrol", "bar"), "bar"),
}
"""Callouts by role. Exercises and answers are frames, see :mod:`modulekit.formats.docx.boxes`."""


def paragraph_styles() -> tuple[ParagraphStyle, ...]:
    """For each callout the style of its text and that of its title."""
    return tuple(style for look in BOXES.values() for style in _pair(look))


def _pair(look: BoxLook) -> tuple[ParagraphStyle, ParagraphStyle]:
    # Both have the same indents and edges: only then does Word draw one box around them.
    left, right = look.inset("left"), look.inset("right")
    text = ParagraphStyle(
        look.name,
        look.text,
        based_on=look.base,
        before=0,
        after=3.2,
        left=left,
        right=right,
        edges=look.edges,
        ground=look.ground,
        keep_lines=True,
    )
    title = ParagraphStyle(
        f"{look.name} Title",
        look.title,
        next=look.name,
        before=3.0,
        after=0.8,
        leading="tight",
        left=left,
        right=right,
        edges=look.edges,
        ground=look.ground,
        keep_next=True,
    )
    return text, title


def table_styles() -> tuple[TableStyle, ...]:
    """For each callout the table that looks the same, for those that hold more than paragraphs."""
    return tuple(
        TableStyle(f"{look.name} Frame", look.edges, ground=look.ground, padding=(max(look.inset("left"), 0.5), 1.8))
        for look in BOXES.values()
    )
