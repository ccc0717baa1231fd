"""The tables of result-oriented programming: each row a mapping with named fields, each kind with its own columns."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, field_validator, model_validator

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Node
from modulekit.model.faces import TwoFaced
from modulekit.model.text import Cell, Id, Line

Rows = Field(min_length=1, max_length=100)


class SituationRow(Node):
    """One indicator of a situation."""

    indicator: Annotated[Cell, EVERYONE] = ""
    """What is measured."""
    unit: Annotated[Cell, EVERYONE] = ""
    """In which unit."""
    values: Annotated[tuple[Cell, ...], Field(max_length=12), EVERYONE] = ()
    """One value for each year of the table."""
    peer: Annotated[Cell, EVERYONE] = ""
    """The same for a district or region to compare with."""
    peers: Annotated[tuple[Cell, ...], Field(max_length=6), EVERYONE] = ()
    """The same for each of the ``peers`` of the table; an en dash where nobody counts it."""
    source: Annotated[Cell, EVERYONE] = ""
    """Who counted it."""


class SituationTable(TwoFaced):
    """Indicators over years, beside one peer or several."""

    fillable: ClassVar[tuple[str, ...]] = ("indicator", "unit", "values", "peer", "peers", "source")

    place: Annotated[Line | None, EVERYONE] = None
    """Whose values stand under the years: its name is printed above them, which several peers make necessary."""
    years: Annotated[tuple[Line, ...], Field(min_length=1, max_length=12), EVERYONE]
    """The years, oldest first."""
    peer: Annotated[Line | None, EVERYONE] = None
    """The name of the peer, above its column."""
    peers: Annotated[tuple[Line, ...], Field(max_length=6), EVERYONE] = ()
    """The names of several districts to compare with, instead of ``peer``."""
    rows: Annotated[tuple[SituationRow, ...], Rows, EVERYONE]
    """The indicators."""

    @model_validator(mode="after")
    def _values_fit(self) -> Self:
        if self.peers and self.peer:
            raise ValueError("a situation table names either one peer or several peers")
        for number, row in enumerate(self.rows, start=1):
            if row.values and len(row.values) != len(self.years):
                raise ValueError(f"row {number} has {len(row.values)} values, the table has {len(self.years)} years")
            if row.peers and len(row.peers) != len(self.peers):
                named = f"the table names {len(self.peers)}"
                raise ValueError(f"row {number} has values of {len(row.peers)} peers, {named} in its peers")
            if row.peer and self.peers:
                raise ValueError(f"row {number} has a peer, the table has several: write peers")
        return self


class Option(Node):
    """An intervention that could be chosen."""

    option: Annotated[Cell, EVERYONE] = ""
    """What would be done."""
    problem: Annotated[Id | None, EVERYONE] = None
    """The id of the problem of the tree that it addresses."""
    addresses_none: Annotated[Cell, TRAINER_ONLY] = ""
    """Instead of ``problem``: why an option that addresses no problem stands here on purpose. Only trainers read it."""
    type: Annotated[Cell, EVERYONE] = ""
    """The type of intervention: infrastructure, advice, finance …"""
    cost: Annotated[Cell, EVERYONE] = ""
    """What it costs."""
    scores: Annotated[tuple[Cell, ...], Field(max_length=8), EVERYONE] = ()
    """One judgement for each criterion."""
    chosen: Annotated[Cell, EVERYONE] = ""
    """Whether it is chosen, and why."""

    @field_validator("problem", mode="before")
    @classmethod
    def _none_named(cls, value: object) -> object:
        """In a form the place of the problem is empty: participants find it themselves."""
        return None if value == "" else value


class InterventionOptions(TwoFaced):
    """Options judged by open criteria."""

    fillable: ClassVar[tuple[str, ...]] = ("option", "problem", "type", "cost", "scores", "chosen")
    structural: ClassVar[frozenset[str]] = frozenset(("id", "tree"))

    tree: Annotated[Id | None, EVERYONE] = None
    """The id of the problem tree that the options answer."""
    criteria: Annotated[tuple[Line, ...], Field(max_length=8), EVERYONE] = ()
    """The criteria, agreed before the options are looked at."""
    rows: Annotated[tuple[Option, ...], Rows, EVERYONE]
    """The options."""

    @model_validator(mode="after")
    def _scores_fit(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if row.scores and len(row.scores) != len(self.criteria):
                raise ValueError(f"row {number} has {len(row.scores)} scores, there are {len(self.criteria)} criteria")
        return self

    def tells_trainers_more(self) -> bool:
        """Why an option addresses nothing is for trainers, in a table that is no form as well."""
        return self.is_filled() or any(row.addresses_none for row in self.rows)


class MatrixRow(Node):
    """One type of intervention against all types of result."""

    intervention: Annotated[Cell, EVERYONE] = ""
    """The type of intervention."""
    cells: Annotated[tuple[Cell, ...], Field(max_length=10), EVERYONE] = ()
    """For each type of result how strong the linkage is and under which condition: ``likely: if roads stay open``."""


class LinkageMatrix(TwoFaced):
    """Types of intervention against types of result."""

    fillable: ClassVar[tuple[str, ...]] = ("intervention", "cells")

    results: Annotated[tuple[Line, ...], Field(min_length=1, max_length=10), EVERYONE]
    """The types of result."""
    rows: Annotated[tuple[MatrixRow, ...], Rows, EVERYONE]
    """The types of intervention."""

    @model_validator(mode="after")
    def _cells_fit(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) > len(self.results):
                raise ValueError(f"row {number} has {len(row.cells)} cells, there are {len(self.results)} results")
        return self


class Level(StrEnum):
    """The levels of results."""

    IMPACT = "impact"
    OUTCOME = "outcome"
    OUTPUT = "output"
    ACTIVITY = "activity"


class LogframeRow(Node):
    """One result with how it is measured and what must hold."""

    id: Annotated[Id | None, EVERYONE] = None
    """A name, so that lower levels can say what they serve."""
    level: Annotated[Level, EVERYONE]
    """``impact``, ``outcome``, ``output`` or ``activity``."""
    serves: Annotated[Id | None, EVERYONE] = None
    """The id of the result one level up that this one serves."""
    result: Annotated[Cell, EVERYONE] = ""
    """The result."""
    indicator: Annotated[Cell, EVERYONE] = ""
    """What is measured."""
    baseline: Annotated[Cell, EVERYONE] = ""
    """Where it stands, with the year."""
    target: Annotated[Cell, EVERYONE] = ""
    """Where it shall stand, with the year."""
    source: Annotated[Cell, EVERYONE] = ""
    """Who counts it."""
    assumption: Annotated[Cell, EVERYONE] = ""
    """What must hold."""


class Logframe(TwoFaced):
    """Impact, outcomes, outputs and activities with indicators, targets, sources and assumptions."""

    fillable: ClassVar[tuple[str, ...]] = ("result", "indicator", "baseline", "target", "source", "assumption")
    structural: ClassVar[frozenset[str]] = frozenset(("id", "serves", "level"))

    rows: Annotated[tuple[LogframeRow, ...], Rows, EVERYONE]
    """The results, from impact down."""


class IndicatorRow(Node):
    """One indicator, whole."""

    id: Annotated[Id | None, EVERYONE] = None
    """A name, so that monitoring plans can call it."""
    result: Annotated[Cell, EVERYONE] = ""
    """The result that it measures; a table that names its results shows them instead of their levels."""
    name: Annotated[Cell, EVERYONE] = ""
    """What is measured."""
    unit: Annotated[Cell, EVERYONE] = ""
    """In which unit."""
    level: Annotated[Level, EVERYONE] = Level.OUTCOME
    """The level of the result that it measures."""
    baseline: Annotated[Cell, EVERYONE] = ""
    """Where it stands."""
    baseline_year: Annotated[Cell, EVERYONE] = ""
    """In which year."""
    target: Annotated[Cell, EVERYONE] = ""
    """Where it shall stand."""
    target_year: Annotated[Cell, EVERYONE] = ""
    """In which year."""
    source: Annotated[Cell, EVERYONE] = ""
    """Who counts it, and where it is published."""
    frequency: Annotated[Cell, EVERYONE] = ""
    """How often."""
    responsible: Annotated[Cell, EVERYONE] = ""
    """The body that reports it."""


class IndicatorTable(TwoFaced):
    """Indicators with all that makes them measurable."""

    fillable: ClassVar[tuple[str, ...]] = (
        "result",
        "name",
        "unit",
        "baseline",
        "baseline_year",
        "target",
        "target_year",
        "source",
        "frequency",
        "responsible",
    )
    structural: ClassVar[frozenset[str]] = frozenset(("id", "level"))

    face: Annotated[Literal["table", "fiche"], EVERYONE] = "table"
    """``table``, or ``fiche``: a sheet for each indicator, its parts one below the other."""
    rows: Annotated[tuple[IndicatorRow, ...], Rows, EVERYONE]
    """The indicators."""


class Action(Node):
    """One line of an action plan."""

    activity: Annotated[Cell, EVERYONE] = ""
    """What is done."""
    output: Annotated[Cell, EVERYONE] = ""
    """What is then there."""
    responsible: Annotated[Cell, EVERYONE] = ""
    """The body that answers for it."""
    co_executor: Annotated[Cell, EVERYONE] = ""
    """Who takes part."""
    start: Annotated[Cell, EVERYONE] = ""
    """When it begins: ``2026-03``."""
    end: Annotated[Cell, EVERYONE] = ""
    """When it is done: ``2026-10``."""
    budget: Annotated[Cell, EVERYONE] = ""
    """What it costs, a number in the plan's unit."""
    budget_source: Annotated[Cell, EVERYONE] = ""
    """From which budget."""
    evidence: Annotated[Cell, EVERYONE] = ""
    """What shows that it is done."""


class ActionPlan(TwoFaced):
    """Activities with outputs, bodies, dates and money; as a table, or as bars over time."""

    fillable: ClassVar[tuple[str, ...]] = (
        "activity",
        "output",
        "responsible",
        "co_executor",
        "start",
        "end",
        "budget",
        "budget_source",
        "evidence",
    )

    unit: Annotated[Line | None, EVERYONE] = None
    """The unit of the sums: ``million tenge``."""
    total: Annotated[Cell, EVERYONE] = ""
    """The sum of all budgets; it must agree."""
    face: Annotated[Literal["table", "gantt"], EVERYONE] = "table"
    """``table``, or ``gantt``: the table, and below it bars over time."""
    rows: Annotated[tuple[Action, ...], Rows, EVERYONE]
    """The activities."""

    def is_blank(self, loc: tuple[str | int, ...]) -> bool:
        """As for every form; and whoever adds up the budgets also writes the total."""
        if loc == ("total",):
            return self.blank == "all" or "budget" in self.blank
        return super().is_blank(loc)


class MonitoringRow(Node):
    """One figure that is watched, and what it leads to."""

    indicator: Annotated[Id | None, EVERYONE] = None
    """The id of an indicator of an indicator table."""
    what: Annotated[Cell, EVERYONE] = ""
    """What is watched."""
    when: Annotated[Cell, EVERYONE] = ""
    """When it is looked at."""
    who: Annotated[Cell, EVERYONE] = ""
    """Who looks."""
    how: Annotated[Cell, EVERYONE] = ""
    """How it is found out."""
    threshold: Annotated[Cell, EVERYONE] = ""
    """From which value on something has to happen."""
    decision: Annotated[Cell, EVERYONE] = ""
    """What happens then, and who decides it."""


class MonitoringPlan(TwoFaced):
    """Figures that lead to decisions."""

    fillable: ClassVar[tuple[str, ...]] = ("what", "when", "who", "how", "threshold", "decision")
    structural: ClassVar[frozenset[str]] = frozenset(("id", "indicator"))

    rows: Annotated[tuple[MonitoringRow, ...], Rows, EVERYONE]
    """What is watched."""


class Stakeholder(Node):
    """Somebody who has a stake."""

    name: Annotated[Cell, EVERYONE] = ""
    """A group or body."""
    interest: Annotated[Cell, EVERYONE] = ""
    """What it wants."""
    influence: Annotated[Cell, EVERYONE] = ""
    """What it can do: high, medium or low."""
    attitude: Annotated[Cell, EVERYONE] = ""
    """For, against, undecided."""
    approach: Annotated[Cell, EVERYONE] = ""
    """What to do about it."""


class StakeholderMatrix(TwoFaced):
    """Who has a stake, and what to do about it."""

    fillable: ClassVar[tuple[str, ...]] = ("name", "interest", "influence", "attitude", "approach")

    rows: Annotated[tuple[Stakeholder, ...], Rows, EVERYONE]
    """The stakeholders."""


class Swot(TwoFaced):
    """Strengths, weaknesses, opportunities, threats."""

    fillable: ClassVar[tuple[str, ...]] = ("strengths", "weaknesses", "opportunities", "threats")
    body: ClassVar[tuple[str, ...]] = fillable

    strengths: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=10), EVERYONE]
    """What is good inside."""
    weaknesses: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=10), EVERYONE]
    """What is poor inside."""
    opportunities: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=10), EVERYONE]
    """What may help from outside."""
    threats: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=10), EVERYONE]
    """What may harm from outside."""
