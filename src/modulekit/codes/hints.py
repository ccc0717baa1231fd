"""Words that many diagnostics share: guesses at what was meant, and lists."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_LONGEST_LIST, _LONGEST_WORD = 30, 100
_ALIKE = 0.6  # of 1
_MANY = 300  # names


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` most probably stands for."""
    return _nearest(word.lower()[:_LONGEST_WORD], frozenset(known))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: frozenset[str]) -> str | None:
    lowered = {name.lower(): name for name in sorted(known, reverse=True)}
    likely = list(lowered)
    if len(likely) > _MANY:  # comparing takes long; who errs mostly gets the first letter right
        likely = [name for name in likely if name[:1] == word[:1]][:_MANY]
    found = get_close_matches(word, likely, n=1, cutoff=_ALIKE)
    return lowered[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], what: str = "") -> str:
    """A hint: the nearest of ``known``, or all of them under the heading ``what``, or nothing."""
    names = list(known)
    guess = nearest(word, names)
    if guess is not None:
        return f"Did you mean “{guess}”?"
    if what and names:
        return f"{what}: {listing(names)}."
    return ""


def listing(names: Iterable[str]) -> str:
    """``a, b, c``; a long list is cut, and says so."""
    names = list(names)
    if len(names) > _LONGEST_LIST:
        return f"{', '.join(names[:_LONGEST_LIST])} and {len(names) - _LONGEST_LIST} more"
    return ", ".join(names)


def plural(number: int, one: str, many: str = "") -> str:
    """``1 minute``, ``2 minutes``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
