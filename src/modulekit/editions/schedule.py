"""A module and a delivery become the module as it is taught: with the delivery's clock, and what does not fit left out.

Takes the whole module, before numbers are given and anything is taken away, so that a step that is left out is missing
in every product alike. Gives the module, the cuts and findings. Must not know products, languages or the day's date.

Lessons are never divided: a pause stands between two of them, so nothing crosses a lunch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.diagnostics import Diagnostic, Loc, Places
from modulekit.editions.cutting import Candidate, choose
from modulekit.editions.pauses import place_pauses
from modulekit.editions.trim import left_out, moved, trimmed
from modulekit.model import Exercise, ExerciseUse, Grouping, GroupSize, Lesson, Module, Pause, Priority, Step
from modulekit.model.delivery import Delivery
from modulekit.model.schedule import Cut, Schedule
from modulekit.model.timetable import clock_of, minutes_of, step_minutes, timetable

LONGEST_STRETCH = 90
"""Minutes without a pause."""

_NOWHERE = Places({}, {})


@dataclass(frozen=True, slots=True)
class Scheduled:
    """The module as it is taught, what was left out, and what there is to say about it; errors among ``findings`` mean
    that it cannot be taught like this."""

    module: Module
    schedule: Schedule
    findings: tuple[Diagnostic, ...] = ()

    def places(self, whole: Module, places: Places) -> Places:
        """``places`` of the module as it was, ``whole``, for the module as it is now."""
        return moved(whole, self.module, self.schedule.cuts, places)


@dataclass(frozen=True, slots=True)
class _Window:
    """Sessions that must be over in ``limit`` minutes: those of a day between its beginning, its fixed pauses and its
    end, or all of a course. ``sessions`` are their places as (day, session), from 0; ``begin`` and ``end`` are minutes
    after midnight where it is a stretch of a day. ``loc`` is where the delivery says so."""

    title: str
    sessions: tuple[tuple[int, int], ...]
    limit: int
    end: int | None = None
    loc: Loc = ()


def schedule(
    module: Module,
    delivery: Delivery | None,
    *,
    participants: int = 0,
    fit: int | None = None,
    places: Places = _NOWHERE,
) -> Scheduled:
    """``module`` as ``delivery`` has it, or as it fits ``fit`` minutes, breaks included and lunches not.

    ``participants`` is how many are on the delivery's list, where it has one; ``places`` are those of the delivery.
    Findings: MK453 and MK456 to MK459.
    """
    found: list[Diagnostic] = []
    if delivery is not None:
        if len(delivery.days) != len(module.programme):
            return Scheduled(module, Schedule(), tuple(_other_days(module, delivery, places)))
        module, unplaced = place_pauses(_dressed(module, delivery, participants), delivery, places)
        found += unplaced
    windows = [] if delivery is None else list(_windows(module, delivery))
    cuts: list[Cut] = []
    for window in windows if fit is None else [_course(module, fit)]:
        made = _cuts(module, window)
        cuts += made
        found += _said(module, window, made, places)
    left = trimmed(module, cuts)
    if delivery is not None:
        found += _long_stretches(left, places)
    return Scheduled(left, Schedule(tuple(cuts), left_out(module, left)), tuple(found))


def _other_days(module: Module, delivery: Delivery, places: Places) -> Iterator[Diagnostic]:
    """MK453: the delivery has a date for each day of the module."""
    message = (
        f"The delivery has {plural(len(delivery.days), 'day')}, "
        f"the module “{module.module}” has {len(module.programme)}."
    )
    yield finding("MK453", message, places.at("days"), "Give each day of the module its date.")


def _dressed(module: Module, delivery: Delivery, participants: int) -> Module:
    """The module with the delivery's clock, people and groups in the place of its own."""
    programme = tuple(
        day.model_copy(update={"start": own.start or day.start, "end": own.end or day.end})
        for day, own in zip(module.programme, delivery.days, strict=True)
    )
    changed: dict[str, object] = {"programme": programme}
    if delivery.teaching:
        changed["trainers"] = delivery.teaching
    if delivery.group_size:
        changed["exercises"] = tuple(_grouped(exercise, delivery.group_size) for exercise in module.exercises)
    count = delivery.participants.count or participants
    if count:
        changed["group"] = GroupSize(least=count, most=count)
    return module.model_copy(update=changed)


def _grouped(exercise: Exercise, size: int) -> Exercise:
    return exercise.model_copy(update={"group_size": size}) if exercise.kind is Grouping.GROUP else exercise


def _course(module: Module, fit: int) -> _Window:
    """All sessions but lunches, to be done in ``fit`` minutes."""
    sessions = tuple(
        (number, at)
        for number, day in enumerate(module.programme)
        for at, session in enumerate(day.sessions)
        if session.pause is not Pause.LUNCH
    )
    return _Window("The course", sessions, fit)


def _windows(module: Module, delivery: Delivery) -> Iterator[_Window]:
    """What must be over by a certain time, on each day."""
    for number, (day, own) in enumerate(zip(module.programme, delivery.days, strict=True)):
        begin, held = minutes_of(day.start), list[tuple[int, int]]()
        for at, session in enumerate(day.sessions):
            if session.at is None:
                held.append((number, at))
                continue
            title = f"Day {number + 1} before {'lunch' if session.pause is Pause.LUNCH else 'the break'}"
            clock = minutes_of(session.at)
            loc: Loc = ("days", number, "pauses") if own.pauses else ("days", number)
            yield _Window(title, tuple(held), clock - begin, clock, loc)
            begin, held = clock + (session.minutes or 0), []
        if day.end is not None:
            end = minutes_of(day.end)
            loc = ("days", number, "end") if own.end else ("days", number)
            yield _Window(f"Day {number + 1}", tuple(held), end - begin, end, loc)


def _cuts(module: Module, window: _Window) -> tuple[Cut, ...]:
    """The steps of ``window`` that are left out."""
    over = sum(minutes for _, minutes in _sessions(module, window)) - window.limit
    if over <= 0:
        return ()
    exercises = _exercises(module)
    steps: dict[Candidate, tuple[int, Lesson, int]] = {}
    for (day, at), _ in _sessions(module, window):
        lesson = _lessons(module).get(module.programme[day].sessions[at].lesson or "")
        for place, step in enumerate(lesson.steps if lesson else ()):
            if lesson and step.priority is not Priority.MUST:
                candidate = Candidate((len(steps), place), step_minutes(step, exercises), step.priority)
                steps[candidate] = (day, lesson, place)
    cuts = []
    for candidate in choose(tuple(steps), over):
        day, lesson, place = steps[candidate]
        title = _title(lesson.steps[place], exercises)
        cuts.append(
            Cut(day + 1, lesson.lesson, lesson.title, place, title, candidate.minutes, candidate.priority, over)
        )
    return tuple(cuts)


def _said(module: Module, window: _Window, cuts: tuple[Cut, ...], places: Places) -> Iterator[Diagnostic]:
    """MK458: what is left out and why; MK457: what does not fit even so."""
    span = places.at(*window.loc) if window.loc else None
    until = f" until {clock_of(window.end)}" if window.end is not None else ""
    for cut in cuts:
        message = (
            f"{window.title} is {plural(cut.over, 'minute')} too long for its {max(window.limit, 0)}{until}: "
            f"“{plain_title(cut.title)}” ({cut.minutes} min, {cut.priority.value}) of “{cut.lesson}” is left out."
        )
        yield finding("MK458", message, span, "Steps that `could` be taught go first, then those that `should`.")
    late = _late(module, window, cuts)
    if late is not None:
        yield finding("MK457", late[0], span, late[1])


def _late(module: Module, window: _Window, cuts: tuple[Cut, ...]) -> tuple[str, str] | None:
    """The sentence and the hint about what does not fit although all of ``cuts`` is left out."""
    gone = {(cut.lesson, cut.step) for cut in cuts}
    exercises, lessons = _exercises(module), _lessons(module)
    clock, late, where = 0, None, (0, 0)
    for (day, at), minutes in _sessions(module, window):
        lesson = lessons.get(module.programme[day].sessions[at].lesson or "")
        for place, step in enumerate(lesson.steps if lesson else ()):
            if lesson and (lesson.lesson, place) not in gone:
                end = clock + step_minutes(step, exercises)
                if end > window.limit and late is None:
                    late, where = (lesson, step), (clock, end)
                clock = end
        clock += 0 if lesson else minutes
    if late is None:
        return None
    lesson, step = late
    title = plain_title(_title(step, exercises))
    missing = plural(clock - window.limit, "minute")
    if window.end is None:
        message = f"Even without all that may be left out the course takes {clock} minutes, {missing} more than it has"
        span = f"minutes {where[0]} to {where[1]}"
    else:
        begin = window.end - window.limit
        message = (
            f"{window.title}: even without all that may be left out it is over at {clock_of(begin + clock)}, "
            f"{missing} after {clock_of(window.end)}"
        )
        span = f"{clock_of(begin + where[0])}–{clock_of(begin + where[1])}"
    which = f"“{title}” of “{lesson.lesson}” ({span}, {step.priority.value}) is the first step that does not fit"
    return f"{message}; {which}.", "Give it more time, shorten a pause, or lower the priority of a step."


def _long_stretches(module: Module, places: Places) -> Iterator[Diagnostic]:
    """MK459: a pause at least every 90 minutes."""
    for day in timetable(module):
        begin, first = day.sessions[0].start, 0
        for at, session in enumerate(day.sessions):
            ends = at + 1 == len(day.sessions) or day.sessions[at + 1].session.pause is not None
            if session.session.pause is not None:
                begin, first = session.end, at + 1
            elif ends and session.end - begin > LONGEST_STRETCH:
                message = (
                    f"On day {day.number} there are {session.end - begin} minutes without a pause, "
                    f"from {clock_of(begin)} to {clock_of(session.end)}."
                )
                lesson = day.sessions[first].session.lesson
                hint = f"Add to `pauses`: {{pause: break, after: {lesson}, minutes: 10}}." if at > first else ""
                yield finding("MK459", message, places.at("days", day.number - 1), hint)


def plain_title(title: str) -> str:
    """A title of one line without the marks of emphasis."""
    return title.replace("*", "")


def _sessions(module: Module, window: _Window) -> Iterator[tuple[tuple[int, int], int]]:
    """The places of the window's sessions with their minutes."""
    lessons = _lessons(module)
    for day, at in window.sessions:
        session = module.programme[day].sessions[at]
        lesson = lessons.get(session.lesson or "")
        yield (day, at), session.minutes or (lesson.minutes if lesson else 0)


def _lessons(module: Module) -> Mapping[str, Lesson]:
    return {lesson.lesson: lesson for lesson in module.lessons}


def _exercises(module: Module) -> Mapping[str, Exercise]:
    return {exercise.exercise: exercise for exercise in module.exercises}


def _title(step: Step | ExerciseUse, exercises: Mapping[str, Exercise]) -> str:
    if isinstance(step, Step):
        return step.title
    exercise = exercises.get(step.exercise)
    return exercise.title if exercise else step.exercise
