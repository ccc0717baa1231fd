"""The widths of columns in millimetres: shares of a whole, none too narrow for its longest word.

Takes shares and least widths, gives widths. Must not know what stands in a column.
"""

from __future__ import annotations

from collections.abc import Sequence

from modulekit.formats import bars


def shares(widths: Sequence[float], whole: float) -> tuple[float, ...]:
    """Millimetres for each share of ``whole``."""
    return tuple(whole * share / 100 for share in bars.shares(widths))


def with_least(widths: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """The same widths, but none below its ``least``; the wider columns give what the narrow ones need. Where there is
    not enough for all, everybody gets a share of it."""
    whole = sum(widths)
    if sum(least) >= whole:
        return shares(least, whole)
    held: dict[int, float] = {}
    while True:
        free = whole - sum(held.values())
        others = [index for index in range(len(widths)) if index not in held]
        total = sum(widths[index] for index in others)
        scaled = {index: widths[index] * free / total for index in others}
        narrow = {index: least[index] for index in others if scaled[index] < least[index]}
        if not narrow:
            return tuple(held.get(index, scaled.get(index, 0.0)) for index in range(len(widths)))
        held |= narrow
