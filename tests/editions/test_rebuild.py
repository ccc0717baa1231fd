"""A tree is rebuilt from its leaves up, and what changed is validated again."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from modulekit.editions.rebuild import rebuild
from modulekit.model import Lesson, Node, Slide
from tests.courses import small


def test_without_a_change_the_tree_is_the_same_object() -> None:
    lesson = small().module.lessons[1]
    assert rebuild(lesson, lambda _, fields: fields) is lesson


def test_children_are_rebuilt_before_their_parents() -> None:
    seen: list[str] = []

    def note(node: Node, fields: dict[str, Any]) -> dict[str, Any]:
        seen.append(type(node).__name__)
        return fields

    rebuild(small().module.lessons[0], note)
    assert seen[-3:] == ["TrainerNotes", "Step", "Lesson"]
    assert seen.index("Slide") < seen.index("Step")


def test_what_did_not_change_stays_the_same_object() -> None:
    lesson = small().module.lessons[1]

    def rename(node: Node, fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "title": "New"} if isinstance(node, Slide) and node.title == "What it costs" else fields

    changed = rebuild(lesson, rename)
    assert isinstance(changed, Lesson)
    assert changed.steps[1].slides[1].title == "New"
    assert changed.steps[1] is not lesson.steps[1]
    assert changed.steps[0] is lesson.steps[0]


def test_a_change_that_does_not_hold_is_refused() -> None:
    def empty(node: Node, fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "title": ""} if isinstance(node, Slide) else fields

    with pytest.raises(ValidationError, match="title"):
        rebuild(small().module.lessons[1], empty)
