"""Whole files are kept by what they are made of: what differs is made anew, and nothing else."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from modulekit.build import Order, build
from modulekit.build.crew import Crew, InPlace
from modulekit.build.job import Job
from modulekit.build.work import compose, join, piece, read_back, search, split, write
from modulekit.cache import Cache
from modulekit.diagnostics import Report
from modulekit.formats.press import Press
from modulekit.resources import templates
from tests.courses import hills_centre, small
from tests.presses import theme

ORDER = Order(("handout", "guide", "agenda", "answers", "test-key"), ("docx", "text"))


class _Counting(InPlace):
    """Remembers what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.asked.append(fn)
        return super().submit(fn, *args, **kwargs)


def _made(job: Job, cache: Path) -> tuple[set[str], list[object]]:
    """The files that are made anew of those of ``job``, and what workers are asked to do."""
    workers, report = _Counting(), Report()
    built = build(job, ORDER, Press(templates(), theme(), Cache(cache), Crew(workers, 1)), report)
    assert built is not None, [*report]
    return {trace.path for trace in built.traces if not trace.kept}, workers.asked


def _with_note(job: Job) -> Job:
    lesson = job.module.lessons[0]
    step = next(step for step in lesson.steps if getattr(step, "trainer", None))
    assert step.trainer is not None
    noted = step.model_copy(update={"trainer": step.trainer.model_copy(update={"say": "Another note for trainers."})})
    steps = tuple(noted if one is step else one for one in lesson.steps)
    lessons = (lesson.model_copy(update={"steps": steps}), *job.module.lessons[1:])
    return dataclasses.replace(job, module=job.module.model_copy(update={"lessons": lessons}))


def test_what_is_made_anew(tmp_path: Path) -> None:
    made, asked = _made(small(), tmp_path)
    assert {"en/handout.docx", "en/guide.docx", "en/answers.docx", "en/agenda.docx"} <= made
    assert {compose, write, split, piece, join, read_back, search} <= set(asked)
    assert _made(small(), tmp_path) == (set(), [])  # no worker is asked for anything

    noted, asked = _made(_with_note(small()), tmp_path)
    assert noted == {"en/guide.docx", "en/guide.txt"}
    assert asked.count(piece) == 1  # the one part of the guide that shows the note, for the pages of its DOCX
    assert asked.count(join) == 2  # the guide and the slides, which carry notes; the handout stands

    centre = dataclasses.replace(small(), centre=hills_centre(), folder=small().folder / "hills")
    _, asked = _made(centre, tmp_path)
    again = centre.centre
    assert again is not None
    other = dataclasses.replace(centre, centre=again.model_copy(update={"centre": "another-id"}))
    assert _made(other, tmp_path)[0] == set()  # an id that no paper shows
