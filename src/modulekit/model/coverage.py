"""Where each outcome is taught, practised and tested.

Takes a Module whose slides have ids, gives one row for each outcome. Must not know words, numbers or pages.
"""

from dataclasses import dataclass

from modulekit.model.lesson import ExerciseUse
from modulekit.model.module import Module, Outcome
from modulekit.model.quiz import draw
from modulekit.model.slideshow import lesson_slides
from modulekit.model.timetable import step_minutes


@dataclass(frozen=True, slots=True)
class Covered:
    """One outcome and all that serves it, by ids in the order of the programme.

    A lesson serves the outcomes that it names, with all steps that are no exercises; an exercise serves the outcomes
    that it names itself. ``steps`` are pairs of a lesson and the number of the step in it, from 1. ``minutes`` are
    those of ``steps``; what serves several outcomes counts for each. ``spare`` items are in the bank, but in no form.
    """

    outcome: Outcome
    lessons: tuple[str, ...]
    steps: tuple[tuple[str, int], ...]
    exercises: tuple[str, ...]
    slides: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    spare: tuple[str, ...]
    minutes: int

    @property
    def holes(self) -> tuple[str, ...]:
        """What is missing: ``taught``, ``practised``, ``tested``."""
        found = (("taught", self.lessons), ("practised", self.exercises), ("tested", self.before and self.after))
        return tuple(name for name, there in found if not there)


def coverage(module: Module) -> tuple[Covered, ...]:
    """One row for each outcome, in the order of the module."""
    return tuple(_covered(module, outcome) for outcome in module.outcomes)


def _covered(module: Module, outcome: Outcome) -> Covered:
    by_id = {lesson.lesson: lesson for lesson in module.lessons}
    called = [by_id[s.lesson] for day in module.programme for s in day.sessions if s.lesson in by_id]
    all_exercises = {exercise.exercise: exercise for exercise in module.exercises}
    steps: list[tuple[str, int]] = []
    exercises: dict[str, None] = {}
    slides: list[str] = []
    minutes = 0
    for lesson in called:
        served = set()
        for at, step in enumerate(lesson.steps):
            if isinstance(step, ExerciseUse):
                exercise = all_exercises.get(step.exercise)
                if exercise is None or outcome.id not in exercise.outcomes:
                    continue
                exercises[step.exercise] = None
            elif outcome.id not in lesson.outcomes:
                continue
            served.add(at)
            steps.append((lesson.lesson, at + 1))
            minutes += step_minutes(step, all_exercises)
        slides += [slide.id for slide in lesson_slides(lesson) if slide.step in served]
    bank = [item.id for item in module.quiz.items if item.outcome == outcome.id] if module.quiz else []
    pairs = draw(module.quiz, [outcome.id]) if module.quiz else ()
    before, after = tuple(pair.before.id for pair in pairs), tuple(pair.after.id for pair in pairs)
    return Covered(
        outcome,
        tuple(lesson.lesson for lesson in called if outcome.id in lesson.outcomes),
        tuple(steps),
        tuple(exercises),
        tuple(slides),
        before,
        after,
        tuple(id for id in bank if id not in {*before, *after}),
        minutes,
    )
