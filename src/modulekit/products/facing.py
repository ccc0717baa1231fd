"""Blocks of two languages, set beside each other.

Takes the blocks of one passage in both languages, gives blocks that hold both: running text in two columns, what needs
the whole width once with the words of both, or one below the other. No text is lost. Must not know courses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, assert_never

from modulekit.document import (
    Bar,
    Block,
    Box,
    Chart,
    Columns,
    Contents,
    Cover,
    Definitions,
    Diagram,
    Figure,
    Heading,
    Lines,
    List,
    Opener,
    Paragraph,
    ParagraphRole,
    Parallel,
    Signs,
    Table,
    TableRole,
    Version,
    plain,
)
from modulekit.products.alignment import Blocks, Pair, aligned
from modulekit.products.facing_words import Wording

_TOGETHER = 3  # passages of a box that stay on one page; in two columns a box is twice as high
_WIDE = Table | Figure | Chart | Diagram | Box | Bar | Columns | Opener | Signs | Contents | Cover | Lines


@dataclass(frozen=True, slots=True)
class Facing:
    """Two languages, the first at the left. ``taken`` are the ids of the first, which the second may not give again."""

    first: str
    second: str
    taken: frozenset[str]

    @property
    def wording(self) -> Wording:
        """How words of both stand on one line."""
        return Wording(self.second)

    def blocks(self, first: Blocks, second: Blocks) -> Blocks:
        """The blocks of both, in reading order."""
        pairs = aligned(first, second)
        following = [*pairs[1:], ((), ())]
        return tuple(block for pair, after in zip(pairs, following, strict=True) for block in self._pair(pair, after))

    def _pair(self, pair: Pair, after: Pair) -> Iterator[Block]:
        left, right = pair
        if len(left) == len(right) == 1:
            yield from self._one(left[0], right[0], leads=_leads(left[0], after))
        else:
            yield self._both(left, right, stacked=any(isinstance(block, _WIDE) for block in (*left, *right)))

    def _both(self, left: Blocks, right: Blocks, *, stacked: bool = False, leads: bool = False) -> Parallel:
        """Versions of both, side by side even where one is empty; of what is stacked only those that say something."""
        versions = (Version(self.first, left), Version(self.second, _without(right, self.taken)))
        shown = tuple(version for version in versions if version.blocks) if stacked else versions
        return Parallel(shown, stacked, leads)

    def _one(self, left: Block, right: Block, *, leads: bool) -> Iterator[Block]:
        """Two blocks of one kind."""
        match left:
            case Opener() if isinstance(right, Opener):
                title = self.wording.lines(left.title, right.title)
                yield replace(left, title=title, meta=self.wording(left.meta, right.meta))
            case List() if isinstance(right, List) and len(left.items) == len(right.items):
                for at, (item, other) in enumerate(zip(left.items, right.items, strict=True)):
                    yield self._both((_item(left, at, item),), (_item(right, at, other),))
            case Definitions() if isinstance(right, Definitions) and len(left.items) == len(right.items):
                for one, two in _same_terms(left, right):
                    yield self._both((one,), (two,))
            case Box() if isinstance(right, Box):
                yield replace(
                    left,
                    title=self.wording.lines(left.title, right.title),
                    aside=self.wording(left.aside, right.aside),
                    children=(children := self.blocks(left.children, right.children)),
                    keep=left.keep and len(children) <= _TOGETHER,
                    id=left.id or self._free(right.id),
                )
            case Table() if isinstance(right, Table) and self.wording.fits(left, right):
                yield self.wording.table(left, right)
            case Figure() if isinstance(right, Figure) and left.asset == right.asset:
                yield self.wording.figure(left, right)
            case Diagram() if isinstance(right, Diagram) and self.wording.is_one_drawing(left, right):
                yield replace(self.wording.drawing(left, right), alternative=(self._alternatives(left, right),))
            case Contents() if isinstance(right, Contents):
                yield self.wording.contents(left, right)
            case Cover() if isinstance(right, Cover):
                statement = tuple(self._statement(left.statement, right.statement))
                yield replace(self.wording.cover(left, right), statement=statement)
            case Lines():
                yield left  # one place to write is enough
            case Bar() | Signs() if left == right:
                yield left
            case Paragraph() | Heading() | List() | Definitions():
                yield self._both((left,), (right,), leads=leads)
            case Opener() | Box() | Table() | Figure() | Diagram() | Chart() | Contents() | Cover() | Bar() | Signs():
                yield self._both((left,), (right,), stacked=True)
            case Columns() | Parallel():
                yield self._both((left,), (right,), stacked=True)
            case _:
                assert_never(left)

    def _statement(self, left: Blocks, right: Blocks) -> Iterator[Block]:
        """What stands at the foot of a cover: words of one language, then of the other, and the emblems of the first:
        those of the other are the same ones, in words of the other language."""
        for one, other in aligned(left, right):
            yield from one
            for block in other:
                if isinstance(block, Paragraph):
                    yield replace(block, children=self.wording.foreign(block.children))
                elif block not in one and not (isinstance(block, Signs) and any(isinstance(b, Signs) for b in one)):
                    yield self._both((), (block,), stacked=True)

    def _alternatives(self, left: Diagram, right: Diagram) -> Block:
        return self._both(left.alternative, right.alternative, stacked=True)

    def _free(self, id: str) -> str:
        return "" if id in self.taken else id


def _leads(block: Block, after: Pair) -> bool:
    """Whether ``block`` has to stay with what follows: a heading or label, words that say what to write, or that
    announce a list."""
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role is ParagraphRole.LABEL):
        return True
    following = after[0][0] if after[0] else None
    match following:
        case Lines() | Table(role=TableRole.FORM) | Diagram(form=True):
            return isinstance(block, Paragraph)
        case List():
            return isinstance(block, Paragraph) and plain(block.children).rstrip().endswith(":")
        case _:
            return False


def _item(whole: List, at: int, item: Blocks) -> List:
    """One item of a list, with its number and its box to tick."""
    return replace(whole, items=(item,), start=whole.start + at, fields=whole.fields[at : at + 1])


def _same_terms(left: Definitions, right: Definitions) -> Iterator[tuple[Definitions, Definitions]]:
    """Each term with its neighbour: by id where all have one, for each language has an order of its own."""
    others = {item.id: item for item in right.items if item.id}
    ids = [item.id for item in left.items]
    is_named = len(others) == len(right.items) and set(ids) == set(others)
    for at, item in enumerate(left.items):
        other = others[item.id] if is_named else right.items[at]
        yield replace(left, items=(item,)), replace(right, items=(other,))


def _without(node: Any, taken: frozenset[str]) -> Any:
    """``node`` without the ids that are ``taken``; the boxes of a drawing keep theirs, which its lines name."""
    if isinstance(node, tuple):
        return tuple(_without(item, taken) for item in node)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    changes = {}
    if getattr(node, "id", "") in taken:
        changes["id"] = ""
    if not isinstance(node, Diagram):
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, tuple) or is_dataclass(value):
                changes[field.name] = _without(value, taken)
    return replace(node, **changes) if changes else node
