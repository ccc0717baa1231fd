"""Which parts of a module stand in which editions: slots hold one thing for one region and another for the next.

Takes the whole module, slots and regions included; gives an answer for a path and an edition. An edition is named by
the index of its region, or ``None`` for one without a region.
"""

from __future__ import annotations

from dataclasses import dataclass

from modulekit.checks.subject import Subject
from modulekit.diagnostics import Loc
from modulekit.model import Slot

_DEFAULT = -1


@dataclass(frozen=True)
class Alternatives:
    """The slots of a module with the regions that fill them."""

    slots: tuple[tuple[Loc, Slot], ...]
    fills: frozenset[tuple[int, str]]
    names: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, subject: Subject) -> Alternatives:
        """The slots of ``subject``'s module."""
        slots = tuple((placed.loc, placed.node) for placed in subject.nodes if isinstance(placed.node, Slot))
        names = tuple(tuple(fill.slot for fill in region.slots) for region in subject.module.regions)
        fills = frozenset((at, name) for at, region in enumerate(names) for name in region)
        return cls(slots, fills, names)

    @property
    def editions(self) -> tuple[int | None, ...]:
        """All editions: the one without a region, then one for each region."""
        return (None, *range(len(self.names)))

    def stands(self, loc: Loc, edition: int | None) -> bool:
        """Whether what stands at ``loc`` is part of ``edition``."""
        place = self._slot_of(loc)
        if place is None:
            return True
        slot, owner = place
        is_filled = edition is not None and (edition, slot) in self.fills
        if owner == _DEFAULT:
            return not is_filled
        return edition == owner or (not is_filled and self._takes_every_region(slot))

    def together(self, one: Loc, other: Loc) -> bool:
        """Whether some edition holds both."""
        return any(self.stands(one, edition) and self.stands(other, edition) for edition in self.editions)

    def _slot_of(self, loc: Loc) -> tuple[str, int] | None:
        """The slot in which ``loc`` stands and the index of the region it belongs to."""
        if loc[:1] == ("regions",) and len(loc) > 3:
            region, fill = int(loc[1]), int(loc[3])
            return self.names[region][fill], region
        for place, slot in self.slots:
            if loc[: len(place) + 1] == (*place, "default"):
                return slot.id, _DEFAULT
        return None

    def _takes_every_region(self, name: str) -> bool:
        return any(slot.id == name and not isinstance(slot.default, tuple) for _, slot in self.slots)
