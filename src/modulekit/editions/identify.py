"""Give every table, figure, case and slide an id where its author gave none.

Ids survive redaction, so that numbers, links and pages can be told by id in every edition.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, TypeVar

from modulekit.editions.rebuild import rebuild
from modulekit.model import Exercise, Lesson, Module, Node
from modulekit.model.slideshow import SlideKind, slideshow
from modulekit.model.walk import nodes

N = TypeVar("N", Lesson, Exercise)
Taken = dict[str, set[str]]
"""The ids that are in use, by kind. A table and a figure may share an id: references name the kind as well."""

_LONGEST = 60  # characters of an id


def identify(module: Module) -> Module:
    """The same module with ids such as ``problem-tree-table-2`` where there were none."""
    taken: Taken = defaultdict(set)
    for node in nodes(module):
        if node.numbered_as and (id := getattr(node, "id", None)):
            taken[node.numbered_as].add(id)
    taken["slide"].update(plan.id for plan in slideshow(module) if plan.kind is not SlideKind.AUTHORED)
    lessons = tuple(_identified(lesson, lesson.lesson, taken) for lesson in module.lessons)
    exercises = tuple(_identified(exercise, exercise.exercise, taken) for exercise in module.exercises)
    return module.model_copy(update={"lessons": lessons, "exercises": exercises})


def _identified(node: N, prefix: str, taken: Taken) -> N:
    count: Counter[str] = Counter()

    def name(child: Node, fields: dict[str, Any]) -> dict[str, Any]:
        kind = child.numbered_as
        if not kind:
            return fields
        count[kind] += 1
        return fields if fields["id"] else {**fields, "id": _free(f"{prefix}-{kind}-{count[kind]}", taken[kind])}

    return rebuild(node, name)


def _free(wanted: str, taken: set[str]) -> str:
    """``wanted``, cut to the length of an id, or with a number behind it where it is in use."""
    id, n = _cut(wanted, ""), 1
    while id in taken:
        n += 1
        id = _cut(wanted, f"-{n}")
    taken.add(id)
    return id


def _cut(words: str, ending: str) -> str:
    size = _LONGEST - len(ending)
    if len(words) > size:  # the end tells ids of one lesson apart, the beginning only names the lesson
        words = words[-size:].lstrip("-")
    return words + ending
