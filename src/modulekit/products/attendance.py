"""Lists to sign: who was there each morning and afternoon, and who received a certificate."""

from __future__ import annotations

from modulekit.document import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    ParagraphRole,
    Part,
    Row,
    Strong,
    Table,
    TableRole,
    Text,
)
from modulekit.model.delivery import Participant
from modulekit.model.timetable import TimedDay
from modulekit.products import occasion
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.tables import words_cell

_ROW = 6.4  # millimetres beside the padding of a cell: room for a signature, and some 23 people on a page


def attendance(context: Context) -> Document:
    """Compose the attendance lists, one for each day: participants, then trainers."""
    label = context.strings("product-attendance")
    return Document(context.meta(label, "observation"), tuple(_day(context, day) for day in context.days))


def register(context: Context) -> Document:
    """Compose the register of certificates: number, name, institution, date, and a signature on receipt."""
    strings = context.strings
    label = strings("product-register")
    series = occasion.delivery_of(context).certificates
    heads = columns(
        strings,
        ("register-number", 30.0),
        ("name", 50.0),
        ("institution", 46.0),
        ("date", 20.0),
        ("received", 32.0),
    )
    rows = [
        Row(
            (_number(series.number(index) if series else ""), _name(person), _institution(person), Cell(), Cell()), _ROW
        )
        for index, person in enumerate(occasion.rows(context))
    ]
    facts = " · ".join(words for words in (occasion.dates_and_place(context), occasion.host(context)) if words)
    meta = (*context.line(context.module.title), Text(f" · {facts}"))
    closing = Paragraph((Text(strings("register-closing")),), ParagraphRole.META)
    blocks = (Table(heads, tuple(rows), role=TableRole.FORM, row_headers=False), closing)
    return Document(context.meta(label, "observation"), (page("register", label, blocks, meta=meta),))


def _day(context: Context, day: TimedDay) -> Part:
    strings = context.strings
    title = strings("attendance-day", n=day.number)
    signatures = ("morning", "afternoon") if occasion.is_whole_day(day) else ("signature",)
    width = 58.0 / len(signatures)
    signed_in = tuple((key, width) for key in signatures)
    own = (("number", 9.0, Align.RIGHT), ("name", 50.0), ("institution-and-position", 61.0))
    empty = (Cell(),) * len(signatures)
    rows = tuple(
        Row((_number(str(n)), _name(person), _body(person), *empty), _ROW)
        for n, person in enumerate(occasion.rows(context), start=1)
    )
    heads = columns(strings, *own, *signed_in)
    blocks: list[Block] = [Table(heads, rows, role=TableRole.FORM, row_headers=False)]
    people = occasion.trainers(context)
    if people:
        heads = columns(strings, ("name", 59.0), ("role", 61.0), *signed_in)
        signed = tuple(Row((words_cell(name), words_cell(role), *empty), _ROW) for name, role in people)
        blocks.append(Heading(2, (Text(strings("trainers")),), id=f"trainers:{day.number}"))
        blocks.append(Table(heads, signed, role=TableRole.FORM, row_headers=False))
    meta = (*context.line(context.module.title), Text(" · "), *occasion.day_facts(context, day))
    return page(f"attendance:{day.number}", title, blocks, meta=meta)


def _number(words: str) -> Cell:
    return words_cell(words) if words else Cell()


def _name(person: Participant | None) -> Cell:
    return Cell((Paragraph((Strong((Text(person.name),)),)),)) if person else Cell()


def _institution(person: Participant | None) -> Cell:
    return words_cell(person.institution if person else "")


def _body(person: Participant | None) -> Cell:
    facts = (person.institution, person.position) if person else ()
    lines = tuple(Paragraph((Text(words),)) for words in facts if words)
    return Cell(lines)
