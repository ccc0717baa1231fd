"""A bar drawn to scale: the share of each segment, and where the labels stand.

Takes a Bar and the room that it has, gives numbers in per cent of that room. Labels stand inside their segments where
all of them fit; else all stand below, each at the beginning of its segment or as near to it as its neighbours allow.
Must not know how a bar is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modulekit.document import Bar

_LETTER = 0.62  # mean width of a letter of the semi-bold face, as a share of its size; Cyrillic is the widest
_MM = 25.4 / 72  # in a point


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment: its label, its share of the bar, and the gap and width of its label below the bar, in per cent."""

    label: str
    share: float
    gap: float
    width: float


@dataclass(frozen=True, slots=True)
class Scale:
    """All segments; ``inside`` says whether every label fits into its segment."""

    pieces: tuple[Piece, ...]
    inside: bool


def shares(weights: Sequence[float]) -> tuple[float, ...]:
    """``weights`` as per cent of their sum; equal shares where the sum is nought."""
    whole = sum(weights)
    if whole <= 0:
        return tuple(round(100 / len(weights), 3) for _ in weights)
    return tuple(round(100 * weight / whole, 3) for weight in weights)


def scale(bar: Bar, room: float, size: float) -> Scale:
    """``bar`` in ``room`` millimetres with labels of ``size`` points."""
    parts = shares([segment.weight for segment in bar.segments])
    widths = [100 * (len(segment.label) * size * _LETTER * _MM + 2.6) / room for segment in bar.segments]
    inside = all(width <= part for width, part in zip(widths, parts, strict=True))
    starts = _starts(parts, widths)
    pieces, end = [], 0.0
    for segment, part, start, width in zip(bar.segments, parts, starts, widths, strict=True):
        pieces.append(Piece(segment.label, part, round(start - end, 3), round(width, 3)))
        end = start + width
    return Scale(tuple(pieces), inside)


def _starts(parts: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Where labels of ``widths`` begin: none overlaps the next, and none leaves the bar while all of them have room."""
    starts: list[float] = []
    at = end = 0.0
    for part, width in zip(parts, widths, strict=True):
        starts.append(max(at, end))
        at, end = at + part, starts[-1] + width
    limit = max(100.0, sum(widths))
    for index in range(len(starts) - 1, -1, -1):
        starts[index] = min(starts[index], limit - widths[index])
        limit = starts[index]
    return starts
