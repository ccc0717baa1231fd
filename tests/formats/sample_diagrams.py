"""Drawings of every kind by name: a tree with long words, a chain, bars over months, an empty form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from modulekit.document import BoxKind, Connector, Diagram, DiagramBox, DiagramKind, Lane
from tests.formats.pieces import bullets, says, words

TREE = Diagram(
    DiagramKind.TREE,
    (
        DiagramBox("core", "Урожайность орошаемых земель упала на треть", BoxKind.CORE, "63 % of the mean"),
        DiagramBox("income", "Доходы сельскохозяйственных домохозяйств снизились", BoxKind.EFFECT),
        DiagramBox("leave", "Жас отбасылар ауылдан көшіп кетеді", BoxKind.EFFECT),
        DiagramBox("water", "Водообеспеченность ниже нормы", BoxKind.CAUSE),
        DiagramBox("canals", "Межхозяйственные каналы не обслуживаются", BoxKind.CAUSE, "Inspection, 2025"),
        DiagramBox("stores", "There are few stores", BoxKind.CAUSE, "4 of 31 farms"),
    ),
    (
        Connector("core", "income"),
        Connector("income", "leave"),
        Connector("water", "core"),
        Connector("canals", "water"),
        Connector("stores", "core"),
    ),
    caption=words("Why yields fall"),
    number="Figure 3.3",
    source=words("Invented"),
    alternative=(says("Yields fall because there is no water."), bullets("Few stores", "Канал")),
    in_words="The drawing in words",
    id="figure-why",
)

CHAIN = Diagram(
    DiagramKind.CHAIN,
    (
        DiagramBox("money", "600 million tenge", BoxKind.LEVEL, lane=0),
        DiagramBox("repair", "Canals are repaired", BoxKind.LEVEL, lane=1),
        DiagramBox("train", "Переподготовка мелиораторов", BoxKind.LEVEL, lane=1),
        DiagramBox("prices", "Prices of pipes do not double", BoxKind.ASSUMPTION, lane=1),
        DiagramBox("yields", "Yields rise to 90 %", BoxKind.LEVEL, lane=2),
    ),
    lanes=(Lane("Inputs"), Lane("Activities"), Lane("Outcomes")),
    alternative=(bullets("Inputs", "Activities", "Outcomes"),),
)

TIMELINE = Diagram(
    DiagramKind.TIMELINE,
    (
        DiagramBox("first", "", BoxKind.BAR, lane=0, start=0, end=2),
        DiagramBox("second", "", BoxKind.BAR, lane=1, start=1, end=6),
    ),
    lanes=(Lane("Survey of the canals"), Lane("Восстановление внутрихозяйственных оросительных сетей")),
    axis=("2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"),
    alternative=(bullets("Survey: March to April", "Repair: April to August"),),
)

FORM = replace(TREE, boxes=tuple(replace(box, text="", note="") for box in TREE.boxes), form=True, id="", number="")

_COLUMNS = range(6)
WIDE = Diagram(
    DiagramKind.TREE,
    (
        DiagramBox("core", "Урожайность орошаемых земель упала на треть", BoxKind.CORE),
        *(DiagramBox(f"{n}", "Внутрихозяйственные оросительные сети изношены", BoxKind.CAUSE) for n in _COLUMNS),
        *(
            DiagramBox(f"{n}-{m}", "Сельскохозяйственных товаропроизводителей не обучают", BoxKind.CAUSE)
            for n in _COLUMNS
            for m in range(2)
        ),
        *(
            DiagramBox(f"{n}-{m}-1", "Водопользователи не платят вовремя", BoxKind.CAUSE, "Опрос, 2025")
            for n in _COLUMNS
            for m in range(2)
        ),
    ),
    (
        *(Connector(f"{n}", "core") for n in _COLUMNS),
        *(Connector(f"{n}-{m}", f"{n}") for n in _COLUMNS for m in range(2)),
        *(Connector(f"{n}-{m}-1", f"{n}-{m}") for n in _COLUMNS for m in range(2)),
    ),
    caption=words("Why yields fall, to the last cause"),
    number="Figure 3.4",
    source=words("Invented"),
    alternative=(says("Nobody maintains what nobody pays for."),),
    id="figure-wide",
)
"""More than an upright page holds."""

DIAGRAMS: Mapping[str, Diagram] = {"tree": TREE, "chain": CHAIN, "timeline": TIMELINE, "form": FORM, "wide": WIDE}
