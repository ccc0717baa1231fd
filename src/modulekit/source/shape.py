"""Where a validation error stands in the file, and what the model expects there.

Takes a model class, the path that pydantic gives and the data as it was written; gives the path that the author would
recognise. Pydantic's path also holds names of union members and fields that a plain string was lifted into; neither is
in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Tag

from modulekit.diagnostics import Loc, Step
from modulekit.model import Node
from modulekit.model.base import hints


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file and what belongs there."""

    path: Loc
    """The path as it is written, as far as it is written."""
    key: str
    """The nearest key that is written, or the one that is missing or unknown."""
    owners: tuple[type[Node], ...]
    """The classes of the mappings on the way, the innermost last."""
    kind: Any
    """The annotation of the value, ``None`` where the model knows none."""
    in_union: bool
    """Whether the value may be of several kinds, and this is what one of them says."""

    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of the list entries at the end of the path, from 1, the outermost first."""
        numbers: list[int] = []
        for step in reversed(self.path):
            if not isinstance(step, int):
                break
            numbers.insert(0, step + 1)
        return tuple(numbers)


def spot_of(model: type[Node], loc: Sequence[Step], data: object) -> Spot:
    """Follow ``loc`` through the model and through what was written."""
    kind: Any = model
    path: list[Step] = []
    owners: list[type[Node]] = []
    key, in_union = "", False
    for number, step in enumerate(loc):
        node = _node_of(kind)
        if node is not None and (not owners or owners[-1] is not node):
            owners.append(node)
        kind, is_written = _follow(kind, step)
        if not is_written:
            in_union = kind is not None and _node_of(kind) is None
            continue
        if isinstance(data, dict) and step in data:
            data = data[step]
            path.append(step)
            key = str(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            path.append(step)
        elif number == len(loc) - 1 and isinstance(step, str) and isinstance(data, dict):
            key = step
    return Spot(tuple(path), key, tuple(owners), kind, in_union)


def written(data: object, path: Loc) -> object:
    """The value at ``path`` of what was written."""
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def members(kind: Any) -> tuple[Any, ...]:
    """The kinds that a value may have, without ``None`` and without what annotates the whole."""
    kind = bare(kind)
    if get_origin(kind) in (Union, UnionType):
        return tuple(member for member in get_args(kind) if member is not NoneType)
    return (kind,)


def bare(kind: Any) -> Any:
    """``kind`` without ``Annotated``."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return kind


def node_classes(kind: Any) -> Iterator[type[Node]]:
    """Every model class that ``kind`` names, items of lists included."""
    for member in members(kind):
        inner = bare(member)
        if isinstance(inner, type) and issubclass(inner, Node):
            yield inner
        elif get_origin(inner) is tuple:
            for item in get_args(inner):
                if item is not Ellipsis:
                    yield from node_classes(item)


def _node_of(kind: Any) -> type[Node] | None:
    kinds = members(kind) if kind is not None else ()
    inner = bare(kinds[0]) if len(kinds) == 1 else None
    return inner if isinstance(inner, type) and issubclass(inner, Node) else None


def _follow(kind: Any, step: Step) -> tuple[Any, bool]:
    """The kind behind ``step``, and whether the step is written in the file."""
    if kind is None:
        return None, True
    several = members(kind)
    for member in several:
        if get_origin(member) is Annotated and any(isinstance(a, Tag) and a.tag == step for a in get_args(member)):
            return member, False
    for member in several:
        inner = bare(member)
        if isinstance(inner, type) and issubclass(inner, Node):
            if step in inner.model_fields or len(several) == 1:
                return hints(inner).get(str(step)), True
        elif get_origin(inner) is tuple and isinstance(step, int):
            items = get_args(inner)
            return items[0 if items[-1] is Ellipsis else min(step, len(items) - 1)], True
    return (kind, False) if len(several) > 1 else (None, True)
