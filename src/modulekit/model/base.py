"""The base of every model class, and the mark that says who may see a field.

Every field of every class in this package carries exactly one mark, ``EVERYONE`` or ``TRAINER_ONLY``. There is no
default: a forgotten mark fails ``tests/model/test_marks.py``, so nothing reaches participants by accident. A field that
is trainer only has an empty default, because :mod:`modulekit.editions.redact` puts that default in its place; only a
class that is reached through trainer-only fields alone may require one.

Scalars arrive as the text that stands in the file and are converted by the type of the field, so ``no`` and ``1.10``
stay text where text is asked, as YAML 1.2 has it.

The files of this package do without ``from __future__ import annotations``: the program works with their annotations,
which are worked out once, when they are read, and not from text whenever somebody asks. What reads a class from a file
is made when the first file is read: workers, which get their courses from the main process, never need it.
"""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, ClassVar, get_args, get_type_hints

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo


class Mark(Enum):
    """Who may see a field of the model."""

    EVERYONE = "everyone"
    TRAINER_ONLY = "trainer only"


EVERYONE = Mark.EVERYONE
TRAINER_ONLY = Mark.TRAINER_ONLY


class Node(BaseModel):
    """A frozen piece of a course. Unknown keys are refused."""

    numbered_as: ClassVar[str] = ""
    """How references call nodes of this class that have an ``id``: ``table``, ``figure``, ``case`` or ``slide``."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        populate_by_name=True,
        validate_default=False,
        defer_build=True,
    )


@cache
def hints(node: type[Node]) -> Mapping[str, Any]:
    """The annotations of a class's fields with everything that they carry."""
    return get_type_hints(node, include_extras=True)


def holds_nodes(annotation: Any) -> bool:
    """Whether a value of this annotation may be a node, or hold one."""
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return True
    return any(holds_nodes(part) for part in get_args(annotation))


def mark_of(name: str, field: FieldInfo) -> Mark:
    """The mark of a field.

    Raises ``TypeError`` where the field carries no mark or more than one: then the model itself is wrong.
    """
    marks = [entry for entry in field.metadata if isinstance(entry, Mark)]
    if len(marks) != 1:
        raise TypeError(f"field {name!r} must carry exactly one mark, it carries {len(marks)}")
    return marks[0]
