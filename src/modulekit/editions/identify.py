"""Give every table, figure, case and slide an id where its author gave none.

Ids survive redaction, so that numbers, links and pages can be told by id in every edition.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeVar

from modulekit.editions.rebuild import rebuild
from modulekit.model import Case, Exercise, Figure, Lesson, Module, Node, Slide, Table

N = TypeVar("N", Lesson, Exercise)

_KINDS: dict[type[Node], str] = {Table: "table", Figure: "figure", Case: "case", Slide: "slide"}


def identify(module: Module) -> Module:
    """The same module with ids such as ``problem-tree-table-2`` where there were none."""
    lessons = tuple(_identified(lesson, lesson.lesson) for lesson in module.lessons)
    exercises = tuple(_identified(exercise, exercise.exercise) for exercise in module.exercises)
    return module.model_copy(update={"lessons": lessons, "exercises": exercises})


def _identified(node: N, prefix: str) -> N:
    count: Counter[str] = Counter()

    def name(child: Node, fields: dict[str, Any]) -> dict[str, Any]:
        kind = _KINDS.get(type(child))
        if kind is None:
            return fields
        count[kind] += 1
        return fields if fields["id"] else {**fields, "id": f"{prefix}-{kind}-{count[kind]}"}

    return rebuild(node, name)
