"""How many of each thing: per participant, per group, once, for the smallest and the largest group."""

from __future__ import annotations

import dataclasses

import pytest

from modulekit.build import Job
from modulekit.model import Exercise, Lesson, Material
from modulekit.products.context import Context
from modulekit.products.quantities import Amount, needs, packing, table_size
from tests.courses import small
from tests.products.composed import context


def _with_materials(*materials: tuple[Material, ...]) -> Context:
    """The small course with materials of its own in each lesson, and none in its exercises."""
    module = small().module
    lessons = tuple(
        lesson.model_copy(update={"materials": given})
        for lesson, given in zip(module.lessons, (*materials, *((),) * 3), strict=False)
    )
    exercises = tuple(exercise.model_copy(update={"materials": ()}) for exercise in module.exercises)
    changed = module.model_copy(update={"lessons": lessons, "exercises": exercises})
    return context("materials", dataclasses.replace(small(), module=changed))


def _material(**fields: object) -> Material:
    return Material.model_validate({"item": "pen", **fields})


@pytest.mark.parametrize(
    ("fields", "amount"),
    [
        ({}, Amount(1, 1)),
        ({"count": "7"}, Amount(7, 7)),
        ({"per": "participant"}, Amount(4, 12)),
        ({"per": "participant", "count": "2"}, Amount(8, 24)),
        ({"per": "group"}, Amount(1, 3)),
        ({"per": "group", "count": "3"}, Amount(3, 9)),
    ],
)
def test_an_amount_goes_with_the_group(fields: dict[str, object], amount: Amount) -> None:
    """The small course is for 4 to 12 participants, whose group exercise puts 4 at a table."""
    lead = _with_materials((_material(**fields),))
    assert [thing.amount for thing in packing(lead)] == [amount]


def test_a_table_that_is_not_full_still_needs_its_own() -> None:
    lead = context("materials")
    module = lead.module.model_copy(update={"group": lead.module.group.model_copy(update={"most": 13})})
    wider = Context(dataclasses.replace(lead.edition, module=module), lead.strings)
    assert {thing.item: thing.amount.most for thing in packing(wider)}["form"] == 12  # 3 for each of 4 tables


def test_what_is_used_again_is_packed_once_and_what_is_used_up_for_every_use() -> None:
    two, five = _material(count="2"), _material(item="Pen", count="5")
    assert packing(_with_materials((two,), (five,)))[0].amount == Amount(5, 5)
    paper = [item.model_copy(update={"used_up": True}) for item in (two, five)]
    (packed,) = packing(_with_materials((paper[0],), (paper[1],)))
    assert packed.amount == Amount(7, 7)
    assert packed.lessons == ("opening", "purpose")
    assert packed.item == "pen"


def test_a_lesson_names_a_thing_once() -> None:
    pens = (_material(count="2"), _material(item="PEN", count="2"), _material(item="pen", count="3"))
    lead = _with_materials(pens)
    assert [need.material.count for need in needs(lead, lead.sessions[0].lesson or small().module.lessons[0])] == [2, 3]


def test_pairs_are_groups_of_two() -> None:
    def paired(exercise: Exercise) -> Exercise:
        return exercise.model_copy(update={"materials": (_material(per="group"),)})

    module = small().module
    exercises = tuple(paired(e) if e.kind.value == "pairs" else e for e in module.exercises)
    lead = context("materials", dataclasses.replace(small(), module=module.model_copy(update={"exercises": exercises})))
    assert {thing.item: thing.amount for thing in packing(lead)}["pen"] == Amount(2, 6)


def test_how_many_sit_together() -> None:
    lead = context("materials")
    purpose, decisions = (session.lesson for session in lead.sessions[1:])
    assert isinstance(purpose, Lesson)
    assert table_size(lead) == table_size(lead, purpose) == table_size(lead, decisions) == 4
    alone = small().module.model_copy(update={"exercises": ()})
    job: Job = dataclasses.replace(small(), module=alone)
    whole = Context(dataclasses.replace(lead.edition, module=job.module), lead.strings)
    assert table_size(whole) == 5
