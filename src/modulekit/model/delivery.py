"""A delivery: the file of ``deliveries/`` that says when, where, by whom and for whom a course is taught once.

Takes what an organiser knows, holds no course text. People's names stand in a CSV file beside it, never in the model of
a course; :class:`Participant` is one row of that file.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from modulekit.model.base import EVERYONE, Node
from modulekit.model.module import Pause
from modulekit.model.text import Clock, Date, File, FormatVersion, Id, Name, NoMinutes
from modulekit.model.wording import Language, Wording


class TrainerRole(StrEnum):
    """What somebody does in the room."""

    LEAD = "lead"
    CO = "co"
    OBSERVER = "observer"


class Trainer(Node):
    """Somebody who teaches or watches."""

    name: Annotated[Wording, EVERYONE]
    """The name as it is printed, or a placeholder such as “to be appointed”."""
    role: Annotated[TrainerRole, EVERYONE] = TrainerRole.LEAD
    """``lead``, ``co`` (the co-trainer) or ``observer``; observers get no guide and are not counted as trainers."""


class DeliveryPause(Node):
    """A pause that is not as the module has it. Pauses of which nothing is said stay as they are."""

    pause: Annotated[Pause, EVERYONE]
    """``break`` or ``lunch``."""
    after: Annotated[Id | None, EVERYONE] = None
    """The lesson after which it stands. Without it, this is the module's first pause of the kind on that day; a second
    entry without it is the second one."""
    minutes: Annotated[NoMinutes | None, EVERYONE] = None
    """How long. As long as in the module where nothing is said; 0 leaves the pause out."""
    at: Annotated[Clock | None, EVERYONE] = None
    """When it begins, where that is fixed, as a meal is: the session before it must be over by then, and what comes
    after it begins when it ends."""

    @model_validator(mode="after")
    def _long_enough(self) -> Self:
        if self.after is not None and self.minutes is None:
            raise ValueError("a pause that is put after a lesson needs its minutes")
        return self


class DeliveryDay(Node):
    """One day of a delivery. The first one is the module's first day, and so on."""

    date: Annotated[Date, EVERYONE]
    """The day."""
    start: Annotated[Clock | None, EVERYONE] = None
    """When the first session begins, where it is not the module's time."""
    end: Annotated[Clock | None, EVERYONE] = None
    """When the day must be over, where it is not the module's time. What does not fit is left out by priority."""
    room: Annotated[Wording | None, EVERYONE] = None
    """Where it takes place, where that is not the room of all days."""
    pauses: Annotated[tuple[DeliveryPause, ...], Field(max_length=20), EVERYONE] = ()
    """The pauses that differ from the module's."""


class Attendance(Node):
    """Who takes part: how many, or the file that lists them."""

    count: Annotated[int | None, Field(ge=1, le=500), EVERYONE] = None
    """How many."""
    file: Annotated[File | None, EVERYONE] = None
    """A CSV file in ``deliveries/`` with the columns name, institution, position, district and gender."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"count" if value.strip().isdecimal() else "file": value}
        return value

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.count is None) == (self.file is None):
            raise ValueError("participants are either a number or a file")
        return self


class CertificateSeries(Node):
    """How certificates are numbered and who signs them."""

    prefix: Annotated[Name, EVERYONE]
    """What stands before the number: ``KZO-2015-`` gives ``KZO-2015-001``."""
    first: Annotated[int, Field(ge=1, le=99_999), EVERYONE] = 1
    """The number of the first certificate."""
    signed_by: Annotated[tuple[Wording, ...], Field(max_length=3), EVERYONE] = ()
    """The offices that sign, at most three; the head of the training centre and the lead trainer otherwise."""

    def number(self, index: int) -> str:
        """The register number of the participant at ``index``, which counts from 0."""
        return f"{self.prefix}{self.first + index:03d}"


class Delivery(Node):
    """A file of ``deliveries/``."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    delivery: Annotated[Id, EVERYONE]
    """The id of the delivery; the command line calls it by this name."""
    module: Annotated[Id, EVERYONE]
    """The id of the course that is taught."""
    centre: Annotated[Id, EVERYONE]
    """The id of the centre that invites."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=10), EVERYONE]
    """The languages in which its papers are made."""
    place: Annotated[Wording | None, EVERYONE] = None
    """The town; the centre's where this is not given."""
    room: Annotated[Wording | None, EVERYONE] = None
    """The room of all days, with its building."""
    days: Annotated[tuple[DeliveryDay, ...], Field(min_length=1, max_length=30), EVERYONE]
    """The days in their order, as many as the module has."""
    trainers: Annotated[tuple[Trainer, ...], Field(max_length=20), EVERYONE] = ()
    """Who teaches and who watches."""
    group_size: Annotated[int | None, Field(ge=2, le=30), EVERYONE] = None
    """How many people work together in group work, where it is not as each exercise says."""
    participants: Annotated[Attendance, EVERYONE]
    """How many take part, ``23``, or the CSV file that lists them."""
    certificates: Annotated[CertificateSeries | None, EVERYONE] = None
    """How certificates are numbered; without it their number is left open."""

    @property
    def teaching(self) -> int:
        """How many teach; 0 where nobody is named."""
        return sum(trainer.role is not TrainerRole.OBSERVER for trainer in self.trainers)


class Participant(Node):
    """One row of the list of participants. What is not known is empty."""

    name: Annotated[str, EVERYONE]
    """The name as it is to stand on the certificate."""
    institution: Annotated[str, EVERYONE] = ""
    """The body for which somebody works."""
    position: Annotated[str, EVERYONE] = ""
    """The office that somebody holds."""
    district: Annotated[str, EVERYONE] = ""
    """The district or town."""
    gender: Annotated[str, EVERYONE] = ""
    """As it is written in the list; reports count it."""


COLUMNS = tuple(Participant.model_fields)
"""The columns of a list of participants. The first one is required."""

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "name",
        "full name",
        "фио",
        "ф.и.о.",
        "ф. и. о.",
        "имя",
        "фамилия, имя, отчество",
        "аты-жөні",
        "тегі, аты",
    ),
    "institution": ("institution", "organisation", "organization", "учреждение", "организация", "мекеме", "ұйым"),
    "position": ("position", "должность", "лауазымы", "лауазым"),
    "district": ("district", "район", "аудан", "ауданы"),
    "gender": ("gender", "sex", "пол", "жынысы", "жыныс"),
}
"""What the columns are called in lists, in small letters."""
