"""MK551, MK557, MK563 to MK567: situation tables, linkage matrices, action plans and monitoring plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from modulekit.checks.results_forms import filled_rows
from modulekit.checks.subject import Subject
from modulekit.codes import did_you_mean, finding
from modulekit.diagnostics import Diagnostic
from modulekit.model.results.numbers import number_of
from modulekit.model.results.rows import (
    ActionPlan,
    IndicatorTable,
    LinkageMatrix,
    MonitoringPlan,
    MonitoringRow,
    SituationTable,
)

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_LEAST = 0.005  # of the unit: what is lost by writing two decimals


def without_source(subject: Subject) -> Iterator[Diagnostic]:
    """MK551: each row of a situation table has a source, or the table has one for all."""
    for item, table in subject.of(SituationTable):
        if table.source and not any(row.source for row in table.rows):
            continue
        for loc, row in filled_rows(table.rows, item.loc):
            if not row.source:
                message = f"The figures of “{row.indicator}” have no source."
                hint = "Write who counted them, or that they are illustrative."
                yield finding("MK551", message, subject.at(*loc, "source"), hint)


def empty_cell(subject: Subject) -> Iterator[Diagnostic]:
    """MK557: a matrix that is filled in is filled in everywhere, and so are the columns of districts compared."""
    for item, matrix in subject.of(LinkageMatrix):
        for loc, row in filled_rows(matrix.rows, item.loc):
            for at, result in enumerate(matrix.results):
                if at >= len(row.cells) or not row.cells[at]:
                    message = f"The cell of “{row.intervention}” and “{result}” is empty."
                    hint = "Say how strong the linkage is and under which condition; “none” is an answer too."
                    yield finding("MK557", message, subject.at(*loc, "cells", at), hint)
    for item, table in subject.of(SituationTable):
        for loc, line in filled_rows(table.rows, item.loc):
            for at, peer in enumerate(table.peers):
                if at >= len(line.peers) or not line.peers[at]:
                    message = f"The cell of “{line.indicator}” and “{peer}” is empty."
                    hint = "Write its figure, or “–” where nobody counts it."
                    yield finding("MK557", message, subject.at(*loc, "peers", at), hint)


def nobody_or_nothing(subject: Subject) -> Iterator[Diagnostic]:
    """MK563: every action has somebody who answers for it, and money."""
    for item, plan in subject.of(ActionPlan):
        for loc, row in filled_rows(plan.rows, item.loc):
            if not row.responsible:
                message = f"Nobody is responsible for “{row.activity}”."
                yield finding("MK563", message, subject.at(*loc, "responsible"), "Name one body, not several.")
            if not row.budget:
                message = f"There is no budget for “{row.activity}”."
                yield finding("MK563", message, subject.at(*loc, "budget"), 'Write "0" where it costs nothing.')


def dates_in_order(subject: Subject) -> Iterator[Diagnostic]:
    """MK564: an action begins before it ends."""
    for item, plan in subject.of(ActionPlan):
        for at, row in enumerate(plan.rows):
            if not (_DATE.fullmatch(row.start) and _DATE.fullmatch(row.end)):
                continue
            size = min(len(row.start), len(row.end))  # 2026 and 2026-03 are compared as years
            if row.end[:size] < row.start[:size]:
                message = f"“{row.activity}” begins {row.start} and ends {row.end}."
                yield finding("MK564", message, subject.at(*item.loc, "rows", at, "end"))


def sums_agree(subject: Subject) -> Iterator[Diagnostic]:
    """MK565: the total is the sum of the budgets."""
    for item, plan in subject.of(ActionPlan):
        if not plan.total:
            continue
        budgets = [_amount(subject, row.budget) for row in plan.rows]
        unread = [at for at, row in enumerate(plan.rows) if row.budget and budgets[at] is None]
        for at in unread:
            message = f"“{plan.rows[at].budget}” cannot be added up."
            span = subject.at(*item.loc, "rows", at, "budget")
            yield finding("MK565", message, span, "Write the number alone; the unit stands in `unit`.")
        total, found = _amount(subject, plan.total), sum(budget or 0 for budget in budgets)
        if not unread and (total is None or abs(total - found) > _LEAST):
            message = f"The total says {plan.total}, the budgets add up to {found:.2f}".removesuffix(".00")
            yield finding("MK565", f"{message}.", subject.at(*item.loc, "total"))


def unknown_indicator(subject: Subject) -> Iterator[Diagnostic]:
    """MK566: monitoring plans name indicators that exist."""
    known = list(dict.fromkeys(row.id for _, table in subject.of(IndicatorTable) for row in table.rows if row.id))
    for item, row in subject.of(MonitoringRow):
        if row.indicator is not None and row.indicator not in known:
            hint = did_you_mean(row.indicator, known, "The indicators are") or "No indicator of a table has an id."
            span = subject.at(*item.loc, "indicator")
            yield finding("MK566", f"There is no indicator “{row.indicator}”.", span, hint)


def without_decision(subject: Subject) -> Iterator[Diagnostic]:
    """MK567: every figure that is watched has a threshold and leads to a decision."""
    for item, plan in subject.of(MonitoringPlan):
        for loc, row in filled_rows(plan.rows, item.loc):
            name = row.what or row.indicator or "this line"
            if not row.threshold:
                message = f"“{name}” has no threshold."
                hint = "Write from which value on something has to happen."
                yield finding("MK567", message, subject.at(*loc, "threshold"), hint)
            if not row.decision:
                message = f"“{name}” leads to no decision."
                hint = "Write what happens then, and who decides it."
                yield finding("MK567", message, subject.at(*loc, "decision"), hint)


def _amount(subject: Subject, text: str) -> float | None:
    """The number that a sum says; in English a comma sets thousands apart."""
    if subject.module.language.startswith("en") and _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    return number_of(text)
