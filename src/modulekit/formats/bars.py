"""A bar drawn to scale: which share of its length each segment takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modulekit.document import Bar


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment with its share of the bar in per cent."""

    label: str
    share: float


def shares(weights: Sequence[float]) -> tuple[float, ...]:
    """``weights`` as per cent of their sum; equal shares where the sum is nought."""
    whole = sum(weights)
    if whole <= 0:
        return tuple(round(100 / len(weights), 3) for _ in weights)
    return tuple(round(100 * weight / whole, 3) for weight in weights)


def scale(bar: Bar) -> tuple[Piece, ...]:
    """The segments of ``bar`` with their shares."""
    parts = shares([segment.weight for segment in bar.segments])
    return tuple(Piece(segment.label, share) for segment, share in zip(bar.segments, parts, strict=True))
