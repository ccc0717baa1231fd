"""What regions put into the slots of a module.

Takes the whole module, slots and regions included. Must not know centres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modulekit.checks.subject import Subject
from modulekit.codes import finding
from modulekit.codes.hints import did_you_mean
from modulekit.diagnostics import Diagnostic, Loc
from modulekit.model import Region, Slot


def not_a_slot(subject: Subject) -> Iterator[Diagnostic]:
    """MK314: a region fills something that the module does not offer."""
    slots = _slots(subject)
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
    """MK316: a slot into which a region puts nothing."""
    for loc, region in _regions(subject):
        filled = {fill.slot for fill in region.slots}
        for name in _slots(subject):
            if name not in filled:
                message = f"The region “{region.name}” puts nothing into the slot “{name}”."
                yield finding("MK316", message, subject.places.at(*loc, "region"))


def of_one_region(subject: Subject) -> Iterator[Diagnostic]:
    """MK317: a reference to something that only a region, and another one than its own, has."""
    owner: dict[str, int] = {}
    for placed in subject.nodes:
        kind, id = placed.node.numbered_as, getattr(placed.node, "id", None)
        if kind and id and placed.loc[:1] == ("regions",):
            owner[f"{kind}:{id}"] = int(placed.loc[1])
    if not owner:
        return
    for passage, seen in subject.surveys:
        own = int(passage.loc[1]) if passage.loc[:1] == ("regions",) else None
        for mention in seen.mentions:
            target = f"{mention.kind}:{mention.id}"
            if target in owner and owner[target] != own:
                region = subject.module.regions[owner[target]].name
                yield finding(
                    "MK317",
                    f"[[{target}]] stands in the material of “{region}” only.",
                    subject.places.at(*passage.loc),
                    "Speak of the region's own table or sheet without naming it by its id.",
                )


def _slots(subject: Subject) -> Mapping[str, Slot]:
    found = (placed.node for placed in subject.nodes if isinstance(placed.node, Slot))
    return {slot.id: slot for slot in found}


def _regions(subject: Subject) -> Iterator[tuple[Loc, Region]]:
    for at, region in enumerate(subject.module.regions):
        yield ("regions", at), region
