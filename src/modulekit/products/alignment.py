"""Which blocks of two languages say the same.

Takes the blocks of one passage of a course in two languages, gives pairs in reading order; nothing is left out or
moved. Mostly both have the same blocks. Where a translator made two paragraphs of one, ids, kinds and lengths tell
which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from math import inf

from modulekit.document import Block, Heading, List, Paragraph, Table, Text

Blocks = tuple[Block, ...]
Pair = tuple[Blocks, Blocks]
"""What stands beside each other: mostly one block on either side, sometimes two, sometimes none."""

_STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
_SPLIT = 0.4  # what it costs to believe that a paragraph was split
_ALONE = 1.1  # or that a block has no neighbour


def aligned(first: Blocks, second: Blocks) -> tuple[Pair, ...]:
    """Pairs of the blocks of ``first`` and ``second``, in the order of both."""
    if [_kind(block) for block in first] == [_kind(block) for block in second]:
        return tuple(((one,), (other,)) for one, other in zip(first, second, strict=True))
    return _cheapest(first, second)


def _cheapest(first: Blocks, second: Blocks) -> tuple[Pair, ...]:
    """The pairs that cost least; of several, those that pair as early as they can."""
    count, other = len(first), len(second)

    @cache
    def cost(one: int, two: int) -> tuple[float, tuple[int, int]]:
        """What the rest costs from here on, and the step that begins it."""
        if one == count and two == other:
            return 0.0, (0, 0)
        found = (inf, (0, 0))
        for left, right in _STEPS:
            if one + left > count or two + right > other:
                continue
            price = _price(first[one : one + left], second[two : two + right])
            if price < inf:
                found = min(found, (price + cost(one + left, two + right)[0], (left, right)), key=lambda item: item[0])
        return found

    for one in range(count, -1, -1):  # from the end, so that nothing is asked too deep
        for two in range(other, -1, -1):
            cost(one, two)
    return tuple(_pairs(first, second, lambda one, two: cost(one, two)[1]))


def _pairs(first: Blocks, second: Blocks, step: Callable[[int, int], tuple[int, int]]) -> list[Pair]:
    one = two = 0
    found: list[Pair] = []
    while (one, two) != (len(first), len(second)):
        left, right = step(one, two)
        found.append((first[one : one + left], second[two : two + right]))
        one, two = one + left, two + right
    return found


def _price(left: Sequence[Block], right: Sequence[Block]) -> float:
    """What it costs to set these beside each other; not to be had where they cannot say the same."""
    if not left or not right:
        return _ALONE + any(getattr(block, "id", "") for block in (*left, *right))
    if len(left) == len(right) == 1:
        return _difference(left, right) / 2 if _kind(left[0]) == _kind(right[0]) else inf
    is_split = isinstance(left[0], Paragraph) and len({_kind(block) for block in (*left, *right)}) == 1
    return _SPLIT + _difference(left, right) if is_split else inf


def _difference(left: Sequence[Block], right: Sequence[Block]) -> float:
    """How unlike the lengths are: 0 for the same, 1 where one says nothing."""
    one, other = _length(tuple(left)), _length(tuple(right))
    return abs(one - other) / max(one, other, 1)


def _kind(block: Block) -> tuple[object, ...]:
    """What two blocks have in common that say the same."""
    role, id = getattr(block, "role", None), getattr(block, "id", "")
    match block:
        case Heading(level=level):
            return (type(block), id, level)
        case Table():
            return (type(block), id, role, len(block.columns))
        case List():
            return (type(block), role)
        case _:
            return (type(block), id, role)


def _length(node: object) -> int:
    """The number of characters that are printed of ``node``, about."""
    match node:
        case Text(text):
            return len(text)
        case tuple():
            return sum(map(_length, node))
        case _ if is_dataclass(node):
            return sum(_length(getattr(node, field.name)) for field in fields(node))
        case _:
            return 0
