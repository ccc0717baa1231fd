"""Paragraphs on one line each: the same Markdown without the line breaks that only serve the eye of its author.

Takes Markdown, gives Markdown that a page shows in the same way. Lists, tables, headings and code keep their lines.
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BEGINS = re.compile(r"\s*([-*+]\s|\d{1,9}[.)]\s|#{1,6}(\s|$)|>|\||\[[^\]]+\]:|<|[-*_=]{3,}\s*$|-+\s*$|=+\s*$)")
"""A line that begins something of its own, or makes the line above it a heading."""
_ENDS = re.compile(r"\s*(#{1,6}(\s|$)|\||[-*_]{3,}\s*$|<)")
"""A line that the next one does not continue."""
_TABLE = re.compile(r"^[\s|:-]*-[\s|:-]*\|[\s|:-]*$|^[\s|:-]*\|[\s|:-]*-[\s|:-]*$", re.MULTILINE)
_CODE = re.compile(r" {4}|\t")


def unwrapped(text: str) -> str:
    """``text`` with each paragraph, and each entry of a list, on one line."""
    if _TABLE.search(text):  # rows need no bar at their beginning, so that any line may be one
        return "\n\n".join(part if _TABLE.search(part) else _joined(part) for part in text.split("\n\n"))
    return _joined(text)


def _joined(text: str) -> str:
    lines: list[str] = []
    fence = ""
    is_open = False
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            lines.append(line)
            fence = "" if found and found[1].startswith(fence) else fence
            is_open = False
        elif found:
            fence, is_open = found[1], False
            lines.append(line)
        elif is_open and line.strip() and not _BEGINS.match(line):
            lines[-1] = f"{lines[-1].rstrip()} {line.lstrip()}"
            is_open = not _has_break(line)
        else:
            lines.append(line)
            is_open = bool(line.strip()) and not _ENDS.match(line) and not _CODE.match(line) and not _has_break(line)
    return "\n".join(lines)


def _has_break(line: str) -> bool:
    """Whether the author asked for a new line on the page."""
    return line.endswith(("  ", "\\"))
