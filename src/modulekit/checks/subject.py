"""What is checked: a module, where its parts stand, and the files that belong to it.

Holds what several checks look up, each worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from modulekit.checks.passages import Passage, Placed, Shape, passages, placed
from modulekit.codes.hints import nearest
from modulekit.diagnostics import Diagnostic, Loc, Places, Span, Step
from modulekit.document.survey import Survey, survey
from modulekit.model import Exercise, ExerciseUse, Figure, Lesson, Module, Node, Slide

N = TypeVar("N", bound=Node)

ANCHORED = ("table", "figure", "case", "slide")
"""What has an ``id`` of its own wherever it stands, by the kind of reference."""


@dataclass(frozen=True)
class Subject:
    """A module to check. ``home`` is its folder in the workspace, ``asset`` gives the bytes of an asset file.

    ``whole`` is false where files of the module could not be read and are missing here.
    """

    module: Module
    places: Places
    home: PurePosixPath
    asset_files: tuple[str, ...]
    asset: Callable[[str], bytes]
    whole: bool = True

    @cached_property
    def nodes(self) -> tuple[Placed, ...]:
        """Every node of the module."""
        return tuple(placed(self.module))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every printed text."""
        return tuple(passages(self.nodes))

    @cached_property
    def surveys(self) -> tuple[tuple[Passage, Survey], ...]:
        """Every printed text that is more than plain words, with what stands in it."""
        found = ((p, survey(p.text, one_line=p.shape is Shape.LINE)) for p in self.passages)
        return tuple((passage, seen) for passage, seen in found if seen != Survey())

    @cached_property
    def lessons(self) -> Mapping[str, Lesson]:
        """Lessons by id."""
        return {lesson.lesson: lesson for lesson in self.module.lessons}

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """Exercises by id."""
        return {exercise.exercise: exercise for exercise in self.module.exercises}

    @cached_property
    def called(self) -> frozenset[str]:
        """The lessons of the programme."""
        names = (s.lesson for day in self.module.programme for s in day.sessions if s.lesson)
        return _meant(names, self.lessons)

    @cached_property
    def used(self) -> frozenset[str]:
        """The exercises that lessons of the programme use."""
        lessons = [lesson for lesson in self.module.lessons if lesson.lesson in self.called]
        names = (s.exercise for lesson in lessons for s in lesson.steps if isinstance(s, ExerciseUse))
        return _meant(names, self.exercises)

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        """The files that figures show and that are there, each read once, sorted by path."""
        shown = {figure.file for _, figure in self.of(Figure)} & set(self.asset_files)
        return {path: self.asset(path) for path in sorted(shown)}

    @cached_property
    def _by_class(self) -> Mapping[type[Node], tuple[Placed, ...]]:
        found: dict[type[Node], list[Placed]] = {}
        for item in self.nodes:
            found.setdefault(type(item.node), []).append(item)
        return {kind: tuple(items) for kind, items in found.items()}

    def of(self, kind: type[N]) -> Iterable[tuple[Placed, N]]:
        """All nodes of one class, which has no other classes below it."""
        return ((item, item.node) for item in self._by_class.get(kind, ()) if isinstance(item.node, kind))

    def anchors(self, kind: str) -> Iterable[tuple[str, Placed]]:
        """The ids that authors gave to tables, figures, cases or slides."""
        for item in self._numbered.get(kind, ()):
            name = getattr(item.node, "id", None)
            if name:
                yield name, item

    @cached_property
    def _numbered(self) -> Mapping[str, tuple[Placed, ...]]:
        found: dict[str, list[Placed]] = {}
        for item in self.nodes:
            if item.node.numbered_as:
                found.setdefault(item.node.numbered_as, []).append(item)
        return {kind: tuple(items) for kind, items in found.items()}

    @cached_property
    def _slides(self) -> frozenset[Loc]:
        return frozenset(item.loc for item, _ in self.of(Slide))

    def is_on_slide(self, loc: Loc) -> bool:
        """Whether ``loc`` stands below a slide."""
        return any(loc[:size] in self._slides for size in range(len(loc)))

    def at(self, *loc: Step) -> Span | None:
        """Where the value at ``loc`` stands."""
        return self.places.at(*loc)

    def inside(self, passage: Passage, offset: int, length: int) -> Span | None:
        """Where ``length`` characters of a text stand, or where the text begins if that cannot be told."""
        return within(self.places.at(*passage.loc), passage.text, offset, length)


Check = Callable[[Subject], Iterable[Diagnostic]]
"""Looks for one kind of mistake. A check gives findings of one code only, and never raises."""


def within(span: Span | None, text: str, offset: int, length: int) -> Span | None:
    """A stretch of ``text`` that stands at ``span``, if ``text`` stands there letter for letter."""
    if span is None or not span.line:
        return span
    row = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    rows = text.count("\n") + 1
    if span.end_line - span.line + 1 != rows:
        return span  # folded lines: the words stand somewhere below
    if rows == 1:
        surplus = span.end_column - span.column - len(text)
        if surplus not in (0, 2):  # 2: in quotes
            return span
        column += surplus // 2
    line, column = span.line + row, span.column + column
    return Span(span.file, line, column, line, column + length)


def _meant(names: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """``names``, those that are misspelt as what they stand for: one mistake then gives one finding."""
    return frozenset(name if name in known else nearest(name, known) or name for name in names)


def file_of(subject: Subject, loc: Loc) -> str:
    """``file:line`` of a place, to point at from a hint."""
    span = subject.places.at(*loc)
    return f"{span.file}:{span.line}" if span else str(subject.home)
