"""Where a block stands: how wide, how far from the left, in which voice. A value, handed down from block to block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from modulekit.document import Block
from modulekit.formats.docx.sheet import LEVELS, NARROW, STEP
from modulekit.formats.ooxml.xml import Element


class Voice(StrEnum):
    """Which family of styles the text takes: running text, or what stands in tables and beside pictures."""

    BODY = "body"
    TABLE = "table"


_TEXT = {Voice.BODY: "Body Text", Voice.TABLE: "Table Text"}
_LISTS = {Voice.BODY: "List", Voice.TABLE: "Table"}
_STEPS = {Voice.BODY: STEP, Voice.TABLE: NARROW}


@dataclass(frozen=True, slots=True)
class Place:
    """Lengths are millimetres. ``text`` is the style of a plain paragraph; ``depth`` counts lists around it; ``beside``
    says that something else stands at the side, so that headings are small."""

    width: float
    voice: Voice = Voice.BODY
    text: str = "Body Text"
    indent: float = 0.0
    depth: int = 0
    beside: bool = False

    def cell(self, width: float, voice: Voice) -> Place:
        """Inside a cell ``width`` wide."""
        return Place(width, voice, _TEXT[voice], beside=True)

    def indented(self, by: float) -> Place:
        """The same place, ``by`` further from the left."""
        return replace(self, indent=self.indent + by, width=self.width - by)

    def list_style(self, kind: str) -> str:
        """The style of list items here; ``kind`` is ``Bullet``, ``Number``, ``Check`` or ``Continue``."""
        level = min(self.depth + 1, LEVELS)
        name = f"{_LISTS[self.voice]} {kind}"
        return name if level == 1 else f"{name} {level}"

    @property
    def step(self) -> float:
        """How far the text of a list item stands from the text around the list."""
        return _STEPS[self.voice]


Inner = Callable[[tuple[Block, ...], Place], list[Element]]
"""Writes blocks that stand inside another one; handed to the writers of containers, so that they need not know it."""
