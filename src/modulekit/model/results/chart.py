"""Charts: a few kinds that people read at a glance, from rows in YAML or from a CSV file of the module's ``data/``."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import Cell, File, Id, Line


class ChartKind(StrEnum):
    """How values are drawn."""

    BAR = "bar"
    GROUPED_BAR = "grouped_bar"
    LINE = "line"


class Series(Node):
    """Values that belong together: one line, or one bar of each group."""

    name: Annotated[Line, EVERYONE]
    """What stands in the legend."""
    values: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=60), EVERYONE]
    """One number for each category; an empty one is a gap."""


class Chart(Node):
    """A chart. The values stand in ``series``, or in a CSV ``file`` whose first column holds the categories."""

    numbered_as: ClassVar[str] = "figure"

    id: Annotated[Id | None, EVERYONE] = None
    """A name for references: ``[[figure:id]]``."""
    kind: Annotated[ChartKind, EVERYONE]
    """``bar``, ``grouped_bar`` or ``line``."""
    caption: Annotated[Line, EVERYONE]
    """What the chart shows, in a few words. The number is added."""
    alt: Annotated[Line | None, EVERYONE] = None
    """What one sees in it, in a sentence; the values are added for those who cannot see it."""
    unit: Annotated[Line | None, EVERYONE] = None
    """The unit of the values, printed at the axis."""
    categories: Annotated[tuple[Line, ...], Field(max_length=60), EVERYONE] = ()
    """What stands along the axis: years, districts."""
    series: Annotated[tuple[Series, ...], Field(max_length=6), EVERYONE] = ()
    """The values."""
    file: Annotated[File | None, EVERYONE] = None
    """A CSV file of ``data/``, instead of ``categories`` and ``series``: the first line names the series, the first
    column the categories. Where it is read, its values take its place."""
    source: Annotated[Line | None, EVERYONE] = None
    """Where the figures come from, or that they are illustrative."""

    @model_validator(mode="after")
    def _values_fit(self) -> Self:
        if (self.file is None) == (not self.series):
            raise ValueError("a chart holds either series or a file")
        if self.file is not None:
            return self
        if not self.categories:
            raise ValueError("a chart with series needs its categories")
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(
                    f"{series.name!r} has {len(series.values)} values, there are {len(self.categories)} categories"
                )
        if self.kind is ChartKind.BAR and len(self.series) > 1:
            raise ValueError("a bar chart shows one series; use grouped_bar")
        return self
