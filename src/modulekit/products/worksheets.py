"""The worksheets: every form of the course on a sheet of its own, with a line for the name. To print, or to fill in.

A sheet holds what its form needs (figures, tables, the words that say what to do), but no cases with the tables, charts
and texts that belong to them, which stand in the handout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from modulekit.document import (
    Block,
    Columns,
    Document,
    Heading,
    Inlines,
    Lines,
    Opener,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Text,
    plain,
)
from modulekit.model import Case, Entry, Exercise, Lesson, Markdown, TwoFaced
from modulekit.model import Lines as LinesModel
from modulekit.model.results.checklist import Checklist
from modulekit.products.blocks import entries
from modulekit.products.context import Context
from modulekit.products.exercise import short_title
from modulekit.products.fields import Sheet
from modulekit.products.handout import used_exercises

Entries = tuple[Entry, ...]


def worksheets(context: Context) -> Document:
    """Compose the worksheets, one part for each sheet: those of the exercises, then those of the lessons' handouts."""
    parts = [part for exercise in used_exercises(context) for part in _of_exercise(context, exercise)]
    for session in context.sessions:
        if session.lesson is not None:
            parts += _of_lesson(context, session.lesson)
    return Document(context.meta(context.strings("product-worksheets"), "worksheets"), tuple(parts))


def _of_exercise(context: Context, exercise: Exercise) -> Iterator[Part]:
    number = str(context.edition.numbering.exercises[exercise.exercise])
    about = (Text(short_title(context, exercise)),)
    name = f"worksheets:{exercise.exercise}"
    yield from _sheets(context, name, exercise.title, number, about, exercise.worksheet, f"exercise-{number}")


def _of_lesson(context: Context, lesson: Lesson) -> Iterator[Part]:
    items = tuple(entry for step in lesson.steps for entry in step.handout if _is_form(entry))
    called = context.words(lesson.title)
    if context.is_numbered(lesson):
        called = context.strings("lesson-n", number=context.lesson_number(lesson))
    yield from _sheets(
        context, f"worksheets:{lesson.lesson}", lesson.title, "", (Text(called),), items, f"lesson-{lesson.lesson}"
    )


def _sheets(
    context: Context, name: str, title: str, number: str, about: Inlines, items: Entries, fields: str
) -> Iterator[Part]:
    """The parts of ``items``; the names of their fields begin with ``fields``."""
    sheets = [*_split(items)]
    for at, sheet in enumerate(sheets, start=1):
        called, id = fields, name
        words = about
        if len(sheets) > 1:
            words = (*about, Text(f" · {context.strings('sheet-of', number=at, count=len(sheets))}"))
            called = f"{fields}/sheet-{at}"
        if at > 1:
            id = f"{name}/{at}"
        blocks: tuple[Block, ...] = (_name_line(context), *_raised(entries(context, sheet)))
        fillable = Sheet(context, called, plain(words)).fillable(blocks)
        opening = Opener(context.line(title), id, number, words)
        yield Part(id, context.words(title), PartKind.CHAPTER, (opening, *fillable))


def _split(items: Entries) -> Iterator[Entries]:
    """The entries of each sheet: all up to a form, the form, and the lines to write on below it."""
    if not any(_is_form(item) or isinstance(item.block, LinesModel | Checklist) for item in items):
        return  # nothing to fill in
    sheet: list[Entry] = []
    left = sum(map(_is_form, items))
    of_a_case = False  # what follows a case belongs to it, up to a heading or the next form
    for item in items:
        if isinstance(item.block, Case):
            of_a_case = True
        elif _is_form(item) or isinstance(item.block, LinesModel | Checklist) or _has_heading(item):
            of_a_case = False
        if of_a_case:
            continue
        if left and any(map(_is_form, sheet)) and not isinstance(item.block, LinesModel):
            yield tuple(sheet)
            sheet = []
        sheet.append(item)
        left -= _is_form(item)
    yield tuple(sheet)


def _raised(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The headings of a worksheet, which stand deeper in the handout, right below the sheet's title."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    up = min(levels, default=2) - 2
    return tuple(replace(block, level=block.level - up) if isinstance(block, Heading) else block for block in blocks)


def _has_heading(item: Entry) -> bool:
    return isinstance(item.block, Markdown) and item.block.text.startswith("#")


def _is_form(item: Entry) -> bool:
    return isinstance(item.block, TwoFaced) and bool(item.block.blank)


def _name_line(context: Context) -> Columns:
    """Who filled it in, and when."""
    cells = tuple(
        (Paragraph((Text(context.strings(key)),), ParagraphRole.LABEL), Lines(1)) for key in ("name-or-group", "date")
    )
    return Columns(cells, (3.0, 1.0))
