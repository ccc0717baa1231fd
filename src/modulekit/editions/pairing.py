"""Which lesson, step, slide, table and exercise of an earlier version is which of a later one.

By id, then by title, then by what they say. Takes two versions in pieces, gives pairs of indexes or ids. Must not know
what is told of a pair.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from modulekit.editions.matching import alike, match, words
from modulekit.editions.pieces import BlockPiece, Pieces, SlidePiece, StepPiece
from modulekit.model import Exercise, ExerciseUse, Lesson, QuizItem

_HERE, _ELSEWHERE = 0.5, 0.75
"""How much of two texts must be the same: in the same place, and anywhere."""

_NEARER = 0.1
"""What it counts that two steps stand in one lesson, where a third is as much like them."""


@dataclass(frozen=True)
class Pairs:
    """The pairs of two versions; each map leads from the new one to the old one."""

    old: Pieces
    new: Pieces

    @cached_property
    def lessons(self) -> dict[str, str]:
        """Ids of lessons."""
        olds, news = self.old.module.lessons, self.new.module.lessons

        def like(old: Lesson, new: Lesson) -> float:
            return alike(words(old), words(new), _HERE)

        found = match(olds, news, (lambda lesson: lesson.lesson, lambda lesson: lesson.title), like)
        return {news[new].lesson: olds[old].lesson for new, old in found.items()}

    @cached_property
    def exercises(self) -> dict[str, str]:
        """Ids of exercises."""
        olds, news = self.old.module.exercises, self.new.module.exercises

        def like(old: Exercise, new: Exercise) -> float:
            return alike(words(old), words(new), _HERE)

        found = match(olds, news, (lambda exercise: exercise.exercise, lambda exercise: exercise.title), like)
        return {news[new].exercise: olds[old].exercise for new, old in found.items()}

    @cached_property
    def items(self) -> dict[str, str]:
        """Ids of test items."""
        olds = self.old.module.quiz.items if self.old.module.quiz else ()
        news = self.new.module.quiz.items if self.new.module.quiz else ()

        def like(old: QuizItem, new: QuizItem) -> float:
            return alike(words(old), words(new), _ELSEWHERE)

        found = match(olds, news, (lambda item: item.id, lambda item: item.question), like)
        return {news[new].id: olds[old].id for new, old in found.items()}

    @cached_property
    def steps(self) -> dict[int, int]:
        """Indexes among all steps."""

        def use(step: StepPiece, exercises: Mapping[str, str]) -> str:
            own = step.step.exercise if isinstance(step.step, ExerciseUse) else ""
            return exercises.get(own, own)

        olds = [_At((piece.lesson, use(piece, {})), piece) for piece in self.old.steps]
        news = [
            _At((self.lessons.get(piece.lesson, _NEW), use(piece, self.exercises)), piece) for piece in self.new.steps
        ]

        def same(it: _At[StepPiece]) -> Hashable:
            return it.home, it.piece.step

        def title(it: _At[StepPiece]) -> Hashable:
            return it.home, "" if it.home[1] else it.piece.side.title

        def used(it: _At[StepPiece]) -> Hashable:
            return it.home[1] or None  # an exercise is itself or another one

        def like(old: _At[StepPiece], new: _At[StepPiece]) -> float:
            if old.home[1] or new.home[1]:
                return 0.0
            here = old.home == new.home
            is_called_so = old.piece.side.title == new.piece.side.title
            score = alike(old.piece.words, new.piece.words, _HERE if here or is_called_so else _ELSEWHERE)
            return score + _NEARER if score and here else score

        return match(olds, news, (same, title, used), like)

    @cached_property
    def slides(self) -> dict[int, int]:
        """Indexes among all slides that authors wrote."""
        olds = [_At(piece.step, piece) for piece in self.old.slides]
        news = [_At(self.steps.get(piece.step, _NEW), piece) for piece in self.new.slides]

        def id(it: _At[SlidePiece]) -> Hashable:
            return it.piece.slide.id

        def same(it: _At[SlidePiece]) -> Hashable:
            return it.home, it.piece.slide

        def title(it: _At[SlidePiece]) -> Hashable:
            return it.home, it.piece.side.title

        return match(olds, news, (id, same, title), _like)

    @cached_property
    def blocks(self) -> dict[int, int]:
        """Indexes among all tables and figures."""
        olds = [_At(piece.holder, piece) for piece in self.old.blocks]
        news = [_At(self.holder(piece), piece) for piece in self.new.blocks]

        def id(it: _At[BlockPiece]) -> Hashable:
            named = getattr(it.piece.entry.block, "id", None)
            return (it.piece.entry.kind, named) if named else None

        def same(it: _At[BlockPiece]) -> Hashable:
            return it.home, it.piece.entry

        def caption(it: _At[BlockPiece]) -> Hashable:
            return it.home, it.piece.side.title  # a table may have become a chart

        def like(old: _At[BlockPiece], new: _At[BlockPiece]) -> float:
            return _like(old, new) if old.piece.entry.kind == new.piece.entry.kind else 0.0

        return match(olds, news, (id, same, caption), like)

    def holder(self, piece: BlockPiece) -> int | str:
        """What a table or figure of the new version stands in, as the old version names it."""
        if isinstance(piece.holder, str):
            return self.exercises.get(piece.holder, str(_NEW))
        return self.steps.get(piece.holder, _NEW)


_NEW = -1
"""The home of what stands in something that the old version did not have."""


P = TypeVar("P", StepPiece, SlidePiece, BlockPiece)


@dataclass(frozen=True)
class _At(Generic[P]):
    """A piece, and what it stands in, as the old version names it."""

    home: Any
    piece: P


def _like(old: _At[P], new: _At[P]) -> float:
    """How alike two pieces are; those in one place need not be so much alike."""
    return alike(old.piece.words, new.piece.words, _HERE if old.home == new.home else _ELSEWHERE)
