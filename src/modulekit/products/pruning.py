"""A part of a tree: one branch of it, or all of it down to some level. A wall shows less than a page.

Takes the effects, the core and the causes of a tree, gives the same of what is left. Must not know what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from modulekit.model.results.trees import Problem

Branches = tuple[tuple[Problem, ...], Problem, tuple[Problem, ...]]
"""Effects, core, causes."""


@dataclass(frozen=True, slots=True)
class Cut:
    """``branch`` is the id of the problem that becomes the root; ``depth`` is how many levels stay below and above the
    root. ``None`` leaves all."""

    branch: str | None = None
    depth: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is taken away."""
        return self.branch is None and self.depth is None

    def __call__(self, tree: Branches) -> Branches:
        """What is left of ``tree``; a branch that it does not have, which a check names, leaves all."""
        effects, core, causes = self._rooted(tree)
        return self._levels(effects, self.depth), core, self._levels(causes, self.depth)

    def _rooted(self, tree: Branches) -> Branches:
        effects, core, causes = tree
        if self.branch is None or self.branch == core.id:
            return tree
        for problem in _all(causes):
            if problem.id == self.branch:
                return (), problem, problem.causes
        for problem in _all(effects):
            if problem.id == self.branch:
                return problem.effects, problem, ()
        return tree

    def _levels(self, problems: tuple[Problem, ...], depth: int | None) -> tuple[Problem, ...]:
        if depth is None:
            return problems
        if depth == 0:
            return ()
        return tuple(
            problem.model_copy(
                update={
                    "causes": self._levels(problem.causes, depth - 1),
                    "effects": self._levels(problem.effects, depth - 1),
                }
            )
            for problem in problems
        )


def _all(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in problems:
        yield problem
        yield from _all(problem.causes)
        yield from _all(problem.effects)
