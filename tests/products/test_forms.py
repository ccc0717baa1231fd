"""Forms: what stands in them comes from the module, and there is a place for everything that is asked for."""

from __future__ import annotations

import dataclasses
import re

import pytest

from modulekit.document import Cell, Document, Paragraph, ParagraphRole, Row, Table, plain, walk
from modulekit.model import Evaluation, LessonKind, Moment, Preparation, TrainerBrief
from modulekit.products.table import PRODUCTS
from tests.courses import english, small
from tests.products.composed import composed, context, document, text, text_of


def _tables(content: Document) -> list[Table]:
    return [block for part in content.parts for block in walk(part.blocks) if isinstance(block, Table)]


def _words(cell: Cell) -> str:
    return " ".join(plain(block.children) for block in cell.blocks if isinstance(block, Paragraph))


def _with(**fields: object) -> Document:
    """The evaluation of the small course with questions of its own."""
    module = small().module.model_copy(update={"evaluation": Evaluation.model_validate(fields) if fields else None})
    return document("evaluation", dataclasses.replace(small(), module=module))


def test_every_lesson_and_every_statement_has_its_scale() -> None:
    content = _with()
    lessons, overall = _tables(content)
    assert [_words(row.cells[0]).split("\u2002")[1] for row in lessons.rows] == [
        "What a meeting is for",
        "Decisions on paper",
    ]
    for table in (lessons, overall):
        for row in table.rows:
            assert all(re.findall(r"☐\W(\d)", _words(cell)) == ["1", "2", "3", "4", "5"] for cell in row.cells[1:])
    assert len(lessons.columns) == 3
    assert len(overall.rows) == 8


def test_questions_of_the_module_go_before_the_standard_ones() -> None:
    standard = text_of(_with())
    assert english()("ask-open-best") in standard
    own = text_of(_with(session=["clear"], overall=["It was *worth* it."], open=["Why?"]))
    assert english()("ask-open-best") not in own
    assert english()("ask-overall-work") not in own
    assert "It was worth it.\t☐" in own
    assert "## Why?" in own
    assert "\nLesson\tclear\n" in own


def test_frames_are_not_evaluated() -> None:
    assert "Opening" not in text("evaluation")
    assert "Opening" not in text("daily-feedback")


def test_a_day_has_its_own_page_and_its_own_lessons() -> None:
    first, second = document("daily-feedback").parts
    assert "What a meeting is for" in text_of(Document(document("daily-feedback").meta, (first,)))
    assert "What a meeting is for" not in text_of(Document(document("daily-feedback").meta, (second,)))


def test_planned_minutes_stand_beside_empty_boxes_and_add_up() -> None:
    content = document("observation")
    assert [part.id for part in content.parts] == ["lesson:opening", "lesson:purpose", "lesson:decisions"]
    for part, session in zip(content.parts, context("observation").sessions, strict=True):
        steps = next(t for t in _tables(Document(content.meta, (part,))) if len(t.columns) == 5)
        *rows, total = [[_words(cell) for cell in row.cells] for row in steps.rows]
        assert sum(int(row[2]) for row in rows) == int(total[2]) == session.minutes
        assert all(row[3] == row[4] == "" for row in (*rows, total))


def test_criteria_are_for_lessons_and_those_of_exercises_for_lessons_with_one() -> None:
    module = small().module.model_copy(update={"trainer": None})
    printed = text_of(composed("observation", dataclasses.replace(small(), module=module)))
    frames = sum(lesson.kind is LessonKind.FRAME for lesson in module.lessons)
    assert printed.count(english()("watch-outcome")) == len(module.lessons) - frames == 2
    assert printed.count(english()("watch-debrief")) == 2
    bare = module.lessons[1].model_copy(update={"steps": module.lessons[1].steps[:2]})
    changed = module.model_copy(update={"lessons": (module.lessons[0], bare, module.lessons[2])})
    printed = text_of(composed("observation", dataclasses.replace(small(), module=changed)))
    assert printed.count(english()("watch-debrief")) == 1


@pytest.mark.parametrize("moment", Moment)
def test_what_the_module_asks_for_stands_on_the_page_of_its_moment(moment: Moment) -> None:
    line = Preparation(when=moment, do="Feed the cat.")
    module = small().module.model_copy(update={"trainer": TrainerBrief(preparation=(line,))})
    content = document("checklists", dataclasses.replace(small(), module=module))
    assert len(content.parts) == len(Moment)
    holding = [part.id for part in content.parts if "Feed the cat." in text_of(Document(content.meta, (part,)))]
    assert holding == [f"moment:{moment.value}"]


def test_plain_lines_of_a_module_are_done_a_week_before() -> None:
    assert Preparation.model_validate("Feed the cat.").when is Moment.ONE_WEEK


def test_every_line_of_a_checklist_has_a_box_and_places_for_who_and_when() -> None:
    for table in _tables(document("checklists")):
        assert len(table.columns) == 3
        for row in table.rows:
            assert all(_is_ticked(block) for block in row.cells[0].blocks)
            assert not row.cells[1].blocks
            assert not row.cells[2].blocks
        assert _empty(table.rows) == 3


def _is_ticked(block: object) -> bool:
    return isinstance(block, Paragraph) and block.role is ParagraphRole.CHECK


def _empty(rows: tuple[Row, ...]) -> int:
    return sum(not any(cell.blocks for cell in row.cells) for row in rows)


def test_what_is_printed_stands_in_both_lists() -> None:
    """Every document that participants fill in is copied for all of them."""
    for name in ("handout", "evaluation", "daily-feedback"):
        assert PRODUCTS[name].copies.value == "participant"
        label = english()(f"product-{name}")
        assert re.search(rf"^\[ \] {label}\t4\t12\t\d+\t\d+\tone for each participant$", text("materials"), re.M)
        assert re.search(rf"^\[ \] Print 12 × {label} \(\d+ sheets\)\.", text("checklists"), re.M)


def test_the_packing_list_is_the_same_in_guide_and_materials() -> None:
    def packing(product: str) -> str:
        return text(product).split("## To pack\n\n")[1].split("\n\n")[0]

    assert packing("guide") == packing("materials")
    assert "wall clock with a second hand\t1\t1\tLesson 1" in packing("materials")


def test_one_column_of_amounts_where_the_group_is_fixed() -> None:
    module = small().module
    fixed = module.model_copy(update={"group": module.group.model_copy(update={"least": 12})})
    printed = text_of(composed("materials", dataclasses.replace(small(), module=fixed)))
    assert "Item\tFor 12\tNeeded in\n" in printed
    assert "felt pen\t12\tLesson 1" in printed
