"""Numbers as people write them: ``1 250.5``, ``−3``, ``12,5``.

Takes the text of a value, gives the number, or nothing where there is no telling which number is meant.
"""

import re

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
"""Spaces between thousands: ordinary, no-break, thin, narrow no-break."""
_MINUS = str.maketrans({"−": "-", "–": "-"})
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""``12,500`` is twelve and a half in Russian and twelve thousand and five hundred in English."""


def number_of(text: str) -> float | None:
    """The number that ``text`` says, with a decimal point or comma; ``None`` where it says none or two.

    Thousands may be set apart by a space of any width, never by a comma.
    """
    bare = _SPACES.sub("", text.strip()).translate(_MINUS)
    if not _NUMBER.fullmatch(bare) or _DOUBTFUL.fullmatch(bare):
        return None
    return float(bare.replace(",", "."))
