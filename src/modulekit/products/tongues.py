"""Words of several languages on one paper: side by side, on one line, or one below the other.

Takes what to say as a function of the words of a language, gives inlines, cells and passages in which each language is
marked. What is the same in all languages is said once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from modulekit.document import (
    Align,
    Break,
    Cell,
    Foreign,
    Inlines,
    List,
    ListRole,
    Paragraph,
    Parallel,
    TableColumn,
    Text,
    Version,
)
from modulekit.products.strings import Strings

Say = Callable[[Strings], str]


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages of a paper, the leading one first."""

    languages: tuple[Strings, ...]

    def foreign(self, text: str, language: str) -> Inlines:
        """``text``, marked where its language is not the leading one."""
        plain: Inlines = (Text(text),)
        return plain if language == self.languages[0].language else (Foreign(language, plain),)

    def title(self, say: Say) -> Inlines:
        """The leading language, and below it the others on one line."""
        (first, words), *others = self._said(say)
        if not others:
            return self.foreign(first, words.language)
        below = self._between(others, self.foreign(" / ", others[0][1].language))
        return (*self.foreign(first, words.language), Break(), *below)

    def line(self, say: Say) -> Inlines:
        """``Құжат / Документ / Document``"""
        return self._joined(say, (Text(" / "),))

    def beside(self, *said: Say, leads: bool = False) -> Parallel:
        """Paragraphs side by side; ``leads`` keeps them with what follows."""
        versions = (
            Version(words.language, tuple(Paragraph((Text(say(words)),)) for say in said)) for words in self.languages
        )
        return Parallel(tuple(versions), leads=leads)

    def ticks(self, *keys: str) -> Parallel:
        """Statements to tick, side by side."""
        versions = (
            Version(words.language, (List(tuple(_item(words, key) for key in keys), ListRole.CHECK),))
            for words in self.languages
        )
        return Parallel(tuple(versions))

    def column(self, key: str, width: float, align: Align = Align.LEFT) -> TableColumn:
        """A column with its title in all languages."""
        return TableColumn(self.line(lambda words: words(key)), width, align)

    def label(self, key: str) -> Cell:
        """A cell that names its row in all languages, on one line as far as it fits."""
        return Cell((Paragraph(self.line(lambda words: words(key))),))

    def cell(self, say: Say) -> Cell:
        """A paragraph for each language; nothing for one that says nothing."""
        paragraphs = (Paragraph(self.foreign(text, words.language)) for text, words in self._said(say) if text)
        return Cell(tuple(paragraphs))

    def _joined(self, say: Say, between: Inlines) -> Inlines:
        return self._between(self._said(say), between)

    def _between(self, said: Iterable[tuple[str, Strings]], between: Inlines) -> Inlines:
        parts = [self.foreign(text, words.language) for text, words in said]
        return tuple(inline for at, part in enumerate(parts) for inline in ((*between, *part) if at else part))

    def _said(self, say: Say) -> list[tuple[str, Strings]]:
        said: dict[str, Strings] = {}
        for words in self.languages:
            said.setdefault(say(words), words)
        return list(said.items())


def _item(words: Strings, key: str) -> tuple[Paragraph]:
    return (Paragraph((Text(words(key)),)),)
