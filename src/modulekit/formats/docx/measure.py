"""About how high blocks will stand, to decide what may break over a page. Word lays out; this only guesses.

Takes blocks and a width, gives millimetres. Must not know styles or XML.
"""

from __future__ import annotations

from math import ceil

from modulekit.document import Bar, Block, Chart, Figure, Heading, Lines, Paragraph, Table, plain, walk
from modulekit.formats.docx.place import Voice

_LINE = {Voice.BODY: 5.4, Voice.TABLE: 4.1}
_LETTER = {Voice.BODY: 1.75, Voice.TABLE: 1.6}
_BETWEEN = 2.0


def height(blocks: tuple[Block, ...], width: float, voice: Voice) -> float:
    """The height of ``blocks`` in a column of ``width`` millimetres, give or take a fifth."""
    return sum(_own(block, width, voice) for block in blocks)


def _own(block: Block, width: float, voice: Voice) -> float:
    line, letter = _LINE[voice], _LETTER[voice]
    total = 0.0
    for part in walk((block,)):
        match part:
            case Paragraph() | Heading():
                total += max(ceil(len(plain(part.children)) * letter / width), 1) * line + _BETWEEN
            case Table():
                # Words wrap in every column; they were counted as if the table had one.
                total += 4.0 * len(part.rows) + 12.0
            case Figure():
                total += width * part.width / 2
            case Chart():
                total += width / 2
            case Lines():
                total += part.count * part.height
            case Bar():
                total += 10.0
            case _:
                continue
    return total
