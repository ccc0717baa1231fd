"""Which thing of an earlier version is which of a later one.

Takes two lists of things, gives pairs. What is called alike belongs together before what reads alike; nothing is
guessed from the position. Must not know what the things are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from modulekit.model import Node
from modulekit.model.walk import walk

T = TypeVar("T")
Key = Callable[[T], Hashable]
_WORD = re.compile(r"\w+")


def match(
    olds: Sequence[T],
    news: Sequence[T],
    keys: Sequence[Key[T]],
    likeness: Callable[[T, T], float],
) -> dict[int, int]:
    """The index of an old thing for that of each new one that has a partner.

    ``keys`` are tried in their order; things of the same key are paired in theirs, and the key ``None`` belongs to
    nothing. What is left is paired by ``likeness``, the likest first, as far as it is more than nothing.
    """
    found: dict[int, int] = {}
    for key in keys:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        taken = set(found.values())
        for index, old in enumerate(olds):
            if index not in taken and (name := key(old)) is not None:
                waiting[name].append(index)
        for index, new in enumerate(news):
            if index not in found and (queue := waiting.get(key(new))):
                found[index] = queue.pop(0)
    taken = set(found.values())
    scores = sorted(
        (-score, new_index, old_index)
        for new_index, new in enumerate(news)
        if new_index not in found
        for old_index, old in enumerate(olds)
        if old_index not in taken and (score := likeness(old, new)) > 0
    )
    for _, new_index, old_index in scores:
        if new_index not in found and old_index not in taken:
            found[new_index] = old_index
            taken.add(old_index)
    return dict(sorted(found.items()))


def alike(old: Counter[str], new: Counter[str], least: float) -> float:
    """How much of two texts is the same, from ``least`` to 1; 0 where it is less than ``least``."""
    total = old.total() + new.total()
    share = 2 * (old & new).total() / total if total else 0.0
    return share if share >= least else 0.0


def words(*values: object) -> Counter[str]:
    """The words of all texts below ``values``, and how often each comes."""
    return Counter(word for text in strings(*values) for word in _WORD.findall(text.casefold()))


def strings(*values: object) -> Iterator[str]:
    """Every text below ``values``."""
    for value in values:
        yield from (str(found) for _, found in walk(value) if found is not None and not isinstance(found, Node))


def out_of_order(partners: Sequence[int]) -> frozenset[int]:
    """The places in ``partners`` that stand out of a rising order, as few as explain it: what was moved."""
    tails: list[int] = []  # the lowest end of a rising run of each length
    ends: list[int] = []
    before: list[int] = []
    for at, partner in enumerate(partners):
        length = bisect_left(tails, partner)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(partner)
            ends.append(at)
        else:
            tails[length], ends[length] = partner, at
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(range(len(partners))) - kept
