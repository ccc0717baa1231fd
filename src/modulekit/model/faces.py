"""One data, two faces: a block that participants get empty, to fill in, and trainers get filled.

The predicate :meth:`TwoFaced.is_blank` is the one place that says which text belongs to which face. ``redact`` empties
what it names, and the list of secrets holds it.
"""

from enum import Enum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from modulekit.diagnostics import Loc
from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import Id, Line, Name
from modulekit.model.walk import walk

_COUNTED = frozenset(("rows", "objectives"))
"""The lists whose first entries may stay filled in as an example."""


class TwoFaced(Node):
    """The base of every block that can be a worksheet."""

    numbered_as: ClassVar[str] = "table"
    fillable: ClassVar[tuple[str, ...]] = ()
    """The names that ``blank`` may hold; a test says that each is a field below the class."""
    body: ClassVar[tuple[str, ...]] = ("rows",)
    """The fields that hold the form. What stands around them (caption, years, criteria) is always printed."""
    structural: ClassVar[frozenset[str]] = frozenset(("id", "problem", "of"))
    """Fields that tie things together; they are never printed alone and never emptied."""

    id: Annotated[Id | None, EVERYONE] = None
    """A name for references, such as ``[[table:id]]`` or ``[[figure:id]]``."""
    caption: Annotated[Line, EVERYONE]
    """What is shown, in a few words. The number is added."""
    source: Annotated[Line | None, EVERYONE] = None
    """Where the figures come from, or that they are illustrative."""
    blank: Annotated[tuple[Name, ...] | Literal["all"], EVERYONE] = ()
    """The fields that participants fill in themselves, or ``all``."""
    example_rows: Annotated[int, Field(ge=0, le=20), EVERYONE] = 0
    """How many of the first rows (or objectives) stay filled in as an example where ``blank`` is used."""
    row_height: Annotated[int | None, Field(ge=6, le=80), EVERYONE] = None
    """The least height in millimetres of a row to write in; 14 unless given."""

    @model_validator(mode="after")
    def _blank_is_known(self) -> Self:
        known = self.can_be_blank()
        for name in self.blank if self.blank != "all" else ():
            if name not in known:
                raise ValueError(f"blank names {name!r}; it may name {', '.join(known)}")
        return self

    def can_be_blank(self) -> tuple[str, ...]:
        """The names that ``blank`` may hold for this block."""
        return self.fillable

    def is_blank(self, loc: Loc) -> bool:
        """Whether participants get the text at ``loc``, a path below this block, empty."""
        if not self.blank or loc[0] not in self.body or loc[-1] in self.structural:
            return False
        if loc[0] in _COUNTED and isinstance(loc[1], int) and loc[1] < self.example_rows:
            return False
        return self.blank == "all" or any(name in loc for name in self.blank)

    def is_filled(self) -> bool:
        """Whether this is a form that has been filled in: some text stands where participants get none."""
        return any(self.is_blank(loc) for loc, value in walk(self) if _is_text(value))

    def tells_trainers_more(self) -> bool:
        """Whether trainers see something in it that participants do not: then their guide shows it once more."""
        return self.is_filled()


def _is_text(value: object) -> bool:
    """Whether ``value`` is a text that is not empty; a choice among given names is no text."""
    return isinstance(value, str) and value != "" and not isinstance(value, Enum)
