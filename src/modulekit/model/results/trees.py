"""Problem trees and the objective trees that mirror them."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.faces import TwoFaced
from modulekit.model.text import Cell, Id


class Problem(Node):
    """One box of a problem tree: an existing negative state. A plain string is a problem without evidence."""

    id: Annotated[Id | None, EVERYONE] = None
    """A name for objective trees and intervention options; unique within the tree."""
    text: Annotated[Cell, EVERYONE] = ""
    """The problem, as a state that somebody can point to."""
    evidence: Annotated[Cell, EVERYONE] = ""
    """The figure or source that shows it; each lowest cause needs one."""
    causes: Annotated[tuple["Problem", ...], Field(max_length=8), EVERYONE] = ()
    """What leads to it (below a cause)."""
    effects: Annotated[tuple["Problem", ...], Field(max_length=8), EVERYONE] = ()
    """What it leads to (above an effect)."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class ProblemTree(TwoFaced):
    """A core problem with its causes below and its effects above it."""

    numbered_as: ClassVar[str] = "figure"
    fillable: ClassVar[tuple[str, ...]] = ("core", "causes", "effects", "evidence")
    body: ClassVar[tuple[str, ...]] = ("core", "causes", "effects")

    core: Annotated[Problem, EVERYONE]
    """The problem in the middle."""
    causes: Annotated[tuple[Problem, ...], Field(min_length=1, max_length=8), EVERYONE]
    """What leads to it, nested."""
    effects: Annotated[tuple[Problem, ...], Field(max_length=8), EVERYONE] = ()
    """What it leads to, nested."""


class Objective(Node):
    """The positive state that stands where a problem stood."""

    problem: Annotated[Id, EVERYONE]
    """The id of the problem that it mirrors."""
    text: Annotated[Cell, EVERYONE] = ""
    """The objective: the state that is reached, with its figure and year."""


class ObjectiveTree(TwoFaced):
    """Mirrors a problem tree one to one; its shape comes from there."""

    numbered_as: ClassVar[str] = "figure"
    fillable: ClassVar[tuple[str, ...]] = ("text",)
    body: ClassVar[tuple[str, ...]] = ("objectives",)

    of: Annotated[Id, EVERYONE]
    """The id of the problem tree."""
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1, max_length=60), EVERYONE]
    """One objective for each problem that has an id."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = [objective.problem for objective in self.objectives]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the problem {name!r} has two objectives")
        return self


def problems_of(tree: ProblemTree) -> Iterator[Problem]:
    """Every problem of a tree: the core, then causes and effects, each before what hangs below it."""
    yield tree.core
    yield from _below(tree.causes)
    yield from _below(tree.effects)


def _below(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in problems:
        yield problem
        yield from _below(problem.causes)
        yield from _below(problem.effects)
