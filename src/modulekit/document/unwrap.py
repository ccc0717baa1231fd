"""Paragraphs on one line each: the same Markdown without the line breaks that only serve the eye of its author.

Takes Markdown, gives Markdown that a page shows in the same way. Lists, tables, headings and code keep their lines; the
parser itself says where a paragraph begins and ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from modulekit.document.commonmark import outline
from modulekit.document.lines import Kind, lines_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = r"[^\W\d_](?:[^\s\\]| (?=[^\s]))*"
_PARAGRAPHS = re.compile(rf"{_LINE}(?:\n+{_LINE})*")
"""Lines that begin with a letter and end with neither a space nor a backslash: nothing in them makes a list, a table
or a new line on the page. Most texts are no more than that, and need no parser."""
_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


def unwrapped(text: str) -> str:
    """``text`` with each paragraph, and each entry of a list, on one line."""
    if "\n" not in text:
        return text
    if _PARAGRAPHS.fullmatch(text):
        return _BREAK.sub(" ", text)
    told = lines_of(text)
    return _joined(told) if told is not None else _parsed(text)


def _joined(told: list[tuple[Kind, str]]) -> str:
    lines: list[str] = []
    for kind, line in told:
        if kind is Kind.GOES_ON:
            lines[-1] = f"{lines[-1]} {line.lstrip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def _parsed(text: str) -> str:
    lines: list[str | None] = [*text.split("\n")]
    above = ""
    tokens = outline(text)
    for token in tokens:
        if token.type == "inline" and above == "paragraph_open" and token.map:
            _join(lines, token.map[0], token.content.split("\n"))
        above = token.type
    joined = "\n".join(line for line in lines if line is not None)
    # A sign alone on its line is a word, and before words a list; rather than know them all, the parser is asked again.
    return joined if _says(outline(joined)) == _says(tokens) else text


def _says(tokens: list[Token]) -> list[tuple[str, str]]:
    """The blocks of a text with their words, wherever its lines end."""
    return [(token.type, " ".join(token.content.split())) for token in tokens]


def _join(lines: list[str | None], first: int, content: list[str]) -> None:
    """Join the lines of one paragraph that begins in line ``first``. ``content`` is what it says, line by line, without
    the signs of the lists and quotations around it. Nothing stays where a line was joined to the one above it."""
    target = first
    for offset, words in enumerate(content[1:], start=1):
        if content[offset - 1].endswith(("  ", "\\")):  # the author asked for a new line on the page
            target = first + offset
            continue
        lines[target] = f"{(lines[target] or '').rstrip()} {words.lstrip()}"
        lines[first + offset] = None
