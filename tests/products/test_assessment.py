"""Tests hold no key; their key holds every one; what is missing of an outcome is said."""

from __future__ import annotations

import dataclasses

import pytest

from modulekit.editions import redact
from modulekit.model import Module, Quiz, QuizItem
from modulekit.model.audience import Audience
from modulekit.model.coverage import coverage
from modulekit.products.table import PRODUCTS
from tests.courses import small
from tests.products.composed import composed, text

PARTICIPANTS = [name for name, product in PRODUCTS.items() if product.audience is Audience.PARTICIPANT]


def _quiz() -> Quiz:
    quiz = small().module.quiz
    assert quiz is not None
    return quiz


def _with_items(change: dict[str, object]) -> Module:
    items = tuple(QuizItem(**{**dict(item), **change}) for item in _quiz().items)
    return small().module.model_copy(update={"quiz": Quiz(items=items, forms=_quiz().forms)})


def test_redaction_takes_every_key() -> None:
    seen = redact(small().module, Audience.PARTICIPANT).quiz
    assert seen is not None
    assert all(item.answers for item in _quiz().items)
    assert not any(item.key or item.tolerance or item.feedback for item in seen.items)


@pytest.mark.parametrize("name", PARTICIPANTS)
def test_what_participants_get_does_not_depend_on_the_keys(name: str) -> None:
    """Keys are often too short to be searched for; so everything is composed once more with other ones."""
    other = dataclasses.replace(small(), module=_with_items({"key": "1", "tolerance": "9", "feedback": "Other."}))
    assert other.module != small().module
    assert composed(name, other) == composed(name)


def test_the_products_of_tests_are_for_whom_they_are_meant() -> None:
    assert PRODUCTS["test-key"].audience is Audience.TRAINER
    assert {"test-before", "test-after"} <= set(PARTICIPANTS)


def test_every_kind_is_asked_and_its_key_is_told() -> None:
    key = text("test-key").replace("\u00a0", " ").replace("\u2002", " ")
    for words in (
        "b) We choose three roads today.",
        "c) exchange views",
        "False",
        "mends the gate → c) what",
        "1. agree",
        "The keeper of the keys repairs the pump",
    ):
        assert words in key, words
    asked = (text("test-before") + text("test-after")).replace("\u00a0", " ").replace("\u2002", " ")
    assert "[ ] True" in asked
    assert "mends the gate\t____\ta) who" in asked
    assert "→" not in asked


def test_a_course_without_a_bank_says_so() -> None:
    bare = dataclasses.replace(small(), module=small().module.model_copy(update={"quiz": None}))
    assert "no test items" in repr(composed("test-before", bare))


def test_coverage_names_what_is_missing() -> None:
    module = small().module
    assert [row.holes for row in coverage(module)] == [(), ()]
    bare = module.model_copy(update={"quiz": None, "exercises": module.exercises[1:]})
    assert [row.holes for row in coverage(bare)] == [("practised", "tested"), ("tested",)]


def test_coverage_counts_minutes_once_for_each_outcome() -> None:
    first, second = coverage(small().module)
    assert (first.lessons, second.lessons) == (("purpose", "decisions"), ("decisions",))
    assert (first.exercises, second.exercises) == (("state-it",), ("write-it",))
    assert (first.minutes, second.minutes) == (105, 45)
