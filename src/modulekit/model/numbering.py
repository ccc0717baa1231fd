"""The numbers that readers see, given once for all editions and languages of a module."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers by id. Lessons and exercises count through the module, tables and figures within their lesson.

    Only what participants see has a number: a table in a model answer has none and is not in here.
    """

    lessons: Mapping[str, int] = field(default_factory=dict)
    exercises: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    slides: Mapping[str, int] = field(default_factory=dict)
