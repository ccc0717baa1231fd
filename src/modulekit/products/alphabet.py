"""Sorting as a dictionary of the language sorts.

Takes words and an alphabet from the strings file of the language: letters in their order, those that count as one
beside each other (``её``). Gives keys for ``sorted``. Letters of other alphabets come after all its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Key = tuple[tuple[tuple[int, str], ...], tuple[int, ...], str]


def sorting(alphabet: str) -> Callable[[str], Key]:
    """A key for ``sorted``: word by word, without regard to capitals, accents and signs between letters."""
    places: dict[str, tuple[int, int]] = {}
    for rank, group in enumerate(alphabet.casefold().split(), start=1):
        for nuance, letter in enumerate(group):
            places[letter] = (rank, nuance)
    foreign = len(places) + 1

    def key(words: str) -> Key:
        first: list[tuple[int, str]] = []
        second: list[int] = []
        for sign in _bare(words, places):
            rank, nuance = places.get(sign, (foreign, 0))
            if sign == " ":
                first.append((-1, ""))
            elif sign.isdigit():
                first.append((0, sign))
            elif sign.isalpha():
                first.append((rank, sign if rank == foreign else ""))
            else:
                continue
            second.append(nuance)
        return tuple(first), tuple(second), words

    return key


def _bare(words: str, known: dict[str, tuple[int, int]]) -> str:
    """Small letters; an accent goes where the letter with it is none of the alphabet."""
    signs = []
    for sign in unicodedata.normalize("NFC", " ".join(words.split())).casefold():
        signs.append(sign if sign in known else unicodedata.normalize("NFKD", sign)[0])
    return "".join(signs)
