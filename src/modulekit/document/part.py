"""A Document: parts that begin on a new page, facts about the whole, and the pictures it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from modulekit.document.blocks import Block, Box, Columns, Cover, Definitions, Figure, List, Signs, Table
from modulekit.document.parallel import Parallel


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture's bytes. ``media_type`` is ``image/png``, ``image/jpeg`` or ``image/svg+xml``."""

    name: str
    media_type: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


class PartKind(StrEnum):
    """What a part is in the whole."""

    COVER = "cover"
    FRONT = "front"
    CONTENTS = "contents"
    CHAPTER = "chapter"
    ANNEX = "annex"
    CERTIFICATE = "certificate"  # a page across in a frame, complete in itself


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document that begins on a new page and is laid out by itself.

    ``title`` is the running title; ``id`` is the id of its first heading.
    """

    id: str
    title: str
    kind: PartKind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """Facts about a document or deck that are printed in its margins and put into its file properties.

    ``language`` is a BCP 47 tag, ``date`` an ISO date, ``printed_date`` the same for readers; ``style`` names the
    accent that the theme gives this product.
    """

    title: str
    label: str  # what this is: “Participant handout”
    language: str
    style: str
    version: str
    date: str
    author: str
    organisation: str = ""
    line: str = ""  # who paid, in a few words; stands at the foot of the pages where no cover says it
    subject: str = ""
    keywords: tuple[str, ...] = ()
    printed_date: str = ""
    short_title: str = ""

    @property
    def running_title(self) -> str:
        """The title for the margins of a page: the short one where there is one."""
        return self.short_title or self.title


@dataclass(frozen=True, slots=True)
class Document:
    """Something to print: parts in their order."""

    meta: Meta
    parts: tuple[Part, ...]

    @property
    def line(self) -> str:
        """What stands at the foot about who paid: nothing where a cover says it."""
        covered = bool(self.parts) and self.parts[0].kind is PartKind.COVER
        return "" if covered else self.meta.line

    def assets(self) -> tuple[Asset, ...]:
        """The pictures that the document shows, each once, in the order of their first use."""
        found: dict[str, Asset] = {}
        for part in self.parts:
            for asset in pictured(part.blocks):
                found.setdefault(asset.digest, asset)
        return tuple(found.values())


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block of ``blocks`` and of their children, in reading order."""
    for block in blocks:
        yield block
        for children in _children(block):
            yield from walk(children)


def figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    """The figures among ``blocks`` and their children, in reading order."""
    return (block for block in walk(blocks) if isinstance(block, Figure))


def pictured(blocks: tuple[Block, ...]) -> Iterator[Asset]:
    """The pictures of figures and signs among ``blocks`` and their children, in reading order."""
    for block in walk(blocks):
        if isinstance(block, Figure):
            yield block.asset
        elif isinstance(block, Signs):
            yield from (sign.asset for sign in block.signs)


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


def _children(block: Block) -> Iterator[tuple[Block, ...]]:
    match block:
        case List():
            yield from block.items
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    yield cell.blocks
        case Box():
            yield block.children
        case Definitions():
            for item in block.items:
                yield item.blocks
        case Columns():
            yield from block.cells
        case Parallel():
            yield from (version.blocks for version in block.versions)
        case Cover():
            yield block.statement
        case _:
            return
