"""Which fonts there are, told by their bytes, for the keys of whatever is drawn with them; how wide their letters are.

Must not know who draws.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@cache
def fonts_digest(folder: Path) -> str:
    """The SHA-256 over the names and bytes of the fonts in ``folder``, read once: fonts do not change in a build."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.[to]tf")):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Advances:
    """The widths of the letters of a font by their codes, of which ``em`` make the size; ``usual`` is that of a letter
    that it lacks."""

    widths: Mapping[int, int]
    usual: int
    em: int

    def ems(self, text: str) -> float:
        """The length of ``text``: whole numbers are added, which gives the same sum in every Python."""
        widths, usual = self.widths, self.usual
        return sum([widths.get(code, usual) for code in map(ord, text)]) / self.em


@cache
def advances(font: Path) -> Advances:
    """How wide the letters of ``font`` are."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as face:
        em = int(face["head"].unitsPerEm)
        metrics = face["hmtx"].metrics
        widths = {code: int(metrics[name][0]) for code, name in face.getBestCmap().items()}
    return Advances(widths, widths.get(ord("x"), em // 2), em)
