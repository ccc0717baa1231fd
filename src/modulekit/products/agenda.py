"""The agenda: the programme of each day on a page of its own."""

from __future__ import annotations

from modulekit.document import Document, Text
from modulekit.products import front, occasion
from modulekit.products.context import Context
from modulekit.products.left_out import left_out_note
from modulekit.products.openings import page


def agenda(context: Context) -> Document:
    """Compose the agenda."""
    strings = context.strings
    label = strings("product-agenda")
    parts = []
    for day in context.days:
        title = strings("day-title", n=day.number, title=context.words(day.day.title))
        meta = (*context.line(context.module.title), Text(" · "), *occasion.day_facts(context, day))
        blocks = (front.agenda_table(context, day), *left_out_note(context, day.number))
        parts.append(page(f"day:{day.number}", title, blocks, meta=meta))
    return Document(context.meta(label, "agenda"), tuple(parts))
