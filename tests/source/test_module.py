"""A folder becomes a Module in the order in which the course is taught."""

from __future__ import annotations

from pathlib import Path

import pytest

from modulekit.diagnostics import Report
from modulekit.source import Source, find_workspace, open_workspace, read_module

HEAD = """\
module: course
code: C
title: Course
language: en
summary: S.
target_group: T.
group: {least: 1, most: 9}
licence: CC BY 4.0
document: {version: "1.0", date: 2026-11-23, status: draft, author: A}
outcomes: [{id: o, level: apply, text: do it}]
programme:
  - {title: D, start: "09:00", sessions: [{lesson: second}, {lesson: first}]}
"""


@pytest.fixture
def source(tmp_path: Path) -> Source:
    files = {
        "modulekit.yaml": "title: W\norganisation: O\n",
        "modules/course/module.yaml": HEAD,
        "modules/course/lessons/a.yaml": lesson("first", "early"),
        "modules/course/lessons/b.yaml": lesson("second", "late", "early"),
        "modules/course/lessons/c.yaml": lesson("left-over"),
        "modules/course/exercises/1.yaml": exercise("unused"),
        "modules/course/exercises/2.yaml": exercise("early"),
        "modules/course/exercises/3.yaml": exercise("late"),
        "modules/course/assets/sub/x.svg": "<svg/>",
        "modules/course/assets/.hidden": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = Report()
    workspace = open_workspace(tmp_path, report)
    assert workspace is not None
    assert workspace.modules == ("course",)
    found = read_module(workspace, "course", report)
    assert found is not None, [*report]
    return found


def lesson(name: str, *exercises: str) -> str:
    steps = "".join(f"  - exercise: {exercise}\n" for exercise in exercises)
    return f"lesson: {name}\ntitle: {name}\nminutes: 5\nsteps:\n  - {{title: S, minutes: 5, method: test}}\n{steps}"


def exercise(name: str) -> str:
    return (
        f"exercise: {name}\ntitle: {name}\nkind: pairs\noutcomes: [o]\n"
        "minutes: {work: 5}\npurpose: P.\ntask: [Do it.]\n"
    )


def test_lessons_follow_the_programme(source: Source) -> None:
    assert [item.lesson for item in source.module.lessons] == ["second", "first", "left-over"]


def test_exercises_follow_their_first_use(source: Source) -> None:
    assert [item.exercise for item in source.module.exercises] == ["late", "early", "unused"]


def test_places_follow_the_same_order(source: Source) -> None:
    assert str(source.places.at("lessons", 0)) == "modules/course/lessons/b.yaml:1:1"
    assert str(source.places.at("exercises", 0, "title")) == "modules/course/exercises/3.yaml:2:8"
    assert str(source.places.at("title")) == "modules/course/module.yaml:3:8"


def test_assets_are_named_as_figures_name_them(source: Source) -> None:
    assert source.asset_files == ("assets/sub/x.svg",)
    assert source.asset("assets/sub/x.svg") == b"<svg/>"


def test_defaults_stay_unset(source: Source) -> None:
    assert "glossary" not in source.module.model_fields_set
    assert "title" in source.module.model_fields_set


def test_a_workspace_is_found_from_below(source: Source) -> None:
    root = source.files.root.parents[1]
    assert find_workspace(root / "modules" / "course" / "lessons") == root
    assert find_workspace(Path(root.anchor)) is None


def test_a_module_that_does_not_exist(source: Source) -> None:
    report = Report()
    workspace = open_workspace(source.files.root.parents[1], report)
    assert workspace is not None
    assert read_module(workspace, "../course", report) is None
    assert [found.code for found in report] == ["MK101"]
