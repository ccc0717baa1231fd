"""Who paid and who is responsible, as a cover, a first slide or a certificate shows it.

Takes a context, gives nodes; nothing where the workspace says nothing.
"""

from __future__ import annotations

from modulekit.document import Asset, Block, Inlines, Paragraph, Sign, Signs, Text
from modulekit.model.visibility import Logo
from modulekit.products.context import Context, media_type


def signs(context: Context) -> tuple[Sign, ...]:
    """The emblem, then the logos."""
    shown = context.edition.visibility
    return tuple(_sign(logo) for logo in (shown.emblem, *shown.logos) if logo is not None)


def imprint(context: Context) -> tuple[Block, ...]:
    """The signs, and the statement and the disclaimer below or beside them."""
    found = signs(context)
    row: tuple[Block, ...] = (Signs(found),) if found else ()
    return (*row, *(Paragraph((Text(words),)) for words in context.edition.visibility.statement))


def statement(context: Context) -> Inlines:
    """Statement and disclaimer in one paragraph."""
    return (Text(" ".join(context.edition.visibility.statement)),) if context.edition.visibility.statement else ()


def _sign(logo: Logo) -> Sign:
    return Sign(Asset(logo.path, media_type(logo.path), logo.data), logo.alt, logo.width, logo.height)
