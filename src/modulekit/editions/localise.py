"""Put a region's material into the slots of a module.

Takes a whole Module with its places and the id of a region, gives the module without slots and with the places of what
stands in them, so that a finding in a region's table points into the region's file. Must not know centres: which region
a centre has is the caller's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from modulekit.diagnostics import Loc, Places, Span
from modulekit.editions.rebuild import rebuild
from modulekit.model import Entry, Exercise, Lesson, Module, Node, OtherRegions, Region, Slot
from modulekit.model.region import Adaptation

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Localised:
    """A module in which no slot is left. ``adaptations`` tells what stands in each."""

    module: Module
    places: Places
    adaptations: tuple[Adaptation, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    """What goes into a slot: entries with the place of each, and whose they are."""

    entries: tuple[Entry, ...]
    origins: tuple[Loc, ...]
    regions: tuple[str, ...]


_ForSlot = Callable[[Slot | OtherRegions, Loc], _Content]


def localise(module: Module, places: Places, region: str | None = None) -> Localised:
    """The module as ``region`` has it, or as everybody has it where no region is named.

    A region that fills a slot has its own material there; a region that does not, and an edition without a region, get
    what the slot says: the module's own blocks, or those of every region in the order of their ids.
    """
    moved: dict[Loc, Loc] = {}
    adaptations: list[Adaptation] = []

    def content(slot: Slot | OtherRegions, loc: Loc) -> _Content:
        if isinstance(slot, OtherRegions):
            return _once_more(slot.slot, module.regions, region)
        found = _content(slot, (*loc, "slot"), module.regions, region)
        adaptations.append(Adaptation(slot.id, slot.about, found.regions))
        return found

    lessons = tuple(_flat(lesson, ("lessons", at), content, moved) for at, lesson in enumerate(module.lessons))
    exercises = tuple(_flat(ex, ("exercises", at), content, moved) for at, ex in enumerate(module.exercises))
    update: dict[str, tuple[Lesson, ...] | tuple[Exercise, ...] | tuple[Region, ...]]
    update = {"lessons": lessons, "exercises": exercises, "regions": ()}
    return Localised(module.model_copy(update=update), _moved(places, moved), tuple(adaptations))


def _content(slot: Slot, loc: Loc, regions: tuple[Region, ...], wanted: str | None) -> _Content:
    own = [region for region in regions if region.region == wanted]
    found = _fills(slot.id, regions, own) if own else _Content((), (), ())
    if found.entries:
        return found
    if isinstance(slot.default, tuple):
        return _Content(slot.default, tuple((*loc, "default", n) for n in range(len(slot.default))), ())
    return _fills(slot.id, regions, regions)


def _once_more(slot: str, regions: tuple[Region, ...], wanted: str | None) -> _Content:
    """What every region has in a slot, without the ids by which references find it in its own place."""
    if any(region.region == wanted for region in regions):
        return _Content((), (), ())
    found = _fills(slot, regions, regions)

    def without_id(node: Node, fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "id": None} if node.numbered_as and "id" in fields else fields

    return _Content(tuple(rebuild(entry, without_id) for entry in found.entries), found.origins, found.regions)


def _fills(slot: str, regions: tuple[Region, ...], wanted: tuple[Region, ...] | list[Region]) -> _Content:
    entries: list[Entry] = []
    origins: list[Loc] = []
    names: list[str] = []
    for at, region in enumerate(regions):
        for n, fill in enumerate(region.slots):
            if region in wanted and fill.slot == slot:
                entries.extend(fill.content)
                origins.extend(("regions", at, "slots", n, "content", k) for k in range(len(fill.content)))
                names.append(region.name)
    return _Content(tuple(entries), tuple(origins), tuple(names))


def _flat(node: N, loc: Loc, content: _ForSlot, moved: dict[Loc, Loc]) -> N:
    """``node`` with what stands in its slots in their place; ``moved`` collects where entries stood, by new path."""
    fields = {name: getattr(node, name) for name in type(node).model_fields}
    filled = {name: _value(value, (*loc, name), content, moved) for name, value in fields.items()}
    changed = {name: value for name, value in filled.items() if value is not fields[name]}
    return node.model_copy(update=changed) if changed else node


def _value(value: Any, loc: Loc, content: _ForSlot, moved: dict[Loc, Loc]) -> Any:
    if isinstance(value, Node):
        return _flat(value, loc, content, moved)
    if not isinstance(value, tuple):
        return value
    if any(isinstance(item, Entry) and (item.slot or item.other_regions) for item in value):
        return tuple(_with_slots_filled(value, loc, content, moved))
    items = tuple(_value(item, (*loc, at), content, moved) for at, item in enumerate(value))
    return value if all(new is old for new, old in zip(items, value, strict=True)) else items


def _with_slots_filled(
    entries: tuple[Entry, ...], loc: Loc, content: _ForSlot, moved: dict[Loc, Loc]
) -> Iterator[Entry]:
    at = 0
    for old, entry in enumerate(entries):
        place = entry.slot or entry.other_regions
        found = content(place, (*loc, old)) if place else _Content((entry,), ((*loc, old),), ())
        for item, origin in zip(found.entries, found.origins, strict=True):
            moved[(*loc, at)] = origin
            at += 1
            yield item


def _moved(places: Places, moved: dict[Loc, Loc]) -> Places:
    """``places`` by the paths of the new tree. What nothing in ``moved`` speaks of stays where it was."""
    if not moved:
        return places
    lists = {loc[:-1] for loc in moved}
    came_from: dict[Loc, list[Loc]] = {}
    for new, old in moved.items():
        came_from.setdefault(old, []).append(new)

    def again(table: dict[Loc, Span]) -> dict[Loc, Span]:
        found: dict[Loc, Span] = {}
        for loc, span in table.items():
            in_list = False
            for size in range(len(loc), 0, -1):
                for new in came_from.get(loc[:size], ()):
                    found[(*new, *loc[size:])] = span
                in_list = in_list or (size < len(loc) and loc[:size] in lists)
            if not in_list:
                found[loc] = span
        return found

    return Places(again(dict(places.values)), again(dict(places.keys)))
