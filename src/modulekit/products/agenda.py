"""The agenda: the programme of each day on a page of its own."""

from __future__ import annotations

from modulekit.document import Document, Opener, Part, PartKind, Text
from modulekit.model.timetable import clock_of
from modulekit.products import front
from modulekit.products.context import Context


def agenda(context: Context) -> Document:
    """Compose the agenda."""
    strings = context.strings
    label = strings("product-agenda")
    parts = []
    for day in context.days:
        title = strings("day-title", n=day.number, title=context.words(day.day.title))
        span = f"{clock_of(day.sessions[0].start)}–{clock_of(day.sessions[-1].end)}"
        meta = (*context.line(context.module.title), Text(f" · {span}"))
        opening = Opener((Text(title),), f"day:{day.number}", meta=meta)
        parts.append(Part(opening.id, title, PartKind.CHAPTER, (opening, front.agenda_table(context, day))))
    return Document(context.meta(label, "agenda"), tuple(parts))
