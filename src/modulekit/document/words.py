"""The words of a Markdown text, one string for each paragraph, cell or heading, as a reader would see them."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.document.blocks import Heading, Paragraph, Table
from modulekit.document.inline import Inlines, Text, plain
from modulekit.document.markdown import parse_blocks
from modulekit.document.part import walk

UNKNOWN = "\x00"
"""Stands for words that are not known here: what a reference is printed as."""


def words_of(markdown: str) -> Iterator[str]:
    """The runs of words in ``markdown`` without its marks; a reference without words of its own is ``UNKNOWN``."""
    for block in walk(parse_blocks(markdown, _refer)):
        if isinstance(block, Paragraph | Heading):
            yield plain(block.children)
        elif isinstance(block, Table):
            yield from (plain(column.title) for column in block.columns)


def _refer(kind: str, id: str, words: str | None) -> Inlines:
    del kind, id
    return (Text(words or UNKNOWN),)
