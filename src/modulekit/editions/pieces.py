"""A version of a module taken to pieces: lessons, steps, slides, tables and exercises, each with its number.

Takes a Module, gives lists. Must not know the other version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from modulekit.editions.identify import identify
from modulekit.editions.matching import words
from modulekit.editions.number import number
from modulekit.model import Entry, Exercise, ExerciseUse, Lesson, Module, QuizItem, Slide, Step
from modulekit.model.changes import Side, Subject, Version
from modulekit.model.numbering import Numbering
from modulekit.model.quiz import draw
from modulekit.model.slideshow import SlideKind, slideshow
from modulekit.model.timetable import step_minutes, timetable

NUMBERED = {"table": Subject.TABLE, "figure": Subject.FIGURE}


@dataclass(frozen=True)
class StepPiece:
    """A step in its place; ``at`` counts from 0."""

    lesson: str
    at: int
    step: Step | ExerciseUse
    side: Side

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the step with all that hangs on it."""
        return words(self.step)


@dataclass(frozen=True)
class SlidePiece:
    """A slide in its place. ``step`` is the index of its step among all steps of the module."""

    step: int
    slide: Slide
    side: Side

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the slide."""
        return words(self.slide)


@dataclass(frozen=True)
class BlockPiece:
    """A table or figure in its place: in the step with the index ``holder``, or in the exercise of that id."""

    holder: int | str
    entry: Entry
    subject: Subject
    side: Side

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the block."""
        return words(self.entry)


@dataclass(frozen=True)
class Pieces:
    """One version of a module."""

    module: Module

    @cached_property
    def version(self) -> Version:
        """Its version, its date and its minutes of teaching."""
        control = self.module.document
        minutes = sum(day.net for day in timetable(self.module))
        return Version(control.version, control.date.isoformat(), minutes)

    @cached_property
    def whole(self) -> Module:
        """The same with ids for all that is numbered. They tell numbers, and nothing of what belongs together."""
        return identify(self.module)

    @cached_property
    def numbering(self) -> Numbering:
        """Its numbers."""
        return number(self.whole)

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Its exercises by id."""
        return {exercise.exercise: exercise for exercise in self.module.exercises}

    def lesson(self, lesson: Lesson) -> Side:
        """A lesson of this version."""
        id = lesson.lesson
        number = self.numbering.lessons.get(id)
        return Side(lesson.title, str(number) if number else "", id, lesson.minutes, f"lesson:{id}")

    def exercise(self, exercise: Exercise) -> Side:
        """An exercise of this version."""
        id = exercise.exercise
        number = str(self.numbering.exercises.get(id, ""))
        return Side(exercise.title, number, "", exercise.minutes.total, f"exercise:{id}")

    def item(self, item: QuizItem) -> Side:
        """A test item: ``A3`` is the third of the test before the course, ``B3`` of the one after it."""
        return Side(item.question, self._items.get(item.id, ""), target=f"item:{item.id}")

    @cached_property
    def _items(self) -> dict[str, str]:
        quiz = self.module.quiz
        pairs = draw(quiz, (outcome.id for outcome in self.module.outcomes)) if quiz else ()
        drawn = [(at, pair) for at, pair in enumerate(pairs, start=1)]
        return {pair.before.id: f"A{at}" for at, pair in drawn} | {pair.after.id: f"B{at}" for at, pair in drawn}

    @cached_property
    def steps(self) -> tuple[StepPiece, ...]:
        """All steps, lesson by lesson."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[StepPiece]:
        for lesson in self.module.lessons:
            for at, step in enumerate(lesson.steps):
                is_use = isinstance(step, ExerciseUse)
                title = step.title if not isinstance(step, ExerciseUse) else self._title(step.exercise)
                minutes = None if is_use else step_minutes(step, self.exercises)  # those of a use are its exercise's
                own = f"step:{lesson.lesson}/{at + 1}"
                target = f"exercise:{step.exercise}" if isinstance(step, ExerciseUse) else own
                yield StepPiece(lesson.lesson, at, step, Side(title, str(at + 1), lesson.lesson, minutes, target))

    def _title(self, exercise: str) -> str:
        return self.exercises[exercise].title if exercise in self.exercises else exercise

    @cached_property
    def slides(self) -> tuple[SlidePiece, ...]:
        """The slides that authors wrote, in the order of the steps."""
        planned = {
            (plan.lesson, plan.step, plan.slide): plan.id
            for plan in slideshow(self.whole)
            if plan.kind is SlideKind.AUTHORED
        }
        return tuple(
            SlidePiece(index, slide, self._slide(piece, slide, planned.get((piece.lesson, piece.at, at), "")))
            for index, piece in enumerate(self.steps)
            for at, slide in enumerate(piece.step.slides)
        )

    def _slide(self, piece: StepPiece, slide: Slide, id: str) -> Side:
        return Side(slide.title, str(self.numbering.slides.get(id, "")), piece.lesson, target=f"slide:{id}")

    @cached_property
    def blocks(self) -> tuple[BlockPiece, ...]:
        """The tables and figures that participants see, in handouts and then in worksheets."""
        holders: list[tuple[int | str, str, Sequence[Entry]]] = [
            (at, step.lesson, step.step.handout) for at, step in enumerate(self.steps)
        ]
        holders += [(exercise.exercise, "", exercise.worksheet) for exercise in self.module.exercises]
        named = [entries for lesson in self.whole.lessons for step in lesson.steps for entries in [step.handout]]
        named += [exercise.worksheet for exercise in self.whole.exercises]
        return tuple(
            BlockPiece(holder, entry, NUMBERED[entry.block.numbered_as], self._block(same, lesson))
            for (holder, lesson, entries), sames in zip(holders, named, strict=True)
            for entry, same in zip(entries, sames, strict=True)
            if entry.block.numbered_as in NUMBERED
        )

    def _block(self, entry: Entry, lesson: str) -> Side:
        kind, id = entry.block.numbered_as, getattr(entry.block, "id", "")
        numbers = self.numbering.tables if kind == "table" else self.numbering.figures
        return Side(getattr(entry.block, "caption", ""), numbers.get(id, ""), lesson, target=f"{kind}:{id}")

    @cached_property
    def slide_ranges(self) -> dict[str, str]:
        """The first and the last slide of each lesson, those that are made of the lesson included."""
        ranges: dict[str, list[int]] = {}
        for at, plan in enumerate(slideshow(self.whole), start=1):
            if plan.lesson:
                ranges.setdefault(plan.lesson, []).append(at)
        return {
            lesson: f"{shown[0]}–{shown[-1]}" if len(shown) > 1 else str(shown[0]) for lesson, shown in ranges.items()
        }


def plain(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What of a handout or worksheet has no number of its own."""
    return tuple(entry for entry in entries if entry.block.numbered_as not in NUMBERED)
