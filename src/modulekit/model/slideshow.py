"""Which slides a module shows, in which order: those that authors wrote and those that follow from the course itself.

Takes a Module whose slides have ids, gives the plan that numbering and the slides product share.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from modulekit.model.lesson import ExerciseUse, Lesson, LessonKind
from modulekit.model.module import Module


class SlideKind(StrEnum):
    """Where a slide comes from."""

    TITLE = "title"  # the module's title
    SECTION = "section"  # a lesson begins
    AUTHORED = "authored"
    EXERCISE = "exercise"  # an exercise begins
    SUMMARY = "summary"  # the key messages of a lesson


@dataclass(frozen=True, slots=True)
class PlannedSlide:
    """One slide of the plan. ``step`` and ``slide`` count from 0 within the lesson and the step.

    No two slides of a plan share an id: what authors name holds no slash.
    """

    id: str
    kind: SlideKind
    lesson: str = ""
    step: int = -1
    slide: int = -1


def slideshow(module: Module) -> Iterator[PlannedSlide]:
    """Every slide in the order of the programme. An exercise that is used again shows its slide again."""
    yield PlannedSlide("title", SlideKind.TITLE)
    lessons = {lesson.lesson: lesson for lesson in module.lessons}
    for day in module.programme:
        for session in day.sessions:
            lesson = lessons.get(session.lesson or "")
            if lesson is not None:
                yield from lesson_slides(lesson)


def lesson_slides(lesson: Lesson) -> Iterator[PlannedSlide]:
    """The slides of one lesson."""
    name = lesson.lesson
    numbered = lesson.kind is LessonKind.LESSON
    if numbered:
        yield PlannedSlide(f"section-{name}", SlideKind.SECTION, name)
    uses: Counter[str] = Counter()
    for at, step in enumerate(lesson.steps):
        if isinstance(step, ExerciseUse):
            uses[step.exercise] += 1
            again = f"/{uses[step.exercise]}" if uses[step.exercise] > 1 else ""
            yield PlannedSlide(f"exercise-{name}/{step.exercise}{again}", SlideKind.EXERCISE, name, at)
        for index, slide in enumerate(step.slides):
            yield PlannedSlide(slide.id or f"{name}/{at}/{index}", SlideKind.AUTHORED, name, at, index)
    if numbered and lesson.key_messages:
        yield PlannedSlide(f"summary-{name}", SlideKind.SUMMARY, name)
