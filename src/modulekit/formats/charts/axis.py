"""The axis of values: from where to where, and the few round numbers that are printed at it.

Takes values, gives an :class:`Axis`. Must not know pixels.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from modulekit.document.notation import Notation

_STEPS = (1.0, 2.0, 5.0, 10.0)
_FLAT = 0.5  # a line that never falls below this share of its greatest value need not begin at nought


@dataclass(frozen=True, slots=True)
class Axis:
    """``ticks`` are the printed numbers from the least to the greatest, ``labels`` their words."""

    ticks: tuple[float, ...]
    labels: tuple[str, ...]

    @property
    def low(self) -> float:
        """Where the axis begins."""
        return self.ticks[0]

    @property
    def high(self) -> float:
        """Where it ends."""
        return self.ticks[-1]

    def share(self, value: float) -> float:
        """Where ``value`` stands between the beginning, 0, and the end, 1."""
        return (value - self.low) / (self.high - self.low)


def axis(values: Iterable[float], *, from_nought: bool, notation: Notation, wanted: int = 5) -> Axis:
    """An axis for ``values`` with about ``wanted`` round numbers.

    With ``from_nought`` it holds nought whatever the values are: the length of a bar means something only then.
    ``notation`` says how the numbers are written.
    """
    found = list(values)
    low, high = min(found, default=0.0), max(found, default=0.0)
    if from_nought or low < _FLAT * high or high <= 0:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + 1.0
    step = _step((high - low) / wanted)
    first, last = floor(round(low / step, 9)), ceil(round(high / step, 9))
    if first * step == low and low > 0:
        first -= 1  # no line runs along an axis that does not begin at nought
    decimals = max(0, -floor(log10(step)))
    ticks = tuple(round(number * step, decimals) + 0.0 for number in range(first, last + 1))
    return Axis(ticks, tuple(notation.number(tick, decimals) for tick in ticks))


def _step(least: float) -> float:
    """The smallest round step that is not below ``least``."""
    power = 10.0 ** floor(log10(least))
    return next(factor * power for factor in _STEPS if factor * power >= least * 0.999)
