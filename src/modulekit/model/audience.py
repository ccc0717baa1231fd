"""Who an edition is for."""

from enum import StrEnum


class Audience(StrEnum):
    """Participants see what is marked ``EVERYONE``; trainers see all."""

    PARTICIPANT = "participant"
    TRAINER = "trainer"
