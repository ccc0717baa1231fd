"""Words broken into lines, measured in the bundled sans.

Takes a text, a size and a room, gives lines. A word is broken only where it is wider than the room. Must not know
boxes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from modulekit.formats.typefaces import advances

POINT = 25.4 / 72
"""Millimetres in a point."""
_FACES = {False: "NotoSans-Regular.ttf", True: "NotoSans-SemiBold.ttf"}
_ROUNDING = 1.01  # programs that lay out text round its letters; a hundredth is left for that
_NEARLY = 0.001  # millimetres that sums of lengths may be off
_KEPT = 4096  # texts in their stretches: a drawing is tried in many sizes and forms
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # at which a line may end
_FIXED = re.compile(r"[\u00a0\u2007\u202f]")  # and those at which none should
_PIECE = re.compile(r".+?(?:(?<![\d%])-(?=\w)|[–—/](?=\w)|$)")  # or after a hyphen or a stroke, but not in 5-кесте


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one size in points, from the fonts in a folder."""

    fonts: Path
    size: float
    bold: bool = False
    _ems: Callable[[str], float] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ems", _ruler(self.fonts, self.bold))

    def width(self, text: str) -> float:
        """The length of ``text`` in millimetres."""
        return self._ems(text) * self.size * POINT

    def longest(self, text: str) -> float:
        """The length of the longest stretch of ``text`` that should not be broken."""
        return max((self.width(piece) for piece, _ in _pieces(text)), default=0.0)

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """``text`` in lines no longer than ``room`` millimetres; nothing for nothing."""
        lines: list[str] = []
        line = ""
        for piece, spaced in self._fitting(text, room):
            joined = f"{line} {piece}" if line and spaced else line + piece
            if self.width(joined) <= room + _NEARLY:
                line = joined
                continue
            if line:
                lines.append(line)
            *broken, line = self._broken(piece, room)
            lines.extend(broken)
        return (*lines, line) if line else tuple(lines)

    def _fitting(self, text: str, room: float) -> Iterator[tuple[str, bool]]:
        """The stretches of ``text``; what is too long for a line even so ends at a fixed space, not in a word."""
        for piece, spaced in _pieces(text):
            parts = _FIXED.split(piece) if self.width(piece) > room + _NEARLY else [piece]
            yield from ((part, spaced if number == 0 else True) for number, part in enumerate(parts) if part)

    def _broken(self, word: str, room: float) -> list[str]:
        """``word`` in stretches that fit, each but the last with a hyphen."""
        found = []
        while word and self.width(word) > room + _NEARLY:
            end = len(word) - 1
            while end > 1 and self.width(word[:end] + "-") > room:
                end -= 1
            found.append(word[:end] + ("" if word[end - 1] in "-–—/" else "-"))
            word = word[end:]
        return [*found, word]


@lru_cache(_KEPT)
def _pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """The stretches of ``text`` that stand on one line, and whether a space stands before each."""
    return tuple(
        (found[0], number == 0)
        for word in filter(None, _SPACES.split(text))
        for number, found in enumerate(_PIECE.finditer(word))
    )


@cache
def _ruler(fonts: Path, bold: bool) -> Callable[[str], float]:
    """What measures texts in ems, each once: a drawing is tried in many sizes and forms."""
    letters = advances(fonts / _FACES[bold])

    @cache
    def ems(text: str) -> float:
        return letters.ems(text) * _ROUNDING

    return ems
