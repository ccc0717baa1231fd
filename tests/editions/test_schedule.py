"""A module on a delivery's clock: everything adds up, what is cut is gone everywhere, nothing crosses a lunch."""

from __future__ import annotations

from typing import Any

import pytest

from modulekit.editions import identify, number, schedule
from modulekit.model import Day, Module, Pause, Priority, Session
from modulekit.model.delivery import Delivery
from modulekit.model.timetable import academic_hours, length_of, minutes_of, step_minutes, timetable
from tests.courses import hilltown, small


def _delivery(*days: dict[str, Any], **more: Any) -> Delivery:
    own = {"delivery": "d", "module": "short-meetings", "centre": "c", "languages": ["en"], "participants": "23"}
    dated = [{"date": f"2026-12-0{number}", **day} for number, day in enumerate(days, start=1)]
    return Delivery.model_validate({**own, "days": dated, **more})


def _whole() -> Module:
    return identify(small().module)


def _adds_up(module: Module) -> None:
    exercises = {exercise.exercise: exercise for exercise in module.exercises}
    for lesson in module.lessons:
        assert lesson.minutes == sum(step_minutes(step, exercises) for step in lesson.steps)
    for day in timetable(module):
        for before, after in zip(day.sessions, day.sessions[1:], strict=False):
            assert before.end == after.start
        for session in day.sessions:
            if session.lesson is not None:
                assert session.minutes == session.lesson.minutes
    assert Module.model_validate(module.model_dump(exclude_unset=True)) == module


def test_a_delivery_that_changes_nothing_changes_no_text() -> None:
    whole = _whole()
    taught = schedule(whole, _delivery({}, {}))
    assert taught.module.lessons == whole.lessons
    assert taught.module.programme == whole.programme
    assert taught.schedule.cuts == ()
    _adds_up(taught.module)


def test_people_groups_and_trainers_are_those_of_the_delivery() -> None:
    taught = schedule(_whole(), hilltown().node).module
    assert (taught.group.least, taught.group.most, taught.trainers) == (23, 23, 2)
    sizes = {exercise.group_size for exercise in taught.exercises if exercise.kind.value == "group"}
    assert sizes == {5}
    listed = _delivery({}, {}, participants="deliveries/list.csv")
    assert schedule(_whole(), listed, participants=11).module.group.most == 11


def test_a_fixed_lunch_begins_when_the_morning_is_over_and_ends_when_it_was_to_end() -> None:
    taught = schedule(_whole(), hilltown().node).module
    _adds_up(taught)
    lesson, lunch = timetable(taught)[1].sessions
    assert lesson.end <= minutes_of("11:05")
    assert (lunch.start, lunch.end) == (lesson.end, minutes_of("11:50"))


def test_nothing_crosses_a_lunch_or_the_end_of_the_day_however_little_time_there_is() -> None:
    seen = 0
    for early in range(0, 60, 7):
        at, end = f"{10 + (50 - early) // 60:02d}:{(50 - early) % 60:02d}", "12:00"
        delivery = _delivery({}, {"start": "09:30", "end": end, "pauses": [{"pause": "lunch", "at": at}]})
        taught = schedule(_whole(), delivery)
        if any(finding.code == "MK457" for finding in taught.findings):
            continue
        seen += 1
        for day in timetable(taught.module):
            for session in day.sessions:
                if session.session.pause is Pause.LUNCH:
                    assert session.start <= minutes_of(at)
        _adds_up(taught.module)
    assert seen >= 3


def test_a_cut_exercise_is_in_no_product_and_numbers_have_no_hole() -> None:
    whole = _whole()
    taught = schedule(whole, None, fit=whole_minutes(whole) - 45)
    assert taught.schedule.cuts
    _adds_up(taught.module)
    left = number(taught.module)
    assert sorted(left.exercises.values()) == list(range(1, len(taught.module.exercises) + 1))
    used = {getattr(step, "exercise", None) for lesson in taught.module.lessons for step in lesson.steps}
    assert {exercise.exercise for exercise in taught.module.exercises} <= used
    assert sum(session.minutes for day in timetable(taught.module) for session in day.sessions if _counts(session)) <= (
        whole_minutes(whole) - 45
    )


def test_a_whole_lesson_goes_with_the_pause_that_it_had() -> None:
    whole = _whole()
    lessons = list(whole.lessons)
    at = next(at for at, lesson in enumerate(lessons) if lesson.lesson == "purpose")
    steps = tuple(step.model_copy(update={"priority": Priority.COULD}) for step in lessons[at].steps)
    lessons[at] = lessons[at].model_copy(update={"steps": steps})
    module = whole.model_copy(update={"lessons": tuple(lessons)})
    taught = schedule(module, _delivery({"start": "09:00", "end": "09:10"}, {}))
    assert [session.lesson for session in taught.module.programme[0].sessions] == ["opening"]
    assert "lesson:purpose" in taught.schedule.titles
    assert not any(finding.code == "MK457" for finding in taught.findings)


def test_what_does_not_fit_is_named_with_its_minutes() -> None:
    taught = schedule(_whole(), None, fit=60)
    error = next(finding for finding in taught.findings if finding.code == "MK457")
    assert "minutes more than it has" in error.message
    assert "is the first step that does not fit" in error.message


def test_fit_counts_breaks_and_not_lunches() -> None:
    whole = _whole()
    assert schedule(whole, None, fit=whole_minutes(whole)).findings == ()
    assert schedule(whole, None, fit=whole_minutes(whole) - 1).schedule.cuts


def test_pauses_are_put_after_lessons_changed_and_left_out() -> None:
    pauses = [{"pause": "break", "after": "opening", "minutes": 5}, {"pause": "break", "minutes": 0}]
    sessions = schedule(_whole(), _delivery({"pauses": pauses}, {})).module.programme[0].sessions
    assert [(s.lesson or s.pause, s.minutes) for s in sessions[:3]] == [
        ("opening", 10),
        (Pause.BREAK, 5),
        ("purpose", 60),
    ]
    assert len(sessions) == 3


def test_academic_hours_are_those_that_are_taught() -> None:
    whole, taught = _whole(), schedule(_whole(), hilltown().node).module
    assert academic_hours(taught) < academic_hours(whole)


def test_a_meal_at_a_fixed_time_may_stand_in_a_module_too() -> None:
    module = _whole()
    lunch = Session(pause=Pause.LUNCH, minutes=60, at="12:30")
    day = Day(title="Day", start="09:00", sessions=(*module.programme[0].sessions[:1], lunch))
    sessions = timetable(module.model_copy(update={"programme": (day,)}))[0].sessions
    assert sessions[1].span == "09:10–13:30"


def test_every_step_still_knows_where_it_stands_in_the_source() -> None:
    job = small()
    taught = schedule(job.module, hilltown().node)
    places = taught.places(job.module, job.places)
    before = {
        (lesson.lesson, step): job.places.at("lessons", place, "steps", at)
        for place, lesson in enumerate(job.module.lessons)
        for at, step in enumerate(lesson.steps)
    }
    seen = 0
    for place, lesson in enumerate(taught.module.lessons):
        for at, step in enumerate(lesson.steps):
            assert places.at("lessons", place, "steps", at) == before[lesson.lesson, step]
            seen += 1
    assert seen == len(before) - len(taught.schedule.cuts) < len(before)
    assert schedule(job.module, None).places(job.module, job.places) is job.places


@pytest.mark.parametrize(("words", "minutes"), [("4h", 240), ("3h30", 210), ("3h 30min", 210), ("240", 240)])
def test_lengths_of_time(words: str, minutes: int) -> None:
    assert length_of(words) == minutes


@pytest.mark.parametrize("words", ["", "0", "4 hours", "-3h", "h", "3.5h"])
def test_what_is_no_length_of_time(words: str) -> None:
    with pytest.raises(ValueError, match="length of time"):
        length_of(words)


def whole_minutes(module: Module) -> int:
    """Minutes of all days without lunches."""
    return sum(session.minutes for day in timetable(module) for session in day.sessions if _counts(session))


def _counts(session: Any) -> bool:
    return session.session.pause is not Pause.LUNCH
