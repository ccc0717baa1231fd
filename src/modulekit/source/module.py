"""A folder of modules/ becomes a Module with the place of every part of it.

Every file is read and every problem reported before anything is given up. Where a lesson or an exercise does not hold,
the rest is given all the same, so that it can be checked as far as that goes; only a whole Module may be built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from modulekit.codes import finding
from modulekit.codes.hints import nearest
from modulekit.diagnostics import Diagnostic, Loc, Places, Report, Span
from modulekit.model import Exercise, ExerciseUse, Lesson, Module, ModuleFile, Node, Quiz, Region
from modulekit.source.data import DATA
from modulekit.source.files import Files
from modulekit.source.folder import read_named
from modulekit.source.po import LOCALE
from modulekit.source.reading import Document, read_document
from modulekit.source.reading_bytes import attempt
from modulekit.source.workspace import MODULE_FILE, MODULES, OpenWorkspace

N = TypeVar("N", bound=Node)

LESSONS = "lessons"
EXERCISES = "exercises"
ASSETS = "assets"
QUIZ = "quiz.yaml"
REGIONS = "regions"
_FOLDERS = (LESSONS, EXERCISES, REGIONS, ASSETS, DATA, LOCALE)


@dataclass(frozen=True, slots=True)
class Source:
    """A module as it was read. Paths of ``places`` are those of the Module, lessons and exercises included.

    ``home`` is its folder relative to the workspace; ``asset_files`` are all files of assets/, as figures name them.
    ``whole`` is false where a lesson or an exercise had to be left out.
    """

    module: Module
    places: Places
    home: PurePosixPath
    files: Files
    asset_files: tuple[str, ...]
    whole: bool = True

    def asset(self, path: str) -> bytes:
        """The bytes of a file of the module.

        Raises ``OSError`` or :class:`modulekit.source.files.PathRefusedError`.
        """
        return self.files.read(path)


def read_module(workspace: OpenWorkspace, name: str, report: Report) -> Source | None:
    """The module in the folder ``name``, without the files that do not hold; what is wrong with them is said.

    ``None`` where its ``module.yaml`` does not hold, or where its pictures cannot be listed.
    """
    home = PurePosixPath(MODULES, name)
    if name not in workspace.modules:
        report.add(finding("MK101", f"The file {home / MODULE_FILE} is missing.", Span(home / MODULE_FILE)))
        return None
    files = workspace.files.under(str(home))
    head = read_document(ModuleFile, files, MODULE_FILE, home, report)
    read_lessons = _read_folder(Lesson, LESSONS, files, home, report)
    read_exercises = _read_folder(Exercise, EXERCISES, files, home, report)
    quiz = read_document(Quiz, files, QUIZ, home, report) if files.has(QUIZ) else None
    regions = tuple(read_named(Region, "region", REGIONS, files, home, report).values())
    assets = _listed(files, home, report)
    report.extend(_strays(files, home))
    if head is None or assets is None:
        return None
    whole = None not in read_lessons and None not in read_exercises and (quiz is not None or not files.has(QUIZ))
    if whole:
        documents = (*read_lessons, *read_exercises, *regions)
        named = {path for document in documents if document for path in document.data}
        report.extend(_unused(files, home, named))
    lessons = _in_order([document for document in read_lessons if document], "lesson", _called(head.node))
    used = _used([lesson.node for lesson in lessons])
    exercises = _in_order([document for document in read_exercises if document], "exercise", used)
    module = Module(
        **_fields(head.node),
        lessons=tuple(lesson.node for lesson in lessons),
        exercises=tuple(exercise.node for exercise in exercises),
        quiz=quiz.node if quiz else None,
        regions=tuple(region.node for region in regions),
    )
    return Source(module, _assembled(head, lessons, exercises, regions, quiz), home, files, assets, whole)


def _read_folder(
    model: type[N], folder: str, files: Files, home: PurePosixPath, report: Report
) -> list[Document[N] | None]:
    """All files of a folder, with ``None`` for each that does not hold."""
    try:
        names = files.names(folder)
    except OSError as error:
        report.add(
            finding("MK102", f"The folder {home / folder} cannot be read: {error.strerror}.", Span(home / folder))
        )
        return [None]
    documents: list[Document[N] | None] = []
    for name, is_folder in names:
        if name.endswith(".yaml"):
            documents.append(read_document(model, files, f"{folder}/{name}", home, report))
        else:
            report.add(_not_read(home / folder / name, is_folder))
    return documents


def _not_read(path: PurePosixPath, is_folder: bool) -> Diagnostic:
    if is_folder:
        return finding("MK111", f"The folder {path} is not read.", Span(path), "Move its files one level up.")
    hint = "Rename it so that it ends in .yaml, or move it elsewhere."
    return finding("MK111", f"The file {path} is not read.", Span(path), hint)


def _listed(files: Files, home: PurePosixPath, report: Report) -> tuple[str, ...] | None:
    """The files of assets/, or ``None`` where one of them cannot be read."""
    try:
        paths = files.files(ASSETS)
    except OSError as error:
        report.add(_unlistable(home / ASSETS, error))
        return None
    opened = [attempt(files.can_open, path, home, report) for path in paths]
    return paths if all(opened) else None


def _strays(files: Files, home: PurePosixPath) -> Iterator[Diagnostic]:
    """Folders whose names are almost those that are read."""
    for name, is_folder in files.names(""):
        guess = nearest(name, _FOLDERS)
        if is_folder and guess is not None and name not in _FOLDERS:
            path = home / name
            yield finding("MK111", f"The folder {path} is not read.", Span(path), f"Did you mean “{guess}”?")


def _unused(files: Files, home: PurePosixPath, used: set[str]) -> Iterator[Diagnostic]:
    """MK613: the files of data/ that no chart names."""
    for path in files.files(DATA):
        if path not in used:
            hint = "Name it as the `file` of a `chart`, or remove it."
            yield finding("MK613", f"No chart shows {path}.", Span(home / path), hint)


def _unlistable(folder: PurePosixPath, error: OSError) -> Diagnostic:
    return finding("MK102", f"The folder {folder} cannot be read: {error.strerror}.", Span(folder))


def _called(head: ModuleFile) -> Iterator[str]:
    """The lessons in the order of the programme."""
    return (session.lesson for day in head.programme for session in day.sessions if session.lesson)


def _used(lessons: Sequence[Lesson]) -> Iterator[str]:
    """The exercises in the order of their use."""
    return (step.exercise for lesson in lessons for step in lesson.steps if isinstance(step, ExerciseUse))


def _in_order(documents: Sequence[Document[N]], key: str, wanted: Iterator[str]) -> list[Document[N]]:
    """Documents in the order in which they are first called; the others stay behind in theirs."""
    rank: dict[str, int] = {}
    for name in wanted:
        rank.setdefault(name, len(rank))
    return sorted(documents, key=lambda document: rank.get(getattr(document.node, key), len(rank)))


def _fields(head: ModuleFile) -> dict[str, Any]:
    """The fields that were written, so that defaults stay defaults."""
    return {name: getattr(head, name) for name in head.model_fields_set}


def _assembled(
    head: Document[ModuleFile],
    lessons: Sequence[Document[Lesson]],
    exercises: Sequence[Document[Exercise]],
    regions: Sequence[Document[Region]],
    quiz: Document[Quiz] | None,
) -> Places:
    values: dict[Loc, Span] = dict(head.places.values)
    keys: dict[Loc, Span] = dict(head.places.keys)
    for prefix, places in (
        *((("lessons", number), lesson.places) for number, lesson in enumerate(lessons)),
        *((("exercises", number), exercise.places) for number, exercise in enumerate(exercises)),
        *((("regions", number), region.places) for number, region in enumerate(regions)),
        *(((("quiz",), quiz.places),) if quiz else ()),
    ):
        values.update({(*prefix, *loc): span for loc, span in places.values.items()})
        keys.update({(*prefix, *loc): span for loc, span in places.keys.items()})
    return Places(values, keys)
