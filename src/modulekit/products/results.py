"""The blocks of result-oriented programming as tables: one function for each kind."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from modulekit.document import Align, Table
from modulekit.model.results.rows import (
    Action,
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
from modulekit.products.context import Context
from modulekit.products.tables import form

_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_L, _R = Align.LEFT, Align.RIGHT


def situation_table(context: Context, model: SituationTable) -> Table:
    """Indicators over years, beside one peer or several. One source for all stands below the table, not in a column."""
    place = f"{model.place}, " if model.place else ""
    measured = _is_used(model, "unit")
    columns = [("indicator", 50.0, _L), *([("unit", 17.0, _L)] if measured else [])]
    columns += [(f"={place}{year}", 17.0 if place else 13.0, _R) for year in model.years]
    if model.peers:
        columns += [(f"={name}", _width_of_peer(model, at), _R) for at, name in enumerate(model.peers)]
    compares = bool(model.peer) or (not model.peers and _is_used(model, "peer"))
    if compares:
        columns.append((f"={model.peer}" if model.peer else "peer", 17.0, _R))
    sourced = not model.source or _is_used(model, "source")
    columns += [("source", 34.0, _L)] if sourced else []
    years, others = ("",) * len(model.years), ("",) * len(model.peers)
    rows = (
        (
            row.indicator,
            *((row.unit,) if measured else ()),
            *(row.values or years),
            *((row.peers or others) if model.peers else (row.peer,) * compares),
            *((row.source,) if sourced else ()),
        )
        for row in model.rows
    )
    return form(context, model, columns, rows)


def _width_of_peer(model: SituationTable, at: int) -> float:
    """Room for ``2,310 → 2,180`` in one line; 17 where nothing is longer, or participants write."""
    longest = max((len(row.peers[at]) for row in model.rows if row.peers), default=0)
    return min(max(17.0, 2.3 * longest), 30.0)


def intervention_options(context: Context, model: InterventionOptions) -> Table:
    """Options against criteria, each with the problem of the tree that it addresses."""
    problems = context.problems
    typed, priced = _is_used(model, "type"), _is_used(model, "cost")
    columns = [("option", 26.0, _L), ("problem", 26.0, _L)]
    columns += [("type", 20.0, _L)] if typed else []
    columns += [("cost", 14.0, _R)] if priced else []
    columns += [*((f"={name}", 24.0, _L) for name in model.criteria), ("chosen", 24.0, _L)]
    gaps = ("",) * len(model.criteria)
    none = "" if model.blank and not model.is_filled() else "–"  # in a form it is a place to write
    rows = (
        (
            row.option,
            row.addresses_none or problems.get(row.problem or "", none),
            *((row.type,) if typed else ()),
            *((row.cost,) if priced else ()),
            *(row.scores or gaps),
            row.chosen,
        )
        for row in model.rows
    )
    return form(context, model, columns, rows)


def linkage_matrix(context: Context, model: LinkageMatrix) -> Table:
    """Types of intervention down, types of result across."""
    width = len(model.results)
    first = 30.0 if width > 2 else 16.0  # a few results come with reasons: the room is theirs
    columns = [("intervention", first, _L), *((f"={name}", 28.0, _L) for name in model.results)]
    rows = ((row.intervention, *row.cells, *("",) * (width - len(row.cells))) for row in model.rows)
    return form(context, model, columns, rows)


def logframe(context: Context, model: Logframe) -> Table:
    """Results from impact down."""
    columns = [("level", 18.0, _L), ("result", 40.0, _L), ("indicator", 34.0, _L), ("baseline", 20.0, _L)]
    columns += [("target", 20.0, _L), ("source", 24.0, _L), ("assumption", 30.0, _L)]
    words = context.strings
    rows = (
        (words(f"level-{r.level.value}"), r.result, r.indicator, r.baseline, r.target, r.source, r.assumption)
        for r in model.rows
    )
    return form(context, model, columns, rows)


def indicator_table(context: Context, model: IndicatorTable) -> Table:
    """Indicators; value and year share a cell, so that the table fits a page."""
    has_results = _is_used(model, "result")
    columns = [("result", 33.0, _L)] if has_results else []
    columns += [("indicator", 34.0, _L), ("unit", 16.0, _L)]
    columns += [] if has_results else [("level", 18.0, _L)]
    columns += [("baseline-year", 20.0, _R), ("target-year", 20.0, _R)]
    columns += [("source", 28.0, _L), ("frequency", 20.0, _L), ("responsible", 26.0, _L)]
    words = context.strings
    rows = (
        (
            *((row.result,) if has_results else ()),
            row.name,
            row.unit,
            *(() if has_results else (words(f"level-{row.level.value}"),)),
            _with_year(row.baseline, row.baseline_year),
            _with_year(row.target, row.target_year),
            row.source,
            row.frequency,
            row.responsible,
        )
        for row in model.rows
    )
    return form(context, model, columns, rows)


def indicator_fiches(context: Context, model: IndicatorTable) -> tuple[Table, ...]:
    """A sheet for each indicator: its parts one below the other. The first one carries the number of them all."""
    words = context.strings
    columns = [("=" + words("item"), 40.0, _L), ("=" + words("entry"), 120.0, _L)]
    sheets = []
    for at, row in enumerate(model.rows):
        parts = (
            ("result", row.result),
            ("indicator", row.name),
            ("unit", row.unit),
            ("level", words(f"level-{row.level.value}")),
            ("baseline-year", _with_year(row.baseline, row.baseline_year)),
            ("target-year", _with_year(row.target, row.target_year)),
            ("source", row.source),
            ("frequency", row.frequency),
            ("responsible", row.responsible),
        )
        shown = [(words(f"col-{key}"), text) for key, text in parts if key != "result" or _is_used(model, "result")]
        sheet = form(context, model, columns, shown)
        sheets.append(sheet if at == 0 else replace(sheet, number="", id=""))
    return tuple(sheets)


def action_plan(context: Context, model: ActionPlan) -> Table:
    """Activities with bodies, dates and money; the total stands in the last row. Columns without use are left out."""
    budget = context.strings("col-budget-in", unit=model.unit) if model.unit else context.strings("col-budget")
    fields = (
        ("activity", ("activity", 38.0, _L)),
        ("output", ("output", 36.0, _L)),
        ("responsible", ("responsible", 26.0, _L)),
        ("co_executor", ("co-executor", 26.0, _L)),
        ("start", ("period", 20.0, _L)),
        ("budget", (f"={budget}", 16.0, _R)),
        ("budget_source", ("budget-source", 22.0, _L)),
        ("evidence", ("proof", 24.0, _L)),
    )
    used = [(field, column) for field, column in fields if _is_used(model, field)]
    rows = [tuple(_of_action(row, field) for field, _ in used) for row in model.rows]
    if model.total or model.is_blank(("total",)):
        total = {"activity": context.strings("total"), "budget": model.total}
        rows.append(tuple(total.get(field, "") for field, _ in used))
    return form(context, model, [column for _, column in used], rows)


def _of_action(row: Action, field: str) -> str:
    """The text of one cell; both dates share one, months as officials write them: 03.2026."""
    if field == "start":
        return "\u00a0– ".join(_MONTH.sub(r"\2.\1", date) for date in (row.start, row.end) if date)
    text: str = getattr(row, field)
    return text


def _is_used(model: SituationTable | InterventionOptions | IndicatorTable | ActionPlan, field: str) -> bool:
    """Whether any row says something there, or participants are to fill it in: else the column would stand empty."""
    return model.blank == "all" or field in model.blank or any(getattr(row, field) for row in model.rows)


def monitoring_plan(context: Context, model: MonitoringPlan) -> Table:
    """Figures that lead to decisions; an indicator that is called by its id says its name."""
    indicators = context.indicators
    keys = ("what", "when", "who", "how", "threshold", "decision")
    columns = [(f"watch-{key}", width, _L) for key, width in zip(keys, (58, 20, 24, 22, 24, 36), strict=True)]
    rows = (
        (row.what or indicators.get(row.indicator or "", ""), row.when, row.who, row.how, row.threshold, row.decision)
        for row in model.rows
    )
    return form(context, model, columns, rows, row_headers=False)  # what is watched is a sentence, not a name


def stakeholder_matrix(context: Context, model: StakeholderMatrix) -> Table:
    """Who has a stake, and what to do about it."""
    columns = [("stakeholder", 32.0, _L), ("interest", 40.0, _L), ("influence", 20.0, _L)]
    columns += [("attitude", 22.0, _L), ("approach", 44.0, _L)]
    rows = ((row.name, row.interest, row.influence, row.attitude, row.approach) for row in model.rows)
    return form(context, model, columns, rows)


def _with_year(value: str, year: str) -> str:
    return f"{value} ({year})" if value and year else value or year


def swot(context: Context, model: Swot) -> Table:
    """Strengths beside weaknesses, opportunities beside threats: one line of each in a row."""
    columns = [(key, 40.0, _L) for key in ("strengths", "weaknesses", "opportunities", "threats")]
    lists = (model.strengths, model.weaknesses, model.opportunities, model.threats)
    rows = zip_longest(*lists, fillvalue="")
    return form(context, model, columns, rows, row_headers=False)
