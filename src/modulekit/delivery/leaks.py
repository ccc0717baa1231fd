"""Looks for secret phrases in finished files.

Takes files and phrases, gives what was found and what could not be searched. A phrase is cut into overlapping windows
of squeezed characters, so that line ends, hyphens, page ends and half a sentence do not hide it. A window that also
stands in public text proves nothing and is left out; a phrase of which nothing is left is reported, not skipped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from modulekit.delivery.contents import texts

WINDOW = 32
"""Characters that are compared at once: long enough that two authors do not write the same by chance."""
_STRIDE = 8
_SHORTEST = 14
_SQUEEZED = re.compile(r"[\s\u00ad\u2010-\u2015\-\u200b-\u200d\ufeff]+")


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret phrase, by its index, that stands in a file."""

    file: str
    phrase: int
    found: str  # the squeezed characters that gave it away


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found. ``too_short`` and ``public`` are indexes of phrases that could not be searched."""

    leaks: tuple[Leak, ...]
    searched: int
    too_short: tuple[int, ...]
    public: tuple[int, ...]
    files: int
    characters: int


def squeeze(text: str) -> str:
    """``text`` without white space and hyphens, in one spelling: ligatures opened, case folded."""
    return _SQUEEZED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def scan(files: Mapping[str, bytes], secrets: Iterable[Iterable[str]], public: Iterable[str]) -> Scan:
    """Look for each of ``secrets`` (a phrase is one or more runs of words) in each of ``files``.

    A NUL in a phrase stands for words that are not known; no window crosses it.
    Raises :class:`modulekit.delivery.contents.UnreadableError` where a file cannot be opened.
    """
    known = [squeeze(text) for text in public]
    common = _shingles(known)
    everything = "\n".join(known)
    windows: dict[str, int] = {}
    shorts: dict[str, int] = {}
    too_short: list[int] = []
    unprovable: list[int] = []
    searched = 0
    for index, runs in enumerate(secrets):
        pieces = [piece for run in runs for piece in squeeze(run).split("\x00") if piece]
        long = [w for piece in pieces if len(piece) >= WINDOW for w in _windows(piece) if w not in common]
        short = [piece for piece in pieces if _SHORTEST <= len(piece) < WINDOW and piece not in everything]
        windows.update((w, index) for w in long if w not in windows)
        shorts.update((piece, index) for piece in short if piece not in shorts)
        if long or short:
            searched += 1
        elif any(len(piece) >= _SHORTEST for piece in pieces):
            unprovable.append(index)
        else:
            too_short.append(index)
    leaks: dict[tuple[str, int], Leak] = {}
    characters = 0
    for name, data in files.items():
        found = [squeeze(text) for text in texts(name, data)]
        characters += sum(map(len, found))
        whole = "\n".join(found)
        hits = [(w, windows[w]) for w in sorted(windows.keys() & _shingles(found))]
        hits += [(piece, index) for piece, index in shorts.items() if piece in whole]
        for piece, index in hits:
            leaks.setdefault((name, index), Leak(name, index, piece))
    return Scan(tuple(leaks.values()), searched, tuple(too_short), tuple(unprovable), len(files), characters)


def _windows(piece: str) -> Iterable[str]:
    last = len(piece) - WINDOW
    starts = [*range(0, last, _STRIDE), last]
    return (piece[start : start + WINDOW] for start in starts)


def _shingles(pieces: Iterable[str]) -> set[str]:
    return {piece[at : at + WINDOW] for piece in pieces for at in range(len(piece) - WINDOW + 1)}
