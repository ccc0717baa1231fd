"""Letters: those of one script in a word, and those that the fonts have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from modulekit.checks.translation.subject import Rendering
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic

_MIXED = re.compile(r"[A-Za-z](?=[\u0370-\u052f])|[\u0370-\u052f](?=[A-Za-z])")
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = re.compile(r"(?<=[\u0400-\u052f][\s,;:])[\s]?[aceiopxy](?=\s[\u0400-\u052f])")
"""A small Latin letter that stands alone: in Cyrillic text it was meant as the letter that looks alike."""
_LETTER = re.compile(r"(?<![\w'’])[a-z](?![\w'’])")
USUAL = re.compile(
    r"[\t\n\x20-\x7e\u00a0-\u017f\u0400-\u045f\u0490-\u04ff\u2010-\u2027\u2030-\u203a\u2116\u2192\u2212]*"
)
"""Texts of signs that all the bundled fonts have, so that nobody needs to open them."""


def mixed_scripts(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK849: a word has letters of one script only."""
    named = _named(rendering)
    for pair in rendering.pairs:
        mixed = _MIXED.search(pair.bare_text) is not None
        for found in _WORD.finditer(pair.bare_text) if mixed else ():
            if _MIXED.search(found[0]) is None:
                continue
            message = f"“{found[0]}” has letters of two scripts; of the fewer: {_fewer(found[0])}."
            yield finding("MK849", message, pair.at(found.start(), len(found[0])), "Type the word anew.")
        if rendering.target.script != "Cyrl" or rendering.source.script != "Latn":
            continue
        for found in _ALONE.finditer(pair.bare_text):
            if found[0].strip() not in named:
                message = f"“{found[0].strip()}” is a Latin letter that only looks like the Cyrillic one."
                yield finding("MK849", message, pair.at(found.end() - 1, 1), "Type it anew.")


def not_in_the_fonts(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK703: every character can be printed."""
    for pair in rendering.pairs:
        if USUAL.fullmatch(pair.text):
            continue
        held = rendering.held()
        for offset, sign in enumerate(pair.text):
            if ord(sign) not in held and not sign.isspace() and unicodedata.category(sign) not in ("Cf", "Cc"):
                name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
                message = f"The fonts do not have “{sign}” ({name})."
                yield finding("MK703", message, pair.at(offset, 1), "Write another.")


def _fewer(word: str) -> str:
    latin = [letter for letter in word if letter.isascii()]
    other = [letter for letter in word if not letter.isascii()]
    return " ".join(f"{letter} ({unicodedata.name(letter).lower()})" for letter in min(latin, other, key=len))


def _named(rendering: Rendering) -> set[str]:
    """The small letters that stand alone in the source: names of options and variables. The English ``a`` is a word,
    and a name where there is also a ``b``."""
    alone = {letter for pair in rendering.pairs for letter in _LETTER.findall(pair.bare_source)}
    return alone if "b" in alone else alone - {"a"}
