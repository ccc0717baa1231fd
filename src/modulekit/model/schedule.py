"""A course as it is taught once: the module with the clock of its days, and what had to be left out.

Plain data, made by :mod:`modulekit.editions.schedule` and printed by products.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from modulekit.model.lesson import Priority


@dataclass(frozen=True, slots=True)
class Cut:
    """A step that is left out. Titles are Markdown; ``day`` counts from 1 as in the module; ``step`` is its place in
    the lesson of the whole module, from 0; ``over`` are the minutes that were missing before anything was cut."""

    day: int
    lesson: str
    lesson_title: str
    step: int
    title: str
    minutes: int
    priority: Priority
    over: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """What was changed to make a module fit. ``titles`` names what the module no longer holds, by ``kind:id``, for the
    texts that refer to it."""

    cuts: tuple[Cut, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
