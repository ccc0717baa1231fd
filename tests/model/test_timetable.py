"""The clock of a programme, and the small values that go with it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from modulekit.model import Revision, Workspace
from modulekit.model.timetable import academic_hours, clock_of, minutes_of, step_minutes, timetable
from tests.courses import small


def test_each_session_begins_when_the_one_before_it_ends() -> None:
    first, second = timetable(small().module)
    assert [(s.span, s.minutes) for s in first.sessions] == [
        ("09:00–09:10", 10),
        ("09:10–09:25", 15),
        ("09:25–10:25", 60),
    ]
    assert [s.span for s in second.sessions] == ["09:30–10:45", "10:45–11:45"]
    assert [s.lesson.lesson if s.lesson else None for s in first.sessions] == ["opening", None, "purpose"]


def test_pauses_are_no_teaching() -> None:
    first, second = timetable(small().module)
    assert (first.net, second.net) == (70, 75)
    assert academic_hours(small().module) == 3.0  # 145 minutes of 45 each, to half an hour below


def test_an_exercise_takes_the_time_of_its_own_file() -> None:
    module = small().module
    exercises = {exercise.exercise: exercise for exercise in module.exercises}
    for lesson in module.lessons:
        assert sum(step_minutes(step, exercises) for step in lesson.steps) == lesson.minutes
    assert step_minutes(module.lessons[1].steps[2], {}) == 0


@pytest.mark.parametrize("clock", ["00:00", "09:05", "23:59"])
def test_clock_and_minutes_are_the_same_thing(clock: str) -> None:
    assert clock_of(minutes_of(clock)) == clock


@pytest.mark.parametrize("written", ["0", "86400", "1763856000", "2026-1-1", "2026-11-23T00:00", "2026-02-30"])
def test_only_a_date_is_a_date(written: str) -> None:
    with pytest.raises(ValidationError) as error:
        Revision.model_validate({"version": "1.0", "date": written, "change": "None."})
    assert error.value.errors()[0]["type"].startswith("date_")


@pytest.mark.parametrize("written", ["1", 1])
def test_the_format_may_be_text_as_all_scalars_of_a_file(written: object) -> None:
    workspace = Workspace.model_validate({"format": written, "title": "A", "organisation": "B"})
    assert workspace.format == 1
    assert Workspace.model_json_schema()["properties"]["format"]["const"] == 1


@pytest.mark.parametrize("written", ["2", "one", ""])
def test_another_format_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="format"):
        Workspace.model_validate({"format": written, "title": "A", "organisation": "B"})
