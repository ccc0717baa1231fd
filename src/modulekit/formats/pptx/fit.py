"""Whether text fits its place, measured in the bundled sans, which runs wider than the reader's own.

Takes paragraphs as plain text, a placeholder and the folder of the fonts; gives the scale at which PowerPoint shows
them whole, as PowerPoint itself would note it. Must not know slides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from modulekit.formats.pptx.layouts import INDENT, Frame, Placeholder
from modulekit.formats.typefaces import advances

POINT = 25.4 / 72
_NATURAL = 1.15  # the line height that office families have of themselves
_OFFICE = 0.97  # Arial is 5 to 7 per cent narrower; two of them are left for families that are not
_WIDER = 1.05  # a word that just fits would lose its last letter elsewhere
SCALES = (1.0, 0.925, 0.85, 0.775)
"""The steps by which PowerPoint makes text smaller; below the last a room cannot read it."""


def width(text: str, size: float, fonts: Path, *, bold: bool = False) -> float:
    """The length of ``text`` set in ``size`` points, in millimetres."""
    return _ruler(fonts, bold)(text) * size * POINT * _OFFICE


@cache
def _ruler(fonts: Path, bold: bool) -> Callable[[str], float]:
    """What measures words in ems, each once: a text is tried in several sizes."""
    return cache(advances(fonts / ("NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf")).ems)


def longest(text: str, size: float, fonts: Path, *, bold: bool = False) -> float:
    """The length of the longest word of ``text``, with a little more for families that run wider."""
    return max((width(word, size, fonts, bold=bold) for word in text.split()), default=0.0) * _WIDER


def lines(text: str, room: float, size: float, fonts: Path, *, bold: bool = False) -> int:
    """How many lines ``text`` takes in a column of ``room`` millimetres."""
    count, used = 1, 0.0
    space = width(" ", size, fonts, bold=bold)
    for word in text.split():
        length = width(word, size, fonts, bold=bold)
        if used and used + space + length > room:
            count, used = count + 1, length
        else:
            used += (space if used else 0.0) + length
        while used > room:  # a word longer than the column is broken
            count, used = count + 1, used - room
    return count


def height(texts: Sequence[str], place: Placeholder, frame: Frame, size: float, fonts: Path) -> float:
    """How high ``texts`` stand in ``place`` at ``size`` points, in millimetres."""
    room = frame.width - (INDENT if place.bullets else 0.0)
    letters = [text.upper() if place.capitals else text for text in texts]
    count = sum(lines(text, room, size, fonts, bold=place.bold) for text in letters)
    between = place.after * max(len(texts) - 1, 0)
    return (count * size * place.leading * _NATURAL + between) * POINT


def scale_of(texts: Sequence[str], place: Placeholder, frame: Frame, size: float, fonts: Path) -> float | None:
    """The largest scale of ``size`` at which ``texts`` fit ``place``; ``None`` where not even the smallest helps."""
    return next((scale for scale in SCALES if height(texts, place, frame, size * scale, fonts) <= frame.height), None)
