"""What must be TRUE of a translation: one function for each code.

Takes the translated texts of a course in one language, gives findings at their places in the catalogue. What is missing
or outdated is not looked at: that is counted, and a build under ``strict`` refuses it. Must not know PO files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from modulekit.checks.translation import figures, leftovers, letters, names, quotes, structure, terms
from modulekit.checks.translation.subject import Check, Pair, Rendering, Speech, Term
from modulekit.codes import CODES
from modulekit.diagnostics import Diagnostic, Severity

CHECKS: dict[str, Check] = {
    "MK842": names.other_names,
    "MK843": figures.other_numbers,
    "MK844": figures.only_a_word,
    "MK845": structure.other_structure,
    "MK846": terms.other_terms,
    "MK847": leftovers.untranslated,
    "MK848": leftovers.words_of_the_source,
    "MK849": letters.mixed_scripts,
    "MK850": quotes.other_quotes,
    "MK703": letters.not_in_the_fonts,
}
"""Every check of a translation by the one code that it gives."""

LONGEST = 40_000
"""Characters; twice those of the longest text that a course may have."""

OF_A_FORM = ("MK845",)
"""Those that ask whether a text is one line; the others read all texts in the same way."""


def check_translation(rendering: Rendering, *, errors_only: bool = False) -> Iterator[Diagnostic]:
    """All findings; with ``errors_only`` those of checks whose findings stop a build. Texts that are longer
    than any of a course are left out: they cannot be used."""
    rendering = replace(rendering, pairs=tuple(pair for pair in rendering.pairs if len(pair.text) <= LONGEST))
    for code, check in CHECKS.items():
        if not errors_only or CODES[code].severity is Severity.ERROR:
            yield from check(rendering)


__all__ = ["CHECKS", "OF_A_FORM", "Check", "Pair", "Rendering", "Speech", "Term", "check_translation"]
