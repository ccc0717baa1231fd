"""An edition: a module as one audience sees it, with all that a product needs to compose a document from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from modulekit.model.centre import Centre
from modulekit.model.changes import Changes
from modulekit.model.delivery import Delivery, Participant
from modulekit.model.module import Module
from modulekit.model.numbering import Numbering
from modulekit.model.region import Adaptation
from modulekit.model.schedule import Schedule
from modulekit.model.visibility import Visible


@dataclass(frozen=True, slots=True)
class Edition:
    """One language, one audience. ``assets`` holds the bytes of the pictures by their path in the module's folder.

    Nothing here says who the audience is: what it may not see is not in ``module``.
    """

    module: Module
    numbering: Numbering
    assets: Mapping[str, bytes]
    organisation: str
    centre: Centre | None = None
    """Who receives this edition; ``None`` for the course as such."""
    visibility: Visible = field(default_factory=Visible)
    """What its covers show of the funder, the partners and the centre."""
    delivery: Delivery | None = None
    """The one time that this edition is taught; ``None`` for the course as such."""
    participants: tuple[Participant, ...] = ()
    """Who is on the delivery's list; nobody where only their number is known."""
    schedule: Schedule = field(default_factory=Schedule)
    """What was left out because there is too little time."""
    written_in: str = ""
    """The language of the course's files where this edition is a translation: figures without words are not translated
    and stand as they are written there."""
    adaptations: tuple[Adaptation, ...] = ()
    """Whose material stands in the slots of the module."""
    changes: Changes | None = None
    """What is different from the version that trainers taught before; ``None`` where none is known, and for
    participants."""
