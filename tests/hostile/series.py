"""Many mutants in few processes: where a process does not end well, each of its mutants is tried alone."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass

from tests.hostile.mutants import Stand, mutant
from tests.hostile.trial import RAISED, SECONDS, Ended, tried
from tests.hostile.work import check, compose

_AT_ONCE = 25
_SECONDS_OF_PRODUCTS = 20
_COMPOSED = 4  # one of so many of those that hold is composed


@dataclass(frozen=True, slots=True)
class Faulty:
    """A mutant that neither gave findings nor held, and how its trial ended."""

    number: int
    ended: Ended


def series(seed: int, numbers: Sequence[int], stand: Stand) -> Iterator[Faulty]:
    """The faulty ones among the mutants with these numbers."""
    for first in range(0, len(numbers), _AT_ONCE):
        some = numbers[first : first + _AT_ONCE]
        all_good = tried(lambda some=some: _all(seed, some, stand), len(some) * _SECONDS_OF_PRODUCTS)  # type: ignore[misc]
        if not all_good.fault or all_good.fault == "too slow":
            continue
        for number in some:  # whoever ended in the middle left damage behind
            stand.clean(mutant(seed, number))
        for number in some:
            ended = _alone(seed, number, stand)
            if ended.fault:
                yield Faulty(number, ended)


def _all(seed: int, numbers: Sequence[int], stand: Stand) -> int:
    """Check each mutant; one that takes too long counts as an error of the program."""
    for number in numbers:
        one = mutant(seed, number)
        root = stand.set_up(one)
        before = time.process_time()
        with redirect_stdout(io.StringIO()):
            code = check(root, number)
        if time.process_time() - before > SECONDS:
            return RAISED
        if code == 0 and number % _COMPOSED == 0:
            compose(root)
        stand.clean(one)
    return 0


def _alone(seed: int, number: int, stand: Stand) -> Ended:
    one = mutant(seed, number)
    root = stand.set_up(one)
    ended = tried(lambda: check(root, number))
    if ended.fault in ("too slow", "signal 24"):  # on a busy computer once is no proof
        ended = tried(lambda: check(root, number))
    if ended.code == 0 and number % _COMPOSED == 0:
        made = tried(lambda: compose(root), _SECONDS_OF_PRODUCTS)
        ended = made if made.fault not in ("", "too slow") else ended
    stand.clean(one)
    return ended
