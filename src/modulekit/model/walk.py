"""One walk over the tree of a course.

Takes a node or a value of one of its fields, gives every node and every plain value below it with its path. Must not
know what they are looked for, nor who may see them: code that guards a mark walks by itself
(``editions/secrets.py``, ``checks/passages.py``).
"""

from collections.abc import Iterator
from functools import cache

from modulekit.diagnostics import Loc
from modulekit.model.base import Node, hints, holds_nodes


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """``value`` and all that stands below it, in the order of the fields; tuples are gone through, not given."""
    left = [(loc, value)]
    while left:
        loc, value = left.pop()
        if isinstance(value, tuple):
            left.extend(((*loc, index), value[index]) for index in range(len(value) - 1, -1, -1))
            continue
        yield loc, value
        if isinstance(value, Node):
            left.extend(((*loc, name), getattr(value, name)) for name in reversed(type(value).model_fields))


def nodes(value: object) -> Iterator[Node]:
    """The nodes among them, in the same order, without their paths: a tenth of the work."""
    left = [value]
    while left:
        value = left.pop()
        if isinstance(value, tuple):
            left.extend(reversed(value))
        elif isinstance(value, Node):
            yield value
            left.extend(getattr(value, name) for name in _inner(type(value)))


@cache
def _inner(kind: type[Node]) -> tuple[str, ...]:
    """The fields of a class that may hold nodes, the last one first."""
    return tuple(name for name in reversed(kind.model_fields) if holds_nodes(hints(kind)[name]))
