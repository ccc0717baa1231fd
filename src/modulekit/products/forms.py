"""What forms share: scales and boxes to tick, questions with lines to answer on, rows to write in.

Takes words, gives nodes. A form says in words what to do with it, so that it works on any printer.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import (
    Block,
    Cell,
    Heading,
    InlineRole,
    Inlines,
    Lines,
    Paragraph,
    Row,
    Styled,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.products.context import Context

SCALE = 5
"""Scales go from 1 to this."""

_BOX = "☐"
_TIGHT = "\u202f"  # no wider than needed, so that three scales stand beside each other
_GAP = "\u2002"  # wide enough that a box belongs to the words after it; a line may break behind it


def scale() -> Cell:
    """``☐ 1  ☐ 2  ☐ 3  ☐ 4  ☐ 5``"""
    return choice(tuple(str(number) for number in range(1, SCALE + 1)))


def choice(options: Sequence[str]) -> Cell:
    """A box for each of ``options``, of which one is ticked."""
    return Cell((Paragraph(_boxes(options)),))


def choices(context: Context, question: str, options: Sequence[str]) -> Table:
    """One question with its options beside it, of which one is ticked; question and options are Markdown."""
    columns = (
        TableColumn((Text(context.strings("question")),), 56),
        TableColumn((Text(context.strings("tick-one")),), 110),
    )
    row = Row((words(context, question), choice([context.words(option) for option in options])))
    return Table(columns, (row,), role=TableRole.FORM)


def rated(context: Context, title: str, statements: Sequence[str], height: float) -> Table:
    """Statements to agree with from 1 to 5, one a row of at least ``height`` millimetres."""
    columns = (TableColumn((Text(title),), 112), TableColumn((Text(context.strings("tick-scale")),), 54))
    rows = tuple(Row((words(context, statement), scale()), height) for statement in statements)
    return Table(columns, rows, role=TableRole.FORM)


def asked(context: Context, questions: Sequence[str], lines: int, id: str) -> tuple[Block, ...]:
    """Questions as headings, each with ``lines`` lines to answer on."""
    blocks: list[Block] = []
    for number, question in enumerate(questions, start=1):
        blocks += [Heading(2, context.line(question), id=f"{id}:{number}"), Lines(lines)]
    return tuple(blocks)


def words(context: Context, text: str) -> Cell:
    """A cell that holds a line of Markdown."""
    return Cell((Paragraph(context.line(text)),))


def _boxes(options: Sequence[str]) -> Inlines:
    found: list[Inlines] = []
    for at, option in enumerate(options):
        gap = (Text(_GAP),) if at else ()
        found.append((*gap, Styled(InlineRole.TICK, (Text(_BOX),)), Text(_TIGHT + option.replace(" ", _TIGHT))))
    return tuple(inline for inlines in found for inline in inlines)
