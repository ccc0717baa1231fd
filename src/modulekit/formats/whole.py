"""What stays on one line: a word alone in its cell, a figure with the ending that its hyphen joins to it.

Takes cells and texts, gives answers and pieces, for every writer whose reader's computer breaks the lines. Must not
know a format.
"""

from __future__ import annotations

import re

from modulekit.document import Cell, Paragraph, plain

_WORD = 16  # letters of a word that a narrow column can hold
_ENDING = re.compile(r"([^\s-]*[\d%]-[^\W\d_]+[^\s-]*)")


def is_word(cell: Cell) -> bool:
    """Whether a cell holds one word alone, which is read at a glance and not divided while it can stand whole."""
    words = [plain(block.children) if isinstance(block, Paragraph) else " " for block in cell.blocks]
    return len(words) == 1 and len(words[0].split()) == 1 and len(words[0]) <= _WORD


def endings(text: str) -> list[str]:
    """``text`` in pieces, of which the second and every other one is a figure with its ending: ``60 %-ы``, ``6-й``."""
    return _ENDING.split(text) if "-" in text else [text]
