"""How the two forms of a test are drawn."""

from __future__ import annotations

from random import Random

import pytest

from modulekit.model import Bloom, Quiz, QuizForms, QuizItem, QuizKind
from modulekit.model.quiz import draw

OUTCOMES = ("read", "write", "count")
LEVELS = (Bloom.REMEMBER, Bloom.APPLY, Bloom.CREATE)


def _item(number: int, chance: Random) -> QuizItem:
    outcome, level = chance.choice(OUTCOMES), chance.choice(LEVELS)
    return QuizItem(id=f"q{number}", kind=QuizKind.TEXT, outcome=outcome, level=level, question="Why?")


def _quiz(items: list[QuizItem], per_outcome: int) -> Quiz:
    return Quiz(items=tuple(items), forms=QuizForms(per_outcome=per_outcome))


@pytest.mark.parametrize("seed", range(60))
def test_forms_are_equivalent_and_hold_nothing_twice(seed: int) -> None:
    chance = Random(seed)
    pairs = draw(_quiz([_item(n, chance) for n in range(1, 40)], 1 + seed % 4), OUTCOMES)
    assert pairs
    assert [(p.before.outcome, p.before.level) for p in pairs] == [(p.after.outcome, p.after.level) for p in pairs]
    drawn = [item.id for pair in pairs for item in (pair.before, pair.after)]
    assert len(drawn) == len(set(drawn))
    assert all(sum(p.before.outcome == outcome for p in pairs) <= 1 + seed % 4 for outcome in OUTCOMES)


@pytest.mark.parametrize("seed", range(60))
def test_a_later_item_changes_nothing_that_is_drawn(seed: int) -> None:
    chance = Random(seed)
    items = [_item(n, chance) for n in range(1, 40)]
    for size in range(1, len(items)):
        before, after = (draw(_quiz(items[:end], 2), OUTCOMES) for end in (size, size + 1))
        assert [pair for pair in after if pair in before] == list(before)


def test_the_order_in_the_file_does_not_matter() -> None:
    chance = Random(7)
    items = [_item(n, chance) for n in range(1, 30)]
    mixed = list(items)
    chance.shuffle(mixed)
    assert mixed != items
    assert draw(_quiz(mixed, 3), OUTCOMES) == draw(_quiz(items, 3), OUTCOMES)


def test_names_count_as_people_do() -> None:
    items = [
        QuizItem(id=id, kind=QuizKind.TEXT, outcome="read", level=Bloom.APPLY, question="Why?") for id in ("q10", "q2")
    ]
    assert [(pair.before.id, pair.after.id) for pair in draw(_quiz(items, 1), OUTCOMES)] == [("q2", "q10")]
