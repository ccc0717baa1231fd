"""The style sheet of a DOCX: every named style that the writer uses, as data.

Names are those that Word writes into files (``heading 1``, ``Body Text``, ``List Bullet``), so that a file made by any
language version of Word fits. Must not know how XML spells a style.
"""

from __future__ import annotations

from modulekit.formats.docx import box_looks
from modulekit.formats.docx.vocabulary import (
    CharacterStyle,
    Edge,
    Mark,
    Numbered,
    ParagraphStyle,
    Side,
    Style,
    TableStyle,
    Type,
)

STEP = 5.5
"""How far the text of a list item stands from the text around the list, in millimetres."""
NARROW = 4.2
"""The same in tables."""
LEVELS = 3
"""Levels of lists that have styles; what is nested deeper stands on the last."""
WRITING_LINE = 9.0
"""The height of a line to write on, in millimetres."""
GAP = 3.6
"""The white below a table, in millimetres."""
COVER_LABEL = 38.0
_PROMPT = 15.0  # replaced by what the labels of the document need


def _heading(level: int, size: str, before: float, after: float, *, page_break: bool = False) -> ParagraphStyle:
    return ParagraphStyle(
        f"heading {level}",
        Type("sans", size, "petrol", bold=True),
        next="Body Text",
        before=before,
        after=after,
        leading="heading",
        keep_next=True,
        keep_lines=True,
        page_break=page_break,
        outline=level,
        priority=9,
    )


def level_name(prefix: str, level: int) -> str:
    """``List Bullet``, ``List Bullet 2`` …; ``level`` counts from 0."""
    return prefix if level == 0 else f"{prefix} {level + 1}"


def _lists(family: str, step: float, base: str) -> tuple[ParagraphStyle, ...]:
    marks: tuple[tuple[str, Mark], ...] = (("Bullet", "bullet"), ("Number", "number"), ("Check", "check"))
    items = [
        ParagraphStyle(
            level_name(f"{family} {word}", level),
            based_on=base,
            after=0.9,
            left=step * (level + 1),
            hanging=step,
            numbered=Numbered(mark, level),
        )
        for word, mark in marks
        for level in range(LEVELS)
    ]
    continued = [
        ParagraphStyle(level_name(f"{family} Continue", level), based_on=base, after=0.9, left=step * (level + 1))
        for level in range(LEVELS)
    ]
    return (*items, *continued)


def _contents(level: int, kind: Type, before: float, after: float, left: float, tab: float) -> ParagraphStyle:
    return ParagraphStyle(
        f"toc {level}",
        kind,
        before=before,
        after=after,
        leading="tight",
        left=tab,
        hanging=tab - left,
        tabs=((tab, "left"), (0, "dots")),
        gallery=False,
        priority=39,
    )


_PLAIN = Type("sans", "small")
_QUIET = Type("sans", "small", "muted")
_TINY = Type("sans", "tiny", "muted")

PARAGRAPHS: tuple[ParagraphStyle, ...] = (
    ParagraphStyle(
        "Normal", Type("serif", "body", "ink"), based_on=None, before=0, after=0, leading="body", priority=0
    ),
    ParagraphStyle("Body Text", after=2.6, priority=1),
    ParagraphStyle("Lead", Type(size="lead"), based_on="Body Text", next="Body Text"),
    _heading(1, "h1", 0, 3.0, page_break=True),
    _heading(2, "h2", 6.0, 2.0),
    _heading(3, "h3", 4.5, 1.4),
    _heading(4, "h4", 3.5, 1.0),
    ParagraphStyle(
        "Step Heading",
        Type("sans", "h4", "petrol", bold=True),
        next="Prompt",
        after=1.2,
        leading="tight",
        keep_next=True,
        keep_lines=True,
    ),
    ParagraphStyle(
        "Opener Facts",
        _QUIET,
        next="Body Text",
        after=6.0,
        leading="tight",
        edges=(Edge("bottom", "petrol", 1.25, 9),),
    ),
    # The cover.
    ParagraphStyle("Cover Kicker", Type("sans", "h3", "accent", bold=True), next="Title", after=5, leading="tight"),
    ParagraphStyle(
        "Title",
        Type("sans", "cover", "petrol", bold=True),
        next="Subtitle",
        after=4,
        leading="heading",
        priority=10,
    ),
    ParagraphStyle("Two Titles", Type("sans", "h1", "petrol", bold=True), based_on="Title", next="Subtitle"),
    ParagraphStyle("Subtitle", Type("sans", "h2", "muted"), after=14, leading="tight", priority=11),
    ParagraphStyle(
        "Cover Fact",
        Type("sans", "body"),
        after=1.2,
        leading="tight",
        left=COVER_LABEL,
        hanging=COVER_LABEL,
        tabs=((COVER_LABEL, "left"),),
    ),
    ParagraphStyle("Cover Statement", _QUIET, after=1.5, leading="tight"),
    # Text with a role.
    ParagraphStyle("Meta", _QUIET, after=1.2, leading="tight"),
    ParagraphStyle("Source", _TINY, before=1.2, after=5.0, leading="tight"),
    ParagraphStyle("Clock", Type("sans", "body", "petrol", bold=True), after=0, leading="tight"),
    ParagraphStyle(
        "Label",
        Type("sans", "tiny", "accent", bold=True, capitals=True, tracking=0.5),
        after=0.6,
        leading="tight",
        keep_next=True,
    ),
    ParagraphStyle("Quote", Type("serif", "body", "petrol", italic=True), after=3.0, left=7, right=7, priority=29),
    ParagraphStyle(
        "Person Name",
        Type("serif", "h1", "petrol"),
        before=2.0,
        after=2.0,
        leading="tight",
        edges=(Edge("bottom", "rule"),),
        keep_lines=True,
    ),
    ParagraphStyle("Definition", based_on="Body Text", left=STEP, hanging=STEP),
    ParagraphStyle(
        "Prompt",
        based_on="Table Text",
        after=1.4,
        left=_PROMPT,
        hanging=_PROMPT,
        tabs=((_PROMPT, "left"),),
    ),
    ParagraphStyle("Prompt Continued", based_on="Table Text", left=_PROMPT, after=1.4),
    ParagraphStyle(
        "Expected Answer",
        Type(colour="muted"),
        based_on="Table Text",
        after=1.4,
        left=3,
        edges=(Edge("left", "rule", 1.5, 6),),
    ),
    ParagraphStyle(
        "Writing Line",
        _PLAIN,
        after=0,
        exact=WRITING_LINE,
        edges=(Edge("bottom", "line", 0.5), Edge("between", "line", 0.5)),
    ),
    # Tables, pictures and what stands around them.
    ParagraphStyle(
        "caption",
        Type("sans", "small", "petrol", bold=True),
        before=3.0,
        after=1.5,
        leading="tight",
        keep_next=True,
        priority=35,
    ),
    ParagraphStyle("Figure", next="Figure Caption", before=2.0, after=1.0, leading="single", keep_next=True),
    ParagraphStyle("Figure Caption", based_on="caption", next="Body Text", before=1.0, after=1.0),
    ParagraphStyle("Table Text", _PLAIN, after=0.6, leading="tight", hyphenate=True, priority=21),
    ParagraphStyle(
        "Table Heading",
        Type(colour="petrol", bold=True),
        based_on="Table Text",
        after=0,
        keep_next=True,
        priority=21,
    ),
    ParagraphStyle("Table Row Heading", Type(bold=True), based_on="Table Text", priority=21),
    ParagraphStyle("Table Gap", Type("sans", "tiny"), after=0, exact=GAP, gallery=False),
    ParagraphStyle("Box Gap", Type("sans", "tiny"), after=0, exact=1.0, gallery=False),
    ParagraphStyle("Bar Text", Type("sans", "tiny", "petrol", bold=True), after=0, leading="tight", gallery=False),
    ParagraphStyle("Took", _TINY, after=0, leading="tight", gallery=False),
    # Boxes.
    ParagraphStyle(
        "Box Heading",
        Type("sans", "h3", "paper", bold=True),
        next="Body Text",
        leading="tight",
        keep_next=True,
        outline=3,
    ),
    ParagraphStyle("Answer Heading", Type("sans", "h3", "petrol", bold=True), based_on="Box Heading"),
    ParagraphStyle("Box Label", Type("sans", "small", "petrol", bold=True), after=0.8, leading="tight", keep_next=True),
    ParagraphStyle("Outcomes Label", box_looks.LABEL, based_on="Box Label", after=1.2),
    *box_looks.paragraph_styles(),
    # Lists.
    *_lists("List", STEP, "Body Text"),
    *_lists("Table", NARROW, "Table Text"),
    # Contents and margins.
    ParagraphStyle(
        "TOC Heading",
        Type("sans", "h1", "petrol", bold=True),
        next="Body Text",
        after=6.0,
        leading="heading",
        keep_next=True,
        page_break=True,
        priority=39,
    ),
    _contents(1, Type("sans", "body", "petrol", bold=True), 2.4, 0.6, 0, 9),
    _contents(2, _PLAIN, 0, 0.6, 9, 19),
    _contents(3, _QUIET, 0, 0.4, 19, 30),
    ParagraphStyle("header", _TINY, leading="tight", tabs=((0, "right"),), gallery=False, priority=99),
    ParagraphStyle("footer", _TINY, leading="tight", tabs=((0, "right"),), gallery=False, priority=99),
)

CHARACTERS: tuple[CharacterStyle, ...] = (
    CharacterStyle("Hyperlink", Type(colour="teal", underline=True)),
    CharacterStyle("Reference", Type(colour="petrol")),
    CharacterStyle("Tag", Type("sans", "small", "petrol", bold=True, ground="bar")),
    CharacterStyle("Muted", _QUIET),
    CharacterStyle("Number", Type()),
    CharacterStyle("Box Aside", _PLAIN),
    CharacterStyle("Prompt Label", Type("sans", "tiny", "accent", bold=True, capitals=True, tracking=0.4)),
    CharacterStyle("Tick", Type(size="lead")),
    CharacterStyle("Code", Type(ground="tint")),
    CharacterStyle("Term Name", Type(colour="petrol", bold=True)),
    CharacterStyle("Page Number", Type("sans", "small", "petrol", bold=True)),
)


def _frame(colour: str, points: float, *more: Side) -> tuple[Edge, ...]:
    sides: tuple[Side, ...] = ("top", "left", "bottom", "right", *more)
    return tuple(Edge(side, colour, points) for side in sides)


_RULES = (Edge("bottom", "rule"), Edge("insideH", "rule"))
_UNDER_HEADER = (Edge("bottom", "petrol", 1.0),)

TABLES: tuple[TableStyle, ...] = (
    TableStyle("Data Table", _RULES, _UNDER_HEADER),
    TableStyle("Form Table", _frame("line", 0.5, "insideH", "insideV"), header_ground="bar"),
    TableStyle("Plan Table", _RULES, _UNDER_HEADER),
    TableStyle("Facts Table", (Edge("top", "rule"), *_RULES)),
    TableStyle("Exercise Frame", _frame("petrol", 0.75), header_ground="petrol", padding=(4.5, 2.0)),
    TableStyle("Answer Frame", _frame("line", 0.75), header_ground="bar", padding=(4.5, 2.0)),
    TableStyle("Time Bar", (Edge("insideV", "paper", 1.5),), ground="bar", padding=(1.2, 0.8)),
    TableStyle("Side by Side", (Edge("bottom", "petrol", 0.5),), padding=(0.0, 1.6)),
    TableStyle("Name Line", padding=(0.0, 0.4)),
    TableStyle("Badge Sheet", _frame("line", 0.5, "insideH", "insideV"), padding=(5.0, 3.0)),
    TableStyle("Signatures", padding=(6.0, 0.0)),
    TableStyle("Step", _RULES, padding=(0.0, 2.6)),
    TableStyle("Two Languages", (Edge("insideV", "rule"),), padding=(3.0, 0.0)),
    TableStyle("Took Frame", _frame("line", 0.5), padding=(1.0, 0.4)),
    *box_looks.table_styles(),
)

STYLES: tuple[Style, ...] = (*PARAGRAPHS, *CHARACTERS, *TABLES)
"""All of them, in the order in which they are written."""
