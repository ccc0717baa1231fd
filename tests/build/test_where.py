"""A writer names a node by its id; the author is shown the place in the file."""

from __future__ import annotations

import pytest

from modulekit.build.where import Where
from modulekit.editions import identify
from modulekit.model.slideshow import slideshow
from tests.courses import SMALL, small

LESSON = "lessons/01-purpose.yaml"
EXERCISE = "exercises/state-it.yaml"


def _line(target: str) -> tuple[str, str]:
    """The file and the line's text that a target leads to."""
    span = Where(identify(small().module), small().places).span(target)
    assert span is not None
    lines = (SMALL / span.file).read_text(encoding="utf-8").splitlines()
    name = span.file.relative_to("modules/short-meetings")
    return str(name), lines[span.line - 1].strip() if span.line else ""


@pytest.mark.parametrize(
    ("target", "file", "line"),
    [
        ("lesson:purpose", LESSON, "lesson: purpose"),
        ("step:purpose/2", LESSON, "- title: The story of the well"),
        ("table:agendas", LESSON, "id: agendas"),
        ("table:purpose-table-2", LESSON, "caption: Your own agendas"),
        ("figure:clock", LESSON, "id: clock"),
        ("case:well", LESSON, "id: well"),
        ("slide:purpose-slide-1", LESSON, "- title: A topic is not a purpose"),
        ("slide:section-purpose", LESSON, "outcomes: [state-purpose]"),
        ("slide:exercise-purpose/state-it", EXERCISE, "purpose: You turn a topic into a sentence that can come true."),
        ("exercise:state-it", EXERCISE, "exercise: state-it"),
        ("worksheet:state-it", EXERCISE, "- Use the form below."),
        ("answer:state-it", EXERCISE, "- |"),
        ("workbook:state-it", EXERCISE, "exercise: state-it"),
        ("term:decision", "module.yaml", "- id: decision"),
        ("ref:rules", "module.yaml", "- id: rules"),
        ("day:2", "module.yaml", "- title: After the meeting"),
        ("slide:title", "module.yaml", "title: Meetings that *decide*"),
    ],
)
def test_a_target_leads_to_its_line(target: str, file: str, line: str) -> None:
    assert _line(target) == (file, line)


def test_every_slide_leads_somewhere_below_the_module() -> None:
    module = identify(small().module)
    where = Where(module, small().places)
    whole = where.span("")
    for plan in slideshow(module):
        assert where.span(f"slide:{plan.id}") != whole, plan.id


def test_an_unknown_target_leads_to_the_module() -> None:
    file, _ = _line("nothing:at-all")
    assert file == "module.yaml"
