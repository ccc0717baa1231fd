"""Small translations to check, from English."""

from __future__ import annotations

from pathlib import PurePosixPath

from modulekit.checks.translation import CHECKS, Pair, Rendering, Term
from modulekit.diagnostics import Span
from modulekit.review.translated import held, speech

FILE = PurePosixPath("locale/xx.po")


def rendering(
    language: str,
    *texts: tuple[str, str],
    terms: tuple[Term, ...] = (),
    kept: frozenset[str] = frozenset(),
    one_line: bool = False,
) -> Rendering:
    """``texts`` are sources and their translations; a text stands in the line of its number."""
    pairs = tuple(
        Pair(f"place:{line}", source, text, lambda offset, length, line=line: _span(line, offset, length), one_line)  # type: ignore[misc]
        for line, (source, text) in enumerate(texts, start=1)
    )
    return Rendering(speech("en"), speech(language), pairs, terms, kept, held)


def found(code: str, language: str, source: str, text: str, *terms: Term) -> list[str]:
    """What one check says of one text."""
    return [diagnostic.message for diagnostic in CHECKS[code](rendering(language, (source, text), terms=terms))]


def _span(line: int, offset: int, length: int) -> Span:
    return Span(FILE, line, offset + 1, line, offset + 1 + length)
