"""Certificates of participation, a page across for each participant, to be signed and stamped."""

from __future__ import annotations

from modulekit.document import (
    Block,
    Columns,
    ColumnsRole,
    Document,
    Opener,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    Signs,
    Strong,
    Text,
)
from modulekit.model.delivery import Participant
from modulekit.products import front, locale, occasion, visibility
from modulekit.products.context import Context

_BLANK = "\u00a0"


def certificates(context: Context) -> Document:
    """Compose the certificates in the order of the list; without a list, with an empty line for the name."""
    label = context.strings("product-certificates")
    people = occasion.rows(context)
    parts = tuple(_certificate(context, index, person) for index, person in enumerate(people))
    return Document(context.meta(label, "certificates"), parts)


def _certificate(context: Context, index: int, person: Participant | None) -> Part:
    strings = context.strings
    series = occasion.delivery_of(context).certificates
    title = strings("certificate")
    number = series.number(index) if series else "_" * 12
    who = ", ".join(words for words in (person.position, person.institution) if words) if person else ""
    signs = visibility.signs(context)
    blocks: list[Block] = [
        *((Signs(signs),) if signs else ()),
        Paragraph((Text(occasion.host(context)),), ParagraphRole.LABEL),
        Opener((Text(title),), f"certificate:{index + 1}", meta=(Text(strings("certificate-number", number=number)),)),
        Paragraph((Text(strings("certificate-that")),)),
        Paragraph((Text(person.name if person else _BLANK),), ParagraphRole.NAME),
        *((Paragraph((Text(who),), ParagraphRole.META),) if who else ()),
        Paragraph((Text(strings("certificate-took-part")),)),
        Paragraph((Strong(context.line(context.module.title)),), ParagraphRole.LEAD),
        Paragraph((Text(_facts(context)),)),
        _signatures(context),
        *(
            Paragraph((Text(words),), ParagraphRole.SOURCE)
            for words in (" ".join(context.edition.visibility.statement),)
            if words
        ),
    ]
    name = f"{title} {number}" if series else f"{title} {index + 1}"
    return Part(f"certificate:{index + 1}", name, PartKind.CERTIFICATE, tuple(blocks))


def _facts(context: Context) -> str:
    """``20–21 January 2015, Kyzylorda · 16 academic hours · taught in Russian``"""
    strings = context.strings
    shown = front.hours(context)
    language = strings("certificate-language", language=locale.language_name(strings.language))
    return " · ".join(words for words in (occasion.dates_and_place(context), shown, language) if words)


def _signatures(context: Context) -> Columns:
    """A line for each office that signs, and a place for the stamp between the first two."""
    series, strings = occasion.delivery_of(context).certificates, context.strings
    own = [office.text(strings.language) for office in series.signed_by] if series else []
    offices = own or [strings("signs-head"), strings("signs-trainer")]
    words = [offices[0], strings("stamp"), *offices[1:]]
    cells = tuple((Paragraph((Text(_BLANK),)), Paragraph((Text(office),), ParagraphRole.META)) for office in words)
    widths = tuple(0.6 if office == strings("stamp") else 1.0 for office in words)
    return Columns(cells, widths, ColumnsRole.SIGNATURES)
