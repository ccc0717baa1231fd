"""Charts of every kind and of every difficulty, by name: gaps, negative numbers, one value, six series, long names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from modulekit.document import Align, Chart, ChartKind, ChartSeries, Row, Table, TableColumn
from tests.formats.pieces import cell, words

Values = Sequence[float | None]


def chart(kind: ChartKind, categories: Sequence[str], series: Mapping[str, Values], unit: str = "") -> Chart:
    """A chart with its table; numbers are printed as short as they are."""
    rows = [ChartSeries(name, tuple(values), tuple(map(_label, values))) for name, values in series.items()]
    table = Table(
        (TableColumn(words(unit or "Year"), 2), *(TableColumn(words(row.name), 1, Align.RIGHT) for row in rows)),
        tuple(Row((cell(category), *(cell(row.labels[at]) for row in rows))) for at, category in enumerate(categories)),
    )
    return Chart(ChartKind(kind), tuple(categories), tuple(rows), table, "What one sees. All values.", unit)


def _label(value: float | None) -> str:
    return "" if value is None else f"{value:g}".replace("-", "−")


LONG = (
    "Строительство и восстановление внутрихозяйственных оросительных сетей",
    "Сельскохозяйственное консультирование и обучение фермеров",
    "Доступ к финансированию",
)
"""Names of categories that stand below no upright bar."""

CHARTS: Mapping[str, Chart] = {
    "bar": chart(ChartKind.BAR, ["Abai", "Jetisu", "Turkistan"], {"Yield": [12.4, 9.8, 7]}, "Yield, t per hectare"),
    "one-value": chart(ChartKind.BAR, ["Abai"], {"Yield": [3]}),
    "negative": chart(
        ChartKind.GROUPED_BAR,
        ["2019", "2020", "2021"],
        {"Ploughed": [-3.5, 2, 1], "Not ploughed": [2, -1.2, None]},
        "Change, per cent",
    ),
    "six-series": chart(
        ChartKind.GROUPED_BAR,
        ["North", "South", "West"],
        {f"Series {number}": [number + 2, 7 - number, number * 2 + 1] for number in range(6)},
        "Households, thousands",
    ),
    "long-names": chart(ChartKind.BAR, LONG, {"Участники": [1200, 850, 430]}, "Участники, человек"),
    "long-groups": chart(
        ChartKind.GROUPED_BAR, LONG, {"До начала, 2022": [12, 8, 4], "План": [20, 18, -9]}, "Доля хозяйств, %"
    ),
    "line": chart(
        ChartKind.LINE,
        ["2019", "2020", "2021", "2022", "2023"],
        {
            "District": [12, 11.5, None, 9.7, 9.1],
            "Peer": [12.2, 12, 12.4, 12.1, 12.8],
            "Region": [11, 11.2, 11, 11, 11],
        },
        "Yield, t per hectare",
    ),
    "six-lines": chart(
        ChartKind.LINE,
        ["Акмолинская область", "Туркестанская область", "Алматинская область"],
        {f"Показатель {number}": [number, number * 1.1 + 0.2, 3 + number * 0.1] for number in range(6)},
        "баллы",
    ),
    "many-years": chart(
        ChartKind.LINE, [str(year) for year in range(1975, 2025)], {"People": [1000 + 31 * n for n in range(50)]}
    ),
    "only-gaps": chart(ChartKind.LINE, ["2023", "2024"], {"Nobody counted": [None, None]}),
}
