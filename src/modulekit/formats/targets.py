"""Which ids a reference can lead to.

Takes a Document or blocks, gives ids. Must not know formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from modulekit.document import Block, Definitions, Document, Table, walk


def node_ids(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The ids of ``blocks``, of their children, rows and definitions, in reading order."""
    for block in walk(blocks):
        ids: Iterable[str] = (getattr(block, "id", ""),)
        match block:
            case Table():
                ids = (block.id, *(row.id for row in block.rows))
            case Definitions():
                ids = (item.id for item in block.items)
            case _:
                pass
        yield from (name for name in ids if name)


def targets(document: Document) -> frozenset[str]:
    """Every id of ``document``: its parts and their nodes."""
    return frozenset(name for part in document.parts for name in (part.id, *node_ids(part.blocks)))
