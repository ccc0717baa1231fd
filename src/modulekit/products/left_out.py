"""What was left out of a course because there is too little time: a page for the trainer, a line for everybody."""

from __future__ import annotations

from modulekit.document import (
    Align,
    Block,
    Cell,
    Inlines,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Row,
    Table,
    Text,
)
from modulekit.products.context import Context
from modulekit.products.openings import columns, page
from modulekit.products.tables import words_cell


def left_out(context: Context) -> Part | None:
    """The steps that are left out, with their minutes and the reason; ``None`` where nothing is."""
    strings, cuts = context.strings, context.edition.schedule.cuts
    if not cuts:
        return None
    heads = columns(
        strings,
        ("day", 14.0),
        ("session", 58.0),
        ("step", 58.0),
        ("minutes-short", 12.0, Align.RIGHT),
        ("priority", 28.0),
    )
    rows = tuple(
        Row(
            (
                words_cell(str(cut.day)),
                Cell((Paragraph(context.line(cut.lesson_title)),)),
                Cell((Paragraph(context.line(cut.title)),)),
                words_cell(str(cut.minutes)),
                words_cell(strings(f"priority-{cut.priority.value}")),
            )
        )
        for cut in cuts
    )
    minutes = sum(cut.minutes for cut in cuts)
    lead = Paragraph((Text(strings("left-out-lead", minutes=strings("minutes-n", n=minutes))),))
    return page("left-out", strings("left-out"), (lead, Table(heads, rows)), kind=PartKind.ANNEX)


def left_out_note(context: Context, day: int) -> tuple[Block, ...]:
    """``Left out for lack of time: The story of the well (10 min)``, or nothing."""
    strings = context.strings
    words: list[Inlines] = []
    for cut in context.edition.schedule.cuts:
        if cut.day == day:
            minutes = Text(f" ({strings('minutes-short-n', n=cut.minutes)})")
            words.append((*((Text("; "),) if words else ()), *context.line(cut.title), minutes))
    if not words:
        return ()
    said = (Text(f"{strings('left-out-today')} "), *(inline for inlines in words for inline in inlines))
    return (Paragraph(said, ParagraphRole.META),)
