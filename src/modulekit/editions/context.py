"""Where a text stands: the context that tells it from others, and the same in words for a translator.

A context is made of ids and names of fields, never of numbers: ``lesson:problem-tree/steps/handout/table/rows``. What
has an id of its own begins a context anew, so that a table that moves to another lesson takes its texts along.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from modulekit.diagnostics import Loc
from modulekit.editions.limits import limit_of
from modulekit.model import (
    Entry,
    Exercise,
    ExerciseUse,
    GlossaryTerm,
    Lesson,
    Markdown,
    Material,
    Module,
    Node,
    Outcome,
    QuizItem,
    Reference,
    Slide,
    Step,
    TwoFaced,
)
from modulekit.model.descriptions import description
from modulekit.model.region import Fill, Region
from modulekit.model.results.trees import Objective

EVERYBODY = "Everybody reads this."
WRITTEN = "Participants write this themselves; trainers read it."
TRAINERS = "Only trainers read this."
"""Who reads a text; the last note begins with it."""
_LONGEST = 60  # characters of a title in a note


class Place(NamedTuple):
    """A place on the way down the tree. ``words`` are the stations that a reader would name."""

    path: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    about: str = ""
    secret: bool = False
    limit: int | None = None
    form: TwoFaced | None = None
    depth: int = 0

    @property
    def context(self) -> str:
        """The context of the texts that stand here."""
        return "/".join(self.path)

    def into(self, node: Node, depth: int) -> Place:
        """The place of ``node``, which stands ``depth`` steps below the root."""
        here = self
        if isinstance(node, TwoFaced):
            here = here._replace(form=node, depth=depth)
        station = _station(node)
        if station:
            here = here._replace(words=(*here.words, station))
        name = _name(node)
        if name:
            here = here._replace(path=(name,))
        elif inner := _inner_name(node):
            here = here._replace(path=(*here.block, inner))
        if name or isinstance(node, TwoFaced):
            here = here._replace(block=here.path)
        return here

    def field(self, node: Node, name: str, *, secret: bool) -> Place:
        """The place of the field ``name`` of ``node``."""
        here = self._replace(secret=self.secret or secret, limit=limit_of(node, name) or self.limit)
        if isinstance(node, Markdown):  # a plain string in the file: the list that it stands in says what it is
            return here
        here = here._replace(path=(*self.path, name))
        if isinstance(node, Entry):
            return here
        return here._replace(about=_about(type(node), name))

    def notes(self, loc: Loc) -> tuple[str, ...]:
        """Lines for the translator of the text at ``loc``."""
        if self.secret:
            who = TRAINERS
        elif self.form is not None and self.form.is_blank(loc[self.depth :]):
            who = WRITTEN
        else:
            who = EVERYBODY
        longest = f" At most {self.limit} characters." if self.limit else ""
        where = " › ".join(self.words) or "The course"
        return (where, *((self.about,) if self.about else ()), who + longest)


class BarePlace(NamedTuple):
    """The same where nobody asks for notes, which take longer than all the rest."""

    path: tuple[str, ...] = ()
    block: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """The context of the texts that stand here."""
        return "/".join(self.path)

    def into(self, node: Node, depth: int) -> BarePlace:
        """The place of ``node``."""
        del depth
        name = _name(node)
        if name:
            path: tuple[str, ...] = (name,)
        else:
            inner = _inner_name(node)
            path = (*self.block, inner) if inner else self.path
        return BarePlace(path, path if name or isinstance(node, TwoFaced) else self.block)

    def field(self, node: Node, name: str, *, secret: bool) -> BarePlace:
        """The place of the field ``name`` of ``node``."""
        del secret
        return self if isinstance(node, Markdown) else BarePlace((*self.path, name), self.block)

    def notes(self, loc: Loc) -> tuple[str, ...]:
        """Nothing: nobody asks for them."""
        del loc
        return ()


def _name(node: Node) -> str:
    """What a context begins with, where ``node`` has a name that is its own in the whole course."""
    named = _names(type(node))
    return named(node) if named else ""


@cache
def _names(kind: type[Node]) -> Callable[[Any], str] | None:
    """What gives the name of a node of this class, where such nodes have one."""
    for named, (word, field) in _NAMED.items():
        if issubclass(kind, named):
            return lambda node: f"{word}:{getattr(node, field)}" if field else word
    if kind.numbered_as and "id" in kind.model_fields:
        return lambda node: f"{node.numbered_as}:{node.id}" if node.id else ""
    return None


_NAMED: dict[type[Node], tuple[str, str]] = {
    Module: ("module", ""),
    Lesson: ("lesson", "lesson"),
    Exercise: ("exercise", "exercise"),
    QuizItem: ("quiz", "id"),
    Outcome: ("outcome", "id"),
    GlossaryTerm: ("term", "id"),
    Reference: ("ref", "id"),
    Region: ("region", "region"),
    Material: ("material", ""),  # the same thing is counted together wherever it is named
}


def _inner_name(node: Node) -> str:
    """The name of ``node`` within its block."""
    match node:
        case Objective():
            return node.problem
        case Fill():
            return node.slot
        case _:
            return (getattr(node, "id", None) or "") if "id" in type(node).model_fields else ""


def _station(node: Node) -> str:
    match node:
        case Lesson():
            return f"lesson “{_short(node.title)}”"
        case Step():
            return f"step “{_short(node.title)}”"
        case Exercise():
            return f"exercise “{_short(node.title)}”"
        case ExerciseUse():
            return f"before the exercise {node.exercise}"
        case Slide():
            return f"slide “{_short(node.title)}”"
        case QuizItem():
            return f"test item {node.id}"
        case Outcome():
            return f"outcome {node.id}"
        case GlossaryTerm():
            return f"glossary, “{_short(node.term)}”"
        case Reference():
            return f"reference {node.id}"
        case Region():
            return f"region “{_short(node.name)}”"
        case Fill():
            return f"slot {node.slot}"
        case _:
            caption = getattr(node, "caption", None)
            return f"{_kind(node)} “{_short(caption)}”" if caption else ""


def _kind(node: Node) -> str:
    """``ProblemTree`` as ``problem tree``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(node).__name__).lower()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"


@cache
def _about(node: type[Node], name: str) -> str:
    """What the reference says of a field first, on one line and without the marks of code."""
    line = " ".join(description(node, name).split()).replace("``", "")
    return re.split(r"(?<!e\.g\.)(?<=\.)\s", line, maxsplit=1)[0]
