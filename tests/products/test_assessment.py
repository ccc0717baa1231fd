"""Tests hold no key; their key holds every one; what is missing of an outcome is said."""

from __future__ import annotations

import dataclasses

import pytest

from modulekit.document import Document, Paragraph, Table, plain
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


def test_each_participant_has_a_row_on_the_scoring_sheet_and_each_outcome_two_columns() -> None:
    document = composed("test-key")
    assert isinstance(document, Document)
    (sheet,) = [block for part in document.parts for block in part.blocks if getattr(block, "role", "") == "tally"]
    assert isinstance(sheet, Table)
    assert len(sheet.columns) == 1 + 2 * len(small().module.outcomes) + 3
    assert len(sheet.rows) == small().module.group.most + 2
    most = [
        plain(cell.blocks[0].children) for cell in sheet.rows[0].cells[1:-1] if isinstance(cell.blocks[0], Paragraph)
    ]
    assert most == ["2", "2", "5", "5", "7", "7"]
    assert not any(cell.blocks for row in sheet.rows[1:] for cell in row.cells[1:])


def test_the_minutes_of_an_outcome_are_those_of_its_lessons() -> None:
    lines = [line.split("\t") for line in text("coverage").splitlines()]
    minutes = [[int(cell) for cell in cells[2:] if cell] for cells in lines if len(cells) == 5 and cells[0].isdigit()]
    assert len(minutes) == len(small().module.outcomes)
    assert all(sum(row[:-1]) == row[-1] > 0 for row in minutes)


def test_a_course_without_a_bank_says_so() -> None:
    bare = dataclasses.replace(small(), module=small().module.model_copy(update={"quiz": None}))
    assert "no test items" in repr(composed("test-before", bare))
    assert "no test items" in repr(composed("test-key", bare))


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
