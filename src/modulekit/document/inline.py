"""Text inside a line: runs, emphasis, links and references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from modulekit.document.roles import InlineRole


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are found by eye."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be typed or read literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead out of the document."""

    url: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that lead to the node of this document whose ``id`` is ``target``.

    A writer prints the words in any case and makes them a link where the target is in the document.
    """

    target: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Styled:
    """Words with a role."""

    role: InlineRole
    children: Inlines


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than those around them. ``language`` is a BCP 47 tag.

    Readers' computers speak, spell and hyphenate them as that language has it.
    """

    language: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


Inline = Text | Strong | Emphasis | Code | Link | Reference | Styled | Foreign | Break
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The characters of ``inlines`` without any dress, for titles, bookmarks and alternative texts."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Strong(children) | Emphasis(children):
            return plain(children)
        case Link(_, children) | Reference(_, children) | Styled(_, children) | Foreign(_, children):
            return plain(children)
        case Break():
            return " "
        case _:
            assert_never(inline)
