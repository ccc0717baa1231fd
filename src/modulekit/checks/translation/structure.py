"""Markdown: a translation has the paragraphs, lists, headings, tables and stressed words of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from modulekit.checks.translation.outline import BULLETS, ITEM, NUMBERS, PARAGRAPH, STRESSED, STRONG, parts_told
from modulekit.checks.translation.subject import Rendering
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Diagnostic
from modulekit.document.commonmark import block_tokens, line_tokens
from modulekit.document.survey import MOST_BRACKETS

_PLAIN = re.compile(r"(?!\s*[-+>#=~]|\s*\d+[.)]\s)[^\n*_`<\[\]|!\\]*")
"""Texts that are one paragraph without any mark; most are, and need no parser."""
_COUNTED = {
    "paragraph_open": PARAGRAPH,
    "list_item_open": ITEM,
    "bullet_list_open": BULLETS,
    "ordered_list_open": NUMBERS,
    "blockquote_open": "quotation",
    "th_open": "column",
    "tr_open": "row",
    "strong_open": STRONG,
    "em_open": STRESSED,
    "code_inline": "passage of code",
    "link_open": "link",
    "hardbreak": "line break",
}
_MANY = {
    BULLETS: "lists with bullets",
    NUMBERS: "lists with numbers",
    STRONG: "strong passages (**)",
    STRESSED: "stressed passages (*)",
    "passage of code": "passages of code",
    "star that marks nothing": "stars that mark nothing",
}


def other_structure(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK845: paragraphs, lists, headings, tables and stressed words are those of the source."""
    for pair in rendering.pairs:
        if _PLAIN.fullmatch(pair.source) and _PLAIN.fullmatch(pair.text):
            continue
        source, text = _shape(pair.source, pair.one_line), _shape(pair.text, pair.one_line)
        here, there = Counter(text), Counter(source)
        differences = [
            f"{_counted(here[kind], kind)} instead of {there[kind]}"
            for kind in dict.fromkeys((*source, *text))
            if here[kind] != there[kind]
        ]
        if not differences and source != text:
            differences = ["the same parts in another order"]
        if differences:
            message = f"The translation of {pair.called} has {', '.join(differences)}."
            yield finding("MK845", message, pair.whole, "Markdown stays: translate between its signs.")


def _counted(number: int, kind: str) -> str:
    return plural(number, kind, _MANY.get(kind, ""))


@lru_cache(maxsize=8192)
def _shape(text: str, one_line: bool) -> tuple[str, ...]:
    """The parts of a text in their order; stressed words come after them, for their order differs with the
    language."""
    if text.count("[") > MOST_BRACKETS:
        return ("thicket of brackets",)
    told = parts_told(text, one_line=one_line)
    return told if told is not None else _parsed(text, one_line=one_line)


def _parsed(text: str, *, one_line: bool) -> tuple[str, ...]:
    blocks: list[str] = []
    inline: list[str] = []
    tokens = line_tokens(text) if one_line else block_tokens(text)
    for token in tokens:
        if token.type == "heading_open":
            blocks.append(f"heading {token.markup}")
        elif token.type in _COUNTED:
            blocks.append(_COUNTED[token.type])
        for child in token.children or ():
            inline.extend(_inline(child.type, child.content))
    if one_line:
        inline, blocks = [kind for token in tokens for kind in _inline(token.type, token.content)], []
    return (*blocks, *sorted(inline))


def _inline(kind: str, content: str) -> Iterator[str]:
    if kind in _COUNTED:
        yield _COUNTED[kind]
    elif kind == "text":
        yield from ("star that marks nothing" for _ in range(content.count("*")))
