"""MK5xx: whether what is promised is taught, what is taught is practised, and a stranger could teach it."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.checks.subject import Subject
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic
from modulekit.model import Exercise, Grouping, LessonKind, TwoFaced
from modulekit.model.walk import walk


def never_taught(subject: Subject) -> Iterator[Diagnostic]:
    """MK501: each outcome is taught by a lesson of the programme."""
    taught = {name for lesson in subject.module.lessons if lesson.lesson in subject.called for name in lesson.outcomes}
    for number, outcome in enumerate(subject.module.outcomes):
        if outcome.id not in taught:
            message = f"No lesson of the programme teaches “{outcome.id}”."
            hint = "Name it in the `outcomes` of a lesson, or promise less."
            yield finding("MK501", message, subject.at("outcomes", number, "id"), hint)


def never_practised(subject: Subject) -> Iterator[Diagnostic]:
    """MK502: each outcome is practised in an exercise that is used."""
    used = [exercise for exercise in subject.module.exercises if exercise.exercise in subject.used]
    practised = {name for exercise in used for name in exercise.outcomes}
    for number, outcome in enumerate(subject.module.outcomes):
        if outcome.id not in practised:
            message = f"No exercise in use practises “{outcome.id}”."
            hint = "Name it in the `outcomes` of an exercise that a lesson uses."
            yield finding("MK502", message, subject.at("outcomes", number, "id"), hint)


def never_used(subject: Subject) -> Iterator[Diagnostic]:
    """MK503: each exercise is used by a lesson of the programme."""
    for number, exercise in enumerate(subject.module.exercises):
        if exercise.exercise not in subject.used:
            message = f"No lesson of the programme uses the exercise “{exercise.exercise}”."
            hint = f"Add a step “exercise: {exercise.exercise}”, or remove the file."
            yield finding("MK503", message, subject.at("exercises", number, "exercise"), hint)


def grouping(subject: Subject) -> Iterator[Diagnostic]:
    """MK504: group work says how many work together, and no group is larger than the course."""
    for number, exercise in enumerate(subject.module.exercises):
        size, most = exercise.group_size, subject.module.group.most
        key = "group_size"
        if exercise.kind is Grouping.GROUP and size is None:
            message, key = f"“{exercise.exercise}” is group work, but does not say how many work together.", "kind"
        elif exercise.kind is not Grouping.GROUP and size is not None:
            message = f"“{exercise.exercise}” has a group size, but is of the kind “{exercise.kind.value}”."
        elif size is not None and size > most:
            message = f"Groups of {size} do not fit a course for at most {most} participants."
        else:
            continue
        yield finding("MK504", message, subject.at("exercises", number, key))


def without_outcomes(subject: Subject) -> Iterator[Diagnostic]:
    """MK505: lessons lead somewhere."""
    for number, lesson in enumerate(subject.module.lessons):
        if lesson.kind is LessonKind.LESSON and not lesson.outcomes:
            message = f"The lesson “{lesson.lesson}” names no outcomes."
            hint = "Name those that it teaches; an opening or closing is “kind: frame”."
            yield finding("MK505", message, subject.at("lessons", number, "lesson"), hint)


def without_answer(subject: Subject) -> Iterator[Diagnostic]:
    """MK506: a trainer can tell a good result from a poor one."""
    for number, exercise in enumerate(subject.module.exercises):
        if not exercise.answer and not _has_filled_form(exercise):
            message = f"The exercise “{exercise.exercise}” has no model answer."
            hint = "Write `answer`, or fill in a worksheet table that names its `blank` columns."
            yield finding("MK506", message, subject.at("exercises", number, "exercise"), hint)


def _has_filled_form(exercise: Exercise) -> bool:
    return any(isinstance(node, TwoFaced) and node.is_filled() for _, node in walk(exercise.worksheet))
