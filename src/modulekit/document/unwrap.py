"""Paragraphs on one line each: the same Markdown without the line breaks that only serve the eye of its author.

Takes Markdown, gives Markdown that a page shows in the same way. Lists, tables, headings and code keep their lines; the
parser itself says where a paragraph begins and ends.
"""

from __future__ import annotations

import re

from modulekit.document.commonmark import block_tokens

_SIGN = re.compile(r"[-+*]|#{1,6}|\d{1,9}[.)]")
"""What begins a list or a heading where words follow, and is a word where it stands alone."""


def unwrapped(text: str) -> str:
    """``text`` with each paragraph, and each entry of a list, on one line."""
    if "\n" not in text:
        return text
    lines: list[str | None] = [*text.split("\n")]
    above = ""
    for token in block_tokens(text):
        if token.type == "inline" and above == "paragraph_open" and token.map:
            _join(lines, token.map[0], token.content.split("\n"))
        above = token.type
    return "\n".join(line for line in lines if line is not None)


def _join(lines: list[str | None], first: int, content: list[str]) -> None:
    """Join the lines of one paragraph that begins in line ``first``. ``content`` is what it says, line by line, without
    the signs of the lists and quotations around it. Nothing stays where a line was joined to the one above it."""
    target = first
    for offset, words in enumerate(content[1:], start=1):
        if content[offset - 1].endswith(("  ", "\\")):  # the author asked for a new line on the page
            target = first + offset
            continue
        if _SIGN.fullmatch(content[offset - 1].strip()):  # joined to words, it would begin a list or a heading
            target = first + offset
            continue
        lines[target] = f"{(lines[target] or '').rstrip()} {words.lstrip()}"
        lines[first + offset] = None
