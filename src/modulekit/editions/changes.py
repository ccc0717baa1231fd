"""What changed between two versions of a module, for a trainer who taught the earlier one.

Takes two whole Modules of one language, gives Changes. Everything that a course says is looked at: two versions without
a change are the same but for their version, date and history. Must not know where the versions come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from modulekit.editions.differences import (
    course_aspects,
    exercise_aspects,
    item_aspects,
    lesson_aspects,
    notes_of_course,
    notes_of_exercise,
    notes_of_lesson,
    piece_aspects,
    slide_aspects,
    step_aspects,
)
from modulekit.editions.matching import out_of_order, words
from modulekit.editions.pairing import Pairs
from modulekit.editions.pieces import Pieces
from modulekit.editions.renumbered import renumbered
from modulekit.model import Module
from modulekit.model.changes import Aspect, Change, Changes, LessonChanges, Side, Subject, Words

Notes = Sequence[object]
"""The trainer-only texts of something."""


def changes(old: Module, new: Module) -> Changes:
    """What is different in ``new`` for somebody who knows ``old``."""
    return _Comparison(Pairs(Pieces(old), Pieces(new))).changes()


class _Comparison:
    """Two versions side by side."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs, self.old, self.new = pairs, pairs.old, pairs.new

    def changes(self) -> Changes:
        """All of it."""
        told = tuple(self._course()), tuple(self._lessons()), tuple(self._exercises()), tuple(self._tests())
        found = Changes(self.old.version, self.new.version, *told)
        said = tuple(
            revision.change
            for revision in self.new.module.document.history
            if revision not in self.old.module.document.history and revision.version != self.old.version.version
        )
        other = tuple(renumbered(self.pairs, {(change.subject, change.new) for change in found.all}))
        return Changes(self.old.version, self.new.version, *told, other, said)

    def _course(self) -> Iterator[Change]:
        old, new = self.old.module, self.new.module
        aspects = course_aspects(old, new, self.pairs.lessons)
        if aspects:
            counted = _words(notes_of_course(old), notes_of_course(new))
            yield Change(Subject.COURSE, Side(old.title), Side(new.title), aspects, counted)

    def _lessons(self) -> Iterator[LessonChanges]:
        """Lessons in the order of the new version; those that are gone stand where they stood."""
        olds = {lesson.lesson: lesson for lesson in self.old.module.lessons}
        order = {id: at for at, id in enumerate(olds)}
        partners = [id for lesson in self.new.module.lessons if (id := self.pairs.lessons.get(lesson.lesson))]
        moved = {partners[at] for at in out_of_order([order[id] for id in partners])}
        inside = self._inside()
        gone = [lesson for id, lesson in olds.items() if id not in partners]
        for lesson in self.new.module.lessons:
            side, partner = self.new.lesson(lesson), self.pairs.lessons.get(lesson.lesson)
            while partner and partner not in moved and gone and order[gone[0].lesson] < order[partner]:
                yield self._gone(self.old.lesson(gone.pop(0)))
            if partner is None:
                yield LessonChanges(None, side, Change(Subject.LESSON, None, side), inside.get(lesson.lesson, ()))
                continue
            before = self.old.lesson(olds[partner])
            aspects = ((Aspect.MOVED,) if partner in moved else ()) + lesson_aspects(olds[partner], lesson)
            counted = _words(notes_of_lesson(olds[partner]), notes_of_lesson(lesson))
            change = Change(Subject.LESSON, before, side, aspects, counted) if aspects else None
            if change or lesson.lesson in inside:
                yield LessonChanges(before, side, change, inside.get(lesson.lesson, ()))
        yield from (self._gone(self.old.lesson(lesson)) for lesson in gone)

    @staticmethod
    def _gone(side: Side) -> LessonChanges:
        return LessonChanges(side, None, Change(Subject.LESSON, side, None))

    def _inside(self) -> dict[str, tuple[Change, ...]]:
        """The changes of steps and what stands in them, by the id of the lesson in the new version.

        What is in a step that is new or gone is told by the step.
        """
        back = {old: new for new, old in self.pairs.lessons.items()}
        found: dict[str, list[Change]] = {}
        for change in (*self._steps(), *self._slides(), *self._blocks(in_lessons=True)):
            side = change.side
            lesson = side.lesson if change.new else back.get(side.lesson, "")
            if lesson:
                found.setdefault(lesson, []).append(change)
        return {lesson: tuple(sorted(inside, key=_place)) for lesson, inside in found.items()}

    def _steps(self) -> Iterator[Change]:
        pairs, olds, news = self.pairs.steps, self.old.steps, self.new.steps
        known = set(self.pairs.lessons.values())
        moved = self._moved_steps()
        for at, piece in enumerate(news):
            partner = pairs.get(at)
            if partner is None:
                if piece.lesson in self.pairs.lessons:
                    yield Change(Subject.STEP, None, piece.side)
                continue
            before = olds[partner]
            aspects = ((Aspect.MOVED,) if at in moved else ()) + step_aspects(before.step, piece.step)
            if aspects:
                counted = _words((before.step.trainer,), (piece.step.trainer,))
                yield Change(Subject.STEP, before.side, piece.side, aspects, counted)
        gone = set(range(len(olds))) - set(pairs.values())
        yield from (Change(Subject.STEP, olds[at].side, None) for at in sorted(gone) if olds[at].lesson in known)

    def _moved_steps(self) -> set[int]:
        """Steps that stand in another lesson, or elsewhere among those of theirs."""
        moved: set[int] = set()
        rows: dict[str, list[tuple[int, int]]] = {}
        for at, partner in self.pairs.steps.items():
            lesson = self.new.steps[at].lesson
            if self.pairs.lessons.get(lesson) != self.old.steps[partner].lesson:
                moved.add(at)
            else:
                rows.setdefault(lesson, []).append((at, partner))
        return moved | _out_of_rows(rows.values())

    def _slides(self) -> Iterator[Change]:
        pairs, olds, news = self.pairs.slides, self.old.slides, self.new.slides
        stayed = set(self.pairs.steps.values())
        moved: set[int] = set()
        rows: dict[int, list[tuple[int, int]]] = {}
        for at, partner in pairs.items():
            if self.pairs.steps.get(news[at].step) != olds[partner].step:
                moved.add(at)
            else:
                rows.setdefault(news[at].step, []).append((at, partner))
        moved |= _out_of_rows(rows.values())
        for at, piece in enumerate(news):
            if at in pairs:
                before = olds[pairs[at]]
                aspects = ((Aspect.MOVED,) if at in moved else ()) + slide_aspects(before.slide, piece.slide)
                if aspects:
                    counted = _words((before.slide.notes,), (piece.slide.notes,))
                    yield Change(Subject.SLIDE, before.side, piece.side, aspects, counted)
            elif piece.step in self.pairs.steps:
                yield Change(Subject.SLIDE, None, piece.side)
        gone = set(range(len(olds))) - set(pairs.values())
        yield from (Change(Subject.SLIDE, olds[at].side, None) for at in sorted(gone) if olds[at].step in stayed)

    def _blocks(self, *, in_lessons: bool) -> Iterator[Change]:
        """The changes of tables and figures, of those in handouts or of those in worksheets."""
        pairs, olds, news = self.pairs.blocks, self.old.blocks, self.new.blocks
        stayed = {*self.pairs.steps.values(), *self.pairs.exercises.values()}
        moved: set[int] = set()
        rows: dict[int | str, list[tuple[int, int]]] = {}
        for at, partner in pairs.items():
            if self.pairs.holder(news[at]) != olds[partner].holder:
                moved.add(at)
            else:
                rows.setdefault(news[at].holder, []).append((at, partner))
        moved |= _out_of_rows(rows.values())
        for at, piece in enumerate(news):
            if isinstance(piece.holder, int) != in_lessons:
                continue
            if at in pairs:
                before = olds[pairs[at]]
                aspects = ((Aspect.MOVED,) if at in moved else ()) + piece_aspects(before.entry, piece.entry)
                if aspects:
                    yield Change(piece.subject, before.side, piece.side, aspects)
            elif piece.holder in self.pairs.steps or piece.holder in self.pairs.exercises:
                yield Change(piece.subject, None, piece.side)
        gone = set(range(len(olds))) - set(pairs.values())
        for at in sorted(gone):
            if isinstance(olds[at].holder, int) == in_lessons and olds[at].holder in stayed:
                yield Change(olds[at].subject, olds[at].side, None)

    def _exercises(self) -> Iterator[Change]:
        pairs, olds = self.pairs.exercises, self.old.exercises
        for exercise in self.new.module.exercises:
            side = self.new.exercise(exercise)
            if exercise.exercise not in pairs:
                yield Change(Subject.EXERCISE, None, side)
                continue
            before = olds[pairs[exercise.exercise]]
            if aspects := exercise_aspects(before, exercise):
                counted = _words(notes_of_exercise(before), notes_of_exercise(exercise))
                yield Change(Subject.EXERCISE, self.old.exercise(before), side, aspects, counted)
        for id, exercise in olds.items():
            if id not in pairs.values():
                yield Change(Subject.EXERCISE, self.old.exercise(exercise), None)
        yield from self._blocks(in_lessons=False)

    def _tests(self) -> Iterator[Change]:
        olds = {item.id: item for item in (self.old.module.quiz.items if self.old.module.quiz else ())}
        pairs = self.pairs.items
        for item in self.new.module.quiz.items if self.new.module.quiz else ():
            if item.id not in pairs:
                yield Change(Subject.TEST_ITEM, None, self.new.item(item))
                continue
            before = olds[pairs[item.id]]
            if aspects := item_aspects(before, item):
                counted = _words((before.feedback,), (item.feedback,))
                yield Change(Subject.TEST_ITEM, self.old.item(before), self.new.item(item), aspects, counted)
        for id, item in olds.items():
            if id not in pairs.values():
                yield Change(Subject.TEST_ITEM, self.old.item(item), None)


def _out_of_rows(rows: Iterable[list[tuple[int, int]]]) -> set[int]:
    """What stands elsewhere among its own, in rows of new and old indexes."""
    return {row[at][0] for row in rows for at in out_of_order([partner for _, partner in row])}


def _place(change: Change) -> tuple[int, int, str]:
    """Steps first, then slides, tables and figures, each by its number."""
    rank = (Subject.STEP, Subject.SLIDE, Subject.TABLE, Subject.FIGURE).index(change.subject)
    digits = [int(part) for part in change.side.number.split(".") if part.isdigit()]
    return rank, sum(part * 1000**place for place, part in enumerate(reversed(digits))), change.side.title


def _words(old: Notes, new: Notes) -> Words:
    before: Counter[str] = words(*old)
    after: Counter[str] = words(*new)
    return Words((after - before).total(), (before - after).total())
