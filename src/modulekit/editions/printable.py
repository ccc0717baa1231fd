"""Which fields of the model hold text that is printed: told from their types alone.

Takes a class of the model, gives the names of its fields whose annotation holds something marked ``PRINTABLE``, however
deep. Must not know what the fields mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from modulekit.model import Node
from modulekit.model.text import Printable


@cache
def printable(model: type[Node]) -> Mapping[str, frozenset[str]]:
    """The fields that hold printable text, each with the words that are a choice there and no text, as ``all``."""
    found = {}
    for name, info in model.model_fields.items():
        if _is_printable(info):
            found[name] = frozenset(_choices(info.annotation))
    return found


def _is_printable(info: FieldInfo) -> bool:
    marked = any(isinstance(entry, Printable) for entry in info.metadata)
    return marked or any(isinstance(entry, Printable) for entry in _parts(info.annotation))


def _choices(annotation: Any) -> Iterator[str]:
    """The words of every ``Literal`` below ``annotation``."""
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        for part in get_args(annotation):
            yield from _choices(part)


def _parts(annotation: Any) -> Iterator[Any]:
    """Everything that an annotation is made of. What stands inside another class of the model is that class's own."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)
