"""Sentences of another language in finished files: the last look at a translation, after everything was composed.

Takes the texts of files, the script of the language that should be gone, and phrases that may stay; gives the runs of
words that are left. Must not know translations: what the program itself says, and what a drawing or a property holds,
is looked at like everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LETTERS = {"Latn": "A-Za-z\u00c0-\u024f", "Cyrl": "\u0400-\u052f"}
"""Letters by script, of those in which courses are written."""
LEAST = 4
"""Words in a row that are a sentence: names and units are shorter."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MARKUP = re.compile(r"</|/>|<\?|<!")
_HYPHEN = re.compile("[\u00ad\ufffe\x02]\\s*")  # the last two: hyphens at the ends of a PDF's lines
_GAP = " ,;:’'“”«»()–—/-"


def runs_left(texts: Iterable[str], script: str, allowed: Iterable[str] = (), least: int = LEAST) -> Iterator[str]:
    """Every run of at least ``least`` words in ``script``, each once, in reading order.

    ``allowed`` are phrases that stay as they are: titles in their own language, names, a licence. Texts that are markup
    are left out: their words come as texts of their own.
    """
    if script not in LETTERS:
        raise ValueError(f"the letters of {script!r} are not known")
    word = rf"(?<![^\W_])[{LETTERS[script]}]+(?![^\W_])"
    run = re.compile(rf"{word}(?:[{re.escape(_GAP)}]+{word}){{{least - 1},}}")
    may_stay = _any_of(allowed)
    seen: set[str] = set()
    for text in texts:
        if _MARKUP.search(text):
            continue
        plain = " ".join(_ADDRESS.sub(" · ", _HYPHEN.sub("", text)).split())
        for found in run.finditer(may_stay.sub(" · ", plain) if may_stay else plain):
            if found[0] not in seen and _says_something(found[0], least):
                seen.add(found[0])
                yield found[0]


def _says_something(run: str, least: int) -> bool:
    """Whether enough of it are words: letters of a list and Roman numerals are none."""
    words = re.findall(r"[^\W\d_]{2,}", run)
    return len(words) >= least and any(word.islower() for word in words)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of ``phrases``, the longer ones first, wherever lines end."""
    squeezed = sorted({" ".join(phrase.split()) for phrase in phrases if phrase.strip()}, key=lambda p: (-len(p), p))
    return re.compile("|".join(map(re.escape, squeezed)), re.IGNORECASE) if squeezed else None
