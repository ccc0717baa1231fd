"""Who holds what: hand-overs beside the courses as they are now.

Takes the records of hand-overs and the modules of a workspace, gives for each hand-over whether it is still the last
word, and what its receiver does not have yet. Must not know the command line or the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from modulekit.model import Module
from modulekit.model.handover import Handover
from modulekit.model.module import Revision


class Standing(StrEnum):
    """How a hand-over stands to the course as it is now."""

    CURRENT = "current"
    BEHIND = "behind"
    REPLACED = "replaced"
    """The receiver got later ones of the same kit, in each of its languages."""
    GONE = "gone"
    """The course is no longer in the workspace."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One hand-over. ``version`` is the course's now, empty where it is gone; ``missed`` are the changes made since,
    the newest first, of those that are behind."""

    handover: Handover
    standing: Standing
    version: str = ""
    missed: tuple[Revision, ...] = ()


def holdings(handovers: Iterable[Handover], modules: Mapping[str, Module]) -> tuple[Holding, ...]:
    """Every hand-over by module and receiver, the newest of each first."""
    found = []
    later: dict[tuple[str, str, str], set[str]] = {}  # languages of younger hand-overs
    for handover in sorted(handovers, key=_age, reverse=True):
        known = later.setdefault((handover.module, handover.centre or "", handover.kit), set())
        found.append(_holding(handover, modules.get(handover.module), replaced=known >= set(handover.languages)))
        known.update(handover.languages)
    # Sorting keeps the order of what is equal: of one receiver, the newest stays in front.
    return tuple(sorted(found, key=lambda held: (held.handover.module, held.handover.centre or "", held.handover.kit)))


def last_before(
    handovers: Iterable[Handover], module: Module, centre: str, languages: Iterable[str]
) -> Handover | None:
    """The last hand-over of ``module`` to ``centre`` in one of ``languages``, where that was of an older version than
    this; else ``None``."""
    asked = set(languages)
    theirs = [handover for handover in handovers if (handover.module, handover.centre) == (module.module, centre)]
    last = max((handover for handover in theirs if asked & set(handover.languages)), key=_age, default=None)
    return last if last and _order(last.version) < _order(module.document.version) else None


def _holding(handover: Handover, module: Module | None, *, replaced: bool) -> Holding:
    if module is None:
        return Holding(handover, Standing.GONE)
    control = module.document
    if replaced:
        return Holding(handover, Standing.REPLACED, control.version)
    theirs = _order(handover.version)
    if theirs >= _order(control.version):
        return Holding(handover, Standing.CURRENT, control.version)
    missed = sorted(
        (entry for entry in control.history if theirs < _order(entry.version) <= _order(control.version)),
        key=lambda entry: _order(entry.version),
        reverse=True,
    )
    return Holding(handover, Standing.BEHIND, control.version, tuple(missed))


def _age(handover: Handover) -> tuple[str, tuple[int, ...], str]:
    return (handover.date.isoformat(), _order(handover.version), handover.handover)


def _order(version: str) -> tuple[int, ...]:
    """``1.10`` is later than ``1.9``, and ``1.0.0`` is ``1.0``. Words, as an old history has them, count least."""
    numbers = [int(part) if part.isdecimal() else -1 for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
