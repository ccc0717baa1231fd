"""What one run of the build works on: a module as one language, centre and delivery have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from modulekit.diagnostics import Places
from modulekit.model import Centre, Module
from modulekit.model.changes import Changes
from modulekit.model.delivery import Delivery, Participant
from modulekit.model.region import Adaptation
from modulekit.model.schedule import Schedule
from modulekit.model.visibility import Visible
from modulekit.products.strings import Strings
from modulekit.products.table import DELIVERY, EARLIER, SECOND_LANGUAGE


@dataclass(frozen=True, slots=True)
class Job:
    """A module that was translated and localised, where its nodes stand, its pictures, and the words of its language.

    ``folder`` is where its files stand in ``dist/<module>``. ``beside`` is the same edition in the second language of a
    bilingual handout, where the workspace wants one. ``marked`` counts texts that are not translated, or no longer.
    ``visible`` is what its covers show of the funder, the partners and the centre, ``schedule`` what was left out.
    """

    module: Module
    places: Places
    assets: Mapping[str, bytes]
    organisation: str
    strings: Strings
    folder: PurePosixPath
    centre: Centre | None = None
    adaptations: tuple[Adaptation, ...] = ()
    beside: Job | None = None
    marked: tuple[str, ...] = ()
    written_in: str = ""
    """The language of the module's files, where the job is a translation."""
    visible: Visible = field(default_factory=Visible)
    delivery: Delivery | None = None
    participants: tuple[Participant, ...] = ()
    schedule: Schedule = field(default_factory=Schedule)
    changes: Changes | None = None
    """What is different from the version that trainers taught before, where one is known."""

    @property
    def having(self) -> frozenset[str]:
        """What this edition has of that which some products ask for."""
        return having(
            delivery=self.delivery is not None,
            second_language=self.beside is not None,
            earlier=self.changes is not None,
        )


def having(*, delivery: bool, second_language: bool, earlier: bool) -> frozenset[str]:
    """The names by which products ask for what only some editions have."""
    has = {DELIVERY: delivery, SECOND_LANGUAGE: second_language, EARLIER: earlier}
    return frozenset(name for name, is_there in has.items() if is_there)
