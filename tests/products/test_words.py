"""How products put things into words, where that takes more than repeating the author's."""

from __future__ import annotations

import dataclasses

import pytest

from modulekit.build import Job
from modulekit.model import Exercise, Lesson, Material, Priority, Step, TrainerNotes
from modulekit.products.context import media_type
from modulekit.products.exercise import grouping, material, time_bar
from tests.courses import small
from tests.products.composed import composed, context, document, text, text_of


def _with_lesson(at: int, **fields: object) -> Job:
    module = small().module
    lessons = list(module.lessons)
    lessons[at] = lessons[at].model_copy(update=fields)
    return dataclasses.replace(small(), module=module.model_copy(update={"lessons": tuple(lessons)}))


@pytest.mark.parametrize(
    ("written", "gist"),
    [
        (
            "One sentence that says enough to be remembered. Another one.",
            "One sentence that says enough to be remembered.",
        ),
        ("Short. Two are better than one. Third.", "Short. Two are better than one. Third."),
        ("He asks: “What would be wet at noon today?” Nobody answers.", "He asks: “What would be wet at noon today?”"),
        (
            "It costs 1.10 tenge a litre, which is not very much. So.",
            "It costs 1.10 tenge a litre, which is not very much.",
        ),
        ("- First thing to be done in the room\n- Second", "First thing to be done in the room"),
        (
            "**Groups.** Of five, mixed from all the divisions. Ring a bell.",
            "Groups. Of five, mixed from all the divisions.",
        ),
        (
            "See [[table:agendas]] for what stood on the agendas. Then go.",
            "See Table 1.1 for what stood on the agendas.",
        ),
        ("", ""),
        (None, ""),
    ],
)
def test_the_gist_of_a_text(written: str | None, gist: str) -> None:
    assert context("guide").gist(written) == gist


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"item": "bell"}, "bell"),
        ({"item": "bell", "count": "2"}, "2 × bell"),
        ({"item": "pen", "per": "participant"}, "pen for each participant"),
        ({"item": "pen", "count": "3", "per": "group"}, "3 × pen for each group"),
    ],
)
def test_materials(written: dict[str, str], said: str) -> None:
    assert material(context("guide"), Material.model_validate(written)) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "individual"}, "on your own"),
        ({"kind": "pairs"}, "in pairs"),
        ({"kind": "group", "group_size": 5}, "groups of 5"),
        ({"kind": "group"}, "in groups"),
        ({"kind": "plenary"}, "all together"),
    ],
)
def test_who_works_with_whom(fields: dict[str, object], said: str) -> None:
    plain = {"exercise": "a", "title": "A", "outcomes": ["b"], "minutes": {"work": 5}, "purpose": "C", "task": ["D"]}
    exercise = Exercise.model_validate({**plain, **fields})
    assert grouping(context("guide"), exercise) == said
    assert time_bar(context("guide"), exercise).alt == "work 5"


def test_the_time_split_is_drawn_to_scale() -> None:
    bar = time_bar(context("handout"), small().module.exercises[0])
    assert [(segment.label, segment.weight) for segment in bar.segments] == [
        ("brief 5", 5.0),
        ("work 10", 10.0),
        ("report 10", 10.0),
        ("debrief 5", 5.0),
    ]


def test_a_frame_of_which_participants_read_nothing_has_no_page() -> None:
    assert "lesson:opening" not in {part.id for part in document("handout").parts}
    job = _with_lesson(0, key_messages=("Nobody is kept longer than announced.",))
    assert "lesson:opening" in {part.id for part in document("handout", job).parts}
    assert "Nobody is kept longer than announced." in text_of(composed("handout", job))


def test_what_may_go_stands_in_the_order_in_which_it_goes() -> None:
    rows = [
        line.split("\t") for line in text("guide").splitlines() if line.startswith(("drop first\t", "drop second\t"))
    ]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("drop first", "The story of the well", "10"),
        ("drop first", "Exercise 1 · State the purpose", "30"),
        ("drop second", "Three parts", "15"),
    ]
    assert rows[1][4] == "Skip the exchange between the neighbours."


def test_advice_for_this_use_of_an_exercise_goes_before_that_of_its_file() -> None:
    lesson = small().module.lessons[2]
    notes = TrainerNotes(if_short_of_time="Leave the second form for the evening at home.")
    steps = (*lesson.steps[:2], lesson.steps[2].model_copy(update={"trainer": notes}))
    printed = text_of(composed("guide", _with_lesson(2, steps=steps)))
    (row,) = (line for line in printed.splitlines() if line.startswith("drop first\tDecisions on paper"))
    assert row.endswith("Leave the second form for the evening at home.")


def test_a_course_of_which_nothing_may_go_has_no_page_for_it() -> None:
    def kept(lesson: Lesson) -> Lesson:
        steps = tuple(step.model_copy(update={"priority": Priority.MUST}) for step in lesson.steps)
        return lesson.model_copy(update={"steps": steps})

    module = small().module.model_copy(update={"lessons": tuple(kept(lesson) for lesson in small().module.lessons)})
    guide = document("guide", dataclasses.replace(small(), module=module))
    assert "cuts" not in {part.id for part in guide.parts}
    assert "cuts" in {part.id for part in document("guide").parts}


def test_a_step_without_notes_still_stands_in_plan_and_walk() -> None:
    bare = Step.model_validate({"title": "Silence", "minutes": "10", "method": "individual"})
    printed = text_of(composed("guide", _with_lesson(0, steps=(bare,))))
    assert "09:00\t10\tSilence individual work" in printed
    assert "### Silence  individual work" in printed


@pytest.mark.parametrize(
    ("path", "media"),
    [("a/b.PNG", "image/png"), ("b.jpeg", "image/jpeg"), ("c.jpg", "image/jpeg"), ("d.svg", "image/svg+xml")],
)
def test_media_types(path: str, media: str) -> None:
    assert media_type(path) == media
