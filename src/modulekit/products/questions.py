"""A test item as participants answer it, and its key in words for trainers.

Takes an item of the bank, gives nodes. The two are apart on purpose: nothing that prints a question reads a key.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import assert_never

from modulekit.document import (
    Align,
    Block,
    Box,
    BoxRole,
    Cell,
    InlineRole,
    Inlines,
    Lines,
    List,
    ListRole,
    Paragraph,
    ParagraphRole,
    Row,
    Styled,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.model import QuizItem, QuizKind, SelfCheck
from modulekit.products.context import Context

_WIDTHS = {"left": 70.0, "letter": 18.0, "right": 78.0, "place": 18.0, "step": 148.0}
_ROW = 9.0  # millimetres: one letter or figure by hand
_LINES_FOR_TEXT = 3


def question(context: Context, item: QuizItem, number: int, id: str) -> Box:
    """The item with its number and points, and room for the answer."""
    points = context.strings("points-n", n=item.points)
    title = (Text(f"{number}\u2002"), Styled(InlineRole.MUTED, (Text(points),)))
    return Box(BoxRole.QUESTION, (*context.prose(item.question), *_room(context, item)), title=title, id=id)


def self_check(context: Context, model: SelfCheck) -> tuple[Block, ...]:
    """Questions for participants to check themselves, without the key."""
    items = enumerate(_chosen(context, model), start=1)
    return (_title(context, model), *(question(context, item, number, "") for number, item in items))


def self_check_key(context: Context, model: SelfCheck) -> tuple[Block, ...]:
    """The key to the questions of a self-check, for the trainer guide; nothing where the edition holds no keys."""
    items = _chosen(context, model)
    if not any(item.answers for item in items):
        return ()
    lines = tuple(tuple(Paragraph(line) for line in key_words(context, item)) for item in items)
    return (_title(context, model), List(lines, ListRole.NUMBER))


def _title(context: Context, model: SelfCheck) -> Paragraph:
    title = context.line(model.title) if model.title else (Text(context.strings("self-check")),)
    return Paragraph(title, ParagraphRole.LABEL)


def _chosen(context: Context, model: SelfCheck) -> tuple[QuizItem, ...]:
    """The items that a self-check names, in its order; checks name those that the bank lacks."""
    quiz = context.module.quiz
    bank = {item.id: item for item in quiz.items} if quiz else {}
    return tuple(bank[id] for id in model.items if id in bank)


def key_words(context: Context, item: QuizItem) -> tuple[Inlines, ...]:
    """The key, one line for each thing to find; a key that does not fit is said as it is written."""
    match item.kind:
        case QuizKind.SINGLE | QuizKind.MULTIPLE:
            return tuple(_choice(context, item.choices, key) for key in item.answers)
        case QuizKind.ORDERING:
            lines = (_choice(context, item.choices, key, lettered=False) for key in item.answers)
            return tuple((Text(f"{place}.\u2002"), *line) for place, line in enumerate(lines, start=1))
        case QuizKind.MATCHING:
            pairs = zip(item.left, item.answers, strict=False)
            return tuple((*context.line(left), Text(" → "), *_choice(context, item.right, key)) for left, key in pairs)
        case QuizKind.TRUE_FALSE:
            return tuple(_truth(context, key) for key in item.answers)
        case QuizKind.NUMERIC:
            return tuple(_number(context, item, key) for key in item.answers)
        case QuizKind.TEXT:
            return tuple(context.line(key) for key in item.answers)
        case _:
            assert_never(item.kind)


def _room(context: Context, item: QuizItem) -> tuple[Block, ...]:
    """Where the answer goes."""
    strings = context.strings
    match item.kind:
        case QuizKind.SINGLE:
            return (_hint(context, "tick-one-answer"), _boxes(context, item.choices))
        case QuizKind.MULTIPLE:
            return (_hint(context, "tick-all-answers"), _boxes(context, item.choices))
        case QuizKind.TRUE_FALSE:
            return (_ticks(((Text(strings("answer-true")),), (Text(strings("answer-false")),))),)
        case QuizKind.MATCHING:
            return (_hint(context, "write-letters"), _matching(context, item))
        case QuizKind.ORDERING:
            return (_hint(context, "write-order"), _ordering(context, item))
        case QuizKind.NUMERIC:
            return (Lines(1),)
        case QuizKind.TEXT:
            return (Lines(_LINES_FOR_TEXT),)
        case _:
            assert_never(item.kind)


def _hint(context: Context, key: str) -> Paragraph:
    return Paragraph((Text(context.strings(key)),), ParagraphRole.META)


def _boxes(context: Context, choices: tuple[str, ...]) -> List:
    return _ticks(tuple(_lettered(context, choice, at) for at, choice in enumerate(choices)))


def _ticks(choices: tuple[Inlines, ...]) -> List:
    return List(tuple((Paragraph(choice),) for choice in choices), ListRole.CHECK)


def _matching(context: Context, item: QuizItem) -> Table:
    rows = tuple(
        Row((_cell(context.line(left)), Cell(), _cell(_lettered(context, right, at))), _ROW)
        for at, (left, right) in enumerate(zip_longest(item.left, item.right, fillvalue=""))
    )
    return _table(context, ("left", "letter", "right"), rows)


def _ordering(context: Context, item: QuizItem) -> Table:
    rows = tuple(Row((Cell(), _cell(context.line(choice))), _ROW) for choice in item.choices)
    return _table(context, ("place", "step"), rows)


def _table(context: Context, names: tuple[str, ...], rows: tuple[Row, ...]) -> Table:
    columns = tuple(
        TableColumn((Text(context.strings(f"answer-col-{name}")),), _WIDTHS[name], Align.LEFT) for name in names
    )
    return Table(columns, rows, role=TableRole.FORM, row_headers=False)


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines),)) if inlines else Cell()


def _lettered(context: Context, choice: str, at: int) -> Inlines:
    letter = context.strings("alphabet").split()[at][0]
    return (Text(f"{letter})\u00a0"), *context.line(choice))


def _choice(context: Context, choices: tuple[str, ...], key: str, *, lettered: bool = True) -> Inlines:
    if key.isdecimal() and 0 < int(key) <= len(choices):
        if not lettered:
            return context.line(choices[int(key) - 1])
        return _lettered(context, choices[int(key) - 1], int(key) - 1)
    return (Text(key),)


def _truth(context: Context, key: str) -> Inlines:
    words = {"true": context.strings("answer-true"), "false": context.strings("answer-false")}
    return (Text(words.get(key.casefold(), key)),)


def _number(context: Context, item: QuizItem, key: str) -> Inlines:
    if item.tolerance in (None, "0"):
        return (Text(key),)
    return (Text(f"{key} ± "), *context.line(item.tolerance or ""))
