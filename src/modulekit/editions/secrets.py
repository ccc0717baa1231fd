"""Which phrases only trainers may see, told from the marks of the model alone.

This shares nothing with ``redact``: the scan of the finished files would prove nothing if it asked the code that it
guards what to look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from modulekit.diagnostics import Loc
from modulekit.model import Module, Node, TwoFaced, mark_of
from modulekit.model.base import Mark


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of the module, where it stands, and whether only trainers may see it.

    ``marked`` says that its own field is trainer only, as ``say`` is; a table in a model answer is secret, but its
    column titles are marked for everyone.
    """

    loc: Loc
    text: str
    secret: bool
    marked: bool = False


def phrases(module: Module) -> Iterator[Phrase]:
    """Every text of the module, in the order of the tree."""
    return _phrases(module, (), secret=False, marked=False)


def _phrases(value: object, loc: Loc, *, secret: bool, marked: bool, face: _Face | None = None) -> Iterator[Phrase]:
    if isinstance(value, str):
        if value and not isinstance(value, Enum):  # a choice among given names is no text
            yield Phrase(loc, value, secret or (face is not None and face.hides(loc)), marked)
    elif isinstance(value, Node):
        inner = _Face(value, len(loc)) if isinstance(value, TwoFaced) else face
        for name, info in type(value).model_fields.items():
            own = mark_of(name, info) is Mark.TRAINER_ONLY
            yield from _phrases(getattr(value, name), (*loc, name), secret=secret or own, marked=own, face=inner)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _phrases(item, (*loc, index), secret=secret, marked=marked, face=face)


@dataclass(frozen=True, slots=True)
class _Face:
    """A form that stands ``depth`` steps below the module."""

    form: TwoFaced
    depth: int

    def hides(self, loc: Loc) -> bool:
        """Whether participants get the text at ``loc`` empty."""
        return self.form.is_blank(loc[self.depth :])
