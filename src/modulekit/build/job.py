"""What one run of the build works on: a module as one language, centre and delivery have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from modulekit.diagnostics import Places
from modulekit.editions import Adaptation
from modulekit.model import Centre, Module
from modulekit.model.visibility import Visible
from modulekit.products.strings import Strings


@dataclass(frozen=True, slots=True)
class Job:
    """A module that was translated and localised, where its nodes stand, its pictures, and the words of its language.

    ``folder`` is where its files stand in ``dist/<module>``. ``beside`` is the same edition in the second language of a
    bilingual handout, where the workspace wants one. ``marked`` counts texts that are not translated, or no longer.
    ``visible`` is what its covers show of the funder, the partners and the centre.
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

    @property
    def having(self) -> frozenset[str]:
        """What this edition has of that which some products ask for."""
        return frozenset({"second-language"} if self.beside else ())
