"""Blocks → the children of ``w:body`` or of a cell: one arm for each node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from modulekit.document import (
    Bar,
    Block,
    Box,
    Chart,
    Columns,
    ColumnsRole,
    Contents,
    Cover,
    Definitions,
    Diagram,
    Figure,
    Heading,
    Lines,
    List,
    Opener,
    Paragraph,
    Parallel,
    Signs,
    Table,
    TableRole,
    plain,
)
from modulekit.formats.docx import boxes, columns, figures, front, lists, paragraphs, parallel, tables
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.place import Place
from modulekit.formats.docx.sheet import GAP, WRITING_LINE
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname

_BEFORE_FRAME = 4.6  # millimetres
_RUNNING = (Paragraph, List, Lines, Box, Definitions)
_TOGETHER = 8  # so many lines to write on stay on one page


@dataclass(frozen=True, slots=True)
class Blocks:
    """Writes blocks at a desk. ``pages`` are known pages by id; ``prompt`` is the indent beside labels."""

    desk: Desk
    pages: Mapping[str, int]
    prompt: float

    def __call__(self, blocks: tuple[Block, ...], place: Place) -> list[Element]:
        """The elements of ``blocks`` in their order."""
        elements: list[Element] = []
        for role, group in groupby(blocks, key=_joined):
            if role is Parallel:
                passages = [block for block in group if isinstance(block, Parallel)]
                elements.extend(parallel.side_by_side(self.desk, passages, place, self))
            elif role is not None:
                run = [block for block in group if isinstance(block, Columns)]
                write = columns.steps if role is ColumnsRole.STEP else columns.badges
                elements.extend(write(self.desk, run, place, self))
            else:
                previous: Block | None = None
                for block in group:
                    if isinstance(block, Box) and isinstance(previous, Box) and self._is_open(elements):
                        elements.append(paragraphs.paragraph(self.desk, "Box Gap"))  # or Word draws one box
                    if elements and _leads_to(previous, block):
                        paragraphs.keep_with_next(elements[-1])
                    written = self._one(block, place)
                    touches = isinstance(block, Box) and isinstance(previous, _RUNNING) and self._is_open(elements)
                    if touches and written and written[0].tag == qname("w:tbl"):
                        paragraphs.space_after(elements[-1], _BEFORE_FRAME)  # a table has no space above it
                    elements.extend(written)
                    previous = block
        return elements

    def _is_open(self, elements: list[Element]) -> bool:
        """Whether the last of ``elements`` is a paragraph that what follows would touch."""
        if not elements or elements[-1].tag != qname("w:p"):
            return False
        gap = self.desk.style("Table Gap")
        return all(style.get(qname("w:val")) != gap for style in elements[-1].iter(qname("w:pStyle")))

    def _one(self, block: Block, place: Place) -> list[Element]:
        desk = self.desk
        match block:
            case Heading():
                return paragraphs.heading(desk, block, place)
            case Opener():
                return paragraphs.opener(desk, block, place)
            case Paragraph():
                return paragraphs.text(desk, block, place)
            case List():
                return lists.written(desk, block, place, self)
            case Table():
                return tables.written(desk, block, place, self)
            case Figure():
                return figures.written(desk, block, place)
            case Signs():
                return front.signs(desk, block, place)
            case Chart():
                return figures.chart(desk, block, place)
            case Diagram():
                return figures.diagram(desk, block, place)
            case Box():
                return boxes.written(desk, block, place, self)
            case Lines():
                return _lines(desk, block, place)
            case Bar():
                return figures.bar(desk, block, place)
            case Definitions():
                return columns.definitions(desk, block, place, self, self.prompt)
            case Columns(role=ColumnsRole.SIGNATURES):
                return columns.signatures(desk, block, place, self)
            case Columns():
                return columns.trio(desk, block, place, self)
            case Parallel():
                return parallel.stacked(desk, block, place, self)
            case Contents():
                return front.contents(desk, block, self.pages)
            case Cover():
                return front.cover(desk, block, place, self)
            case _:
                assert_never(block)


def _leads_to(previous: Block | None, block: Block) -> bool:
    """Whether a paragraph asks for what follows it: lines or a form to write in, the list that it announces."""
    if not isinstance(previous, Paragraph):
        return False
    if isinstance(block, Lines) or (isinstance(block, Table) and block.role is TableRole.FORM):
        return True
    return isinstance(block, List) and plain(previous.children).rstrip().endswith(":")


def _joined(block: Block) -> ColumnsRole | type[Parallel] | None:
    """What follows each other as rows of one table: columns with a role, or passages in two languages."""
    if isinstance(block, Parallel) and not block.stacked:
        return Parallel
    together = (ColumnsRole.STEP, ColumnsRole.BADGES)
    return block.role if isinstance(block, Columns) and block.role in together else None


def _lines(desk: Desk, block: Lines, place: Place) -> list[Element]:
    direct = (
        paragraphs.indent(place.indent) if place.indent else None,
        el("w:spacing", {"w:line": twips(block.height), "w:lineRule": "exact"})
        if block.height != WRITING_LINE
        else None,
    )
    lines = [paragraphs.paragraph(desk, "Writing Line", properties=direct) for _ in range(block.count)]
    for line in lines[:-1] if len(lines) <= _TOGETHER else ():
        paragraphs.keep_with_next(line)
    if lines:
        paragraphs.space_after(lines[-1], GAP)
    return lines
