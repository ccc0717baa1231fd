"""What kept its words from one version to another and has another number now.

Takes two versions whose pieces were paired and what is told of them already, gives old and new numbers. Must not know
what a change is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from modulekit.editions.pairing import Pairs
from modulekit.model.changes import Renumbered, Side, Subject


def renumbered(pairs: Pairs, told: Container[tuple[Subject, Side | None]]) -> Iterator[Renumbered]:
    """What kept its words and has another number, unless a change tells it already."""
    chapters = {
        pairs.old.numbering.lessons.get(old): pairs.new.numbering.lessons.get(new) for new, old in pairs.lessons.items()
    }
    for subject, before, after in _sides(pairs):
        if before.number != after.number and (subject, after) not in told:
            if "." in before.number and _follows(before.number, after.number, chapters):
                continue  # Table 3.2 of a lesson that is the fourth now is Table 4.2
            yield Renumbered(subject, before, after)


def _sides(pairs: Pairs) -> Iterator[tuple[Subject, Side, Side]]:
    old, new = pairs.old, pairs.new
    olds = {lesson.lesson: lesson for lesson in old.module.lessons}
    for lesson in new.module.lessons:
        partner = pairs.lessons.get(lesson.lesson)
        if partner:
            before, after = old.lesson(olds[partner]), new.lesson(lesson)
            yield Subject.LESSON, before, after
            shown = old.slide_ranges.get(partner, ""), new.slide_ranges.get(lesson.lesson, "")
            slides = [
                Side(side.title, number, side.lesson) for side, number in zip((before, after), shown, strict=True)
            ]
            yield Subject.SLIDE, slides[0], slides[1]
    for exercise in new.module.exercises:
        if exercise.exercise in pairs.exercises:
            before_exercise = old.exercises[pairs.exercises[exercise.exercise]]
            yield Subject.EXERCISE, old.exercise(before_exercise), new.exercise(exercise)
    for at, partner_at in pairs.blocks.items():
        yield new.blocks[at].subject, old.blocks[partner_at].side, new.blocks[at].side


def _follows(old: str, new: str, chapters: Mapping[int | None, int | None]) -> bool:
    """Whether a number changed only because that of its lesson did."""
    chapter, _, place = old.partition(".")
    return new == f"{chapters.get(int(chapter))}.{place}"
