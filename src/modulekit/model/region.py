"""What a region puts into the slots of a module: its own cases, figures and examples. All the rest is locked."""

from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.blocks import Entry
from modulekit.model.text import FormatVersion, Id, Line


class Fill(Node):
    """What stands in one slot."""

    slot: Annotated[Id, EVERYONE]
    """The id of a slot that the module declares."""
    content: Annotated[tuple[Entry, ...], Field(min_length=1, max_length=40), EVERYONE]
    """The blocks that stand there in this region's edition."""

    @model_validator(mode="after")
    def _no_slot_inside(self) -> Self:
        if any(entry.slot or entry.other_regions for entry in self.content):
            raise ValueError("a slot holds no slot")
        return self


class Region(Node):
    """A file of ``regions/``: the material of one region."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    region: Annotated[Id, EVERYONE]
    """The id of the region; the files of centres call it by this name."""
    name: Annotated[Line, EVERYONE]
    """The name of the region in the module's language."""
    slots: Annotated[tuple[Fill, ...], EVERYONE] = ()
    """What stands in the module's slots."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A slot of the module, and the names of the regions whose material stands in it; none for the module's own."""

    slot: str
    about: str
    regions: tuple[str, ...]
