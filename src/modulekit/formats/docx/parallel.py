"""The same words in several languages: rows of a table without lines that shows them side by side, or one after the
other. In three columns or more, words are as small as those of tables.

Takes Parallel nodes, gives the children of ``w:body`` or of a cell. Each run says which language it is in.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.document import Parallel
from modulekit.formats.docx import grid
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.measure import height
from modulekit.formats.docx.paragraphs import keep_with_next
from modulekit.formats.docx.place import Inner, Place, Voice
from modulekit.formats.ooxml.xml import Element

_PADDING = 6.0  # left and right of a cell together, as the style has it
_FEW = 2  # columns of words as large as those of a page
_TALL = 60.0  # millimetres: a higher passage may be broken over a page


def side_by_side(desk: Desk, blocks: Sequence[Parallel], place: Place, inner: Inner) -> list[Element]:
    """Passages that follow each other: rows of one table."""
    count = max(len(block.versions) for block in blocks)
    widths = (place.width / count,) * count
    rows = [_row(desk, block, widths, inner) for block in blocks]
    below = grid.gap(desk)
    if blocks[-1].leads:
        keep_with_next(below)
    return [grid.table(desk, "Two Languages", widths, rows, indent=place.indent), below]


def _row(desk: Desk, block: Parallel, widths: tuple[float, ...], inner: Inner) -> Element:
    cells = []
    voice = Voice.TABLE if len(widths) > _FEW else Voice.BODY
    for width, version in zip(widths, block.versions, strict=False):
        room = width - _PADDING
        with desk.speaking(version.language):
            here = Place(room, beside=True).cell(room, voice)
            content = inner(version.blocks, here)
            cells.append(grid.cell(desk, width, content, style=here.text))
    cells += [grid.cell(desk, width, []) for width in widths[len(cells) :]]
    whole = max(height(version.blocks, widths[0] - _PADDING, voice) for version in block.versions) < _TALL
    row = grid.row(cells, whole=whole)
    if block.leads:
        keep_with_next(row)
    return row


def stacked(desk: Desk, block: Parallel, place: Place, inner: Inner) -> list[Element]:
    """Versions in the full width, one below the other."""
    elements: list[Element] = []
    for version in block.versions:
        with desk.speaking(version.language):
            elements.extend(inner(version.blocks, place))
    return elements
