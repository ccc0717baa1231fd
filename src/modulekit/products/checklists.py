"""What has to be done around the course: a page to tick for each moment, from the module and from what always holds."""

from __future__ import annotations

from collections.abc import Iterable

from modulekit.document import (
    Block,
    Box,
    BoxRole,
    Cell,
    Document,
    Inlines,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Table,
    TableRole,
    Text,
)
from modulekit.model import Moment, TrainerBrief
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.prints import Copied, Print, copies, paper
from modulekit.products.quantities import packing

_STANDARD = {
    Moment.TWO_WEEKS: ("todo-book-room", "todo-invite", "todo-trainers", "todo-needs"),
    Moment.ONE_WEEK: ("todo-list", "todo-read", "todo-buy"),
    Moment.DAY_BEFORE: ("todo-pack", "todo-equipment", "todo-seats", "todo-signs"),
    Moment.THE_DAY: ("todo-register", "todo-safety", "todo-minutes", "todo-daily"),
    Moment.AFTER: ("todo-evaluations", "todo-attendance", "todo-room-back", "todo-report", "todo-file"),
}
_OWN_ROWS = 3  # empty rows on each page, for what only this place needs


def checklists(context: Context, prints: Iterable[Print]) -> Document:
    """Compose the checklists, one page for each moment."""
    label = context.strings("product-checklists")
    printed = tuple(prints)
    return Document(context.meta(label, "checklists"), tuple(_page(context, moment, printed) for moment in Moment))


def _page(context: Context, moment: Moment, prints: tuple[Print, ...]) -> Part:
    strings, brief = context.strings, context.module.trainer or TrainerBrief()
    title = strings(f"moment-{moment.value}")
    own = (context.line(line.do) for line in brief.preparation if line.when is moment)
    items = [*own, *(_line(context, key) for key in _STANDARD[moment])]
    if moment is Moment.ONE_WEEK:
        items += _copies(context, prints)
    blocks: list[Block] = [_table(context, items)]
    if moment is Moment.DAY_BEFORE and brief.room:
        blocks.append(Box(BoxRole.NOTE, context.prose(brief.room), title=(Text(strings("guide-room")),)))
    return page(f"moment:{moment.value}", title, blocks, meta=context.line(context.module.title))


def _line(context: Context, key: str) -> Inlines:
    group = context.module.group
    people = str(group.most) if group.least == group.most else f"{group.least}–{group.most}"
    values = {"people": people, "things": len(packing(context))}
    return (Text(context.strings(key, **values)),)


def _copies(context: Context, prints: tuple[Print, ...]) -> list[Inlines]:
    """The paper to have ready, and a line for each document to print, with how many for the largest group."""
    copied = copies(context, prints)
    in_all = paper(copied).most
    lay_in = [(Text(context.strings("todo-paper", n=in_all, count=context.number(in_all))),)] if in_all else []
    return [*lay_in, *((Text(_copied(context, copy)),) for copy in copied)]


def _copied(context: Context, copy: Copied) -> str:
    count, sheets = context.number(copy.amount.most), context.number(copy.sheets.most)
    if not copy.pages:
        return context.strings("todo-print", count=count, document=copy.title)
    return context.strings("todo-print-sheets", n=copy.sheets.most, sheets=sheets, count=count, document=copy.title)


def _table(context: Context, items: list[Inlines]) -> Table:
    heads = columns(context.strings, ("to-do", 104), ("who", 36), ("done-on", 26))
    rows = [Row((Cell((Paragraph(item, ParagraphRole.CHECK),)), Cell(), Cell()), 6) for item in items]
    rows += [Row((Cell(), Cell(), Cell()), 6)] * _OWN_ROWS
    return Table(heads, tuple(rows), role=TableRole.FORM, row_headers=False)
