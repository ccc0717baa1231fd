"""A call: a pure function and what it is given. Everything that a build computes is one of these.

The function stands at the top of a module and gives bytes; what it is given can be pickled. So a call can be made in
any process, on any computer that has the same program, and what came of it can be kept. Must not know courses.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Steps = Generator[Sequence["Call"], list[bytes], Any]
"""What one task does: it asks for calls, gets what came of them in their order, and in the end returns its result.

This part runs in the main process and must be quick: all that takes time is a call."""


@dataclass(frozen=True, slots=True)
class Call:
    """``function(*arguments)``. ``key`` names everything that can change what comes of it; without one, nothing is
    kept. ``weight`` tells which of several calls takes longer, ``name`` is what people read; ``missed`` says that it
    was looked for in the cache and is not there."""

    function: Callable[..., bytes]
    arguments: tuple[Any, ...]
    name: str
    key: str = ""
    weight: int = 0
    missed: bool = False

    def __call__(self) -> bytes:
        """Do it here and now."""
        return self.function(*self.arguments)


@dataclass(frozen=True, slots=True)
class Piece:
    """A node of the graph: ``steps`` gets the results of what it ``needs``, by name. Of two pieces that are ready, the
    one with the higher ``height`` goes first: more waits for it. One that is ``late`` begins when all workers have
    something to do: nothing waits for it, and beginning it takes time."""

    name: Hashable
    needs: tuple[Hashable, ...]
    steps: Callable[[Mapping[Hashable, Any]], Steps]
    height: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that need only each other, each after what it needs: one edition. ``owner`` is whose they are."""

    owner: Any
    pieces: tuple[Piece, ...]
