"""Who reads what: texts for participants are those that only open fields lead to."""

from __future__ import annotations

from modulekit.checks.passages import Shape, passages, placed
from modulekit.model import EVERYONE, TRAINER_ONLY, Exercise, Lesson

EXERCISE = Exercise.model_validate(
    {
        "exercise": "x",
        "title": "Seen title",
        "kind": "pairs",
        "outcomes": ["o"],
        "minutes": {"work": "5"},
        "purpose": "Seen purpose",
        "task": ["Seen task"],
        "worksheet": [
            {
                "table": {
                    "caption": "Seen caption",
                    "columns": ["Seen a", "Seen b"],
                    "rows": [["Seen 1", "Seen example"], ["Seen 2", "Hidden 2"]],
                    "blank": ["Seen b"],
                    "example_rows": "1",
                }
            }
        ],
        "setup": "Hidden setup",
        "answer": ["Hidden answer", {"callout": {"title": "Hidden title", "text": "Hidden text"}}],
        "debrief": [{"question": "Hidden question", "expect": "Hidden expectation"}],
        "mistakes": ["Hidden mistake"],
    }
)


def test_marks() -> None:
    found = list(passages(placed(EXERCISE)))
    assert {p.text.split()[0] for p in found if p.mark is EVERYONE} == {"Seen"}
    assert {p.text.split()[0] for p in found if p.mark is TRAINER_ONLY} == {"Hidden"}
    assert len(found) == 17


def test_every_printed_text_is_found_at_its_path() -> None:
    for passage in passages(placed(EXERCISE)):
        value: object = EXERCISE
        for step in passage.loc:
            value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        assert value == passage.text


def test_shapes() -> None:
    shapes = {passage.loc: passage.shape for passage in passages(placed(EXERCISE))}
    assert shapes[("title",)] is Shape.LINE
    assert shapes[("setup",)] is Shape.PROSE
    assert shapes[("answer", 0, "markdown", "text")] is Shape.PROSE
    assert shapes[("worksheet", 0, "table", "rows", 0, 1)] is Shape.LINE


def test_names_for_machines_are_not_printed() -> None:
    assert not [passage for passage in passages(placed(EXERCISE)) if passage.text in ("x", "o", "pairs")]


def test_what_stands_under_a_trainers_field_is_the_trainers() -> None:
    lesson = Lesson.model_validate(
        {
            "lesson": "l",
            "title": "T",
            "minutes": "5",
            "steps": [
                {"title": "S", "minutes": "5", "method": "test", "trainer": {"ask": [{"question": "Q", "expect": "E"}]}}
            ],
        }
    )
    marks: dict[str, object] = {type(item.node).__name__: item.mark for item in placed(lesson)}
    assert marks == {"Lesson": EVERYONE, "Step": EVERYONE, "TrainerNotes": TRAINER_ONLY, "Question": TRAINER_ONLY}


def test_walking_gives_nodes_in_reading_order() -> None:
    kinds = [type(item.node).__name__ for item in placed(EXERCISE)]
    assert kinds == [
        *("Exercise", "TimeSplit", "Entry", "Table", "Column", "Column"),
        *("Entry", "Markdown", "Entry", "Callout", "Question"),
    ]
