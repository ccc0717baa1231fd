"""Which steps go when time is short: the rule, case by case, and what holds for every course."""

from __future__ import annotations

import itertools
import random

import pytest

from modulekit.editions.cutting import Candidate, choose
from modulekit.model import Priority

C, S = Priority.COULD, Priority.SHOULD


def _steps(*lengths: tuple[int, Priority]) -> tuple[Candidate, ...]:
    return tuple(Candidate((at, 0), minutes, priority) for at, (minutes, priority) in enumerate(lengths))


@pytest.mark.parametrize(
    ("lengths", "over", "gone"),
    [
        (((10, C), (20, S)), 5, [0]),  # could before should, even where it is exactly one of each
        (((10, C), (20, C), (15, C)), 12, [2]),  # the shortest that is enough
        (((10, C), (8, C), (5, C)), 13, [0, 2]),  # none is enough: the longest, then the shortest that is
        (((10, C), (10, C)), 5, [1]),  # of equal ones the later
        (((5, C), (20, S)), 18, [1]),  # the step that could stays: leaving it out would save nothing
        (((5, C), (14, S)), 18, [0, 1]),  # both are needed
        (((5, C),), 0, []),
        (((5, C),), 60, [0]),  # all there is, and not enough
        ((), 10, []),
    ],
)
def test_the_rule(lengths: tuple[tuple[int, Priority], ...], over: int, gone: list[int]) -> None:
    assert [step.place[0] for step in choose(_steps(*lengths), over)] == gone


def test_enough_is_cut_and_nothing_that_could_be_put_back() -> None:
    chance = random.Random(5)
    for _ in range(400):
        lengths = [(chance.randint(1, 40), chance.choice((C, S))) for _ in range(chance.randint(1, 9))]
        steps, over = _steps(*lengths), chance.randint(1, 120)
        gone = choose(steps, over)
        saved, most = sum(step.minutes for step in gone), sum(step.minutes for step in steps)
        assert saved >= min(over, most)
        assert over > most or all(saved - step.minutes < over for step in gone)
        could = sum(step.minutes for step in steps if step.priority is C)
        assert could < over or all(step.priority is C for step in gone)


def test_the_order_in_which_steps_are_given_does_not_matter() -> None:
    steps = _steps((10, C), (10, C), (7, S), (9, C))
    assert len({choose(order, 17) for order in itertools.permutations(steps)}) == 1
