"""MK568 and MK569: charts."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.checks.subject import Subject
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic
from modulekit.model.results.chart import Chart
from modulekit.model.results.numbers import number_of


def not_a_number(subject: Subject) -> Iterator[Diagnostic]:
    """MK568: values of charts are numbers, or gaps."""
    for item, chart in subject.of(Chart):
        for row, series in enumerate(chart.series):
            for at, value in enumerate(series.values):
                if value and number_of(value) is None:
                    message = f"“{value}” of “{series.name}” is no number."
                    hint = "Write digits with a decimal point, and a space between thousands; leave a gap empty."
                    yield finding("MK568", message, subject.at(*item.loc, "series", row, "values", at), hint)


def without_alt(subject: Subject) -> Iterator[Diagnostic]:
    """MK569: charts say in words what there is to see."""
    for item, chart in subject.of(Chart):
        if chart.alt is None:
            message = f"The chart “{chart.caption}” has no `alt`."
            hint = "Say in a sentence what one sees in it: what rises, what falls, who is ahead."
            yield finding("MK569", message, subject.at(*item.loc, "caption"), hint)
