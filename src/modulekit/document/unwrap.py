"""Paragraphs on one line each: the same Markdown without the line breaks that only serve the eye of its author.

Takes Markdown, gives Markdown that a page shows in the same way. Lists, tables, headings and code keep their lines; the
parser itself says where a paragraph begins and ends.
"""

from __future__ import annotations

from modulekit.document.commonmark import block_tokens


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
    joined = "\n".join(line for line in lines if line is not None)
    # A sign alone on its line is a word, and before words a list; rather than know them all, the parser is asked again.
    return joined if _says(joined) == _says(text) else text


def _says(text: str) -> list[tuple[str, str]]:
    """The blocks of a text with their words, wherever its lines end."""
    return [(token.type, " ".join(token.content.split())) for token in block_tokens(text)]


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
