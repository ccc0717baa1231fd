"""Lengths, sizes and colours in the units of OOXML. Takes millimetres, points and ``#rrggbb``."""

from __future__ import annotations


def twips(millimetres: float) -> int:
    """Twentieths of a point: lengths in a DOCX."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """English metric units, 36,000 to the millimetre: lengths of pictures and on slides."""
    return round(millimetres * 36_000)


def eighths(points: float) -> int:
    """Eighths of a point: the weight of borders in a DOCX."""
    return round(points * 8)


def half_points(points: float) -> int:
    """Font sizes in a DOCX."""
    return round(points * 2)


def centipoints(points: float) -> int:
    """Font sizes on slides; PowerPoint shows halves at the finest."""
    return round(points * 2) * 50


def hexadecimal(colour: str) -> str:
    """``#rrggbb`` as ``RRGGBB``."""
    return colour.removeprefix("#").upper()
