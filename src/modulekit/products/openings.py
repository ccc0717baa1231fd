"""How parts and tables begin: a title at the head of a page, sections under headings, the titles of columns.

Takes words that were looked up or the keys of words, gives parts, blocks and columns. Must not know what stands below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from modulekit.document import (
    Align,
    Block,
    Heading,
    Inlines,
    Opener,
    Part,
    PartKind,
    TableColumn,
    Text,
)
from modulekit.products.context import Context
from modulekit.products.strings import Strings


def page(
    id: str, title: str, blocks: Iterable[Block], *, meta: Inlines = (), kind: PartKind = PartKind.CHAPTER
) -> Part:
    """A part that begins on a new page with its title, and ``meta`` in small print below it."""
    return Part(id, title, kind, (Opener((Text(title),), id, meta=meta), *blocks))


def sections(context: Context, told: Iterable[tuple[str, str | None]]) -> Iterator[Block]:
    """What the author wrote under headings of the program: the key of each heading with the text, if there is one."""
    for key, text in told:
        if text:
            yield Heading(2, (Text(context.strings(key)),), id=f"about:{key}")
            yield from context.prose(text)


def columns(strings: Strings, *titles: tuple[str, float] | tuple[str, float, Align]) -> tuple[TableColumn, ...]:
    """The columns of a table: the key of each title, its share of the width, and where its text stands."""
    return tuple(TableColumn((Text(strings(key)),), width, *align) for key, width, *align in titles)
