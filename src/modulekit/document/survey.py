"""What stands in a Markdown text, for those who judge it: headings, links, references, and faults.

Takes the text of one field, gives its findings with their offsets in that text. Must not know which of them
are allowed where, or what a reference means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from modulekit.document.commonmark import REFERENCE, block_tokens, line_tokens
from modulekit.document.lines import Kind, lines_of

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST_NESTING = 12
"""Levels of markdown-it's tokens; a list inside a list inside a list needs six."""


MOST_BRACKETS = 500
"""Opening ones; each is looked at for every other one, and a text of references has a dozen."""


class Trouble(StrEnum):
    """What a page cannot hold."""

    HTML = "html"
    IMAGE = "image"
    RULE = "rule"  # a thematic break
    REFERENCE = "reference"  # ``[[`` that is no reference
    CELLS = "cells"  # a table row with more cells than the header
    DEPTH = "depth"
    BRACKETS = "brackets"  # so many that nothing else is looked for


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's level and where it begins."""

    level: int
    offset: int


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads and where it stands."""

    url: str
    offset: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference, as it was written and where it begins."""

    kind: str
    id: str
    words: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a page cannot hold, the words that show it, and where it begins."""

    trouble: Trouble
    excerpt: str
    offset: int


@dataclass(frozen=True, slots=True)
class Survey:
    """All findings, each kind in reading order. Offsets count characters from 0."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    faults: tuple[Fault, ...] = ()


Found = Heading | Link | Mention | Fault

_NEEDS_PARSER = re.compile(r"[<`\\\r\0]|!\[")
"""What may begin HTML, code, a picture or a sign that is no sign: there a reference may be none."""
_PLAIN_LINE = re.compile(r"[^\[<\r\0]*")
_WORDS = r"[^\s\d#>\-+*=_~`|:\[<\r\0][^\[<|\n\r\0]*"
_PLAIN = re.compile(rf"{_WORDS}(?:\n+ *{_WORDS})*")
"""Texts without brackets and bars whose lines begin with words: there is nothing to find in them, and most are such."""


def survey(text: str, *, one_line: bool = False) -> Survey:
    """What stands in ``text``; with ``one_line`` only what a line can hold is looked for."""
    if (_PLAIN_LINE if one_line else _PLAIN).fullmatch(text):
        return Survey()
    if text.count("[") > MOST_BRACKETS:
        at = text.index("[")
        return Survey(faults=(Fault(Trouble.BRACKETS, _first_line(text, at)[:60], at),))
    return _told(text, one_line=one_line) or _parsed(text, one_line=one_line)


def _told(text: str, *, one_line: bool) -> Survey | None:
    """What stands in a text that holds headings, lists, paragraphs and references and nothing else; ``None`` of any
    other text, in which the parser has to look."""
    if _NEEDS_PARSER.search(text):
        return None
    found = [*REFERENCE.finditer(text)]
    if sum(reference[0].count("[") for reference in found) != text.count("["):
        return None
    if any("\n" in reference[0] for reference in found):
        return None
    headings: list[Heading] = []
    if not one_line:
        lines = lines_of(text)
        if lines is None:
            return None
        starts = accumulate((len(line) + 1 for _, line in lines), initial=0)
        headings = [
            Heading(len(line) - len(line.lstrip("#")), start)
            for (kind, line), start in zip(lines, starts, strict=False)
            if kind is Kind.HEADING
        ]
    return Survey(tuple(headings), mentions=tuple(Mention(at[1], at[2], at[3], at.start()) for at in found))


def _parsed(text: str, *, one_line: bool) -> Survey:
    found = tuple(_in_line(text) if one_line else _in_blocks(text))
    return Survey(
        tuple(item for item in found if isinstance(item, Heading)),
        tuple(item for item in found if isinstance(item, Link)),
        tuple(item for item in found if isinstance(item, Mention)),
        tuple(item for item in found if isinstance(item, Fault)),
    )


def _in_line(text: str) -> Iterator[Found]:
    yield from _in_tokens(line_tokens(text, html=True), text, 0)


def _in_blocks(text: str) -> Iterator[Found]:
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
    columns = 0
    for token in block_tokens(text, html=True):
        first, last = token.map or (0, 0)
        offset = starts[min(first, len(starts) - 1)]
        if token.level > DEEPEST_NESTING and token.nesting == 1:
            yield Fault(Trouble.DEPTH, _first_line(text, offset), offset)
        match token.type:
            case "heading_open":
                yield Heading(int(token.tag[1:]), offset)
            case "html_block":
                yield Fault(Trouble.HTML, _first_line(text, offset), offset)
            case "hr":
                yield Fault(Trouble.RULE, _first_line(text, offset), offset)
            case "thead_open":
                columns = 0
            case "th_open":
                columns += 1
            case "tr_open":
                line = text[offset : starts[last]]
                if columns and _cells(line) > columns:
                    yield Fault(Trouble.CELLS, line.strip(), offset)
            case "inline":
                yield from _in_tokens(token.children or [], text, offset)
            case _:
                pass


def _in_tokens(tokens: Sequence[Token], text: str, offset: int) -> Iterator[Found]:
    for token in tokens:
        match token.type:
            case "reference":
                offset = _seek(text, f"[[{token.meta['kind']}:{token.meta['id']}", offset)
                yield Mention(token.meta["kind"], token.meta["id"], token.meta["words"], offset)
                offset += 2
            case "link_open":
                url = str(token.attrGet("href") or "")
                offset = _seek(text, f"<{url}" if token.markup == "autolink" else f"]({url}", offset)
                yield Link(url, offset)
            case "image":
                offset = _seek(text, "![", offset)
                yield Fault(Trouble.IMAGE, f"![{token.content}]", offset)
                offset += 2
            case "html_inline":
                offset = _seek(text, token.content, offset)
                yield Fault(Trouble.HTML, token.content, offset)
                offset += len(token.content)
            case "text":
                for _ in range(token.content.count("[[")):
                    offset = _seek(text, "[[", offset)
                    yield Fault(Trouble.REFERENCE, _first_line(text, offset), offset)
                    offset += 2
            case _:
                pass


def _seek(text: str, words: str, offset: int) -> int:
    """Where ``words`` begin at or after ``offset``; there is no exact place where the source was escaped."""
    at = text.find(words, offset)
    return offset if at < 0 else at


def _first_line(text: str, offset: int) -> str:
    return text[offset:].split("\n", 1)[0].strip()


def _cells(line: str) -> int:
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(line.strip())
    first = 1 if cells and not cells[0].strip() else 0
    last = 1 if len(cells) > 1 and not cells[-1].strip() else 0
    return len(cells) - first - last
