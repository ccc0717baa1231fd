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
    Opener,
    Paragraph,
    Part,
    PartKind,
    Row,
    Styled,
    Table,
    TableColumn,
    Text,
)
from modulekit.model.coverage import Covered
from modulekit.model.coverage import coverage as covered
from modulekit.products.context import Context

_NOTHING = "—"
_COLUMNS = (
    ("outcome", 44.0, Align.LEFT),
    ("covered-lessons", 16.0, Align.LEFT),
    ("covered-steps", 20.0, Align.LEFT),
    ("covered-exercises", 16.0, Align.LEFT),
    ("covered-slides", 20.0, Align.LEFT),
    ("handout-p", 18.0, Align.LEFT),
    ("covered-before", 16.0, Align.LEFT),
    ("covered-after", 16.0, Align.LEFT),
    ("minutes-short", 10.0, Align.RIGHT),
)


def coverage(context: Context) -> Document:
    """Compose the coverage of all outcomes."""
    strings = context.strings
    label = strings("product-coverage")
    found = covered(context.module)
    columns = tuple(TableColumn((Text(strings(key)),), width, align) for key, width, align in _COLUMNS)
    rows = tuple(_row(context, number, item) for number, item in enumerate(found, start=1))
    opening = Opener((Text(label),), "coverage", meta=context.line(context.module.title))
    blocks: list[Block] = [opening, Paragraph((Text(strings("coverage-lead")),)), Table(columns, rows)]
    blocks += [Heading(2, (Text(strings("holes")),), id="coverage:holes"), *_holes(context, found)]
    part = Part(opening.id, label, PartKind.CHAPTER, tuple(blocks))
    return Document(context.meta(label, "answers"), (part,))


def _row(context: Context, number: int, item: Covered) -> Row:
    numbering, pages = context.edition.numbering, context.layouts.pages.get("handout", {})
    targets = (*(f"lesson:{id}" for id in item.lessons), *(f"exercise:{id}" for id in item.exercises))
    steps: dict[str, list[int]] = {}
    for lesson, step in item.steps:
        steps.setdefault(lesson, []).append(step)
    level = context.strings(f"bloom-{item.outcome.level.value}")
    text = (Text(f"{number}\u2002"), *context.line(item.outcome.text), Styled(InlineRole.MUTED, (Text(f" · {level}"),)))
    cells = (
        _listed(_lesson(context, id) for id in item.lessons),
        "; ".join(f"{_lesson(context, id)}: {_ranges(numbers)}" for id, numbers in steps.items()) or _NOTHING,
        _listed(str(numbering.exercises[id]) for id in item.exercises),
        _ranges([numbering.slides[id] for id in item.slides if id in numbering.slides]),
        _ranges(sorted({pages[target] for target in targets if target in pages})),
        _listed(item.before),
        _listed(item.after),
        str(item.minutes),
    )
    return Row((Cell((Paragraph(text),)), *(Cell((Paragraph((Text(words),)),)) for words in cells)))


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
