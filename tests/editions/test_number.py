"""Numbers are given once, and only to what participants see."""

from __future__ import annotations

from modulekit.editions import identify, number
from modulekit.model import Entry, ExerciseUse, Lesson, LessonKind, Module, Table
from modulekit.model.slideshow import SlideKind, slideshow
from tests.courses import small


def test_the_numbers_of_the_small_course() -> None:
    numbering = number(identify(small().module))
    assert numbering.lessons == {"purpose": 1, "decisions": 2}
    assert numbering.exercises == {"state-it": 1, "write-it": 2}
    first = {id: number for id, number in numbering.tables.items() if number.startswith("1.")}
    assert first == {"agendas": "1.1", "purpose-table-2": "1.2", "form-purpose": "1.3"}
    assert numbering.tables["meetings-in-figures"] == "2.1"
    assert numbering.tables["swot-meetings"] == "2.10"
    assert numbering.tables["write-it-table-1"] == "2.11"  # the worksheet comes after the handout
    assert numbering.figures["clock"] == "1.1"
    assert numbering.figures["purpose-figure-3"] == "1.2"
    assert numbering.figures["tree-meetings"] == "2.1"  # drawings are figures, each with a number
    assert numbering.figures["mirror-meetings"] == "2.2"
    assert "strict" not in numbering.tables


def test_slides_count_from_the_title_through_all_lessons() -> None:
    module = identify(small().module)
    numbering = number(module)
    assert [*numbering.slides.values()] == [*range(1, len(numbering.slides) + 1)]
    assert [*numbering.slides][:5] == ["title", "welcome", "section-purpose", "purpose-slide-1", "purpose-slide-2"]
    assert numbering.slides["exercise-purpose/state-it"] < numbering.slides["exercise-decisions/state-it"]


def test_every_slide_has_its_own_number_even_where_an_exercise_is_used_twice_in_a_lesson() -> None:
    module = small().module
    again = module.lessons[2].model_copy(update={"steps": (*module.lessons[2].steps, ExerciseUse(exercise="write-it"))})
    module = identify(module.model_copy(update={"lessons": (*module.lessons[:2], again)}))
    plan = [*slideshow(module)]
    assert len({slide.id for slide in plan}) == len(plan) == len(number(module).slides)
    shown = [slide.id for slide in plan if slide.kind is SlideKind.EXERCISE]
    assert shown[-2:] == ["exercise-decisions/state-it", "exercise-decisions/write-it/2"]


def test_what_only_trainers_see_consumes_no_number() -> None:
    """A further table in a model answer moves nothing, a further table in a handout moves what follows."""
    module = small().module
    table = Table.model_validate({"caption": "One more", "columns": ["A"], "rows": [["b"]]})
    exercise = module.exercises[0]
    answer = exercise.model_copy(update={"answer": (Entry(table=table), *exercise.answer)})
    with_answer = module.model_copy(update={"exercises": (answer, *module.exercises[1:])})
    before, after = number(identify(module)), number(identify(with_answer))
    assert before == after
    assert len(before.tables) > 20

    step = module.lessons[1].steps[0]
    longer = step.model_copy(update={"handout": (Entry(table=table), *step.handout)})
    lesson = module.lessons[1].model_copy(update={"steps": (longer, *module.lessons[1].steps[1:])})
    with_handout = module.model_copy(update={"lessons": (module.lessons[0], lesson, module.lessons[2])})
    moved = number(identify(with_handout))
    assert moved.tables["agendas"] == "1.2"


def test_a_worksheet_is_numbered_where_it_is_printed_first() -> None:
    """Used in a frame first, it is printed there, without a number as all of a frame."""
    module = small().module
    opening, purpose, decisions = module.lessons
    framed = opening.model_copy(update={"steps": (*opening.steps, ExerciseUse(exercise="state-it"))})
    numbering = number(identify(module.model_copy(update={"lessons": (framed, purpose, decisions)})))
    assert "form-purpose" not in numbering.tables
    assert numbering.tables["purpose-table-2"] == "1.2"


def test_frames_take_no_number() -> None:
    module = small().module
    lessons = tuple(_as_frame(lesson) if lesson.lesson == "purpose" else lesson for lesson in module.lessons)
    numbering = number(identify(module.model_copy(update={"lessons": lessons})))
    assert numbering.lessons == {"decisions": 1}
    assert "agendas" not in numbering.tables


def _as_frame(lesson: Lesson) -> Lesson:
    return lesson.model_copy(update={"kind": LessonKind.FRAME})


def test_numbering_needs_no_exercise_to_exist() -> None:
    """Checks name a missing exercise; numbers are given all the same."""
    module: Module = small().module.model_copy(update={"exercises": ()})
    assert number(identify(module)).exercises == {}
