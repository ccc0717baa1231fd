"""Which fields of the model hold text that is printed, and what such a text may be: told from their types alone.

Takes a class of the model, gives the fields whose annotation holds something marked ``PRINTABLE``, however deep. Must
not know what the fields mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import StringConstraints

from modulekit.model import Node
from modulekit.model.base import hints
from modulekit.model.text import Printable


@dataclass(frozen=True, slots=True)
class Form:
    """What a text may be: at most ``longest`` characters, on one line or on several. ``choices`` are words that may
    stand there and are no text, as ``all``."""

    longest: int | None = None
    one_line: bool = False
    choices: frozenset[str] = frozenset()


ANY = Form()
"""A text of any form, as in a drawing."""


@cache
def printable(model: type[Node]) -> Mapping[str, Form]:
    """The fields of ``model`` that hold printable text."""
    found = {}
    for name in model.model_fields:
        limits = next(_limits(hints(model)[name]), None)
        if limits is not None:
            one_line = limits.pattern is not None and not re.search(limits.pattern, "a\nb")
            found[name] = Form(limits.max_length, one_line, frozenset(_choices(hints(model)[name])))
    return found


def refusal_of(form: Form, text: str) -> str:
    """Why ``text`` cannot stand in a place of this form, or nothing where it can."""
    if form.one_line and "\n" in text:
        return "it has a line break, and there is one line"
    if form.longest is not None and len(text) > form.longest:
        return f"it has {len(text)} characters, and at most {form.longest} are possible"
    return ""


def _limits(annotation: Any) -> Iterator[StringConstraints]:
    """The limits of every printable string below ``annotation``. Other classes of the model speak for themselves."""
    if get_origin(annotation) is Annotated:
        extras = get_args(annotation)[1:]
        if any(isinstance(extra, Printable) for extra in extras):
            yield from (extra for extra in extras if isinstance(extra, StringConstraints))
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _limits(part)


def _choices(annotation: Any) -> Iterator[str]:
    """The words of every ``Literal`` below ``annotation``."""
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        for part in get_args(annotation):
            yield from _choices(part)
