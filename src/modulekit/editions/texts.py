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

from modulekit.diagnostics import Loc
from modulekit.document.commonmark import REFERENCE
from modulekit.document.unwrap import unwrapped
from modulekit.editions.context import Place
from modulekit.editions.printable import ANY, Form, printable
from modulekit.model import Node, QuizItem, QuizKind, Reference, mark_of
from modulekit.model.base import Mark

_ADDRESS = re.compile(r"https?://\S+")
_PLAIN_WORD = re.compile(r"(?!\w?http)\w[a-zа-я]")
"""How most texts begin: what is no address and no Roman number is a word."""
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
    return _texts(root, Place(noted=noted), ())


def says_something(text: str) -> bool:
    """Whether there is a word in it. Figures, dashes, references and addresses are the same in every language."""
    if _PLAIN_WORD.match(text):
        return True
    bare = _ADDRESS.sub("", REFERENCE.sub(lambda found: found[3] or "", text))
    return any(letter.isalpha() for letter in _ROMAN.sub("", bare))


def _texts(node: Node, place: Place, loc: Loc) -> Iterator[Text]:
    inner = place.into(node, len(loc))
    fields = printable(type(node))
    for name, info in type(node).model_fields.items():
        value, form = getattr(node, name), fields.get(name)
        if not value or (not isinstance(value, Node | tuple) and form is None):
            continue
        if form is not None and (_is_code(node, name) or _is_foreign(node, name)):
            continue
        at = inner.field(node, name, secret=mark_of(name, info) is Mark.TRAINER_ONLY)
        yield from _values(value, at, (*loc, name), form)


def _values(value: object, place: Place, loc: Loc, form: Form | None) -> Iterator[Text]:
    if isinstance(value, Node):
        yield from _texts(value, place, loc)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, place, (*loc, index), form)
    elif form is not None and _is_text(value, form):
        yield Text(loc, place.context, unwrapped(str(value)), place.notes(loc), form)


def _is_text(value: object, form: Form) -> bool:
    """Whether ``value`` is words of the course, and not one of the words that may be chosen there."""
    if not isinstance(value, str) or isinstance(value, Enum):
        return False
    return value not in form.choices and says_something(value)


def _is_foreign(node: Node, name: str) -> bool:
    """The title of a source stays in its own language where the author names it."""
    return name == "title" and isinstance(node, Reference) and node.language is not None


def _is_code(node: Node, name: str) -> bool:
    """``true`` and ``false`` are the key of an item, not words of the course."""
    return name == "key" and isinstance(node, QuizItem) and node.kind is QuizKind.TRUE_FALSE
