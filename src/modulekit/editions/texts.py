"""Every printable text of a tree, with the context that tells it from others and what a translator should know.

Takes any node of the model: a Module, or a part of one. Gives texts in the order in which the tree holds them. Must not
know files, catalogues or languages. It is walked before ids are given (see ``identify``): those that ``identify`` makes
up count blocks, and a context must not change with the order of a course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from modulekit.diagnostics import Loc
from modulekit.document.commonmark import REFERENCE
from modulekit.document.unwrap import unwrapped
from modulekit.editions.context import BarePlace, Place
from modulekit.editions.printable import ANY, Form, printable
from modulekit.model import Node, QuizItem, QuizKind, Reference, mark_of
from modulekit.model.base import Mark, hints, holds_nodes

_ADDRESS = re.compile(r"https?://\S+")
_PLAIN_WORD = re.compile(r"(?!\w?http)\w[a-zа-я]")
"""How most texts begin: what is no address and no Roman number is a word."""
_SMALL = re.compile(r"[a-zа-я]")
_ROMAN = re.compile(r"\b[IVX]+\b")


@dataclass(frozen=True, slots=True)
class Text:
    """One text at one place. ``loc`` is its path in the tree; texts with one ``context`` and ``source`` are one entry
    of a catalogue. ``source`` has each paragraph on one line, so that an author may break lines anew. ``notes`` are
    lines for the translator."""

    loc: Loc
    context: str
    source: str
    notes: tuple[str, ...] = ()
    form: Form = ANY


def texts(root: Node, *, noted: bool = True) -> Iterator[Text]:
    """Every text below ``root`` that a translator translates, without ``notes`` unless they are asked for."""
    found: list[Text] = []
    _texts(root, Place() if noted else BarePlace(), (), found)
    return iter(found)


def says_something(text: str) -> bool:
    """Whether there is a word in it. Figures, dashes, references and addresses are the same in every language."""
    if _PLAIN_WORD.match(text) or ("http" not in text and "[[" not in text and _SMALL.search(text)):
        return True
    bare = _ADDRESS.sub("", REFERENCE.sub(lambda found: found[3] or "", text))
    return any(letter.isalpha() for letter in _ROMAN.sub("", bare))


@cache
def _fields(kind: type[Node]) -> tuple[tuple[str, Form | None, bool], ...]:
    """The fields of a class that hold text or nodes: the name, the form of a text, and whether only trainers see it."""
    fields = printable(kind)
    return tuple(
        (name, fields.get(name), mark_of(name, info) is Mark.TRAINER_ONLY)
        for name, info in kind.model_fields.items()
        if name in fields or holds_nodes(hints(kind)[name])
    )


def _texts(node: Node, place: Place | BarePlace, loc: Loc, found: list[Text]) -> None:
    inner = place.into(node, len(loc))
    for name, form, secret in _fields(type(node)):
        value = getattr(node, name)
        if value and not (form is not None and (_is_code(node, name) or _is_foreign(node, name))):
            _values(value, inner.field(node, name, secret=secret), (*loc, name), form, found)


def _values(value: object, place: Place | BarePlace, loc: Loc, form: Form | None, found: list[Text]) -> None:
    if isinstance(value, str):
        if form is not None and _is_text(value, form):
            found.append(Text(loc, place.context, unwrapped(str(value)), place.notes(loc), form))
    elif isinstance(value, Node):
        _texts(value, place, loc, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _values(item, place, (*loc, index), form, found)


def _is_text(value: str, form: Form) -> bool:
    """Whether ``value`` is words of the course, and not one of the words that may be chosen there."""
    return not isinstance(value, Enum) and value not in form.choices and says_something(value)


def _is_foreign(node: Node, name: str) -> bool:
    """The title of a source stays in its own language where the author names it."""
    return name == "title" and isinstance(node, Reference) and node.language is not None


def _is_code(node: Node, name: str) -> bool:
    """``true`` and ``false`` are the key of an item, not words of the course."""
    return name == "key" and isinstance(node, QuizItem) and node.kind is QuizKind.TRUE_FALSE
