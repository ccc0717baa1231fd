"""The kinds of text and of small values that the model is built from.

``Line`` and ``Prose`` are what people read and translators translate; ``Id`` and ``File`` are names for machines.
"""

import datetime
import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from modulekit.model.base import EVERYONE, Node


class Printable:
    """Marks a string that is printed and therefore translated."""


PRINTABLE = Printable()

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1000, pattern=r"^[^\r\n]*$"),
    PRINTABLE,
]
"""One line of text. Inline Markdown is understood: ``*emphasis*``, ``**strong**``, ``[[exercise:id]]``."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), PRINTABLE]
"""One or more paragraphs of CommonMark with tables; raw HTML is refused."""

Cell = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), PRINTABLE]
"""A table cell: inline Markdown, may be empty."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000, pattern=r"^[^\r\n]*$")]
"""One line that names something: a field, a column, a code under which papers are filed. It is never translated by
itself; where it repeats a text of the course, it follows that text."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name for machines: lower-case letters, digits and single hyphens, at most 60 characters, e.g. ``problem-tree``."""

File = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A file of the module, relative to the module's folder, with forward slashes."""

Minutes = Annotated[int, Field(ge=1, le=600)]
"""A length of time in whole minutes."""

NoMinutes = Annotated[int, Field(ge=0, le=600)]
"""A length of time in whole minutes that may be nothing."""

Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day, ``09:00``."""


def _as_number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isdecimal() and value.isascii() else value


FormatVersion = Annotated[Literal[1], BeforeValidator(_as_number)]
"""The version of the file format. A literal is not converted by itself, and scalars arrive as text."""


def _written_as_date(value: Any) -> Any:
    """Numbers are dates to pydantic, seconds since 1970; to an author they are mistakes."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        raise PydanticCustomError("date_parsing", "a date has year, month and day")
    return value


Date = Annotated[datetime.date, BeforeValidator(_written_as_date)]
"""A day, ``2026-11-23``."""


class Per(StrEnum):
    """For whom a quantity counts."""

    ONCE = "once"
    GROUP = "group"
    PARTICIPANT = "participant"


class Material(Node):
    """Something to bring into the room. A plain string is one piece for the whole room."""

    item: Annotated[Line, EVERYONE]
    """What it is, e.g. ``flipchart``."""
    count: Annotated[int, Field(ge=1, le=1000), EVERYONE] = 1
    """How many."""
    per: Annotated[Per, EVERYONE] = Per.ONCE
    """For whom the number counts: ``once``, ``group`` or ``participant``."""
    used_up: Annotated[bool, EVERYONE] = False
    """Whether it is used up, as paper is: then every use in the course needs its own. Otherwise it is used again."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"item": value} if isinstance(value, str) else value
