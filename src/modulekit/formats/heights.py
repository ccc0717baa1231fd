"""A rough guess of how high blocks will be, before they are laid out.

What is short is kept on one page; what is tall may be broken, or it would leave half a page empty. Takes blocks, the
room they have and the size of their letters, gives millimetres. Wrong by a third is good enough. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import assert_never

from modulekit.document import (
    Bar,
    Block,
    Box,
    Chart,
    Columns,
    Contents,
    Cover,
    Definitions,
    Diagram,
    Figure,
    Heading,
    Inlines,
    Lines,
    List,
    Opener,
    Paragraph,
    Parallel,
    Signs,
    Table,
    plain,
)

_POINT = 25.4 / 72  # millimetres
_LETTER = 0.52  # mean width of a letter, as a share of its size
_RAGGED = 3  # letters by which a line is shorter than it could be
_LINE = 1.45  # of a line, as a multiple of the size
_GAP = 1.8  # millimetres after a block
_SHAPE = 0.56  # of a picture: a slide's height as a share of its width


def height(blocks: Sequence[Block], room: float, size: float) -> float:
    """How high ``blocks`` will be in ``room`` millimetres with letters of ``size`` points, in millimetres."""
    return sum(_height(block, room, size) for block in blocks)


def _height(block: Block, room: float, size: float) -> float:
    match block:
        case Paragraph():
            return _words(block.children, room, size) + _GAP
        case Heading():
            return _words(block.children, room, size * 1.2) + 4 * _GAP
        case Opener():
            return _words(block.title, room, size * 2) + 10
        case List():
            return sum(height(item, room - 5, size) for item in block.items)
        case Table():
            return table_height(block, room, size)
        case Chart():
            return room * _SHAPE + 8
        case Figure():
            return block.width * room * _SHAPE + (_words(block.caption, room, size) + 4 if block.caption else 2)
        case Signs():
            return max((sign.height for sign in block.signs), default=0) + 4
        case Diagram():
            return 12.0 + (11.0 if block.form else 7.0) * max(len(block.boxes), len(block.lanes))
        case Box():
            return height(block.children, room - 9, size) + (8 if block.title else 5)
        case Lines():
            return block.count * block.height + 3
        case Bar():
            return 9
        case Definitions():
            return sum(height(item.blocks, room - 20 * block.labels, size) for item in block.items)
        case Columns():
            whole = sum(block.widths) or 1
            pairs = zip(block.cells, block.widths, strict=False)
            return max((height(cell, room * width / whole - 4, size) for cell, width in pairs), default=0)
        case Parallel(stacked=True):
            return sum(height(version.blocks, room, size) for version in block.versions)
        case Parallel():
            share = room / max(len(block.versions), 1) - 4
            return max((height(version.blocks, share, size) for version in block.versions), default=0)
        case Contents():
            return 6.0 * len(block.entries)
        case Cover():
            return 297
        case _:
            assert_never(block)


def table_height(table: Table, room: float, size: float) -> float:
    """How high ``table`` will be, with its caption and source."""
    whole = sum(column.width for column in table.columns) or 1
    widths = [room * column.width / whole - 4 for column in table.columns]
    total = 18.0
    for row in table.rows:
        cells = (height(cell.blocks, width, size) for cell, width in zip(row.cells, widths, strict=False))
        total += max(row.height or 0, *cells) + 2
    return total


def _words(inlines: Inlines, room: float, size: float) -> float:
    letters = max(room / (size * _LETTER * _POINT) - _RAGGED, 4)
    return ceil(max(len(plain(inlines)), 1) / letters) * size * _LINE * _POINT
