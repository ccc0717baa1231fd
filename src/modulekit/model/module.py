"""A module: the course's own file, and the whole course once lessons and exercises are read in."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from modulekit.model.base import EVERYONE, TRAINER_ONLY, Node
from modulekit.model.bloom import Bloom
from modulekit.model.exercise import Exercise
from modulekit.model.lesson import Lesson
from modulekit.model.quiz import Quiz
from modulekit.model.region import Region
from modulekit.model.text import Clock, Date, FormatVersion, Id, Line, Minutes, Name, Prose
from modulekit.model.wording import Language


class Outcome(Node):
    """Something that participants can do afterwards."""

    id: Annotated[Id, EVERYONE]
    """Lessons, exercises and test items refer to this name."""
    level: Annotated[Bloom, EVERYONE]
    """``remember``, ``understand``, ``apply``, ``analyse``, ``evaluate`` or ``create``."""
    text: Annotated[Line, EVERYONE]
    """Completes “After the course you can …”, with an active verb."""


class Pause(StrEnum):
    """A stretch of the day without teaching."""

    BREAK = "break"
    LUNCH = "lunch"


class Session(Node):
    """One entry of a day: a lesson, or a pause."""

    lesson: Annotated[Id | None, EVERYONE] = None
    """The id of a lesson."""
    pause: Annotated[Pause | None, EVERYONE] = None
    """``break`` or ``lunch``."""
    minutes: Annotated[Minutes | None, EVERYONE] = None
    """How long. Required for a pause; for a lesson it must equal the lesson's own minutes."""
    at: Annotated[Clock | None, EVERYONE] = None
    """When a pause begins, where that is fixed, as a meal is. What comes after it begins when it ends, even where the
    session before it is over earlier."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.lesson is None) == (self.pause is None):
            raise ValueError("an entry of the programme holds either a lesson or a pause")
        if self.pause is not None and self.minutes is None:
            raise ValueError("a pause needs its minutes")
        if self.at is not None and self.pause is None:
            raise ValueError("only a pause begins at a fixed time; a lesson follows the one before it")
        return self


class Day(Node):
    """One day of the programme."""

    title: Annotated[Line, EVERYONE]
    """What the day is about."""
    start: Annotated[Clock, EVERYONE]
    """When the first session begins, ``"09:00"``."""
    end: Annotated[Clock | None, EVERYONE] = None
    """When the day must be over; a programme that runs longer is an error."""
    sessions: Annotated[tuple[Session, ...], Field(min_length=1, max_length=40), EVERYONE]
    """Lessons and pauses in their order."""


class GlossaryTerm(Node):
    """A term and what it means in this course."""

    id: Annotated[Id, EVERYONE]
    """A name for references: ``[[term:id]]``."""
    term: Annotated[Line, EVERYONE]
    """The term."""
    definition: Annotated[Prose, EVERYONE]
    """What it means, so that a participant could repeat it."""


class ReferenceKind(StrEnum):
    """What a reference is."""

    LAW = "law"
    GUIDANCE = "guidance"
    DATA = "data"
    READING = "reading"


class Reference(Node):
    """A source, with its date, because laws and figures change."""

    id: Annotated[Id, EVERYONE]
    """A name for references: ``[[ref:id]]``."""
    kind: Annotated[ReferenceKind, EVERYONE]
    """``law``, ``guidance``, ``data`` or ``reading``."""
    title: Annotated[Line, EVERYONE]
    """The title as it is printed on the source."""
    language: Annotated[Language | None, EVERYONE] = None
    """The language of the title where it stays in that language in every translation, as in BCP 47: ``en``."""
    author: Annotated[Line | None, EVERYONE] = None
    """The body or person that issued it."""
    date: Annotated[Line, EVERYONE]
    """When it was issued, as precisely as is known: ``2021-10-25`` or ``2004``."""
    status: Annotated[Line | None, EVERYONE] = None
    """Whether it is still in force, and since when not."""
    checked: Annotated[Date | None, EVERYONE] = None
    """The day on which somebody last looked whether this is still true."""
    url: Annotated[str | None, StringConstraints(pattern=r"^https://[^\s]+$"), EVERYONE] = None
    """Where it can be read."""


class Revision(Node):
    """One line of the document's history."""

    version: Annotated[Name, EVERYONE]
    """The version."""
    date: Annotated[Date, EVERYONE]
    """When it was made."""
    change: Annotated[Line, EVERYONE]
    """What changed for somebody who knew the version before."""


class DocumentControl(Node):
    """Version, approval and history: what a training centre needs on file."""

    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+(\.\d+)?$"), EVERYONE]
    """The version, ``1.0`` or ``1.0.0``; quote it in YAML if you like, it stays text either way."""
    date: Annotated[Date, EVERYONE]
    """The date of this version; it is printed and put into the files."""
    status: Annotated[Literal["draft", "in review", "approved"], EVERYONE]
    """``draft``, ``in review`` or ``approved``."""
    author: Annotated[Line, EVERYONE]
    """Who wrote it: a person, a team or an organisation."""
    reviewer: Annotated[Line | None, EVERYONE] = None
    """Who reviewed it."""
    approved: Annotated[Line | None, EVERYONE] = None
    """Who approved it."""
    history: Annotated[tuple[Revision, ...], EVERYONE] = ()
    """Earlier versions, the newest first."""


class GroupSize(Node):
    """How many participants the course is made for."""

    least: Annotated[int, Field(ge=1, le=500), EVERYONE]
    """Fewer than this and the group work does not work."""
    most: Annotated[int, Field(ge=1, le=500), EVERYONE]
    """More than this and the reports do not fit the time."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise ValueError(f"least ({self.least}) is more than most ({self.most})")
        return self


class Moment(StrEnum):
    """When something has to be done, seen from the course."""

    TWO_WEEKS = "two-weeks"
    ONE_WEEK = "one-week"
    DAY_BEFORE = "day-before"
    THE_DAY = "the-day"
    AFTER = "after"


class Preparation(Node):
    """One line of the checklists. A plain string is to be done a week before."""

    when: Annotated[Moment, TRAINER_ONLY] = Moment.ONE_WEEK
    """``two-weeks``, ``one-week`` or ``day-before`` the course, on ``the-day``, or ``after`` it."""
    do: Annotated[Line, TRAINER_ONLY]
    """What to do."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        return {"do": value} if isinstance(value, str) else value


class Evaluation(Node):
    """The questions of the evaluation and of the daily feedback. What is not given is asked in the standard words."""

    session: Annotated[tuple[Line, ...], Field(max_length=3), EVERYONE] = ()
    """What participants tick from 1 to 5 for each lesson; up to three statements of a few words."""
    overall: Annotated[tuple[Line, ...], Field(max_length=12), EVERYONE] = ()
    """What they tick from 1 to 5 for the whole course: statements to agree with."""
    open: Annotated[tuple[Line, ...], Field(max_length=5), EVERYONE] = ()
    """Questions that they answer in writing."""
    daily: Annotated[tuple[Line, ...], Field(max_length=5), EVERYONE] = ()
    """Questions at the end of a day, answered in writing."""


class TrainerBrief(Node):
    """The front of the trainer guide."""

    about: Annotated[Prose | None, TRAINER_ONLY] = None
    """How the course works and why it is built this way."""
    how_to_use: Annotated[Prose | None, TRAINER_ONLY] = None
    """How to read and use the guide."""
    profile: Annotated[Prose | None, TRAINER_ONLY] = None
    """What a trainer of this course has to know and to have done."""
    roles: Annotated[Prose | None, TRAINER_ONLY] = None
    """Who of two trainers does what."""
    room: Annotated[Prose | None, TRAINER_ONLY] = None
    """The room, the tables, the walls, the equipment."""
    preparation: Annotated[tuple[Preparation, ...], TRAINER_ONLY] = ()
    """What to do before, during and after the course, as a checklist: strings, or mappings with ``when`` and ``do``."""
    observation: Annotated[tuple[Line, ...], Field(max_length=12), TRAINER_ONLY] = ()
    """What a co-trainer watches in a session, as statements; standard ones are used otherwise."""
    adapting: Annotated[Prose | None, TRAINER_ONLY] = None
    """What may be adapted and what may not."""


class ModuleFile(Node):
    """The file ``module.yaml``."""

    format: Annotated[FormatVersion, EVERYONE] = 1
    """The version of this file format: 1."""
    module: Annotated[Id, EVERYONE]
    """The id of the module; the folder has the same name."""
    code: Annotated[Name, EVERYONE]
    """The code under which a training centre files it."""
    title: Annotated[Line, EVERYONE]
    """The course's title."""
    subtitle: Annotated[Line | None, EVERYONE] = None
    """The course's subtitle."""
    short_title: Annotated[Line | None, Field(max_length=60), EVERYONE] = None
    """The title as it stands at the foot of every page, where the whole title would take two lines."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), EVERYONE]
    """The language that the files are written in, as in BCP 47: ``en``, ``kk-Cyrl``."""
    summary: Annotated[Prose, EVERYONE]
    """What the course is about, in a few sentences."""
    target_group: Annotated[Prose, EVERYONE]
    """Who it is for."""
    prerequisites: Annotated[Prose | None, EVERYONE] = None
    """What participants should know or bring."""
    group: Annotated[GroupSize, EVERYONE]
    """How many participants: ``least`` and ``most``."""
    methods: Annotated[Prose | None, EVERYONE] = None
    """How participants will work."""
    how_to_use: Annotated[Prose | None, EVERYONE] = None
    """How participants use the handout."""
    licence: Annotated[Name, EVERYONE]
    """The licence of the content, e.g. ``CC BY 4.0``."""
    acknowledgement: Annotated[Prose | None, EVERYONE] = None
    """Who paid and who is responsible; printed on the cover."""
    document: Annotated[DocumentControl, EVERYONE]
    """Version, date, author, approval and history."""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1, max_length=30), EVERYONE]
    """What participants can do afterwards."""
    trainers: Annotated[int, Field(ge=1, le=20), EVERYONE] = 2
    """How many people teach it together; so many guides are printed."""
    academic_hour: Annotated[int, Field(ge=30, le=60), EVERYONE] = 45
    """The length of an academic hour in minutes."""
    programme: Annotated[tuple[Day, ...], Field(min_length=1, max_length=30), EVERYONE]
    """The days with their sessions."""
    glossary: Annotated[tuple[GlossaryTerm, ...], EVERYONE] = ()
    """The terms that the course uses."""
    references: Annotated[tuple[Reference, ...], EVERYONE] = ()
    """Laws, guidance, data and further reading, each with its date."""
    evaluation: Annotated[Evaluation | None, EVERYONE] = None
    """Questions of the evaluation and of the daily feedback, where the standard ones do not fit."""
    trainer: Annotated[TrainerBrief | None, TRAINER_ONLY] = None
    """The front of the trainer guide."""


class Module(ModuleFile):
    """The whole course: ``module.yaml`` with ``quiz.yaml`` and the files of its folders read in."""

    lessons: Annotated[tuple[Lesson, ...], EVERYONE] = ()
    """The lessons in the order of the programme; those that it does not call stand at the end."""
    exercises: Annotated[tuple[Exercise, ...], EVERYONE] = ()
    """The exercises in the order of their first use."""
    quiz: Annotated[Quiz | None, EVERYONE] = None
    """The test items of ``quiz.yaml``, where there is one."""
    regions: Annotated[tuple[Region, ...], EVERYONE] = ()
    """What the regions of ``regions/`` put into the slots; an edition holds it in its place and nothing here."""
