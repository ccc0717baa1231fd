"""What the marks of texts without a translation mean, said to the reader once, where the product begins.

Takes a finished Document or Deck and the words of its language, gives the same with a sentence for each mark that
stands in it. Must not know catalogues or why a text is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from modulekit.document import (
    Box,
    BoxRole,
    Deck,
    Document,
    Opener,
    Paragraph,
    Part,
    PartKind,
    Text,
    TitleBody,
)
from modulekit.products.strings import Strings

_WITHOUT = (PartKind.COVER, PartKind.CONTENTS, PartKind.CERTIFICATE)  # parts in which a note has no place


def source_mark(strings: Strings, written_in: str) -> str:
    """What stands before a text in the language ``written_in``: ``‹EN›``."""
    return strings("mark-source", language=written_in.upper())


def explained(content: Document | Deck, strings: Strings, written_in: str) -> Document | Deck:
    """``content`` with a sentence for each mark that stands in it; the same where none does."""
    marks = {source_mark(strings, written_in): "mark-source-means", strings("mark-earlier"): "mark-earlier-means"}
    words = tuple(_words(content))
    sentences = [strings(key, mark=mark) for mark, key in marks.items() if any(mark in text for text in words)]
    if not sentences:
        return content
    if isinstance(content, Document):
        return _document(content, sentences)
    return _deck(content, " ".join(sentences))


def _deck(deck: Deck, words: str) -> Deck:
    """The note stands with what the first slide says of the whole."""
    section = deck.sections[0]
    first, *others = section.slides
    if not isinstance(first.body, TitleBody):
        return deck
    said = (*first.body.statement, Text(f" {words}"))
    noted = replace(section, slides=(replace(first, body=replace(first.body, statement=said)), *others))
    return replace(deck, sections=(noted, *deck.sections[1:]))


def _document(document: Document, sentences: list[str]) -> Document:
    """The note stands in the first part that is read, below its title."""
    at = next((at for at, part in enumerate(document.parts) if part.kind not in _WITHOUT), None)
    if at is None:
        return document
    note = Box(BoxRole.NOTE, tuple(Paragraph((Text(sentence),)) for sentence in sentences))
    part: Part = document.parts[at]
    below = 1 if part.blocks and isinstance(part.blocks[0], Opener) else 0
    noted = replace(part, blocks=(*part.blocks[:below], note, *part.blocks[below:]))
    return replace(document, parts=(*document.parts[:at], noted, *document.parts[at + 1 :]))


def _words(value: Any) -> Iterator[str]:
    """Every text at and below ``value``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
