"""Name badges to cut out, eight on a page: name, institution and role, or room to write them."""

from __future__ import annotations

from modulekit.document import (
    Block,
    Columns,
    ColumnsRole,
    Document,
    Paragraph,
    ParagraphRole,
    Part,
    Text,
)
from modulekit.products import occasion
from modulekit.products.context import Context
from modulekit.products.openings import page

_ACROSS, _DOWN = 2, 4
_BLANK = "\u00a0"


def badges(context: Context) -> Document:
    """Compose the badges of participants, then of trainers."""
    strings = context.strings
    label = strings("product-badges")
    people = [
        (person.name, person.position, person.institution) if person else ("", "", "")
        for person in occasion.rows(context)
    ]
    people += [(name, role, "") for name, role in occasion.trainers(context)]
    cells = [_badge(context, *person) for person in people]
    size = _ACROSS * _DOWN
    sheets = [cells[at : at + size] for at in range(0, len(cells), size)]
    parts = tuple(_sheet(context, sheet, number, len(sheets)) for number, sheet in enumerate(sheets, start=1))
    return Document(context.meta(label, "badges"), parts)


def _sheet(context: Context, cells: list[tuple[Block, ...]], number: int, of: int) -> Part:
    title = context.strings("badges-sheet", number=number, of=of)
    rows = [cells[at : at + _ACROSS] for at in range(0, len(cells), _ACROSS)]
    blocks = tuple(
        Columns((*row, *(((),) * (_ACROSS - len(row)))), (1.0,) * _ACROSS, ColumnsRole.BADGES) for row in rows
    )
    return page(f"badges:{number}", title, blocks, meta=(Text(context.strings("badges-lead")),))


def _badge(context: Context, name: str, role: str, institution: str) -> tuple[Block, ...]:
    facts = " · ".join(words for words in (role, institution) if words)
    return (
        Paragraph((Text(occasion.host(context)),), ParagraphRole.LABEL),
        Paragraph((Text(name or _BLANK),), ParagraphRole.NAME),
        Paragraph((Text(facts or _BLANK),), ParagraphRole.BODY),
        Paragraph((Text(f"{context.words(context.module.title)} · {occasion.dates(context)}"),), ParagraphRole.META),
    )
