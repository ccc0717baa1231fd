"""Results chains: what leads to what, and what must hold for it."""

from typing import Annotated, ClassVar

from pydantic import Field

from modulekit.model.base import EVERYONE, Node
from modulekit.model.faces import TwoFaced
from modulekit.model.text import Cell

Items = Annotated[tuple[Cell, ...], Field(max_length=8)]


class Assumptions(Node):
    """What must hold for one level to lead to the next."""

    activities: Annotated[Items, EVERYONE] = ()
    """For inputs to become activities."""
    outputs: Annotated[Items, EVERYONE] = ()
    """For activities to become outputs."""
    outcomes: Annotated[Items, EVERYONE] = ()
    """For outputs to become outcomes."""
    impact: Annotated[Items, EVERYONE] = ()
    """For outcomes to become impact."""


class ResultsChain(TwoFaced):
    """From inputs to impact, with the assumptions between the levels."""

    numbered_as: ClassVar[str] = "figure"
    fillable: ClassVar[tuple[str, ...]] = ("inputs", "activities", "outputs", "outcomes", "impact", "assumptions")
    body: ClassVar[tuple[str, ...]] = fillable

    inputs: Annotated[Items, EVERYONE] = ()
    """Money, people, things that go in."""
    activities: Annotated[Items, EVERYONE] = ()
    """What is done."""
    outputs: Annotated[Items, EVERYONE] = ()
    """What is delivered."""
    outcomes: Annotated[Items, EVERYONE] = ()
    """What people then do or have."""
    impact: Annotated[Items, EVERYONE] = ()
    """What changes in the end."""
    assumptions: Annotated[Assumptions | None, EVERYONE] = None
    """What must hold between the levels."""

    def is_blank(self, loc: tuple[str | int, ...]) -> bool:
        """As for every form; ``outputs`` means the outputs, not what must hold for them."""
        return loc[0] in self.body and (self.blank == "all" or loc[0] in self.blank)
