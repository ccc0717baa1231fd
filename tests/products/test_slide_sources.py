"""The source on a slide that shows something of the handout: its own one where it has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from modulekit.document import ChartBody, DiagramBody, SlideBody, TableBody, plain
from tests.courses import small
from tests.products.composed import deck

OWN = "Counted by the caretaker."


def _sources(own: str | None) -> list[tuple[str, str]]:
    """Of each slide that shows a drawing or a table: its own source, and that of what it shows."""
    job = small()
    lessons = []
    for lesson in job.module.lessons:
        steps = tuple(
            step.model_copy(
                update={"slides": tuple(s.model_copy(update={"source": own}) if s.shows else s for s in step.slides)}
            )
            if hasattr(step, "slides")
            else step
            for step in lesson.steps
        )
        lessons.append(lesson.model_copy(update={"steps": steps}))
    module = job.module.model_copy(update={"lessons": tuple(lessons)})
    slides = deck("slides", replace(job, module=module)).slides
    return [(plain(slide.source), shown) for slide in slides if (shown := _shown(slide.body)) is not None]


def _shown(body: SlideBody) -> str | None:
    match body:
        case DiagramBody(diagram):
            return plain(diagram.source)
        case ChartBody(chart):
            return plain(chart.source)
        case TableBody(table) if table.caption:
            return plain(table.source)
        case _:
            return None


@pytest.mark.parametrize("own", [None, OWN])
def test_a_slide_says_one_source(own: str | None) -> None:
    found = _sources(own)
    assert found
    if own:
        assert set(found) == {(OWN, "")}
    else:
        assert any(shown for _, shown in found)
