"""What regions put into the slots of a module.

Takes the whole module, slots and regions included. Must not know centres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modulekit.checks.alternatives import Alternatives
from modulekit.checks.subject import Subject
from modulekit.codes import finding
from modulekit.codes.hints import did_you_mean
from modulekit.diagnostics import Diagnostic, Loc
from modulekit.model import OtherRegions, Region, Slot


def not_a_slot(subject: Subject) -> Iterator[Diagnostic]:
    """MK314: a region fills, or an answer repeats, something that the module does not offer."""
    slots = _slots(subject)
    for placed in subject.nodes:
        if isinstance(placed.node, OtherRegions) and placed.node.slot not in slots:
            hint = did_you_mean(placed.node.slot, tuple(slots), "The slots are") or "The module has no slots."
            yield finding("MK314", f"There is no slot “{placed.node.slot}”.", subject.places.at(*placed.loc), hint)
    for loc, region in _regions(subject):
        for at, fill in enumerate(region.slots):
            if fill.slot not in slots:
                hint = did_you_mean(fill.slot, tuple(slots), "The slots are") or "The module has no slots."
                message = f"“{fill.slot}” is not a slot of the module; nothing but slots can be changed by a region."
                yield finding("MK314", message, subject.places.at(*loc, "slots", at, "slot"), hint)


def slot_twice(subject: Subject) -> Iterator[Diagnostic]:
    """MK315: a slot that stands twice in the module, or that a region fills twice."""
    seen: set[str] = set()
    for placed in subject.nodes:
        if isinstance(placed.node, Slot):
            if placed.node.id in seen:
                message = f"There is another slot called “{placed.node.id}”."
                yield finding("MK315", message, subject.places.at(*placed.loc, "id"), "Give each an id of its own.")
            seen.add(placed.node.id)
    for loc, region in _regions(subject):
        filled: set[str] = set()
        for at, fill in enumerate(region.slots):
            if fill.slot in filled:
                message = f"The region fills the slot “{fill.slot}” twice."
                yield finding("MK315", message, subject.places.at(*loc, "slots", at, "slot"), "Put all into one.")
            filled.add(fill.slot)


def left_empty(subject: Subject) -> Iterator[Diagnostic]:
    """MK316: a slot into which a region puts nothing, so that it gets the material of all the others."""
    for loc, region in _regions(subject):
        filled = {fill.slot for fill in region.slots}
        for name, slot in _slots(subject).items():
            if name not in filled and not isinstance(slot.default, tuple):
                message = f"The region “{region.name}” puts nothing into the slot “{name}”."
                yield finding("MK316", message, subject.places.at(*loc, "region"))


def of_one_region(subject: Subject) -> Iterator[Diagnostic]:
    """MK317: a reference that leads nowhere in the edition of some region."""
    alternatives = Alternatives.of(subject)
    if not alternatives.slots:
        return
    where: dict[str, list[Loc]] = {}
    for placed in subject.nodes:
        kind, id = placed.node.numbered_as, getattr(placed.node, "id", None)
        if kind and id:
            where.setdefault(f"{kind}:{id}", []).append(placed.loc)
    for passage, seen in subject.surveys:
        for target in dict.fromkeys(f"{mention.kind}:{mention.id}" for mention in seen.mentions):
            places = where.get(target, [])
            lost = [e for e in alternatives.editions if places and alternatives.stands(passage.loc, e)]
            lost = [e for e in lost if not any(alternatives.stands(place, e) for place in places)]
            if lost:
                whose = "without a region" if lost[0] is None else f"of “{subject.module.regions[lost[0]].name}”"
                message = f"[[{target}]] leads nowhere in the edition {whose}."
                hint = "Speak of the region's own table or sheet without its id, or give every region one."
                yield finding("MK317", message, subject.places.at(*passage.loc), hint)


def _slots(subject: Subject) -> Mapping[str, Slot]:
    found = (placed.node for placed in subject.nodes if isinstance(placed.node, Slot))
    return {slot.id: slot for slot in found}


def _regions(subject: Subject) -> Iterator[tuple[Loc, Region]]:
    for at, region in enumerate(subject.module.regions):
        yield ("regions", at), region
