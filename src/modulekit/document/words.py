"""The words of a Markdown text, one string for each paragraph, cell or heading, as a reader would see them; then the
addresses that it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from modulekit.document.blocks import Heading, Paragraph, Table
from modulekit.document.inline import Emphasis, Foreign, Inlines, Link, Strong, Styled, Text, plain
from modulekit.document.markdown import parse_blocks
from modulekit.document.part import walk

UNKNOWN = "\x00"
"""Stands for words that are not known here: what a reference is printed as."""


def words_of(markdown: str, labels: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """The runs of words in ``markdown`` without its marks, and its addresses.

    A reference without words of its own is what ``labels`` holds for ``kind:id``, or else ``UNKNOWN``.
    """

    def refer(kind: str, id: str, words: str | None) -> Inlines:
        return (Text(words or labels.get(f"{kind}:{id}", UNKNOWN)),)

    for block in walk(parse_blocks(markdown, refer)):
        if isinstance(block, Paragraph | Heading):
            yield plain(block.children)
            yield from _addresses(block.children)
        elif isinstance(block, Table):
            for column in block.columns:
                yield plain(column.title)
                yield from _addresses(column.title)


def _addresses(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Link(url, children):
                yield url
                yield from _addresses(children)
            case Strong(children) | Emphasis(children) | Styled(_, children) | Foreign(_, children):
                yield from _addresses(children)
            case _:
                pass
