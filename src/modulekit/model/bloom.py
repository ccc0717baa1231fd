"""Levels of learning."""

from enum import StrEnum


class Bloom(StrEnum):
    """Levels of learning outcomes after Anderson and Krathwohl's revision (2001) of Bloom's taxonomy."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"
