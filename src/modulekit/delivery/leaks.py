"""Looks for secret phrases in finished files.

Takes files and phrases, gives what was found and what could not be searched. Texts are compared as squeezed characters,
so that line ends and hyphens do not hide a phrase; a long phrase is compared by windows, so that a page end in it, or
half of it alone, does not either. A window that also stands in public text proves nothing and is left out; a phrase of
which nothing is left is reported, not skipped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from modulekit.delivery.contents import texts

WINDOW = 32
"""Characters that are compared at once: long enough that two authors do not write the same by chance."""
_STRIDE = 8  # a text is looked at in every eighth place: what it shares with a phrase is found from 39 characters on
_LONG = WINDOW + _STRIDE  # a phrase of so many characters is compared by windows, a shorter one as a whole
SHORTEST = 14
"""Characters of the shortest phrase that is searched."""
_BLOCK = SHORTEST // 2  # characters: whatever is twice as long covers a whole block, wherever it begins
_SQUEEZED = re.compile(r"[\s\u00ad\u2010-\u2015\-\u200b-\u200d\ufeff\ufffe\x02]+")  # the last two: pdfium's hyphens


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret phrase, by its index, that stands in a file."""

    file: str
    phrase: int
    found: str  # the squeezed characters that gave it away


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found. ``too_short`` and ``public`` are indexes of phrases that could not be searched, each among
    those of its own scan."""

    leaks: tuple[Leak, ...]
    searched: int
    too_short: tuple[int, ...]
    public: tuple[int, ...]
    files: int
    characters: int

    def and_again(self, other: Scan) -> Scan:
        """This scan and another one of the same files, for other phrases."""
        return replace(
            self,
            leaks=self.leaks + other.leaks,
            searched=self.searched + other.searched,
            too_short=self.too_short + other.too_short,
            public=self.public + other.public,
        )


def squeeze(text: str) -> str:
    """``text`` without white space and hyphens, in one spelling: ligatures opened, case folded."""
    return _SQUEEZED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def scan(files: Mapping[str, bytes], secrets: Iterable[Iterable[str]], public: Iterable[str]) -> Scan:
    """Look for each of ``secrets`` (a phrase is one or more runs of words) in each of ``files``.

    A NUL in a phrase stands for words that are not known; no comparison crosses it.
    Raises :class:`modulekit.delivery.contents.UnreadableError` where a file cannot be opened.
    """
    hunt = Hunt.of(secrets, public)
    leaks: dict[tuple[str, int], Leak] = {}
    characters = 0
    for name, data in files.items():
        for text in texts(name, data):
            squeezed = squeeze(text)
            characters += len(squeezed)
            for index, found in hunt.find(squeezed):
                leaks.setdefault((name, index), Leak(name, index, found))
    return Scan(tuple(leaks.values()), hunt.searched, hunt.too_short, hunt.public, len(files), characters)


@dataclass(frozen=True, slots=True)
class Hunt:
    """Phrases made ready to be looked for; ``too_short`` and ``public`` are indexes of those that cannot be."""

    searched: int
    too_short: tuple[int, ...]
    public: tuple[int, ...]
    _search: _Search

    @classmethod
    def of(cls, secrets: Iterable[Iterable[str]], public: Iterable[str]) -> Hunt:
        """``secrets`` without what also stands in ``public``, in one of its texts or where one ends and the next one
        begins: on a page they stand side by side, and nobody sees there where a paragraph or a cell ended."""
        phrases = [_pieces(runs) for runs in secrets]
        search = _Search.of(phrases)
        before = ""
        for text in public:
            squeezed = squeeze(text)
            search.forget(before + squeezed)
            before = (before + squeezed)[-_LONG:]
        searched = 0
        too_short: list[int] = []
        unprovable: list[int] = []
        for index, pieces in enumerate(phrases):
            if any(search.knows(piece) for piece in pieces):
                searched += 1
            else:
                (unprovable if pieces else too_short).append(index)
        return cls(searched, tuple(too_short), tuple(unprovable), search)

    def find(self, squeezed: str) -> Iterator[tuple[int, str]]:
        """The indexes of the phrases that stand in a squeezed text, each with the characters that show it; one phrase
        may come several times."""
        return self._search.find(squeezed)


def _pieces(runs: Iterable[str]) -> tuple[str, ...]:
    """What of a phrase is long enough to be searched."""
    return tuple(piece for run in runs for piece in squeeze(run).split("\x00") if len(piece) >= SHORTEST)


@dataclass(slots=True)
class _Search:
    """What is looked for: windows of long pieces, and short pieces by how they begin; each with its phrases."""

    windows: dict[str, list[int]] = field(default_factory=dict)
    shorts: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    blocks: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Parts of how short pieces begin, each with where it stands in that."""

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, ...]]) -> _Search:
        search = cls()
        for index, pieces in enumerate(phrases):
            for piece in pieces:
                if len(piece) < _LONG:
                    search.shorts.setdefault(piece[:SHORTEST], {}).setdefault(piece, []).append(index)
                    continue
                for window in _windows(piece, 1):
                    holders = search.windows.setdefault(window, [])
                    if not holders or holders[-1] != index:
                        holders.append(index)
        for begin in search.shorts:
            for at in range(_BLOCK):
                search.blocks.setdefault(begin[at : at + _BLOCK], []).append((at, begin))
        return search

    def forget(self, public: str) -> None:
        """Leave out what also stands in ``public``."""
        for window in _windows(public, 1):
            self.windows.pop(window, None)
        for begin, piece in [*self._short(public)]:
            self.shorts[begin].pop(piece, None)

    def knows(self, piece: str) -> bool:
        """Whether anything of ``piece`` is looked for."""
        if len(piece) < _LONG:
            return piece in self.shorts[piece[:SHORTEST]]
        return any(window in self.windows for window in _windows(piece, 1))

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """The phrases that stand in ``text``, with the characters that show it."""
        for window in _windows(text, _STRIDE):
            for index in self.windows.get(window, ()):
                yield index, window
        for begin, piece in self._short(text):
            for index in self.shorts[begin][piece]:
                yield index, piece

    def _short(self, text: str) -> Iterator[tuple[str, str]]:
        """The short pieces that stand in ``text``, each with how it begins. Wherever one stands, it covers a whole
        block of the text, counted from the text's own beginning."""
        begins = sorted(
            (at - offset, begin)
            for at in range(0, len(text) - _BLOCK + 1, _BLOCK)
            if (block := text[at : at + _BLOCK]) in self.blocks
            for offset, begin in self.blocks[block]
            if at >= offset and text.startswith(begin, at - offset)
        )
        for at, begin in dict.fromkeys(begins):
            for piece in self.shorts[begin]:
                if text.startswith(piece, at):
                    yield begin, piece


def _windows(text: str, stride: int) -> Iterator[str]:
    """The windows of ``text``, one at every ``stride`` characters and one at its end."""
    last = len(text) - WINDOW
    if last < 0:
        return
    for at in range(0, last, stride):
        yield text[at : at + WINDOW]
    yield text[last:]
