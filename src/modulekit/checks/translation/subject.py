"""What is checked of a translation: pairs of texts, how both languages are written, and the terms of the course.

Holds what several checks look up, each worked out once. Must not know how a catalogue is written down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from modulekit.diagnostics import Diagnostic, Span
from modulekit.document.commonmark import REFERENCE
from modulekit.document.notation import ENGLISH, Notation

_ADDRESS = re.compile(r"https?://[^\s)>\]]+|www\.[^\s)>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`]*`")
_MOST = 60  # characters of a text that a message repeats


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language is written. ``script`` is that of ISO 15924, as ``Cyrl``; ``numerals`` hold the beginnings
    of the words that say a number; ``endings`` are those that a noun has beside its first form; ``quotes`` are the
    quotation marks. What nobody knows of a language is empty.
    """

    language: str
    notation: Notation = ENGLISH
    script: str = ""
    numerals: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    quotes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pair:
    """A text and its translation. ``at`` tells where a number of characters of the translation stand, from an offset
    on."""

    context: str
    source: str
    text: str
    at: Callable[[int, int], Span]
    one_line: bool = False

    @property
    def called(self) -> str:
        """The source as a message repeats it."""
        line = " ".join(self.source.split())
        return f"“{line if len(line) <= _MOST else line[:_MOST].rsplit(' ', 1)[0] + ' …'}”"

    @property
    def whole(self) -> Span:
        """Where the translation begins."""
        return self.at(0, 1)

    @cached_property
    def bare_source(self) -> str:
        """The source without what is meant for machines."""
        return bare(self.source)

    @cached_property
    def bare_text(self) -> str:
        """The translation without what is meant for machines, letter for letter at the same place."""
        return bare(self.text)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary, its translation, and other words that its translator allows."""

    term: str
    renderings: tuple[str, ...]


@dataclass(frozen=True)
class Rendering:
    """The translations of a course in one language. ``kept`` are words that stay as they are in the source; ``held``
    gives the characters that the fonts have, and is asked only where a text holds an unusual one."""

    source: Speech
    target: Speech
    pairs: tuple[Pair, ...]
    terms: tuple[Term, ...]
    kept: frozenset[str]
    held: Callable[[], frozenset[int]]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the course that are no names: those that stand somewhere in small letters."""
        return frozenset(word for pair in self.pairs for word in re.findall(r"\w+", pair.bare_source) if word.islower())


Check = Callable[[Rendering], Iterable[Diagnostic]]
"""Looks for one kind of mistake. A check gives findings of one code only, and never raises."""


def bare(text: str) -> str:
    """``text`` with spaces in the place of references, addresses and code; the words of a reference stay."""
    if "[[" in text:
        text = REFERENCE.sub(_words, text)
    if "://" in text or "@" in text or "`" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    return text


def _words(found: re.Match[str]) -> str:
    if found[3] is None:
        return " " * len(found[0])
    before = found.start(3) - found.start()
    return " " * before + found[3] + " " * (len(found[0]) - before - len(found[3]))
