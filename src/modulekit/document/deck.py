"""A Deck: slides as data. Which slide, which layout and what stands on it is decided before any writer sees it."""

from __future__ import annotations

from dataclasses import dataclass

from modulekit.document.blocks import Bar, Block, Figure, Sign, Table
from modulekit.document.chart import Chart
from modulekit.document.diagram import Diagram
from modulekit.document.inline import Inlines
from modulekit.document.part import Meta


@dataclass(frozen=True, slots=True)
class TitleBody:
    """The opening slide."""

    subtitle: Inlines
    facts: tuple[str, ...] = ()
    statement: Inlines = ()
    signs: tuple[Sign, ...] = ()  # the most important first


@dataclass(frozen=True, slots=True)
class SectionBody:
    """A lesson begins: its number, and what one can do afterwards."""

    number: str
    label: str  # “After this lesson you can”
    points: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class PointsBody:
    """Points to read at a glance."""

    points: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class ColumnsBody:
    """Two columns to compare, each a title and points."""

    columns: tuple[tuple[Inlines, tuple[Inlines, ...]], ...]


@dataclass(frozen=True, slots=True)
class PictureBody:
    """One picture."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class ChartBody:
    """One chart."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class DiagramBody:
    """One tree, chain or timeline, drawn for the slide."""

    diagram: Diagram


@dataclass(frozen=True, slots=True)
class TableBody:
    """A small table."""

    table: Table


@dataclass(frozen=True, slots=True)
class QuestionBody:
    """One question to the room."""

    question: Inlines


@dataclass(frozen=True, slots=True)
class ExerciseBody:
    """An exercise begins: what for, with whom, and the time split drawn to scale."""

    purpose: Inlines
    grouping: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class QuotationBody:
    """Somebody's words."""

    text: Inlines
    source: Inlines


@dataclass(frozen=True, slots=True)
class SummaryBody:
    """What to remember."""

    points: tuple[Inlines, ...]


SlideBody = (
    TitleBody
    | SectionBody
    | PointsBody
    | ColumnsBody
    | PictureBody
    | ChartBody
    | TableBody
    | DiagramBody
    | QuestionBody
    | ExerciseBody
    | QuotationBody
    | SummaryBody
)
"""Every layout. ``match`` over it ends with ``assert_never``."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``number`` is printed and is the same in every edition; ``id`` can be referred to.

    ``notes`` is ``None`` where the deck carries no speaker notes at all.
    """

    id: str
    number: int
    title: Inlines
    body: SlideBody
    footer: str = ""
    source: Inlines = ()
    notes: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of slides that is laid out by itself and named in the outline."""

    id: str
    title: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in sections. ``paper`` asks for the face that is printed: no dark slides."""

    meta: Meta
    sections: tuple[Section, ...]
    paper: bool = False

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in their order."""
        return tuple(slide for section in self.sections for slide in section.slides)
