"""Tables to read and to fill in, with caption above and source below."""

from __future__ import annotations

from typing import assert_never

from modulekit.document import Align, Cell, Inlines, Paragraph, ParagraphRole, Row, Table, TableRole, plain, walk
from modulekit.formats.docx import grid
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import Ink, run, runs
from modulekit.formats.docx.paragraphs import keep_with_next, paragraph, set_property
from modulekit.formats.docx.place import Inner, Place, Voice
from modulekit.formats.drawing.letters import Letters
from modulekit.formats.heights import table_height
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.widths import shares, with_least

_PADDING = 4.0  # left and right of a cell together
_TIGHT = {"top": 0.3, "left": 0.4, "bottom": 0.3, "right": 0.4}  # around a figure in a narrow cell
_LONGEST_WORD = 30.0
_BOLDER = 1.04  # Word sets in bold what is measured in semibold
_WHOLE = 6  # rows, header included
_PAGE = 230.0  # millimetres: what a page holds beside a heading
_FORM_ROW = 9.0  # an empty row of a form is never lower


def written(desk: Desk, block: Table, place: Place, inner: Inner) -> list[Element]:
    """Caption, table, source; the bookmark of the table is on whatever comes first."""
    widths = with_least(shares([column.width for column in block.columns], place.width), _least(desk, block))
    header = _has_header(block)
    rows = [_header(desk, block, widths)] if header else []
    rows.extend(_row(desk, block, row, widths, place, inner) for row in block.rows)
    table = grid.table(
        desk,
        _style(block.role),
        widths,
        rows,
        indent=place.indent,
        header=header,
        row_headers=block.row_headers,
        title=" ".join(filter(None, (block.number, plain(block.caption)))),
    )
    elements = [*caption(desk, block.number, block.caption), table]
    size = desk.look.theme.number("size", "small")
    whole = len(rows) <= _WHOLE or (block.role is TableRole.FORM and table_height(block, place.width, size) < _PAGE)
    for index, row in enumerate(rows):
        if _keeps(index, len(rows), whole=whole, sourced=bool(block.source)):
            keep_with_next(row)
    if block.source:
        elements.append(paragraph(desk, "Source", runs(desk, block.source)))
    else:
        elements.append(grid.gap(desk))
    return desk.mark(block.id, elements)


def _keeps(index: int, count: int, *, whole: bool, sourced: bool) -> bool:
    """Whether a row stays with the next: small tables and forms that a page can hold stay ``whole``, and no row of a
    long one stands alone."""
    if index == count - 1:
        return sourced
    return whole or index in (0, count - 2)


def caption(desk: Desk, number: str, words: Inlines, style: str = "caption") -> list[Element]:
    """The label and the words of a caption, or nothing."""
    if not number and not words:
        return []
    label = [run(desk, number, Ink("Number"))] if number else []
    between = [run(desk, "\u2002")] if number and words else []
    return [paragraph(desk, style, label, between, runs(desk, words))]


def _padding(block: Table) -> float:
    return _TIGHT["left"] + _TIGHT["right"] if block.role is TableRole.TALLY else _PADDING


def _margins(block: Table) -> dict[str, float] | None:
    """The margins of the cells where those of the style are too wide."""
    return _TIGHT if block.role is TableRole.TALLY else None


def _least(desk: Desk, block: Table) -> list[float]:
    """How wide each column has to be so that no word breaks, unless it is a very long one."""
    size = desk.look.theme.number("size", "small")
    light, heavy = (Letters(desk.press.fonts, size, bold) for bold in (False, True))
    found = []
    for index, column in enumerate(block.columns):
        longest = [heavy.longest(plain(column.title)) * _BOLDER]
        for row in block.rows:
            inside = (part for part in walk(row.cells[index].blocks) if isinstance(part, Paragraph))
            words = heavy if index == 0 and block.row_headers else light
            longest.extend(words.longest(plain(part.children)) for part in inside)
        found.append(min(max(longest), _LONGEST_WORD) + _padding(block))
    return found


def _style(role: TableRole) -> str:
    match role:
        case TableRole.DATA:
            return "Data Table"
        case TableRole.FORM | TableRole.TALLY:
            return "Form Table"
        case TableRole.PLAN:
            return "Plan Table"
        case TableRole.FACTS:
            return "Facts Table"
        case _:
            assert_never(role)


def _has_header(block: Table) -> bool:
    return block.role is not TableRole.FACTS and any(column.title for column in block.columns)


def _header(desk: Desk, block: Table, widths: tuple[float, ...]) -> Element:
    cells = []
    for column, width in zip(block.columns, widths, strict=True):
        head = paragraph(desk, "Table Heading", runs(desk, column.title), properties=(_alignment(column.align),))
        cells.append(grid.cell(desk, width, [head], margins=_margins(block)))
    return grid.row(cells, header=True)


def _row(desk: Desk, block: Table, row: Row, widths: tuple[float, ...], place: Place, inner: Inner) -> Element:
    cells = []
    for index, (cell, column, width) in enumerate(zip(row.cells, block.columns, widths, strict=True)):
        label = index == 0 and block.row_headers
        content = _content(desk, cell, place.cell(width - _padding(block), Voice.TABLE), inner, label=label)
        for element in content:
            if column.align is not Align.LEFT and element.tag == qname("w:p"):
                set_property(element, _alignment(column.align))
        ground = "tint" if row.muted else None
        middle = block.role is TableRole.TALLY
        cells.append(grid.cell(desk, width, content, ground=ground, margins=_margins(block), middle=middle))
    height = row.height
    if block.role is TableRole.FORM and height is None and any(not cell.blocks for cell in row.cells):
        height = _FORM_ROW
    written = grid.row(cells, height=height)
    desk.mark(row.id, [written])
    return written


def _content(desk: Desk, cell: Cell, place: Place, inner: Inner, *, label: bool) -> list[Element]:
    first = cell.blocks[0] if cell.blocks else None
    if label and isinstance(first, Paragraph) and first.role is ParagraphRole.BODY:
        head = paragraph(desk, "Table Row Heading", runs(desk, first.children))
        return [head, *inner(cell.blocks[1:], place)]
    return inner(cell.blocks, place)


def _alignment(align: Align) -> Element | None:
    match align:
        case Align.LEFT:
            return None
        case Align.RIGHT:
            return el("w:jc", {"w:val": "right"})
        case Align.CENTRE:
            return el("w:jc", {"w:val": "center"})
        case _:
            assert_never(align)
