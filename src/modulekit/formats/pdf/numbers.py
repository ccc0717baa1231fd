"""Numbers in the drawing of a page are written the same by every Python.

From Python 3.12 on, ``sum`` adds floats more exactly, so what is 479.99999999999994 under 3.11 can be 480.0 under 3.12;
pydyf writes the one as ``480.`` and the other as ``480``. Takes a PDF that is about to be written, and changes it. Must
not know pages.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBERS = re.compile(rb"(?:-?[\d.]+ )+[A-Za-z]+")
"""One operator with numbers and nothing else, as pydyf keeps it."""
_BARE_POINT = re.compile(rb"\.(?= )")


def with_plain_numbers(pdf: Any) -> None:
    """Take the point from numbers that have nothing behind it."""
    for thing in pdf.objects:
        steps: list[Any] = getattr(thing, "stream", [])
        for at, step in enumerate(steps):
            if isinstance(step, bytes) and b". " in step and _NUMBERS.fullmatch(step):
                steps[at] = _BARE_POINT.sub(b"", step)
