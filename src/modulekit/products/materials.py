"""What has to be in the room: for one lesson, for the whole course as a list to pack by, and what to print.

Takes a Context and the table of what is printed, gives the product ``materials`` and the guide's lists.
"""

from __future__ import annotations

from collections.abc import Iterable

from modulekit.document import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    Inlines,
    Paragraph,
    ParagraphRole,
    Row,
    Table,
    TableColumn,
    Text,
)
from modulekit.model import Lesson
from modulekit.products import occasion
from modulekit.products.context import Context
from modulekit.products.exercise import material
from modulekit.products.openings import columns, page
from modulekit.products.prints import Copied, Print, copies, paper
from modulekit.products.quantities import Amount, needs, packing, table_size
from modulekit.products.tables import words_cell

_PACK = 500  # sheets, as paper is sold


def materials(context: Context, prints: Iterable[Print]) -> Document:
    """Compose the list of materials: what to pack, what to print, and what each lesson needs."""
    strings = context.strings
    label = strings("product-materials")
    words = occasion.group_words(context)
    tables = strings("groups-of-n", n=table_size(context))
    lead = Paragraph((Text(_lead(context)),))
    blocks = (lead, *_prints(context, prints), *of_course(context))
    parts = [page("materials", label, blocks, meta=(Text(f"{words} · {tables}"),))]
    if by_lesson := _by_lesson(context):
        parts.append(page("by-lesson", strings("materials-by-lesson"), by_lesson))
    return Document(context.meta(label, "materials"), tuple(parts))


def _lead(context: Context) -> str:
    """How the numbers were made."""
    strings, group = context.strings, context.module.group
    if group.least != group.most:
        return strings("materials-lead")
    return f"{strings('materials-lead-exact', n=group.most, trainers=context.module.trainers)} {strings('used-up')}"


def of_lesson(context: Context, lesson: Lesson) -> tuple[str, ...]:
    """The materials of a lesson and of its exercises, each once, in Markdown."""
    return tuple(material(context, need.material) for need in needs(context, lesson))


def of_course(context: Context) -> tuple[Block, ...]:
    """Everything to pack, same things joined, each with how many and the lessons that need it."""
    packed = packing(context)
    if not packed:
        return ()
    strings = context.strings
    heads = (*columns(strings, ("item", 84)), *_amount_columns(context), *columns(strings, ("needed-in", 52)))
    rows = tuple(
        Row((_check(context.line(thing.item)), *_amounts(context, thing.amount), _where(context, thing.lessons)))
        for thing in packed
    )
    heading = Heading(2, (Text(strings("guide-materials")),), id="ready:materials")
    return (heading, Table(heads, rows, row_headers=False))


def _prints(context: Context, prints: Iterable[Print]) -> tuple[Block, ...]:
    strings, copied = context.strings, copies(context, prints)
    if not copied:
        return ()
    in_all = paper(copied)
    heads = (
        *columns(strings, ("document", 62 if in_all.most else 84)),
        *_amount_columns(context),
        *(_paper_columns(context) if in_all.most else ()),
        *columns(strings, ("how-many", 42 if in_all.most else 52)),
    )
    rows = tuple(
        Row(
            (
                _check((Text(copy.title),)),
                *_amounts(context, copy.amount),
                *(words_cell(context.number(number)) for number in (copy.pages, copy.sheets.most) if in_all.most),
                words_cell(copy.rule),
            )
        )
        for copy in copied
    )
    heading = Heading(2, (Text(strings("to-print")),), id="to-print")
    return (heading, Table(heads, rows, row_headers=False), *_paper(context, copied))


def _paper_columns(context: Context) -> tuple[TableColumn, ...]:
    """The pages of one copy, and the sheets of all copies for the most participants."""
    titles = (context.strings("pages-each"), context.strings("sheets-for-n", n=context.module.group.most))
    return tuple(TableColumn((Text(title),), width, Align.RIGHT) for title, width in zip(titles, (16, 22), strict=True))


def _paper(context: Context, copied: tuple[Copied, ...]) -> tuple[Block, ...]:
    """What the sheets add up to, and how they are counted."""
    sheets = paper(copied)
    if not sheets.most:
        return ()
    packs = -(-sheets.most // _PACK)
    values = {"count": context.number(sheets.most), "packs": context.number(packs), "pack": context.number(_PACK)}
    said = [context.strings("paper-in-all", n=sheets.most, **values)]
    if one_sided := [copy.title for copy in copied if copy.one_sided]:
        said.append(context.strings("paper-one-side", documents=context.listed(one_sided)))
    return (Paragraph((Text(" ".join(said)),)),)


def _by_lesson(context: Context) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for session in context.sessions:
        lesson = session.lesson
        if lesson is None or not (needed := needs(context, lesson)):
            continue
        number = context.lesson_number(lesson)
        aside = (Text(context.strings("day-n", n=session.day)),)
        blocks.append(Heading(2, context.line(lesson.title), f"lesson:{lesson.lesson}", number, aside))
        heads = (*columns(context.strings, ("item", 136)), *_amount_columns(context))
        rows = tuple(
            Row((_check(context.line(material(context, need.material))), *_amounts(context, need.amount)))
            for need in needed
        )
        blocks.append(Table(heads, rows, row_headers=False))
    return tuple(blocks)


def _amount_columns(context: Context) -> tuple[TableColumn, ...]:
    """A column for the least and one for the most participants; one where these are the same."""
    group = context.module.group
    sizes = sorted({group.least, group.most})
    return tuple(TableColumn((Text(context.strings("for-n", n=size)),), 19, Align.RIGHT) for size in sizes)


def _amounts(context: Context, amount: Amount) -> tuple[Cell, ...]:
    group = context.module.group
    shown = (amount.least, amount.most) if group.least != group.most else (amount.most,)
    return tuple(words_cell(context.number(number)) for number in shown)


def _where(context: Context, lessons: tuple[str, ...]) -> Cell:
    """``Lesson 1, Lesson 3``"""
    words: list[Inlines] = []
    for id in lessons:
        words.append((*((Text(", "),) if words else ()), *context.refer("lesson", id)))
    return Cell((Paragraph(tuple(inline for inlines in words for inline in inlines)),))


def _check(words: Inlines) -> Cell:
    return Cell((Paragraph(words, ParagraphRole.CHECK),))
