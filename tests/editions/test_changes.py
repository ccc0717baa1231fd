"""What changed is told exactly: nothing for the same course, and for each edit its own entry."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modulekit.editions.changes import changes
from modulekit.model import Entry, Lesson, Module, QuizItem, Slide, Step, Table
from modulekit.model.changes import Aspect, Change, Subject, What
from tests.courses import small

Told = tuple[Subject, What, tuple[Aspect, ...]]
Edit = Callable[[Module, random.Random], tuple[Module, list[Told]]]


def _told(old: Module, new: Module) -> list[Told]:
    return [_of(change) for change in changes(old, new).all]


def _of(change: Change) -> Told:
    return change.subject, change.what, change.aspects


def _with_lesson(module: Module, at: int, **fields: Any) -> Module:
    lessons = list(module.lessons)
    lessons[at] = lessons[at].model_copy(update=fields)
    return module.model_copy(update={"lessons": tuple(lessons)})


def _with_step(module: Module, at: int, step: int, **fields: Any) -> Module:
    steps = list(module.lessons[at].steps)
    steps[step] = steps[step].model_copy(update=fields)
    return _with_lesson(module, at, steps=tuple(steps))


def _with_exercise(module: Module, at: int, **fields: Any) -> Module:
    exercises = list(module.exercises)
    exercises[at] = exercises[at].model_copy(update=fields)
    return module.model_copy(update={"exercises": tuple(exercises)})


def _a_step(module: Module, chance: random.Random) -> tuple[int, int, Step]:
    """Any step that is no exercise."""
    found = [
        (at, n, step)
        for at, lesson in enumerate(module.lessons)
        for n, step in enumerate(lesson.steps)
        if isinstance(step, Step)
    ]
    return chance.choice(found)


def _retitled_step(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = chance.choice(_long_steps(module))
    new = _with_step(module, at, n, title=f"{step.title} once more")
    return new, [(Subject.STEP, What.CHANGED, (Aspect.TITLE,))]


def _long_steps(module: Module) -> list[tuple[int, int, Step]]:
    """Steps that say enough to be known by it."""
    return [
        (at, n, step)
        for at, lesson in enumerate(module.lessons)
        for n, step in enumerate(lesson.steps)
        if isinstance(step, Step) and (step.trainer or step.handout or step.slides)
    ]


def _longer_step(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = _a_step(module, chance)
    return _with_step(module, at, n, minutes=step.minutes + 5), [(Subject.STEP, What.CHANGED, (Aspect.MINUTES,))]


def _other_notes(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = chance.choice([found for found in _long_steps(module) if found[2].trainer])
    assert step.trainer is not None
    notes = step.trainer.model_copy(update={"watch_for": "Those who look at their telephones."})
    return _with_step(module, at, n, trainer=notes), [(Subject.STEP, What.CHANGED, (Aspect.NOTES,))]


def _new_paragraph(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = _a_step(module, chance)
    handout = (*step.handout, Entry.model_validate("A paragraph that nobody has read before."))
    return _with_step(module, at, n, handout=handout), [(Subject.STEP, What.CHANGED, (Aspect.CONTENT,))]


def _new_step(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at = chance.randrange(len(module.lessons))
    steps = list(module.lessons[at].steps)
    step = Step.model_validate({"title": "A walk to the river", "minutes": 7, "method": "plenary"})
    steps.insert(chance.randrange(len(steps) + 1), step)
    return _with_lesson(module, at, steps=tuple(steps)), [(Subject.STEP, What.ADDED, ())]


def _no_step(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at = chance.choice([at for at, lesson in enumerate(module.lessons) if len(lesson.steps) > 1])
    steps = list(module.lessons[at].steps)
    steps.pop(chance.randrange(len(steps)))
    return _with_lesson(module, at, steps=tuple(steps)), [(Subject.STEP, What.REMOVED, ())]


def _moved_step(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    """From one lesson to another."""
    at, n, step = _a_step(module, chance)
    if len(module.lessons[at].steps) == 1:
        return _longer_step(module, chance)
    to = chance.choice([other for other in range(len(module.lessons)) if other != at])
    rest = tuple(other for i, other in enumerate(module.lessons[at].steps) if i != n)
    without = _with_lesson(module, at, steps=rest)
    new = _with_lesson(without, to, steps=(*module.lessons[to].steps, step))
    return new, [(Subject.STEP, What.CHANGED, (Aspect.MOVED,))]


def _later_step(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    """To the end of its own lesson."""
    at = chance.choice([at for at, lesson in enumerate(module.lessons) if len(lesson.steps) > 1])
    first, *rest = module.lessons[at].steps
    return _with_lesson(module, at, steps=(*rest, first)), [(Subject.STEP, What.CHANGED, (Aspect.MOVED,))]


def _new_slide(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = _a_step(module, chance)
    slide = Slide.model_validate({"title": "Otters swim at night", "question": "Who has seen one?"})
    slides = list(step.slides)
    slides.insert(chance.randrange(len(slides) + 1), slide)
    return _with_step(module, at, n, slides=tuple(slides)), [(Subject.SLIDE, What.ADDED, ())]


def _no_slide(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = chance.choice([found for found in _long_steps(module) if found[2].slides])
    slides = list(step.slides)
    slides.pop(chance.randrange(len(slides)))
    return _with_step(module, at, n, slides=tuple(slides)), [(Subject.SLIDE, What.REMOVED, ())]


def _other_slide(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = chance.choice([found for found in _long_steps(module) if found[2].slides])
    slides = list(step.slides)
    which = chance.randrange(len(slides))
    slides[which] = slides[which].model_copy(update={"notes": "Wait until everybody has read it to the end."})
    return _with_step(module, at, n, slides=tuple(slides)), [(Subject.SLIDE, What.CHANGED, (Aspect.NOTES,))]


def _new_table(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at, n, step = _a_step(module, chance)
    table = {"caption": "Otters by river", "columns": ["River", "Otters"], "rows": [["North", "3"]]}
    handout = (*step.handout, Entry.model_validate({"table": table}))
    return _with_step(module, at, n, handout=handout), [(Subject.TABLE, What.ADDED, ())]


def _other_table(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    tables = [
        (at, n, step, k)
        for at, n, step in _long_steps(module)
        for k, entry in enumerate(step.handout)
        if isinstance(entry.block, Table)
    ]
    at, n, step, k = chance.choice(tables)
    table = step.handout[k].table
    assert table is not None
    handout = list(step.handout)
    handout[k] = Entry(table=table.model_copy(update={"source": "A book of rivers, 1911."}))
    return _with_step(module, at, n, handout=tuple(handout)), [(Subject.TABLE, What.CHANGED, (Aspect.CONTENT,))]


def _other_answer(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at = chance.randrange(len(module.exercises))
    answer = (*module.exercises[at].answer, Entry.model_validate("Otters, and only otters."))
    return _with_exercise(module, at, answer=answer), [(Subject.EXERCISE, What.CHANGED, (Aspect.ANSWER,))]


def _longer_exercise(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at = chance.randrange(len(module.exercises))
    minutes = module.exercises[at].minutes
    new = _with_exercise(module, at, minutes=minutes.model_copy(update={"work": minutes.work + 5}))
    return new, [(Subject.EXERCISE, What.CHANGED, (Aspect.MINUTES,))]


def _other_key(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    assert module.quiz is not None
    items = list(module.quiz.items)
    at = chance.randrange(len(items))
    items[at] = items[at].model_copy(update={"key": "otters"})
    quiz = module.quiz.model_copy(update={"items": tuple(items)})
    return module.model_copy(update={"quiz": quiz}), [(Subject.TEST_ITEM, What.CHANGED, (Aspect.ANSWER,))]


def _new_item(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    assert module.quiz is not None
    item = QuizItem.model_validate(
        {
            "id": "zz-otters",
            "kind": "numeric",
            "outcome": chance.choice(module.outcomes).id,
            "level": "remember",
            "question": "How many otters live in the north river?",
            "key": "3",
        }
    )
    quiz = module.quiz.model_copy(update={"items": (*module.quiz.items, item)})
    return module.model_copy(update={"quiz": quiz}), [(Subject.TEST_ITEM, What.ADDED, ())]


def _no_lesson(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at = chance.randrange(len(module.lessons))
    lessons = tuple(lesson for n, lesson in enumerate(module.lessons) if n != at)
    return module.model_copy(update={"lessons": lessons}), [(Subject.LESSON, What.REMOVED, ())]


def _new_lesson(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    lesson = Lesson.model_validate(
        {
            "lesson": "otters",
            "title": "Otters of the north",
            "minutes": 30,
            "steps": [{"title": "Their tracks", "minutes": 30, "method": "plenary"}],
        }
    )
    lessons = list(module.lessons)
    lessons.insert(chance.randrange(len(lessons) + 1), lesson)
    return module.model_copy(update={"lessons": tuple(lessons)}), [(Subject.LESSON, What.ADDED, ())]


def _other_lesson(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    at = chance.randrange(len(module.lessons))
    field, value, aspect = chance.choice(
        [
            ("title", "Otters of the north", Aspect.TITLE),
            ("minutes", 333, Aspect.MINUTES),
            ("before", "Feed the otters of the north.", Aspect.NOTES),
            ("key_messages", ("Otters swim.",), Aspect.CONTENT),
        ]
    )
    return _with_lesson(module, at, **{field: value}), [(Subject.LESSON, What.CHANGED, (aspect,))]


def _other_course(module: Module, chance: random.Random) -> tuple[Module, list[Told]]:
    day = module.programme[0].model_copy(update={"start": "08:05"})
    field, value, aspect = chance.choice(
        [
            ("title", "Otters of the north", Aspect.TITLE),
            ("summary", "How otters live.", Aspect.FRONT),
            ("glossary", module.glossary[1:], Aspect.GLOSSARY),
            ("references", module.references[1:], Aspect.REFERENCES),
            ("programme", (day, *module.programme[1:]), Aspect.PROGRAMME),
            ("trainer", None, Aspect.NOTES),
        ]
    )
    return module.model_copy(update={field: value}), [(Subject.COURSE, What.CHANGED, (aspect,))]


EDITS: tuple[Edit, ...] = (
    _retitled_step,
    _longer_step,
    _other_notes,
    _new_paragraph,
    _new_step,
    _no_step,
    _moved_step,
    _later_step,
    _new_slide,
    _no_slide,
    _other_slide,
    _new_table,
    _other_table,
    _other_answer,
    _longer_exercise,
    _other_key,
    _new_item,
    _no_lesson,
    _new_lesson,
    _other_lesson,
    _other_course,
)


def test_nothing_changed_between_a_course_and_itself() -> None:
    found = changes(small().module, small().module)
    assert found.is_empty
    assert found.all == ()


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__.strip("_"))
@settings(max_examples=15, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000))
def test_an_edit_gives_its_own_entry_and_no_other(edit: Edit, seed: int) -> None:
    module = small().module
    new, told = edit(module, random.Random(seed))
    assert new != module
    assert _told(module, new) == told


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__.strip("_"))
def test_the_way_back_tells_as_much(edit: Edit) -> None:
    module = small().module
    new, told = edit(module, random.Random(7))
    back = {What.ADDED: What.REMOVED, What.REMOVED: What.ADDED, What.CHANGED: What.CHANGED}
    assert _told(new, module) == [(subject, back[what], aspects) for subject, what, aspects in told]
    assert changes(new, new).is_empty


def test_numbers_that_follow_from_a_lesson_are_not_told_one_by_one() -> None:
    module = small().module
    new, _ = _new_lesson(module, random.Random(0))
    first = [lesson for lesson in new.lessons if lesson.lesson != "otters"]
    otters = next(lesson for lesson in new.lessons if lesson.lesson == "otters")
    day = module.programme[0]
    programme = (day.model_copy(update={"sessions": day.sessions}), *module.programme[1:])
    new = new.model_copy(update={"lessons": (first[0], otters, *first[1:]), "programme": programme})
    told = changes(module, new).renumbered
    assert {item.subject for item in told} == {Subject.LESSON}
    assert [(item.old.number, item.new.number) for item in told] == [("1", "2"), ("2", "3")]
