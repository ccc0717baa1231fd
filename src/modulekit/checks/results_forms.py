"""MK570, and which forms are empty on purpose.

A form of which nothing is filled in but the words that begin each row is one to be filled in by hand: no check of its
contents applies.
"""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.checks.subject import N, Subject
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Loc
from modulekit.model import Node, Table, TwoFaced
from modulekit.model.results.rows import (
    Action,
    IndicatorRow,
    LogframeRow,
    MatrixRow,
    MonitoringRow,
    Option,
    SituationRow,
    Stakeholder,
)

_BEGINS_A_ROW: dict[type[Node], tuple[str, ...]] = {
    SituationRow: ("indicator", "unit"),
    Option: ("option", "type"),
    MatrixRow: ("intervention",),
    LogframeRow: ("level", "result"),
    IndicatorRow: ("level", "result", "name", "unit"),
    Action: ("activity", "output"),
    MonitoringRow: ("what", "indicator"),
    Stakeholder: ("name",),
}
"""What a form to fill in by hand says of each row, so that people know what the row is about."""
_TIES = ("id", "problem", "addresses_none", "serves")


def is_left_empty(row: Node) -> bool:
    """Whether nothing of the row is filled in but the words that begin it."""
    given = (*_TIES, *_BEGINS_A_ROW.get(type(row), ()))
    return not any(_says(getattr(row, name)) for name in type(row).model_fields if name not in given)


def filled_rows(rows: tuple[N, ...], loc: Loc) -> Iterator[tuple[Loc, N]]:
    """The rows of a form with their places; none where all are left empty, and none of which nothing is said."""
    if all(is_left_empty(row) for row in rows):
        return
    for at, row in enumerate(rows):
        if any(_says(getattr(row, name)) for name in type(row).model_fields if name not in (*_TIES, "level")):
            yield (*loc, "rows", at), row


def nothing_to_fill(subject: Subject) -> Iterator[Diagnostic]:
    """MK570: every worksheet has something to fill in, and every name in `blank` hides something."""
    for item in subject.nodes:
        form = item.node
        if not isinstance(form, TwoFaced) or not form.blank:
            continue
        hidden = [loc for loc in _places_to_write(form, ()) if form.is_blank(loc)]
        if not hidden:
            message = "Nothing of this form is left to fill in."
            span = subject.at(*item.loc, "example_rows" if form.example_rows else "blank")
            yield finding("MK570", message, span, "Lower `example_rows`, or take `blank` away.")
        elif form.blank != "all" and not isinstance(form, Table):
            for at, name in enumerate(form.blank):
                if not any(name in loc for loc in hidden):
                    message = f"There is nothing to fill in for “{name}”."
                    hint = "Give it at least one entry: what a trainer would write there."
                    yield finding("MK570", message, subject.at(*item.loc, "blank", at), hint)


def _places_to_write(value: object, loc: Loc) -> Iterator[Loc]:
    """Where texts stand or could stand: a list without entries in a row is printed as empty cells."""
    if isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _places_to_write(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value or (("",) if loc[0] == "rows" else ())):
            yield from _places_to_write(entry, (*loc, index))
    elif isinstance(value, str):
        yield loc


def _says(value: object) -> bool:
    return any(value) if isinstance(value, tuple) else bool(value)
