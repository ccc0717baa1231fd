"""When things happen: the clock of each session and of each step, computed from the programme.

Takes a Module, gives minutes after midnight. All lengths are in minutes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from modulekit.model.exercise import Exercise
from modulekit.model.lesson import ExerciseUse, Lesson, Step
from modulekit.model.module import Day, Module, Session


def minutes_of(clock: str) -> int:
    """Minutes after midnight of ``09:00``."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


_LENGTH = re.compile(r"(?:(\d{1,2})\s*h(?:\s*(\d{1,2})(?:\s*min)?)?|(\d{1,4})(?:\s*min)?)")


def length_of(words: str) -> int:
    """Minutes of ``4h``, ``3h30`` or ``240``.

    Raises ``ValueError`` for anything else, and for no time at all.
    """
    found = _LENGTH.fullmatch(words.strip().lower())
    minutes = int(found[3]) if found and found[3] else int(found[1]) * 60 + int(found[2] or 0) if found else 0
    if not minutes:
        raise ValueError(f"“{words}” is no length of time; write 4h, 3h30 or 240")
    return minutes


def clock_of(minutes: int) -> str:
    """``09:00`` of minutes after midnight; a programme that runs past midnight keeps counting hours."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class TimedSession:
    """An entry of the programme with its clock. ``day`` counts from 1; ``lesson`` is ``None`` for a pause."""

    day: int
    start: int
    end: int
    session: Session
    lesson: Lesson | None

    @property
    def span(self) -> str:
        """``13:30–15:00``."""
        return f"{clock_of(self.start)}–{clock_of(self.end)}"

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class TimedDay:
    """A day with the clock of its sessions. ``number`` counts from 1."""

    number: int
    day: Day
    sessions: tuple[TimedSession, ...]

    @property
    def net(self) -> int:
        """Minutes of teaching, pauses left out."""
        return sum(s.minutes for s in self.sessions if s.session.pause is None)


def timetable(module: Module) -> tuple[TimedDay, ...]:
    """The programme with clock times. A lesson that does not exist takes the minutes that the programme gives it."""
    lessons = {lesson.lesson: lesson for lesson in module.lessons}
    days = []
    for number, day in enumerate(module.programme, start=1):
        clock = minutes_of(day.start)
        sessions = []
        for session in day.sessions:
            lesson = lessons.get(session.lesson or "")
            minutes = session.minutes or (lesson.minutes if lesson else 0)
            if session.at is not None:  # whoever is early waits for the meal
                minutes += max(minutes_of(session.at) - clock, 0)
            sessions.append(TimedSession(number, clock, clock + minutes, session, lesson))
            clock += minutes
        days.append(TimedDay(number, day, tuple(sessions)))
    return tuple(days)


def step_minutes(step: Step | ExerciseUse, exercises: Mapping[str, Exercise]) -> int:
    """How long a step takes; an exercise that does not exist takes no time."""
    if isinstance(step, Step):
        return step.minutes
    exercise = exercises.get(step.exercise)
    return exercise.minutes.total if exercise else 0


def academic_hours(module: Module) -> float:
    """Net minutes of all days in academic hours, to half an hour below."""
    net = sum(day.net for day in timetable(module))
    return int(net / module.academic_hour * 2) / 2
