"""Which phrases only trainers may see, told from the marks of the model alone.

This shares nothing with ``redact``: the scan of the finished files would prove nothing if it asked the code that it
guards what to look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from modulekit.diagnostics import Loc
from modulekit.model import Module, Node, Table, mark_of
from modulekit.model.base import Mark


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the module, where it stands, and whether only trainers may see it."""

    loc: Loc
    text: str
    secret: bool


def phrases(module: Module) -> Iterator[Phrase]:
    """Every text of the module, in the order of the tree."""
    return _phrases(module, (), secret=False)


def _phrases(value: object, loc: Loc, *, secret: bool) -> Iterator[Phrase]:
    if isinstance(value, str):
        if value:
            yield Phrase(loc, value, secret)
    elif isinstance(value, Table):
        yield from _of_table(value, loc, secret=secret)
    elif isinstance(value, Node):
        for name, info in type(value).model_fields.items():
            hidden = secret or mark_of(name, info) is Mark.TRAINER_ONLY
            yield from _phrases(getattr(value, name), (*loc, name), secret=hidden)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _phrases(item, (*loc, index), secret=secret)


def _of_table(table: Table, loc: Loc, *, secret: bool) -> Iterator[Phrase]:
    for name in type(table).model_fields:
        if name != "rows":
            yield from _phrases(getattr(table, name), (*loc, name), secret=secret)
            continue
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row):
                yield from _phrases(cell, (*loc, "rows", r, c), secret=secret or table.is_blank(r, c))
