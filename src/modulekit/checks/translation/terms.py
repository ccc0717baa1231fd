"""Terms of the glossary: where the source has one, the translation has its word, in whatever form.

A term has one translation, that of its entry in the glossary. Other words that are right in some places stand in a
remark of the translator there: ``# also: подстрочное слово, другое слово``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from modulekit.checks.translation.subject import Rendering, Term
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDING = r"\w{0,2}"  # of nouns in a language whose endings nobody wrote down
_SHORT = 3  # words of a label or a cell, which has room for half a term


def other_terms(rendering: Rendering) -> Iterator[Diagnostic]:
    """MK846: a term of the glossary is translated as the glossary says."""
    if not rendering.terms:
        return
    pattern, by_words = _pattern(rendering.terms, rendering.source.endings)
    for pair in rendering.pairs:
        if pair.context.startswith("term:") and pair.context.endswith("/term"):
            continue
        names = dict.fromkeys(by_words[_group(found)] for found in pattern.finditer(pair.bare_source.casefold()))
        if not names:
            continue
        words = tuple(_WORD.findall(pair.bare_text.casefold()))
        half = len(pair.bare_source.split()) <= _SHORT
        for term in names:
            if not any(_holds(words, rendered, half=half) for rendered in term.renderings):
                message = f"“{term.term}” in {pair.called} is not translated as the glossary has it."
                hint = f"The glossary says “{term.renderings[0]}”. Words that are right too stand there: “# also: …”."
                yield finding("MK846", message, pair.whole, hint)


def _pattern(terms: tuple[Term, ...], endings: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """What finds any term, the longer ones first, so that a term within another is not found for itself."""
    longest = sorted(terms, key=lambda term: (-len(term.term), term.term))
    named = {f"t{number}": term for number, term in enumerate(longest)}
    parts = (f"(?P<{name}>{_forms(term.term.casefold(), endings)})" for name, term in named.items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])"), named


def _group(found: re.Match[str]) -> str:
    assert found.lastgroup is not None
    return found.lastgroup


def _forms(term: str, endings: tuple[str, ...]) -> str:
    """A term with the endings that its words may have; the last letter may give way to one."""
    more = f"(?:{'|'.join(map(re.escape, endings))})" if endings else _ENDING
    return r"[\s\u00a0-]+".join(
        rf"(?:{re.escape(word)}(?:{more})?|{re.escape(word[:-1])}{more})" for word in re.split(r"[\s-]+", term)
    )


def _holds(words: tuple[str, ...], rendered: str, *, half: bool) -> bool:
    """Whether a form of each word of ``rendered`` is among ``words``, or of one of them where half of it will do."""
    wanted = _WORD.findall(rendered.casefold())
    found = (any(_alike(word, other) for word in words) for other in wanted)
    return any(found) if half else all(found)


@lru_cache(maxsize=65536)
def _alike(word: str, wanted: str) -> bool:
    """Whether two words begin alike so far that they are forms of one word."""
    stem = max(min(3, len(wanted)), len(wanted) - (2 if len(wanted) < 7 else 3))
    return word.startswith(wanted[:stem])
