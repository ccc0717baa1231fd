"""Which steps go when time is short.

Takes steps that may go and the minutes that are missing, gives the steps to leave out. Must not know days or clocks.

The rule, in the order in which it is applied:

1. ``could`` before ``should``; ``must`` is not among the steps.
2. Of one priority, the shortest step that gives back enough; where none does, the longest, and again from there.
3. Of equally long ones, the one that is taught last.
4. What turns out not to have been necessary is put back: the more important before the less, the longer before the
   shorter, the earlier before the later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modulekit.model import Priority

_ORDER = (Priority.COULD, Priority.SHOULD)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A step that may go: ``place`` is its position in the course, by which steps are told apart."""

    place: tuple[int, int]
    minutes: int
    priority: Priority


def choose(candidates: Sequence[Candidate], over: int) -> tuple[Candidate, ...]:
    """The steps to leave out so that at least ``over`` minutes are saved, or all where that is too little.

    They come in the order of the course.
    """
    chosen: list[Candidate] = []
    missing = over
    for priority in _ORDER:
        left = [step for step in candidates if step.priority is priority]
        while missing > 0 and left:
            enough = [step for step in left if step.minutes >= missing]
            if enough:
                shortest = min(step.minutes for step in enough)
                step = max((step for step in enough if step.minutes == shortest), key=lambda step: step.place)
            else:
                step = max(left, key=lambda step: (step.minutes, step.place))
            left.remove(step)
            chosen.append(step)
            missing -= step.minutes
    for step in sorted(chosen, key=lambda step: (-_ORDER.index(step.priority), -step.minutes, step.place)):
        if missing + step.minutes <= 0:
            chosen.remove(step)
            missing += step.minutes
    return tuple(sorted(chosen, key=lambda step: step.place))
