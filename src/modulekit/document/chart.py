"""Charts as data: categories, series and a kind. Axes, colours and marks are a writer's business."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from modulekit.document.inline import Inlines
from modulekit.document.notation import ENGLISH, Notation

if TYPE_CHECKING:
    from modulekit.document.blocks import Table


class ChartKind(StrEnum):
    """How values are drawn."""

    BAR = "bar"
    GROUPED_BAR = "grouped_bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Values by category; ``None`` is a gap."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]  # each value as it is printed; empty for a gap


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. ``alternative`` is the table of its values, which says the same."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    alternative: Table
    alt: str
    unit: str = ""
    notation: Notation = ENGLISH
    caption: Inlines = ()
    number: str = ""
    source: Inlines = ()
    id: str = ""
