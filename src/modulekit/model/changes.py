"""What is different between two versions of a module, for a trainer who taught the earlier one.

Plain data, made by :mod:`modulekit.editions.changes`, printed by products and by the command line. Titles are Markdown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Subject(StrEnum):
    """What a change is about."""

    COURSE = "course"
    LESSON = "lesson"
    STEP = "step"
    SLIDE = "slide"
    TABLE = "table"
    FIGURE = "figure"
    EXERCISE = "exercise"
    TEST_ITEM = "test-item"


class What(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Aspect(StrEnum):
    """In which respect something that stayed is different."""

    MOVED = "moved"  # it stands at another place, or in another lesson
    TITLE = "title"
    MINUTES = "minutes"
    METHOD = "method"  # of a step; of an exercise, who works with whom
    PRIORITY = "priority"
    TASK = "task"  # purpose, instructions and materials of an exercise
    CONTENT = "content"  # what participants read or see
    NOTES = "notes"  # what only trainers read
    ANSWER = "answer"  # model answers, answers to expect, keys of tests
    OUTCOMES = "outcomes"
    PROGRAMME = "programme"
    GLOSSARY = "glossary"
    REFERENCES = "references"
    TESTS = "tests"  # how the tests are drawn
    FRONT = "front"  # what stands before the first lesson, and how the course is filed


@dataclass(frozen=True, slots=True)
class Side:
    """Something as one of the two versions has it.

    ``number`` is what readers see (``3``, ``2.1``), or the place of a step in its lesson; empty where there is none.
    ``lesson`` is the id of the lesson that it stands in, ``minutes`` its length where it has one. ``target`` names it
    in layouts, as ``exercise:draw-tree`` does.
    """

    title: str
    number: str = ""
    lesson: str = ""
    minutes: int | None = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """How many words are new, and how many are gone."""

    added: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new, gone or different. ``old`` is missing where it is new, ``new`` where it is gone.

    ``words`` counts those of the trainer's notes.
    """

    subject: Subject
    old: Side | None
    new: Side | None
    aspects: tuple[Aspect, ...] = ()
    words: Words = field(default_factory=Words)

    @property
    def what(self) -> What:
        """Added, removed or changed."""
        if self.old is None:
            return What.ADDED
        return What.REMOVED if self.new is None else What.CHANGED

    @property
    def side(self) -> Side:
        """It as it is now; as it was, where it is gone."""
        side = self.new or self.old
        assert side is not None
        return side


@dataclass(frozen=True, slots=True)
class LessonChanges:
    """A lesson in which something is different. ``change`` tells it of the lesson itself, where there is something;
    ``inside`` of its steps, slides, tables and figures."""

    old: Side | None
    new: Side | None
    change: Change | None
    inside: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbered:
    """Something that stayed as it is and has another number now."""

    subject: Subject
    old: Side
    new: Side


@dataclass(frozen=True, slots=True)
class Version:
    """What a version is called, and how long it takes in minutes."""

    version: str
    date: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is different. ``said`` are the lines of the document's history since the old version: what its
    authors say of it. ``old_pages`` tells on which page of the old handout a target stood, where that is known."""

    old: Version
    new: Version
    course: tuple[Change, ...] = ()
    lessons: tuple[LessonChanges, ...] = ()
    exercises: tuple[Change, ...] = ()
    tests: tuple[Change, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    said: tuple[str, ...] = ()
    old_pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether both versions teach the same."""
        return not (self.course or self.lessons or self.exercises or self.tests or self.renumbered)

    @property
    def all(self) -> tuple[Change, ...]:
        """Every change, in the order of the course."""
        inside = [
            change
            for lesson in self.lessons
            for change in ((lesson.change, *lesson.inside) if lesson.change else lesson.inside)
        ]
        return (*self.course, *inside, *self.exercises, *self.tests)
