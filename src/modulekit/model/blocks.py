"""The blocks that handouts, worksheets and answers are made of.

In YAML a block is either a Markdown string or a mapping with one key that names its kind:

.. code-block:: yaml

    handout:
      - A **problem** is an existing negative state.
      - callout: {kind: key, text: A problem is not a missing solution.}

A new kind of block is a class here, a field of :class:`Entry`, and a ``case`` in ``modulekit/products/blocks.py``.
"""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from modulekit.model.base import EVERYONE, Node
from modulekit.model.faces import TwoFaced
from modulekit.model.quiz import SelfCheck
from modulekit.model.results.chain import ResultsChain
from modulekit.model.results.chart import Chart
from modulekit.model.results.checklist import Checklist
from modulekit.model.results.rows import (
    ActionPlan,
    IndicatorTable,
    InterventionOptions,
    LinkageMatrix,
    Logframe,
    MonitoringPlan,
    SituationTable,
    StakeholderMatrix,
    Swot,
)
from modulekit.model.results.trees import ObjectiveTree, ProblemTree
from modulekit.model.text import Cell, File, Id, Line, Prose


class Markdown(Node):
    """Running text. In YAML it is a plain string."""

    text: Annotated[Prose, EVERYONE]
    """CommonMark with tables."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Column(Node):
    """A column of a table. A plain string is the title of a left-aligned column."""

    title: Annotated[Line, EVERYONE]
    """What stands in the header row."""
    width: Annotated[int, Field(ge=1, le=100), EVERYONE] = 1
    """Share of the table's width, relative to the other columns."""
    align: Annotated[Align, EVERYONE] = Align.LEFT
    """Numbers belong ``right``."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) else value


class Table(TwoFaced):
    """A table of text or figures. The first column holds the row labels.

    ``blank`` makes one table a worksheet and a model answer: participants get the named columns empty, with room to
    write; trainers get them filled. It names columns by their titles.
    """

    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=12), EVERYONE]
    """Titles, or mappings with ``title``, ``width`` and ``align``."""
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1, max_length=200), EVERYONE]
    """The rows, each with one cell for each column."""

    @model_validator(mode="after")
    def _rows_fit(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                needed = f"{len(self.columns)} cells, one for each column"
                raise ValueError(f"row {number} needs {needed}; it has {len(row)}")
        return self

    def can_be_blank(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(column.title for column in self.columns)

    def is_blank(self, loc: tuple[str | int, ...]) -> bool:
        """Whether participants get the cell at ``("rows", row, column)`` empty."""
        if not self.blank or loc[0] != "rows" or int(loc[1]) < self.example_rows:
            return False
        return self.blank == "all" or self.columns[int(loc[2])].title in self.blank


class Figure(Node):
    """A picture of the module's ``assets/`` folder."""

    numbered_as: ClassVar[str] = "figure"

    id: Annotated[Id | None, EVERYONE] = None
    """A name for references: ``[[figure:id]]``."""
    file: Annotated[File, EVERYONE]
    """The picture, relative to the module's folder: PNG, JPEG or SVG."""
    alt: Annotated[Line | None, EVERYONE] = None
    """What the picture says, for those who cannot see it. A check asks for it, so that it can be written last."""
    caption: Annotated[Line, EVERYONE]
    """What the picture shows, in a few words. The number is added."""
    credit: Annotated[Line | None, EVERYONE] = None
    """Who made it and under which licence."""
    width: Annotated[int, Field(ge=20, le=100), EVERYONE] = 100
    """Share of the text's width in per cent."""


class CalloutKind(StrEnum):
    """What a callout is for; the kind chooses its label and its look."""

    KEY = "key"
    NOTE = "note"
    TIP = "tip"
    WARNING = "warning"
    EXAMPLE = "example"
    LAW = "law"


class Callout(Node):
    """A short text set apart from the running text."""

    kind: Annotated[CalloutKind, EVERYONE] = CalloutKind.NOTE
    """``key``, ``note``, ``tip``, ``warning``, ``example`` or ``law``."""
    title: Annotated[Line | None, EVERYONE] = None
    """A title; the kind's own label stands there otherwise."""
    text: Annotated[Prose, EVERYONE]
    """What it says, in Markdown."""


class Case(Node):
    """A worked case or a story to work on."""

    numbered_as: ClassVar[str] = "case"

    id: Annotated[Id | None, EVERYONE] = None
    """A name for references: ``[[case:id]]``."""
    title: Annotated[Line, EVERYONE]
    """What the case is called."""
    text: Annotated[Prose, EVERYONE]
    """The case, in Markdown."""
    source: Annotated[Line | None, EVERYONE] = None
    """Where it comes from, or that it is illustrative."""


class Lines(Node):
    """Empty lines to write on, at least 9 millimetres apart."""

    prompt: Annotated[Line | None, EVERYONE] = None
    """What to write there."""
    count: Annotated[int, Field(ge=1, le=25), EVERYONE] = 3
    """How many lines."""


class KeyTerm(Node):
    """Repeats the definition of a glossary term where it is first needed. In YAML: ``key_term: baseline``."""

    term: Annotated[Id, EVERYONE]
    """The id of the glossary term."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"term": value} if isinstance(value, str) else value


class Slot(Node):
    """A place that a region fills with its own material. The editions of centres hold what their region put there."""

    id: Annotated[Id, EVERYONE]
    """The files of ``regions/`` call it by this name."""
    about: Annotated[Line, EVERYONE]
    """What belongs here, for those who write it; printed in the trainer guide's list of what may be adapted."""
    default: Annotated[tuple["Entry", ...] | Literal["every-region"], EVERYONE] = "every-region"
    """What stands here in editions without a region: blocks, or ``every-region`` for those of all regions in order."""

    @model_validator(mode="after")
    def _no_slot_inside(self) -> Self:
        if isinstance(self.default, tuple) and any(entry.slot or entry.other_regions for entry in self.default):
            raise ValueError("a slot holds no slot")
        return self


class OtherRegions(Node):
    """What every region puts into a slot, once more, in editions without a region; nothing in those of a region.

    In YAML ``other_regions: local-case``. It belongs into a model answer: a trainer who has groups from several regions
    then sees each region's form filled in, while participants got one form.
    """

    slot: Annotated[Id, EVERYONE]
    """The id of the slot."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"slot": value} if isinstance(value, str) else value


Block = (
    Markdown
    | Table
    | Figure
    | Callout
    | Case
    | Lines
    | KeyTerm
    | SituationTable
    | ProblemTree
    | ObjectiveTree
    | InterventionOptions
    | LinkageMatrix
    | ResultsChain
    | Logframe
    | IndicatorTable
    | ActionPlan
    | MonitoringPlan
    | StakeholderMatrix
    | Swot
    | Chart
    | Checklist
    | SelfCheck
    | Slot
    | OtherRegions
)
"""Every kind of block. ``match`` over it ends with ``assert_never``, so that mypy names a forgotten kind."""


class Entry(Node):
    """One entry of a handout, worksheet or answer: a Markdown string, or one key that names a kind of block."""

    markdown: Annotated[Markdown | None, EVERYONE] = None
    """CommonMark with tables. A plain string means the same."""
    table: Annotated[Table | None, EVERYONE] = None
    """A table; with ``blank`` also a worksheet."""
    figure: Annotated[Figure | None, EVERYONE] = None
    """A picture."""
    callout: Annotated[Callout | None, EVERYONE] = None
    """A short text set apart."""
    case: Annotated[Case | None, EVERYONE] = None
    """A worked case."""
    lines: Annotated[Lines | None, EVERYONE] = None
    """Lines to write on."""
    key_term: Annotated[KeyTerm | None, EVERYONE] = None
    """The id of a glossary term to define here."""
    situation_table: Annotated[SituationTable | None, EVERYONE] = None
    """Indicators over years, beside a peer."""
    problem_tree: Annotated[ProblemTree | None, EVERYONE] = None
    """A core problem with its causes and effects."""
    objective_tree: Annotated[ObjectiveTree | None, EVERYONE] = None
    """The mirror of a problem tree."""
    intervention_options: Annotated[InterventionOptions | None, EVERYONE] = None
    """Options judged by open criteria."""
    linkage_matrix: Annotated[LinkageMatrix | None, EVERYONE] = None
    """Types of intervention against types of result."""
    results_chain: Annotated[ResultsChain | None, EVERYONE] = None
    """From inputs to impact, with assumptions."""
    logframe: Annotated[Logframe | None, EVERYONE] = None
    """Results with indicators, targets, sources and assumptions."""
    indicator_table: Annotated[IndicatorTable | None, EVERYONE] = None
    """Indicators with all that makes them measurable."""
    action_plan: Annotated[ActionPlan | None, EVERYONE] = None
    """Activities with bodies, dates and money."""
    monitoring_plan: Annotated[MonitoringPlan | None, EVERYONE] = None
    """Figures that lead to decisions."""
    stakeholder_matrix: Annotated[StakeholderMatrix | None, EVERYONE] = None
    """Who has a stake, and what to do about it."""
    swot: Annotated[Swot | None, EVERYONE] = None
    """Strengths, weaknesses, opportunities, threats."""
    chart: Annotated[Chart | None, EVERYONE] = None
    """Bars or lines, from rows or a CSV file."""
    checklist: Annotated[Checklist | None, EVERYONE] = None
    """Things to tick."""
    quiz: Annotated[SelfCheck | None, EVERYONE] = None
    """Questions of the bank for participants to check themselves."""
    slot: Annotated[Slot | None, EVERYONE] = None
    """A place that each region fills with its own material."""
    other_regions: Annotated[OtherRegions | None, EVERYONE] = None
    """What all regions put into a slot, for a trainer whose groups come from several."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"markdown": {"text": value}} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"an entry holds exactly one kind of block, this one holds {len(given)}")
        return self

    @property
    def kind(self) -> str:
        """The name of the one field that is set: the kind of the block."""
        return next(name for name in type(self).model_fields if getattr(self, name) is not None)

    @property
    def block(self) -> Block:
        """The block itself."""
        block: Block = getattr(self, self.kind)
        return block

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """An editor must accept the plain string as well."""
        inner = handler.resolve_ref_schema(handler(core))
        mapping = {**inner, "minProperties": 1, "maxProperties": 1}
        inner.clear()
        inner.update({"anyOf": [{"type": "string", "minLength": 1}, mapping], "title": "Entry"})
        return inner
