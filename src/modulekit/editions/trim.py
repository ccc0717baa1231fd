"""Take steps out of a module, so that it is whole again without them.

Takes a module and cuts; gives the module whose lessons, programme and exercises agree, and the titles of what is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from modulekit.diagnostics import Loc, Places, Span
from modulekit.model import Day, ExerciseUse, Lesson, Module, Session
from modulekit.model.schedule import Cut
from modulekit.model.timetable import step_minutes
from modulekit.model.walk import nodes


def trimmed(module: Module, cuts: Iterable[Cut]) -> Module:
    """``module`` without the steps of ``cuts``: lessons have the minutes that are left, a lesson without steps and an
    exercise without use are gone, and so is a pause that stands at an edge of a day or beside another one."""
    gone: dict[str, set[int]] = defaultdict(set)
    for cut in cuts:
        gone[cut.lesson].add(cut.step)
    if not gone:
        return module
    lessons = tuple(left for lesson in module.lessons if (left := _shorter(module, lesson, gone)))
    minutes = {lesson.lesson: lesson.minutes for lesson in lessons}
    removed = {lesson.lesson for lesson in module.lessons} - minutes.keys()
    days = (_day(day, minutes, removed) for day in module.programme)
    before = _used(module.lessons)
    used = _used(lessons)
    exercises = tuple(e for e in module.exercises if e.exercise in used or e.exercise not in before)
    return module.model_copy(
        update={"lessons": lessons, "programme": tuple(day for day in days if day), "exercises": exercises}
    )


def left_out(whole: Module, left: Module) -> Mapping[str, str]:
    """The titles of what ``whole`` holds and ``left`` does not, by ``kind:id``, for texts that refer to it."""
    if left is whole:
        return {}
    there = dict(_titles(left))
    return {key: title for key, title in _titles(whole) if key not in there}


def _titles(module: Module) -> Iterator[tuple[str, str]]:
    for lesson in module.lessons:
        yield f"lesson:{lesson.lesson}", lesson.title
    for exercise in module.exercises:
        yield f"exercise:{exercise.exercise}", exercise.title
        yield f"answer:{exercise.exercise}", exercise.title
    for node in nodes(module):
        if node.numbered_as and (id := getattr(node, "id", None)):
            title = next((getattr(node, name) for name in ("caption", "title") if getattr(node, name, None)), None)
            if isinstance(title, str):
                yield f"{node.numbered_as}:{id}", title


def _shorter(module: Module, lesson: Lesson, gone: Mapping[str, set[int]]) -> Lesson | None:
    """The lesson without its steps that go; nothing where none is left."""
    if lesson.lesson not in gone:
        return lesson
    steps = tuple(step for at, step in enumerate(lesson.steps) if at not in gone[lesson.lesson])
    exercises = {exercise.exercise: exercise for exercise in module.exercises}
    minutes = sum(step_minutes(step, exercises) for step in steps)
    return lesson.model_copy(update={"steps": steps, "minutes": minutes}) if steps else None


def _used(lessons: Iterable[Lesson]) -> set[str]:
    return {step.exercise for lesson in lessons for step in lesson.steps if isinstance(step, ExerciseUse)}


def _day(day: Day, minutes: Mapping[str, int], removed: set[str]) -> Day | None:
    """The day with the minutes that its lessons have now; nothing where it has no lesson any more."""
    if not any(session.lesson in removed for session in day.sessions):
        sessions = [_session(session, minutes) for session in day.sessions]
        return day.model_copy(update={"sessions": tuple(sessions)})
    kept: list[Session] = []
    for session in day.sessions:
        if session.lesson in removed:
            continue
        if session.pause is None or not kept:
            if session.pause is None:
                kept.append(_session(session, minutes))
        elif kept[-1].pause is None:
            kept.append(session)
        elif (session.at is not None, session.minutes or 0) > (kept[-1].at is not None, kept[-1].minutes or 0):
            kept[-1] = session  # of two pauses that meet, the meal stays
    while kept and kept[-1].pause is not None:
        kept.pop()
    return day.model_copy(update={"sessions": tuple(kept)}) if kept else None


def _session(session: Session, minutes: Mapping[str, int]) -> Session:
    if session.minutes is None or session.lesson is None:
        return session
    return session.model_copy(update={"minutes": minutes.get(session.lesson, session.minutes)})


def moved(whole: Module, left: Module, cuts: Iterable[Cut], places: Places) -> Places:
    """``places`` of ``whole``, by the paths that the same parts have in ``left``; of days that lost a lesson, the
    sessions stand where the day does."""
    gone = {(cut.lesson, cut.step) for cut in cuts}
    if not gone:
        return places
    lessons = {lesson.lesson: at for at, lesson in enumerate(left.lessons)}
    exercises = {exercise.exercise: at for at, exercise in enumerate(left.exercises)}
    steps = {
        (number, old): new
        for number, lesson in enumerate(whole.lessons)
        for new, old in enumerate(at for at in range(len(lesson.steps)) if (lesson.lesson, at) not in gone)
    }
    shorter = len(left.lessons) < len(whole.lessons)

    def path(loc: Loc) -> Loc | None:
        match loc:
            case ("lessons", int(at), *rest):
                new = lessons.get(whole.lessons[at].lesson)
                match rest:
                    case ["steps", int(step), *inner]:
                        kept = steps.get((at, step))
                        return None if new is None or kept is None else ("lessons", new, "steps", kept, *inner)
                    case _:
                        return None if new is None else ("lessons", new, *rest)
            case ("exercises", int(at), *rest):
                place = exercises.get(whole.exercises[at].exercise)
                return None if place is None else ("exercises", place, *rest)
            case ("programme", int(), *rest) if shorter and rest:
                return None
            case _:
                return loc

    def of(found: Mapping[Loc, Span]) -> dict[Loc, Span]:
        return {new: span for loc, span in found.items() if (new := path(loc)) is not None}

    return Places(of(places.values), of(places.keys))
