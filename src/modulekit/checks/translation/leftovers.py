"""What is left of the source language: whole texts, and words in letters that the language does not have.

Only languages in another script than the source can be looked at word by word; where both have one script, whole
sentences are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from modulekit.checks.translation.subject import Pair, Rendering
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic

_LETTERS = {"Latn": "A-Za-z\u00c0-\u024f", "Cyrl": "\u0400-\u052f"}
"""Letters of the scripts in which courses are written; what is left of others is found as whole texts only."""
_SENTENCE = 3  # words; fewer can be the same in two languages of one script
_UNKNOWN = "Words that stay as they are, as names of programs, stand in the header “X-Kept-Words: …” of the file."


def untranslated(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK847: a translation is not its source."""
    for pair in rendering.pairs:
        if _squeezed(pair.text) == _squeezed(pair.source) and _must_differ(pair, rendering):
            message = f"{pair.called} stands in “{rendering.target.language}” as in the source."
            yield finding("MK847", message, pair.whole, f"Translate it. {_UNKNOWN}")


def words_of_the_source(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK848: no words of the source language are left in a translation."""
    if not _is_told_by_script(rendering):
        return
    run = _run(rendering.source.script)
    for pair in rendering.pairs:
        if _squeezed(pair.text) == _squeezed(pair.source):
            continue  # MK847 says so
        for found in run.finditer(pair.bare_text):
            if _is_left(found[0], rendering):
                message = f"“{found[0]}” in the translation of {pair.called} is not translated."
                yield finding("MK848", message, pair.at(found.start(), len(found[0])), _UNKNOWN)


def _must_differ(pair: Pair, rendering: Rendering) -> bool:
    if not _is_told_by_script(rendering):
        return len(re.findall(r"[^\W\d_]{2,}", pair.bare_source)) >= _SENTENCE
    runs = _run(rendering.source.script).finditer(pair.bare_source)
    return any(_may_be_left(found[0], rendering) for found in runs)


def _is_told_by_script(rendering: Rendering) -> bool:
    return rendering.source.script != rendering.target.script and rendering.source.script in _LETTERS


def _run(script: str) -> re.Pattern[str]:
    """Words in a script, one after the other; a hyphen within a word belongs to it."""
    letters = _LETTERS[script]
    word = rf"(?<![^\W_])[{letters}]+(?:['’.&-][{letters}]+)*(?![^\W_])"
    return re.compile(rf"{word}(?:[ \u00a0]{word})*")


def _may_be_left(run: str, rendering: Rendering) -> bool:
    """Whether words are no name for certain: an abbreviation and words in capitals beside it are one."""
    words = _not_kept(run, rendering)
    has_small = any(word.islower() and len(word) > 2 for word in words)
    return has_small or (any(len(word) > 1 for word in words) and not any(map(_is_abbreviation, words)))


def _is_left(run: str, rendering: Rendering) -> bool:
    """Whether words stand in a translation that are no name: a word in capitals that the course nowhere has in small
    letters is one too."""
    words = _not_kept(run, rendering)
    if not _may_be_left(run, rendering):
        return False
    return any(len(word) > 1 and (word.islower() or word.casefold() in rendering.vocabulary) for word in words)


def _not_kept(run: str, rendering: Rendering) -> list[str]:
    return [] if run in rendering.kept else [word for word in run.split() if word not in rendering.kept]


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and any(letter.isupper() for letter in word[1:])


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()
