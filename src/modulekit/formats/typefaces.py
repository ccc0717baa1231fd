"""Which fonts there are, told by their bytes, for the keys of whatever is drawn with them; how wide their letters are.

Must not know who draws.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def fonts_digest(folder: Path) -> str:
    """The SHA-256 over the names and bytes of the fonts in ``folder``, read once: fonts do not change in a build."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.[to]tf")):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def advances(font: Path) -> tuple[dict[int, float], float]:
    """The widths of the letters of ``font`` by their codes, in ems, and the width of a letter that it lacks."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as face:
        em = float(face["head"].unitsPerEm)
        widths = face["hmtx"].metrics
        found = {code: widths[name][0] / em for code, name in face.getBestCmap().items()}
    return found, found.get(ord("x"), 0.5)
