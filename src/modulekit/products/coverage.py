"""The coverage: for each outcome the lessons, steps, exercises, slides, pages, test items and minutes that serve it."""

from __future__ import annotations

from collections.abc import Iterable

from modulekit.document import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    InlineRole,
    List,
    Paragraph,
    ParagraphRole,
    Row,
    Strong,
    Styled,
    Table,
    TableColumn,
    Text,
)
from modulekit.model import ExerciseUse
from modulekit.model.coverage import Covered
from modulekit.model.coverage import coverage as covered
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.tables import words_cell

_NOTHING = "—"
_TEXT_WIDTH = 166.0  # millimetres, to share out among the columns
_LESSON = 8.5  # of a column that holds minutes
_LEAST_OUTCOME = 60.0
_WHERE = (
    ("number", 10.0),
    ("covered-steps", 32.0),
    ("covered-exercises", 20.0),
    ("covered-slides", 30.0),
    ("handout-p", 24.0),
    ("covered-before", 25.0),
    ("covered-after", 25.0),
)


def coverage(context: Context) -> Document:
    """Compose the coverage of all outcomes."""
    strings = context.strings
    label = strings("product-coverage")
    found = covered(context.module)
    blocks = (
        Paragraph((Text(strings("coverage-lead")),)),
        Heading(2, (Text(strings("coverage-minutes")),), id="coverage:minutes"),
        Paragraph((Text(strings("coverage-bold")),), ParagraphRole.META),
        _minutes(context, found),
        Heading(2, (Text(strings("holes")),), id="coverage:holes"),
        *_holes(context, found),
    )
    glance = page("coverage", label, blocks, meta=context.line(context.module.title))
    names = (Text(strings("coverage-names")),)
    where = page("coverage:where", strings("coverage-where"), (_where(context, found),), meta=names)
    return Document(context.meta(label, "answers"), (glance, where))


def _minutes(context: Context, found: tuple[Covered, ...]) -> Table:
    """Outcome × lesson → minutes: a hole is seen at once."""
    lessons = _lessons(context, found)
    outcome = max(_TEXT_WIDTH - 8.0 - _LESSON * len(lessons) - 14.0, _LEAST_OUTCOME)
    heads = (
        *columns(context.strings, ("number", 8.0, Align.RIGHT), ("outcome", outcome)),
        *(TableColumn((Text(_lesson(context, id)),), _LESSON, Align.RIGHT) for id in lessons),
        *columns(context.strings, ("minutes-short", 14.0, Align.RIGHT)),
    )
    rows = tuple(_minutes_row(context, number, item, lessons) for number, item in enumerate(found, start=1))
    return Table(heads, rows, row_headers=False)


def _minutes_row(context: Context, number: int, item: Covered, lessons: tuple[str, ...]) -> Row:
    level = context.strings(f"bloom-{item.outcome.level.value}")
    text = (*context.line(item.outcome.text), Styled(InlineRole.MUTED, (Text(f" ·\u00a0{level}"),)))
    cells = tuple(_in_lesson(context, item, id) for id in lessons)
    return Row((words_cell(str(number)), Cell((Paragraph(text),)), *cells, words_cell(str(item.minutes))))


def _in_lesson(context: Context, item: Covered, id: str) -> Cell:
    """The minutes of one lesson that serve the outcome, bold where an exercise is among them."""
    steps = [context.lessons[id].steps[step - 1] for lesson, step in item.steps if lesson == id]
    if not steps:
        return Cell()
    minutes = Text(str(sum(context.minutes(step) for step in steps)))
    practised = any(isinstance(step, ExerciseUse) for step in steps)
    return Cell((Paragraph((Strong((minutes,)) if practised else minutes,)),))


def _lessons(context: Context, found: tuple[Covered, ...]) -> tuple[str, ...]:
    """The numbered lessons in the order of the programme, and the frames that serve an outcome."""
    serving = {lesson for item in found for lesson, _ in item.steps}
    called = dict.fromkeys(session.lesson.lesson for session in context.sessions if session.lesson)
    return tuple(id for id in called if id in serving or context.lesson_number(context.lessons[id]))


def _where(context: Context, found: tuple[Covered, ...]) -> Table:
    """Outcome → steps, exercises, slides, pages and test items."""
    heads = columns(context.strings, *_WHERE)
    return Table(heads, tuple(_where_row(context, number, item) for number, item in enumerate(found, start=1)))


def _where_row(context: Context, number: int, item: Covered) -> Row:
    numbering, pages = context.edition.numbering, context.layouts.pages.get("handout", {})
    targets = (*(f"lesson:{id}" for id in item.lessons), *(f"exercise:{id}" for id in item.exercises))
    steps: dict[str, list[int]] = {}
    for lesson, step in item.steps:
        steps.setdefault(lesson, []).append(step)
    cells = (
        str(number),
        "; ".join(f"{_lesson(context, id)}: {_ranges(numbers)}" for id, numbers in steps.items()) or _NOTHING,
        _listed(str(numbering.exercises[id]) for id in item.exercises),
        _ranges([numbering.slides[id] for id in item.slides if id in numbering.slides]),
        _ranges(sorted({pages[target] for target in targets if target in pages})),
        _listed(item.before),
        _listed(item.after),
    )
    return Row(tuple(words_cell(words) for words in cells))


def _holes(context: Context, found: tuple[Covered, ...]) -> tuple[Block, ...]:
    lines = tuple(
        (Paragraph((Text(f"{context.strings(f'never-{hole}')}: "), *context.line(item.outcome.text))),)
        for item in found
        for hole in item.holes
    )
    return (List(lines),) if lines else (Paragraph((Text(context.strings("no-holes")),)),)


def _lesson(context: Context, id: str) -> str:
    """The lesson's number, or the title of a frame."""
    lesson = context.lessons[id]
    return context.lesson_number(lesson) or context.words(lesson.title)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or _NOTHING


def _ranges(numbers: list[int]) -> str:
    """``3–6, 9``"""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return _listed(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
