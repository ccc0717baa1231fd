"""The one Markdown parser: CommonMark with tables, and ``[[kind:id]]`` for references.

Takes text, gives markdown-it's tokens. Raw HTML is text here, typography stays as the author wrote it, and
what would vanish without a trace (link definitions) or happen by accident (indented code) is switched off. markdown-it
is loaded when it is first asked: most texts are told by their lines (``lines.py``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

REFERENCE = re.compile(r"\[\[([a-z]+):([^\[\]|\s]+)(?:\|([^\[\]|]*[^\[\]|\s][^\[\]|]*))?\]\]")
"""``[[kind:id]]`` or ``[[kind:id|words]]``."""

_DEEPEST = 100  # markdown-it drops what is nested deeper; authors are stopped long before


def block_tokens(text: str, *, html: bool = False) -> list[Token]:
    """The tokens of running text. With ``html``, raw HTML is recognised, so that it can be refused."""
    return _parser(html).parse(text)


def outline(text: str) -> list[Token]:
    """The tokens of running text, with the words of each block as they stand: nothing inside of them is parsed."""
    return _blocks_only().parse(text)


def line_tokens(text: str, *, html: bool = False) -> list[Token]:
    """The inline tokens of one line: what would open a list or a heading is plain text here."""
    return _parser(html).parseInline(text)[0].children or []


@cache
def _parser(html: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": html, "maxNesting": _DEEPEST, "typographer": False})
    parser.enable("table")
    parser.disable(["code", "reference"])
    parser.inline.ruler.before("link", "reference", _reference)
    # Every link is kept and judged by its scheme later; markdown-it would leave some as silent text.
    parser.validateLink = _any_link  # type: ignore[assignment]
    return parser


@cache
def _blocks_only() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST, "typographer": False})
    parser.enable("table")
    parser.disable(["code", "reference", "inline", "text_join"])
    return parser


def _reference(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = found[0]
        token.meta = {"kind": found[1], "id": found[2], "words": found[3]}
    state.pos = found.end()
    return True


def _any_link(_url: str) -> bool:
    return True
