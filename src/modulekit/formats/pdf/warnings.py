"""What the layout complained about, as findings.

Takes the library's own words, gives codes and sentences that say what to do. Nothing that could lose text or a picture
passes in silence. Must not know nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from modulekit.formats.press import Finding

OVERFLOW, MISSING_GLYPH, LAYOUT = "MK701", "MK703", "MK704"

_GLYPH = re.compile(r"^\.notdef glyph rendered for Unicode string unsupported by fonts: (.*)$", re.DOTALL)
_PICTURE = re.compile(r"^Failed to (?:load image at|render SVG image) '?(.*)$", re.DOTALL)


def findings(target: str, warnings: Iterable[str]) -> Iterator[Finding]:
    """A finding for each of ``warnings`` about the part or section ``target``."""
    for warning in warnings:
        if match := _GLYPH.match(warning):
            yield Finding(
                MISSING_GLYPH,
                target,
                f"no bundled font has the sign {match[1]}",
                "write it with other signs, or add a font that has it",
            )
        elif match := _PICTURE.match(warning):
            yield Finding(
                LAYOUT,
                target,
                f"a picture cannot be shown: {match[1]}",
                "check that the file is a whole picture",
            )
        else:
            yield Finding(LAYOUT, target, f"the layout said: {warning}")
