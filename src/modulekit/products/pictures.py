"""Trees, chains and charts.

What a drawing says, a nested list or a table says too: for those who cannot see it, and for formats without drawings.
"""

from __future__ import annotations

from modulekit.document import (
    Align,
    Block,
    Chart,
    ChartKind,
    ChartSeries,
    Table,
)
from modulekit.model.results.chart import Chart as ChartModel
from modulekit.model.results.numbers import number_of
from modulekit.products.context import Context
from modulekit.products.locale import decimals_of
from modulekit.products.tables import values_table


def chart(context: Context, model: ChartModel) -> tuple[Block, ...]:
    """A chart, with its values as a table for formats without drawings and in words for those who cannot see it."""
    return (drawn_chart(context, model),)


def drawn_chart(context: Context, model: ChartModel) -> Chart:
    """The chart itself, as a page or a slide shows it."""
    number = context.edition.numbering.figures.get(model.id or "")
    categories = tuple(context.words(category) for category in model.categories)
    series = tuple(
        ChartSeries(
            context.words(item.name),
            tuple(number_of(value) for value in item.values),
            tuple(_label(context, value) for value in item.values),
        )
        for item in model.series
    )
    unit = context.words(model.unit) if model.unit else ""
    return Chart(
        kind=ChartKind(model.kind.value),
        categories=categories,
        series=series,
        alternative=_values(context, model),
        alt=_in_words(context.words(model.alt or model.caption), categories, series, unit),
        unit=unit,
        notation=context.notation,
        caption=context.line(model.caption),
        number=context.strings("figure-n", number=number) if number else "",
        source=context.line(model.source) if model.source else (),
        id=f"figure:{model.id}" if model.id else "",
    )


def _values(context: Context, model: ChartModel) -> Table:
    header = [("=" + (model.unit or context.strings("category")), 30.0, Align.LEFT)]
    header += [("=" + series.name, 20.0, Align.RIGHT) for series in model.series]
    rows = [
        (category, *(_label(context, series.values[at]) for series in model.series))
        for at, category in enumerate(model.categories)
    ]
    return values_table(context, model, header, rows)


def _label(context: Context, value: str) -> str:
    """A value with as many decimals as its author gave it; nothing for a gap."""
    number = number_of(value)
    return value if number is None else context.number(number, decimals_of(value))  # a check names what is no number


def _in_words(said: str, categories: tuple[str, ...], series: tuple[ChartSeries, ...], unit: str) -> str:
    """The author's sentence, then all values: ``2022 4.1, 2023 3.8; …``."""
    told = []
    for one in series:
        values = ", ".join(
            f"{category} {label}" for category, label in zip(categories, one.labels, strict=True) if label
        )
        told.append(f"{one.name}: {values}")
    ending = "" if said.endswith((".", "!", "?", "…")) else "."
    return f"{said}{ending} {'; '.join(told)}{f' ({unit})' if unit else ''}."
