"""The course's blocks as nodes of a page.

One ``case`` for each kind of block; mypy names the kind that is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from modulekit.document import (
    Align,
    Block,
    Box,
    BoxRole,
    Cell,
    Definition,
    Definitions,
    Figure,
    Inlines,
    Lines,
    Paragraph,
    ParagraphRole,
    Row,
    Table,
    TableColumn,
    TableRole,
    Text,
)
from modulekit.model import Callout, Case, Column, Entry, KeyTerm, Markdown
from modulekit.model import Figure as FigureModel
from modulekit.model import Lines as LinesModel
from modulekit.model import Table as TableModel
from modulekit.products.context import Context, plain_text

_ROW_TO_WRITE_IN = 14.0  # millimetres: two lines of handwriting


def entries(context: Context, items: Iterable[Entry]) -> tuple[Block, ...]:
    """The nodes of a handout, a worksheet or an answer."""
    return tuple(block for item in items for block in _entry(context, item))


def _entry(context: Context, entry: Entry) -> tuple[Block, ...]:
    block = entry.block
    match block:
        case Markdown():
            return context.prose(block.text)
        case TableModel():
            return (table(context, block),)
        case FigureModel():
            return (figure(context, block),)
        case Callout():
            return (_callout(context, block),)
        case Case():
            return (_case(context, block),)
        case LinesModel():
            return _lines(context, block)
        case KeyTerm():
            return (_key_term(context, block),)
        case _:
            assert_never(block)


def table(context: Context, model: TableModel) -> Table:
    """A table; cells that participants fill in themselves are empty here and get room to write."""
    form = bool(model.blank)
    height = float(model.row_height) if model.row_height else (_ROW_TO_WRITE_IN if form else None)
    rows = tuple(
        Row(
            tuple(cell(context, text) for text in row),
            height=height if any(not text for text in row) else None,
        )
        for row in model.rows
    )
    number = context.edition.numbering.tables.get(model.id or "")
    return Table(
        columns=tuple(column(context, item) for item in model.columns),
        rows=rows,
        caption=context.line(model.caption),
        number=context.strings("table-n", number=number) if number else "",
        source=context.line(model.source) if model.source else (),
        role=TableRole.FORM if form else TableRole.DATA,
        row_headers=all(row[0] for row in model.rows),
        id=f"table:{model.id}" if model.id else "",
    )


def column(context: Context, model: Column) -> TableColumn:
    """A column with its title, width and alignment."""
    return TableColumn(context.line(model.title), float(model.width), Align(model.align.value))


def cell(context: Context, text: str) -> Cell:
    """A cell of one line, or an empty one."""
    return Cell((Paragraph(context.line(text)),)) if text else Cell()


def figure(context: Context, model: FigureModel) -> Figure:
    """A picture with its alternative text and number."""
    number = context.edition.numbering.figures.get(model.id or "")
    return Figure(
        asset=context.asset(model.file),
        alt=plain_text(model.alt or model.caption),
        caption=context.line(model.caption),
        number=context.strings("figure-n", number=number) if number else "",
        credit=context.line(model.credit) if model.credit else (),
        width=model.width / 100,
        id=f"figure:{model.id}" if model.id else "",
    )


def _callout(context: Context, model: Callout) -> Box:
    title = context.line(model.title) if model.title else (Text(context.strings(f"callout-{model.kind.value}")),)
    return Box(BoxRole(model.kind.value), context.prose(model.text), title=title)


def _case(context: Context, model: Case) -> Box:
    children: tuple[Block, ...] = context.prose(model.text)
    if model.source:
        children += (Paragraph(context.line(model.source), ParagraphRole.SOURCE),)
    title: Inlines = (Text(context.strings("case")), Text(" · "), *context.line(model.title))
    return Box(BoxRole.CASE, children, title=title, id=f"case:{model.id}" if model.id else "")


def _lines(context: Context, model: LinesModel) -> tuple[Block, ...]:
    prompt = (Paragraph(context.line(model.prompt)),) if model.prompt else ()
    return (*prompt, Lines(model.count))


def _key_term(context: Context, model: KeyTerm) -> Box:
    found = next((term for term in context.module.glossary if term.id == model.term), None)
    if found is None:  # checks name the missing term; the words stay visible all the same
        return Box(BoxRole.TERM, (Paragraph((Text(model.term),)),))
    item = Definition(context.line(found.term), context.prose(found.definition))
    return Box(BoxRole.TERM, (Definitions((item,)),))
