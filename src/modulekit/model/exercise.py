"""An exercise: a file of its own, so that several lessons and modules can use it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Node
from modulekit.model.blocks import Entry
from modulekit.model.lesson import Question
from modulekit.model.text import Id, Line, Material, Minutes, NoMinutes, Prose


class Grouping(StrEnum):
    """Who works with whom."""

    INDIVIDUAL = "individual"
    PAIRS = "pairs"
    GROUP = "group"
    PLENARY = "plenary"


class TimeSplit(Node):
    """How the minutes of an exercise are spent."""

    brief: Annotated[NoMinutes, EVERYONE] = 0
    """Explaining the task."""
    work: Annotated[Minutes, EVERYONE]
    """Working on it."""
    report: Annotated[NoMinutes, EVERYONE] = 0
    """Hearing the results."""
    debrief: Annotated[NoMinutes, EVERYONE] = 0
    """Drawing the lesson from them."""

    @property
    def total(self) -> int:
        """All minutes together."""
        return self.brief + self.work + self.report + self.debrief


class Exercise(Node):
    """One file of ``exercises/``."""

    exercise: Annotated[Id, EVERYONE]
    """The id of the exercise."""
    title: Annotated[Line, EVERYONE]
    """The exercise's title."""
    kind: Annotated[Grouping, EVERYONE]
    """``individual``, ``pairs``, ``group`` or ``plenary``."""
    group_size: Annotated[int | None, Field(ge=2, le=30), EVERYONE] = None
    """How many people work together, where ``kind`` is ``group``."""
    outcomes: Annotated[tuple[Id, ...], Field(min_length=1), EVERYONE]
    """Ids of the module's outcomes that are practised."""
    minutes: Annotated[TimeSplit, EVERYONE]
    """Minutes to ``brief``, ``work``, ``report`` and ``debrief``."""
    purpose: Annotated[Line, EVERYONE]
    """Why participants do this; also on the slide."""
    task: Annotated[tuple[Line, ...], Field(min_length=1, max_length=12), EVERYONE]
    """What to do, one numbered instruction each."""
    materials: Annotated[tuple[Material, ...], EVERYONE] = ()
    """What is needed, per participant, per group or once."""
    worksheet: Annotated[tuple[Entry, ...], EVERYONE] = ()
    """Cases, figures and forms to work on. Tables with ``blank`` are filled in for the trainer."""
    setup: Annotated[Prose | None, TRAINER_ONLY] = None
    """How to run it: groups, roles, when to walk round, when to stop."""
    answer: Annotated[tuple[Entry, ...], TRAINER_ONLY] = ()
    """The model answer, beyond what the filled-in worksheet says."""
    debrief: Annotated[tuple[Question, ...], TRAINER_ONLY] = ()
    """Questions for the debrief with the answers to expect."""
    mistakes: Annotated[tuple[Prose, ...], TRAINER_ONLY] = ()
    """Common mistakes and what to do about each."""
    if_short_of_time: Annotated[Prose | None, TRAINER_ONLY] = None
    """How to do it in less time."""
    without_projector: Annotated[Prose | None, TRAINER_ONLY] = None
    """How to do it with a flipchart only."""
