"""Speaker notes: blocks → paragraphs of plain words with their labels, as a trainer reads them from the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from modulekit.document import (
    Bar,
    Block,
    Box,
    BoxRole,
    Chart,
    Columns,
    Contents,
    Cover,
    Definitions,
    Diagram,
    Figure,
    Heading,
    Inlines,
    Lines,
    List,
    ListRole,
    Opener,
    Paragraph,
    ParagraphRole,
    Parallel,
    Signs,
    Strong,
    Table,
    Text,
    plain,
)

_CHECK = "☐ "
_EXPECTED = "→ "


def notes(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    """The paragraphs of ``blocks`` in reading order."""
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading():
            yield (Strong(_joined(block.number, block.children)),)
            if block.aside:
                yield block.aside
        case Opener():
            yield (Strong(_joined(block.number, block.title)),)
            if block.meta:
                yield block.meta
        case Paragraph():
            mark = _CHECK if block.role is ParagraphRole.CHECK else ""
            yield (*((Text(mark),) if mark else ()), *block.children)
        case List():
            yield from _items(block)
        case Table():
            yield from _table(block)
        case Chart():
            yield from _table(block.alternative)
        case Figure():
            yield (Text(f"[{block.alt}]"),)
            if block.number or block.caption:
                yield _joined(block.number, block.caption)
            if block.credit:
                yield block.credit
        case Signs():
            yield from ((Text(f"[{sign.alt}]"),) for sign in block.signs)
        case Diagram():
            if block.number or block.caption:
                yield (Strong(_joined(block.number, block.caption)),)
            yield from notes(block.alternative)
            if block.source:
                yield block.source
        case Box():
            if block.title or block.aside:
                yield (Strong((*block.title, *((Text(" · "), *block.aside) if block.aside else ()))),)
            mark = _EXPECTED if block.role is BoxRole.EXPECT else ""
            yield from (((Text(mark), *words) if mark else words) for words in notes(block.children))
        case Lines():
            for _ in range(block.count):
                yield (Text("_" * 40),)
        case Bar():
            yield (Text(block.alt),)
        case Definitions():
            yield from _definitions(block)
        case Columns():
            for cell in block.cells:
                yield from notes(cell)
        case Parallel():
            for version in block.versions:
                yield from notes(version.blocks)
        case Contents():
            for entry in block.entries:
                yield _joined(entry.number, entry.title)
        case Cover():
            yield from _cover(block)
        case _:
            assert_never(block)


def _joined(number: str, words: Inlines) -> Inlines:
    return (Text(f"{number} "), *words) if number and words else (Text(number), *words)


def _items(block: List) -> Iterator[Inlines]:
    for number, item in enumerate(block.items, block.start):
        first, *rest = tuple(notes(item)) or ((),)
        yield (Text(_mark(block.role, number)), *first)
        for words in rest:
            yield (Text("   "), *words)


def _mark(role: ListRole, number: int) -> str:
    match role:
        case ListRole.BULLET:
            return "• "
        case ListRole.NUMBER:
            return f"{number}. "
        case ListRole.CHECK:
            return _CHECK
        case _:
            assert_never(role)


def _table(block: Table) -> Iterator[Inlines]:
    if block.number or block.caption:
        yield (Strong(_joined(block.number, block.caption)),)
    yield (Text(" | ".join(plain(column.title) for column in block.columns)),)
    for row in block.rows:
        yield (Text(" | ".join(" / ".join(plain(words) for words in notes(cell.blocks)) for cell in row.cells)),)
    if block.source:
        yield block.source


def _definitions(block: Definitions) -> Iterator[Inlines]:
    """A label stands in capitals before its words: ``SAY Every programme …``."""
    for item in block.items:
        first, *rest = tuple(notes(item.blocks)) or ((),)
        label = plain(item.term).upper() if block.labels else plain(item.term)
        yield (Strong((Text(label),)), Text("  " if block.labels else " — "), *first)
        yield from rest


def _cover(block: Cover) -> Iterator[Inlines]:
    if block.kicker:
        yield block.kicker
    yield (Strong(block.title),)
    if block.subtitle:
        yield block.subtitle
    for fact in block.facts:
        yield (Text(f"{fact.label}: {fact.value}"),)
    yield from notes(block.statement)
