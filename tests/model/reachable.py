"""Every class of the model that a course can hold, found by walking the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from modulekit.model import Centre, Module, Node, Workspace, mark_of
from modulekit.model.base import Mark


def classes() -> dict[type[Node], bool]:
    """The classes below ``Module``, ``Workspace`` and ``Centre``, and whether anything for everyone leads to them."""
    found: dict[type[Node], bool] = {}
    waiting: list[tuple[type[Node], bool]] = [(Module, True), (Workspace, True), (Centre, True)]
    while waiting:
        model, public = waiting.pop()
        if model in found and (found[model] or not public):
            continue
        found[model] = public
        for name, field in model.model_fields.items():
            shown = public and mark_of(name, field) is Mark.EVERYONE
            waiting.extend((inner, shown) for inner in named(field.annotation))
    return found


def named(annotation: Any) -> Iterator[type[Node]]:
    """The classes of the model that a type names."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    for inner in get_args(annotation):
        yield from named(inner)
