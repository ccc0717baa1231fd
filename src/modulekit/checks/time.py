"""MK4xx: minutes of steps against the lesson, of lessons against the programme, of the programme against the day."""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.checks.subject import Subject
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Diagnostic
from modulekit.model import ExerciseUse, Lesson, Pause
from modulekit.model.timetable import TimedSession, clock_of, minutes_of, step_minutes, timetable

LONGEST_STRETCH = 120
"""Minutes without a pause."""

_MIDNIGHT = 24 * 60


def steps_against_lesson(subject: Subject) -> Iterator[Diagnostic]:
    """MK401: the steps of a lesson add up to its minutes."""
    for number, lesson in enumerate(subject.module.lessons):
        if any(isinstance(step, ExerciseUse) and step.exercise not in subject.exercises for step in lesson.steps):
            continue  # another check names the exercise
        total = sum(step_minutes(step, subject.exercises) for step in lesson.steps)
        if total != lesson.minutes:
            difference = (
                f"{plural(abs(total - lesson.minutes), 'minute')} too {'many' if total > lesson.minutes else 'few'}"
            )
            message = f"The steps take {plural(total, 'minute')}, the lesson has {lesson.minutes}: {difference}."
            yield finding("MK401", message, subject.at("lessons", number, "minutes"), _sum(subject, lesson))


def lesson_against_programme(subject: Subject) -> Iterator[Diagnostic]:
    """MK402: the programme gives each lesson the minutes that the lesson has."""
    for number, day in enumerate(subject.module.programme):
        for at, session in enumerate(day.sessions):
            lesson = subject.lessons.get(session.lesson or "")
            if lesson is not None and session.minutes is not None and session.minutes != lesson.minutes:
                message = (
                    f"The programme gives “{lesson.lesson}” {plural(session.minutes, 'minute')}, "
                    f"the lesson itself has {lesson.minutes}."
                )
                span = subject.at("programme", number, "sessions", at, "minutes")
                yield finding("MK402", message, span, "Change one of the two; here `minutes` may also be left out.")


def day_against_clock(subject: Subject) -> Iterator[Diagnostic]:
    """MK403: no day runs over its end."""
    for number, timed in enumerate(timetable(subject.module)):
        end = timed.sessions[-1].end
        if timed.day.end is not None and end > minutes_of(timed.day.end):
            over = plural(end - minutes_of(timed.day.end), "minute")
            message = f"Day {timed.number} ends at {clock_of(end)}, {over} after {timed.day.end}."
            hint = f"Shorten a session, or set `end` to {clock_of(end)}."
            yield finding("MK403", message, subject.at("programme", number, "end"), hint)


def long_stretch(subject: Subject) -> Iterator[Diagnostic]:
    """MK404: nobody sits for more than two hours."""
    for number, timed in enumerate(timetable(subject.module)):
        for stretch in _stretches(timed.sessions):
            first, last = timed.sessions[stretch[0]], timed.sessions[stretch[-1]]
            minutes = last.end - first.start
            if minutes > LONGEST_STRETCH:
                over = next(at for at in stretch if timed.sessions[at].end - first.start > LONGEST_STRETCH)
                message = (
                    f"From {clock_of(first.start)} to {clock_of(last.end)} there are {minutes} minutes without a pause."
                )
                span = subject.at("programme", number, "sessions", over)
                yield finding("MK404", message, span, f"Put a pause before {clock_of(first.start + LONGEST_STRETCH)}.")


def needless_pause(subject: Subject) -> Iterator[Diagnostic]:
    """MK405: pauses stand between lessons."""
    for number, day in enumerate(subject.module.programme):
        last = len(day.sessions) - 1
        for at, session in enumerate(day.sessions):
            if session.pause is None:
                continue
            if at == 0:
                message = "The day begins with a pause."
            elif day.sessions[at - 1].pause is not None:
                message = "Two pauses follow one another."
            elif at == last and session.pause is not Pause.LUNCH:  # after lunch people may go home
                message = "The day ends with a pause."
            else:
                continue
            yield finding("MK405", message, subject.at("programme", number, "sessions", at))


def past_midnight(subject: Subject) -> Iterator[Diagnostic]:
    """MK406: a day is over before the next one begins."""
    for number, timed in enumerate(timetable(subject.module)):
        end = timed.sessions[-1].end
        if end > _MIDNIGHT:
            message = (
                f"Day {timed.number} takes {plural(end - timed.sessions[0].start, 'minute')} and runs past midnight."
            )
            yield finding("MK406", message, subject.at("programme", number, "start"))


def _stretches(sessions: tuple[TimedSession, ...]) -> Iterator[list[int]]:
    """Runs of sessions without a pause between them."""
    run: list[int] = []
    for at, session in enumerate(sessions):
        if session.session.pause is None:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _sum(subject: Subject, lesson: Lesson) -> str:
    parts = []
    for step in lesson.steps:
        minutes = str(step_minutes(step, subject.exercises))
        parts.append(f"{minutes} ({step.exercise})" if isinstance(step, ExerciseUse) else minutes)
    return f"The steps: {' + '.join(parts)}."
