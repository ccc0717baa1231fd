"""A mark before a text, where its reader sees it and Markdown stays what it was."""

from __future__ import annotations

import re

_OPENING = re.compile(r"(?:\s*(?:[-*+]\s+|\d{1,9}[.)]\s+|#{1,6}\s+|>\s?|\|\s*))*")
"""Signs that make a list, a heading, a quotation or a table of what follows."""
_BLOCK = re.compile(r"\s*(```|~~~| {4}|\t)")


def marked(text: str, mark: str) -> str:
    """``text`` with ``mark`` before its first word; before code, in a paragraph of its own."""
    if "\n" in text and _BLOCK.match(text):
        return f"{mark}\n\n{text}"
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    return f"{text[:at]}{mark} {text[at:]}"
