"""How a drawing comes into its room: upright in the largest letters that fit, else on a page across, else smaller.

Takes a room and a way of laying out in letters of a size, gives a Drawing. Must not know what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from modulekit.formats.drawing.placed import Drawing
from modulekit.formats.drawing.room import Room

Attempts = Callable[[float, float], Iterable[tuple[int, Drawing]]]
"""Drawings in letters of so many points, meant for so many millimetres across, each with its price."""


def fitted(room: Room, *ways: Attempts) -> Drawing:
    """The cheapest drawing that fits, of the first of ``ways`` in which any does, in the largest letters of ``room``.

    What fits nowhere is made smaller where its letters stay largest: ``size.py`` says so.
    """
    largest: Drawing | None = None
    letters = 0.0
    for attempts in ways:
        for frame in room.frames:
            width, height = frame
            landscape = frame == room.landscape
            for size in room.sizes:
                fitting: list[tuple[int, Drawing]] = []
                for price, drawing in attempts(size, width):
                    if drawing.width <= width and drawing.height <= height:
                        fitting.append((price, drawing))
                        continue
                    shrunk = min(width / drawing.width, height / drawing.height, 1.0)
                    if shrunk * size > letters:
                        letters = shrunk * size
                        largest = replace(drawing.scaled(shrunk), landscape=landscape)
                if fitting:
                    return replace(min(fitting, key=lambda found: found[0])[1], landscape=landscape)
    assert largest is not None  # a room has sizes, and each gives a drawing
    return largest
