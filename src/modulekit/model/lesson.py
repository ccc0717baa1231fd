"""A lesson: what participants can do afterwards, and the steps that lead there, minute by minute."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Node
from modulekit.model.blocks import Entry
from modulekit.model.slides import Slide
from modulekit.model.text import Id, Line, Material, Minutes, Prose


class Method(StrEnum):
    """How a step works."""

    PRESENTATION = "presentation"
    DISCUSSION = "discussion"
    DEMONSTRATION = "demonstration"
    QUESTIONS = "questions"
    BRAINSTORM = "brainstorm"
    INDIVIDUAL = "individual"
    PAIRS = "pairs"
    GROUP = "group"
    PLENARY = "plenary"
    TEST = "test"
    CEREMONY = "ceremony"


class Priority(StrEnum):
    """What to cut when time is short: ``could`` first, then ``should``; ``must`` stays."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Question(Node):
    """A question to the room and the answer that the trainer listens for."""

    question: Annotated[Line, TRAINER_ONLY]
    """The question, as it is asked."""
    expect: Annotated[Prose | None, TRAINER_ONLY] = None
    """What a good answer contains, and what to do with a poor one."""


class TrainerNotes(Node):
    """What only the trainer sees of a step."""

    say: Annotated[Prose | None, TRAINER_ONLY] = None
    """What to say, as it would be said."""
    do: Annotated[Prose | None, TRAINER_ONLY] = None
    """What to do: draw, hand out, form groups."""
    participants: Annotated[Prose | None, TRAINER_ONLY] = None
    """What participants do meanwhile."""
    ask: Annotated[tuple[Question, ...], TRAINER_ONLY] = ()
    """Questions to the room with the answers to expect."""
    watch_for: Annotated[Prose | None, TRAINER_ONLY] = None
    """Typical mistakes and misunderstandings, and what to do about them."""
    if_short_of_time: Annotated[Prose | None, TRAINER_ONLY] = None
    """What to leave out, and what never."""
    without_projector: Annotated[Prose | None, TRAINER_ONLY] = None
    """How to do the step with a flipchart only."""
    energiser: Annotated[Prose | None, TRAINER_ONLY] = None
    """Something short that wakes the room."""
    transition: Annotated[Prose | None, TRAINER_ONLY] = None
    """The sentence that leads to the next step."""


class Step(Node):
    """A stretch of a lesson with one method."""

    title: Annotated[Line, EVERYONE]
    """What the step is about."""
    minutes: Annotated[Minutes, EVERYONE]
    """How long it takes."""
    method: Annotated[Method, EVERYONE]
    """How it works."""
    priority: Annotated[Priority, EVERYONE] = Priority.MUST
    """What to cut when time is short."""
    slides: Annotated[tuple[Slide, ...], EVERYONE] = ()
    """What is on the wall."""
    handout: Annotated[tuple[Entry, ...], EVERYONE] = ()
    """What participants read, under the step's title."""
    trainer: Annotated[TrainerNotes | None, TRAINER_ONLY] = None
    """What only the trainer sees."""


class ExerciseUse(Node):
    """A step that is an exercise. Its minutes, task and answer stand in the exercise's own file."""

    exercise: Annotated[Id, EVERYONE]
    """The id of the exercise."""
    priority: Annotated[Priority, EVERYONE] = Priority.MUST
    """What to cut when time is short."""
    slides: Annotated[tuple[Slide, ...], EVERYONE] = ()
    """Slides after the exercise's own slide."""
    handout: Annotated[tuple[Entry, ...], EVERYONE] = ()
    """What participants read before the exercise."""
    trainer: Annotated[TrainerNotes | None, TRAINER_ONLY] = None
    """Notes for this use of the exercise, beyond those in its file."""


def _kind_of_step(value: Any) -> str:
    if isinstance(value, dict):
        return "exercise" if "exercise" in value else "step"
    return "exercise" if isinstance(value, ExerciseUse) else "step"


StepEntry = Annotated[
    Annotated[ExerciseUse, Tag("exercise")] | Annotated[Step, Tag("step")],
    Discriminator(_kind_of_step),
]


class LessonKind(StrEnum):
    """A numbered ``lesson``, or the ``frame`` around lessons: opening, recap, presentations, closing."""

    LESSON = "lesson"
    FRAME = "frame"


class Lesson(Node):
    """One file of ``lessons/``."""

    lesson: Annotated[Id, EVERYONE]
    """The id of the lesson; the programme calls it by this name."""
    title: Annotated[Line, EVERYONE]
    """The lesson's title."""
    kind: Annotated[LessonKind, EVERYONE] = LessonKind.LESSON
    """``lesson`` (numbered) or ``frame`` (opening, recap, closing; not numbered)."""
    minutes: Annotated[Minutes, EVERYONE]
    """How long the lesson takes; the steps must add up to it."""
    outcomes: Annotated[tuple[Id, ...], EVERYONE] = ()
    """Ids of the module's outcomes that the lesson teaches."""
    key_messages: Annotated[tuple[Line, ...], EVERYONE] = ()
    """What to remember; printed at the end of the lesson and on its summary slide."""
    overview: Annotated[Prose | None, TRAINER_ONLY] = None
    """What the trainer has to know about the lesson before reading the steps."""
    materials: Annotated[tuple[Material, ...], TRAINER_ONLY] = ()
    """What has to be in the room, beyond what the exercises list."""
    before: Annotated[Prose | None, TRAINER_ONLY] = None
    """What to prepare before the lesson begins."""
    room: Annotated[Prose | None, TRAINER_ONLY] = None
    """How tables and chairs stand, and how groups are formed."""
    if_short_of_time: Annotated[Prose | None, TRAINER_ONLY] = None
    """What to cut when the lesson has to be shorter."""
    steps: Annotated[tuple[StepEntry, ...], Field(min_length=1, max_length=40), EVERYONE]
    """The steps in their order; a step that is an exercise is written ``exercise: id``."""
