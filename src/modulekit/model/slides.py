"""Slides as an author writes them: a title and one thing to look at.

The layout follows from what is given, so there is no key for it. Section, exercise and summary slides are made from the
lesson itself and need not be written.
"""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Node
from modulekit.model.blocks import Column, Figure
from modulekit.model.text import Cell, Id, Line, Prose

Points = Annotated[tuple[Line, ...], Field(min_length=1, max_length=12)]


class SlideColumn(Node):
    """One of two columns that are compared."""

    title: Annotated[Line, EVERYONE]
    """What the column is about."""
    points: Annotated[Points, EVERYONE]
    """Its points."""


class SlideTable(Node):
    """A small table for the wall: what fits is checked."""

    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=6), EVERYONE]
    """Titles, or mappings with ``title``, ``width`` and ``align``."""
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1, max_length=12), EVERYONE]
    """The rows."""

    @model_validator(mode="after")
    def _rows_fit(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                needed = f"{len(self.columns)} cells, one for each column"
                raise ValueError(f"row {number} needs {needed}; it has {len(row)}")
        return self


class Quotation(Node):
    """Somebody's words."""

    text: Annotated[Line, EVERYONE]
    """The words, without quotation marks."""
    source: Annotated[Line, EVERYONE]
    """Who said it, where and when."""


class Slide(Node):
    """One slide: a title and exactly one body, of points, columns, a picture, a table, a block of the course that it
    shows, a question or a quotation."""

    numbered_as: ClassVar[str] = "slide"

    id: Annotated[Id | None, EVERYONE] = None
    """A name for references: ``[[slide:id]]``."""
    title: Annotated[Line, EVERYONE]
    """What the slide says, best as a short sentence."""
    points: Annotated[Points | None, EVERYONE] = None
    """Points, each short enough to be read at a glance."""
    columns: Annotated[tuple[SlideColumn, SlideColumn] | None, EVERYONE] = None
    """Two columns to compare."""
    picture: Annotated[Figure | None, EVERYONE] = None
    """One picture."""
    table: Annotated[SlideTable | None, EVERYONE] = None
    """A small table."""
    shows: Annotated[Id | None, EVERYONE] = None
    """The id of a tree, chain, chart or table of the course that participants get filled in."""
    branch: Annotated[Id | None, EVERYONE] = None
    """With ``shows``: the id of a problem of the tree. Only it and what hangs on it is shown."""
    depth: Annotated[int | None, Field(ge=1, le=8), EVERYONE] = None
    """With ``shows``: how many levels of the tree are shown below and above its root."""
    question: Annotated[Line | None, EVERYONE] = None
    """One question to the room."""
    quotation: Annotated[Quotation | None, EVERYONE] = None
    """Somebody's words."""
    source: Annotated[Line | None, EVERYONE] = None
    """Where figures come from, or that they are illustrative; with ``shows`` instead of the source of what is shown."""
    notes: Annotated[Prose | None, TRAINER_ONLY] = None
    """What the trainer says to this slide, beyond the notes of the step."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        bodies = ("points", "columns", "picture", "table", "shows", "question", "quotation")
        given = [name for name in bodies if getattr(self, name) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none of them"
            raise ValueError(f"a slide holds exactly one of {', '.join(bodies)}; this one holds {found}")
        for name in ("branch", "depth"):
            if getattr(self, name) is not None and self.shows is None:
                raise ValueError(f"{name} says which part of a tree is shown, and needs shows beside it")
        return self
