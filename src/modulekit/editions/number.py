"""Give numbers once, on the whole module, before anything is taken away.

What only trainers see never consumes a number, so "Exercise 3" and "Table 3.1" are the same in every edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.model import Entry, Exercise, ExerciseUse, Lesson, LessonKind, Module
from modulekit.model.numbering import Numbering
from modulekit.model.slideshow import slideshow


def number(module: Module) -> Numbering:
    """The numbers of a module whose tables, figures and slides have ids (see ``identify``)."""
    numbered = [lesson for lesson in module.lessons if lesson.kind is LessonKind.LESSON]
    lessons = {lesson.lesson: n for n, lesson in enumerate(numbered, start=1)}
    exercises = {exercise.exercise: n for n, exercise in enumerate(module.exercises, start=1)}
    numbers: dict[str, dict[str, str]] = {"table": {}, "figure": {}}
    printed: set[str] = set()
    by_id = {exercise.exercise: exercise for exercise in module.exercises}
    for lesson in module.lessons:
        count = {"table": 0, "figure": 0}
        entries = tuple(_entries(lesson, by_id, printed))  # read for frames too: an exercise is printed once
        chapter = lessons.get(lesson.lesson)
        if chapter is None:
            continue
        for entry in entries:
            kind, id = entry.block.numbered_as, getattr(entry.block, "id", None)
            if kind in numbers and id:
                count[kind] += 1
                numbers[kind][id] = f"{chapter}.{count[kind]}"
    slides = {slide.id: n for n, slide in enumerate(slideshow(module), start=1)}
    return Numbering(lessons, exercises, numbers["table"], numbers["figure"], slides)


def _entries(lesson: Lesson, exercises: dict[str, Exercise], printed: set[str]) -> Iterator[Entry]:
    """What participants read of a lesson, in order; an exercise's worksheet where it is used first."""
    for step in lesson.steps:
        yield from step.handout
        if isinstance(step, ExerciseUse) and step.exercise in exercises and step.exercise not in printed:
            printed.add(step.exercise)
            yield from exercises[step.exercise].worksheet
