"""Blocks side by side, and labels with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from modulekit.document import (
    Block,
    Columns,
    ColumnsRole,
    Definition,
    Definitions,
    Document,
    Lines,
    Paragraph,
    plain,
    walk,
)
from modulekit.formats.docx import grid
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import Ink, run, runs, tab
from modulekit.formats.docx.measure import height
from modulekit.formats.docx.paragraphs import indent, keep_with_next, paragraph, set_property, space_after
from modulekit.formats.docx.place import Inner, Place, Voice
from modulekit.formats.docx.spelling import borders
from modulekit.formats.docx.vocabulary import Edge
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.widths import shares

_TALL = 85.0  # a third of a page
_BETWEEN = 4.0  # millimetres between two columns
_BADGE = 56.0  # the height of a card in millimetres: four of them and their heading fill a page
_PROMPT_SHORTEST, _PROMPT_LONGEST = 13.0, 30.0
_CAPITAL = 1.95  # the width of a small capital of the labels, on average, in millimetres


def trio(desk: Desk, block: Columns, place: Place, inner: Inner) -> list[Element]:
    """Columns of short facts above a rule, or labels above lines to write on, which are rules enough."""
    is_written = any(isinstance(part, Lines) for part in walk((block,)))
    table = grid.table(
        desk,
        "Name Line" if is_written else "Side by Side",
        shares(block.widths, place.width),
        [_row(desk, block, place, inner)],
        indent=place.indent,
    )
    return [table, paragraph(desk, "Box Gap") if is_written else grid.gap(desk)]


def badges(desk: Desk, blocks: Iterable[Columns], place: Place, inner: Inner) -> list[Element]:
    """Cards to cut out: the cells of one table whose lines are where the scissors go."""
    rows: list[Element] = []
    widths: tuple[float, ...] = ()
    for block in blocks:
        widths = shares(block.widths, place.width)
        cells = [
            grid.cell(desk, width, _centred(inner(content, place.cell(width - 10, Voice.TABLE))), middle=True)
            for content, width in zip(block.cells, widths, strict=True)
        ]
        rows.append(grid.row(cells, height=_BADGE))
    return [grid.table(desk, "Badge Sheet", widths, rows, indent=place.indent), grid.gap(desk)]


def signatures(desk: Desk, block: Columns, place: Place, inner: Inner) -> list[Element]:
    """A line to sign on above each label: the lower edge of the first paragraph of each cell."""
    widths = shares(block.widths, place.width)
    cells = []
    for content, width in zip(block.cells, widths, strict=True):
        written = _centred(inner(content, place.cell(width - 12, Voice.TABLE)))
        if len(written) > 1:
            edge = borders("w:pBdr", (Edge("bottom", "petrol", 0.75),), desk.look)
            if edge is not None:
                set_property(written[0], edge)
        cells.append(grid.cell(desk, width, written))
    return [grid.table(desk, "Signatures", widths, [grid.row(cells)], indent=place.indent), grid.gap(desk)]


def _centred(elements: list[Element]) -> list[Element]:
    for element in elements:
        if element.tag == qname("w:p"):
            set_property(element, el("w:jc", {"w:val": "center"}))
    return elements


def steps(desk: Desk, blocks: Iterable[Columns], place: Place, inner: Inner) -> list[Element]:
    """Steps that follow each other: rows of one table, as long as their columns are equally wide."""
    elements: list[Element] = []
    widths: tuple[float, ...] | None = None
    rows: list[Element] = []
    for block in blocks:
        if widths is not None and block.widths != widths:
            elements.extend(_steps_table(desk, widths, rows, place))
            rows = []
        widths = block.widths
        rows.append(_row(desk, block, place, inner))
    if widths is not None:
        elements.extend(_steps_table(desk, widths, rows, place))
    return elements


def _steps_table(desk: Desk, widths: tuple[float, ...], rows: list[Element], place: Place) -> list[Element]:
    return [grid.table(desk, "Step", shares(widths, place.width), rows, indent=place.indent), grid.gap(desk)]


def _row(desk: Desk, block: Columns, place: Place, inner: Inner) -> Element:
    cells = []
    last = len(block.cells) - 1
    widths = shares(block.widths, place.width)
    for index, (blocks, width) in enumerate(zip(block.cells, widths, strict=True)):
        between = 0.0 if index == last else _BETWEEN
        content = inner(blocks, place.cell(width - between, Voice.TABLE))
        cells.append(grid.cell(desk, width, content, margins={"right": between} if between else None))
    row = grid.row(cells, whole=_is_whole(block, widths))
    desk.mark(block.id, [row])
    return row


def _is_whole(block: Columns, widths: tuple[float, ...]) -> bool:
    """Whether the row stays on one page: keeping a tall step together would leave half of a page white."""
    match block.role:
        case ColumnsRole.TRIO | ColumnsRole.BADGES | ColumnsRole.SIGNATURES:
            return True
        case ColumnsRole.STEP:
            pairs = zip(block.cells, widths, strict=True)
            return all(height(blocks, width, Voice.TABLE) < _TALL for blocks, width in pairs)
        case _:
            assert_never(block.role)


# --- definitions -----------------------------------------------------------------------------------


def prompt_indent(document: Document) -> float:
    """How far the words stand from labels such as ASK: one measure for the whole document, in millimetres. Labels that
    are longer than the longest measure have a line of their own."""
    blocks = (block for part in document.parts for block in walk(part.blocks))
    labelled = (block for block in blocks if isinstance(block, Definitions) and block.labels)
    needed = (_needed(item) for block in labelled for item in block.items)
    return max((room for room in needed if room <= _PROMPT_LONGEST), default=_PROMPT_SHORTEST)


def _needed(item: Definition) -> float:
    return max(len(plain(item.term)) * _CAPITAL + 2, _PROMPT_SHORTEST)


def definitions(desk: Desk, block: Definitions, place: Place, inner: Inner, prompt: float) -> list[Element]:
    """Terms with their definitions, or labels at the left of what they label."""
    elements: list[Element] = []
    for item in block.items:
        written = _prompt(desk, item, place, inner, prompt) if block.labels else _term(desk, item, place, inner)
        elements.extend(desk.mark(item.id, written))
    return elements


def _prompt(desk: Desk, item: Definition, place: Place, inner: Inner, prompt: float) -> list[Element]:
    label = runs(desk, item.term, Ink("Prompt Label", bold=True))
    direct = indent(place.indent + prompt, prompt) if place.indent else None
    first, rest = _first_words(item.blocks) if _needed(item) <= prompt else (None, item.blocks)
    words = [tab(desk), *runs(desk, first.children)] if first else []
    head = paragraph(desk, "Prompt", label, words, properties=(direct,))
    if not first:
        keep_with_next(head)
    return [head, *inner(rest, place.indented(prompt))]


def _term(desk: Desk, item: Definition, place: Place, inner: Inner) -> list[Element]:
    style = "Definition" if place.voice is Voice.BODY else place.text
    term = runs(desk, item.term, Ink("Term Name", bold=True))
    first, rest = _first_words(item.blocks)
    words = [run(desk, " — "), *runs(desk, first.children)] if first else []
    direct = indent(place.indent + place.step, place.step) if place.indent or place.voice is not Voice.BODY else None
    head = paragraph(desk, style, term, words, properties=(direct,))
    if rest:
        keep_with_next(head)
        space_after(head, 0.8)
    return [head, *inner(rest, place.indented(place.step))]


def _first_words(blocks: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return None, blocks
