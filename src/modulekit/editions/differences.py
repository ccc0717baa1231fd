"""In which respects two things that belong together are different.

Takes two lessons, steps, slides, exercises or test items, gives aspects in a fixed order. Every field of the model
belongs to an aspect: one that is not named here counts as content, so that no difference goes untold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from modulekit.editions.pieces import plain
from modulekit.model import Entry, Exercise, ExerciseUse, Lesson, Module, Node, QuizItem, Slide, Step
from modulekit.model.changes import Aspect

Aspects = tuple[Aspect, ...]

_LESSON = {
    "title": Aspect.TITLE,
    "minutes": Aspect.MINUTES,
    "outcomes": Aspect.OUTCOMES,
    "overview": Aspect.NOTES,
    "materials": Aspect.NOTES,
    "before": Aspect.NOTES,
    "room": Aspect.NOTES,
    "if_short_of_time": Aspect.NOTES,
}
_STEP = {
    "title": Aspect.TITLE,
    "minutes": Aspect.MINUTES,
    "method": Aspect.METHOD,
    "priority": Aspect.PRIORITY,
    "trainer": Aspect.NOTES,
}
_SLIDE = {"title": Aspect.TITLE, "notes": Aspect.NOTES}
_EXERCISE = {
    "title": Aspect.TITLE,
    "kind": Aspect.METHOD,
    "group_size": Aspect.METHOD,
    "outcomes": Aspect.OUTCOMES,
    "minutes": Aspect.MINUTES,
    "purpose": Aspect.TASK,
    "task": Aspect.TASK,
    "materials": Aspect.TASK,
    "setup": Aspect.NOTES,
    "debrief": Aspect.NOTES,
    "mistakes": Aspect.NOTES,
    "if_short_of_time": Aspect.NOTES,
    "without_projector": Aspect.NOTES,
    "answer": Aspect.ANSWER,
}
_ITEM = {
    "outcome": Aspect.OUTCOMES,
    "level": Aspect.OUTCOMES,
    "key": Aspect.ANSWER,
    "tolerance": Aspect.ANSWER,
    "feedback": Aspect.NOTES,
}
_COURSE = {
    "title": Aspect.TITLE,
    "subtitle": Aspect.TITLE,
    "short_title": Aspect.TITLE,
    "outcomes": Aspect.OUTCOMES,
    "glossary": Aspect.GLOSSARY,
    "references": Aspect.REFERENCES,
    "regions": Aspect.CONTENT,
    "trainer": Aspect.NOTES,
}
_APART = frozenset(("programme", "lessons", "exercises", "quiz"))
"""Fields of a module that are told in their own way."""

_FILED = frozenset(("format", "module", "document"))
"""Fields of a module that differ from version to version, or that no reader sees."""


def lesson_aspects(old: Lesson, new: Lesson) -> Aspects:
    """A lesson without its steps."""
    return _aspects(old, new, _LESSON, leave=("lesson", "steps"))


def step_aspects(old: Step | ExerciseUse, new: Step | ExerciseUse) -> Aspects:
    """A step without its slides, tables and figures. Which exercise a step uses is told by its being another step."""
    found = set(_aspects(old, new, _STEP, leave=("slides", "handout", "exercise")))
    if plain(old.handout) != plain(new.handout):
        found.add(Aspect.CONTENT)
    return _in_order(found)


def slide_aspects(old: Slide, new: Slide) -> Aspects:
    """A slide."""
    return _aspects(old, new, _SLIDE, leave=("id",))


def piece_aspects(old: Entry, new: Entry) -> Aspects:
    """A table or figure of one kind."""
    return _aspects(old.block, new.block, {"caption": Aspect.TITLE}, leave=("id",))


def exercise_aspects(old: Exercise, new: Exercise) -> Aspects:
    """An exercise without the tables and figures of its worksheet."""
    found = set(_aspects(old, new, _EXERCISE, leave=("exercise", "worksheet")))
    if plain(old.worksheet) != plain(new.worksheet):
        found.add(Aspect.CONTENT)
    return _in_order(found)


def item_aspects(old: QuizItem, new: QuizItem) -> Aspects:
    """A test item."""
    return _aspects(old, new, _ITEM, leave=("id",))


def course_aspects(old: Module, new: Module, lessons: Mapping[str, str]) -> Aspects:
    """What of a module stands outside of its lessons, exercises and test items; ``lessons`` are the pairs of ids."""
    found = set(_aspects(old, new, _COURSE, leave=(*_APART, *_FILED), other=Aspect.FRONT))
    if _programmes_differ(old, new, lessons):
        found.add(Aspect.PROGRAMME)
    if (old.quiz.forms if old.quiz else None) != (new.quiz.forms if new.quiz else None):
        found.add(Aspect.TESTS)
    return _in_order(found)


def notes_of_lesson(lesson: Lesson) -> Sequence[object]:
    """What only trainers read of a lesson itself."""
    return (lesson.overview, lesson.materials, lesson.before, lesson.room, lesson.if_short_of_time)


def notes_of_exercise(exercise: Exercise) -> Sequence[object]:
    """What only trainers read of an exercise, its answer left out."""
    texts = (exercise.setup, exercise.if_short_of_time, exercise.without_projector)
    return (*texts, exercise.debrief, exercise.mistakes)


def notes_of_course(module: Module) -> Sequence[object]:
    """The front of the trainer guide."""
    return (module.trainer,)


def _aspects(
    old: Node, new: Node, table: Mapping[str, Aspect], leave: Iterable[str], other: Aspect = Aspect.CONTENT
) -> Aspects:
    fields = dict.fromkeys((*type(old).model_fields, *type(new).model_fields))
    left = set(leave)
    return _in_order(
        table.get(name, other)
        for name in fields
        if name not in left and getattr(old, name, None) != getattr(new, name, None)
    )


def _in_order(found: Iterable[Aspect]) -> Aspects:
    """Aspects in the order in which they are told, each once."""
    given = set(found)
    return tuple(aspect for aspect in Aspect if aspect in given)


def _programmes_differ(old: Module, new: Module, lessons: Mapping[str, str]) -> bool:
    """Whether the days differ in what no lesson tells: clock, pauses, and which lesson stands on which day.

    Lessons that only one version has are left out. Where lessons were moved, each of them tells it, and only clock and
    pauses are compared.
    """
    before = _days(old, {id: id for id in lessons.values()})
    after = _days(new, lessons)
    if [lesson for _, entries in before for lesson in entries if isinstance(lesson, str)] != [
        lesson for _, entries in after for lesson in entries if isinstance(lesson, str)
    ]:
        before = [(head, [entry for entry in entries if not isinstance(entry, str)]) for head, entries in before]
        after = [(head, [entry for entry in entries if not isinstance(entry, str)]) for head, entries in after]
    return before != after


def _days(module: Module, names: Mapping[str, str]) -> list[tuple[object, list[object]]]:
    """The head of each day, and its lessons by the names that they have in the old version, with pauses among them."""
    days: list[tuple[object, list[object]]] = []
    for day in module.programme:
        entries: list[object] = []
        for session in day.sessions:
            if session.pause:
                entries.append((session.pause, session.minutes, session.at))
            elif session.lesson and session.lesson in names:
                entries.append(names[session.lesson])
        days.append(((day.title, day.start, day.end), entries))
    return days
