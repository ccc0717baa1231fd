"""Tables as authors write them, and tables whose columns a kind of block brings along; both may be forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from modulekit.document import Align, Cell, Paragraph, Row, Table, TableColumn, TableRole, Text
from modulekit.model import Column, TwoFaced
from modulekit.model import Table as TableModel
from modulekit.model.results.chart import Chart
from modulekit.products.context import Context

ROW_TO_WRITE_IN = 14.0  # millimetres: two lines of handwriting
Columns = Sequence[tuple[str, float, Align]]
"""The key of a column's words (or the author's own words, after a ``=``), its width and its alignment."""


def table(context: Context, model: TableModel) -> Table:
    """A table; cells that participants fill in themselves are empty here and get room to write."""
    height = _room(model)
    columns = tuple(column(context, item) for item in model.columns)
    rows = tuple(
        Row(
            tuple(cell(context, text, title.align) for title, text in zip(columns, row, strict=True)),
            height=height if any(not text for text in row) else None,
        )
        for row in model.rows
    )
    number = context.edition.numbering.tables.get(model.id or "")
    return Table(
        columns=columns,
        rows=rows,
        caption=context.line(model.caption),
        number=context.strings("table-n", number=number) if number else "",
        source=context.line(model.source) if model.source else (),
        role=TableRole.FORM if model.blank else TableRole.DATA,
        row_headers=all(row[0] for row in model.rows),
        id=f"table:{model.id}" if model.id else "",
    )


def column(context: Context, model: Column) -> TableColumn:
    """A column with its title, width and alignment."""
    return TableColumn(context.line(model.title), float(model.width), Align(model.align.value))


def cell(context: Context, text: str, align: Align = Align.RIGHT) -> Cell:
    """A cell of one line, or an empty one. ``1.2`` is a figure only in a column of figures, which stands to the right;
    elsewhere it is the number of something."""
    return Cell((Paragraph(context.line(context.figures(text, codes=align is Align.LEFT))),)) if text else Cell()


def words_cell(words: str) -> Cell:
    """A cell of words that are no Markdown, or an empty one."""
    return Cell((Paragraph((Text(words),)),)) if words else Cell()


def form(
    context: Context, model: TwoFaced, columns: Columns, rows: Iterable[tuple[str, ...]], row_headers: bool = True
) -> Table:
    """A table whose empty cells are places to write where the block is a worksheet.

    The first cell names its row, unless ``row_headers`` says otherwise or one of them is empty.
    """
    texts = tuple(rows)
    height = _room(model)
    number = context.edition.numbering.tables.get(model.id or "")
    return Table(
        columns=_columns(context, columns),
        rows=tuple(
            Row(
                tuple(cell(context, text) for text in row),
                height=height if any(not text for text in row) else None,
            )
            for row in texts
        ),
        caption=context.line(model.caption),
        number=context.strings("table-n", number=number) if number else "",
        source=context.line(model.source) if model.source else (),
        role=TableRole.FORM if model.blank else TableRole.DATA,
        row_headers=row_headers and all(row[0] for row in texts),
        id=f"table:{model.id}" if model.id else "",
    )


def _room(model: TwoFaced) -> float | None:
    """The least height of a row with an empty cell, in millimetres. A form that is filled in needs no room to write."""
    if model.is_filled():
        return None
    if model.row_height:
        return float(model.row_height)
    return ROW_TO_WRITE_IN if model.blank else None


def values_table(context: Context, model: Chart, columns: Columns, rows: Iterable[tuple[str, ...]]) -> Table:
    """The values of a chart; it keeps the chart's number and id."""
    number = context.edition.numbering.figures.get(model.id or "")
    return Table(
        columns=_columns(context, columns),
        rows=tuple(Row(tuple(cell(context, text) for text in row)) for row in rows),
        caption=context.line(model.caption),
        number=context.strings("figure-n", number=number) if number else "",
        source=context.line(model.source) if model.source else (),
        id=f"figure:{model.id}" if model.id else "",
    )


def _columns(context: Context, columns: Columns) -> tuple[TableColumn, ...]:
    return tuple(
        TableColumn(context.line(key[1:]) if key[0] == "=" else (Text(context.strings(f"col-{key}")),), width, align)
        for key, width, align in columns
    )
