"""Everything that is printed of a module, and who may read it.

Takes a Module, walks its fields by their annotations, gives each text and each node with its path and its mark. A text
is for participants only if every field on the way to it is marked ``EVERYONE`` and they do not fill it in themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from modulekit.diagnostics import Loc
from modulekit.model import EVERYONE, TRAINER_ONLY, Mark, Node, TwoFaced, mark_of
from modulekit.model.base import hints, holds_nodes
from modulekit.model.text import PRINTABLE, Prose


class Shape(Enum):
    """How a text is read."""

    LINE = "one line of inline Markdown"
    PROSE = "paragraphs of Markdown"


@dataclass(frozen=True, slots=True)
class Passage:
    """A printed text. ``owner`` is the class of the node that holds it."""

    loc: Loc
    text: str
    shape: Shape
    mark: Mark
    owner: type[Node]


@dataclass(frozen=True, slots=True)
class Placed:
    """A node of the tree, where it stands and who may see it. ``form`` is the nearest form around it, or itself."""

    loc: Loc
    node: Node
    mark: Mark
    form: Placed | None = None


_PROSE = get_args(Prose)[1]


def placed(node: Node, loc: Loc = (), mark: Mark = EVERYONE, form: Placed | None = None) -> Iterator[Placed]:
    """``node`` and all nodes below it, in the order of the fields."""
    found: list[Placed] = []
    _place(node, loc, mark, form, found)
    return iter(found)


def _place(value: object, loc: Loc, mark: Mark, form: Placed | None, found: list[Placed]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _place(item, (*loc, index), mark, form, found)
    elif isinstance(value, Node):
        form = Placed(loc, value, mark) if isinstance(value, TwoFaced) else form
        found.append(Placed(loc, value, mark, form))
        for name, own in _fields(type(value)).nodes:
            below = getattr(value, name)
            if below:
                _place(below, (*loc, name), mark if own is EVERYONE else TRAINER_ONLY, form, found)


def passages(nodes: Iterator[Placed] | tuple[Placed, ...]) -> Iterator[Passage]:
    """Every printed text of ``nodes``; empty ones are left out."""
    for item in nodes:
        for name, own, shape in _fields(type(item.node)).texts:
            written = getattr(item.node, name)
            if not written:
                continue
            mark = item.mark if own is EVERYONE else TRAINER_ONLY
            for path, value in _values(written, (*item.loc, name)):
                if isinstance(value, str) and value:
                    seen = TRAINER_ONLY if _is_filled_in(item.form, path) else mark
                    yield Passage(path, value, shape, seen, type(item.node))


def _is_filled_in(form: Placed | None, path: Loc) -> bool:
    """Whether participants get the text at ``path``, inside ``form``, empty."""
    return form is not None and isinstance(form.node, TwoFaced) and form.node.is_blank(path[len(form.loc) :])


def _values(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*loc, index))
    elif value is not None:
        yield loc, value


class _Fields(NamedTuple):
    """The fields of a class that hold text, each with its mark and how it is read, and those that hold nodes."""

    texts: tuple[tuple[str, Mark, Shape], ...]
    nodes: tuple[tuple[str, Mark], ...]


@cache
def _fields(node: type[Node]) -> _Fields:
    marks = {name: mark_of(name, info) for name, info in node.model_fields.items()}
    shapes = {name: _shape(hints(node)[name]) for name in marks}
    return _Fields(
        tuple((name, marks[name], shape) for name, shape in shapes.items() if shape is not None),
        tuple((name, mark) for name, mark in marks.items() if holds_nodes(hints(node)[name])),
    )


def _shape(annotation: Any) -> Shape | None:
    if get_origin(annotation) is Annotated:
        inner, *extras = get_args(annotation)
        if any(extra is PRINTABLE for extra in extras):
            return Shape.PROSE if _PROSE in extras else Shape.LINE
        return _shape(inner)
    return next((shape for shape in map(_shape, get_args(annotation)) if shape is not None), None)
