"""Which new text stands where an old one stood.

Takes the texts of one context before and after a change, gives pairs. Neighbours that did not change are the fixed
points; between two of them lie the texts that went and those that came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_ALIKE = 0.5  # share of words that two texts have in common


def pairs_of(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of an old and a new text, each text in one pair at most.

    One for one between the same neighbours is a change, however large. Where several went and came, those are paired
    that have most of their words in common with each other and with no other; so are those that also changed places.
    """
    found = list(_between_neighbours(before, after))
    yield from found
    went = [text for text in before if text not in {*after, *(was for was, _ in found)}]
    came = [text for text in after if text not in {*before, *(now for _, now in found)}]
    if went and came:
        yield from _alike(went, came)


def _between_neighbours(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    stayed = set(before) & set(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        went = [text for text in before[start:end] if text not in stayed]
        came = [text for text in after[new_start:new_end] if text not in stayed]
        if len(went) == len(came) == 1:
            yield went[0], came[0]
        elif went and came:
            yield from _alike(went, came)


def _alike(went: Sequence[str], came: Sequence[str]) -> Iterator[tuple[str, str]]:
    scores = [[_share(was, now) for now in came] for was in went]
    for row, was in enumerate(went):
        best = max(range(len(came)), key=lambda at: scores[row][at])
        column = [scores[other][best] for other in range(len(went))]
        score = scores[row][best]
        if score >= _ALIKE and scores[row].count(score) == 1 and max(column) == score and column.count(score) == 1:
            yield was, came[best]


def _share(was: str, now: str) -> float:
    return SequenceMatcher(None, was.split(), now.split(), autojunk=False).ratio()
