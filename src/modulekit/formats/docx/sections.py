"""Sections: what is wider than the page stands on pages across, with footers as wide as these.

Takes the elements of the body and the section that a page of the document has, gives the elements with the ends of
sections among them. Must not know why something needs a page across.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import Any

from modulekit.formats.docx import order
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.paragraphs import paragraph, set_property
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname, replace_child
from modulekit.formats.styles import landscape_area, sheet_of

_FOOTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_REFERENCE = qname("w:footerReference")
_RELATION = qname("r:id")


def in_sections(desk: Desk, elements: list[Element], last: Element, part: Any) -> list[Element]:
    """``elements`` with a section for each stretch across and each stretch upright.

    ``last`` is the section of the whole, in place and dressed; it becomes that of the last stretch. ``part`` is the
    main part of the package, whose footers are filled.
    """
    runs = [(across, list(run)) for across, run in groupby(elements, key=desk.is_across)]
    if not any(across for across, _ in runs):
        return elements
    upright, across = deepcopy(last), _lying(desk, last, part)
    title = upright.find(qname("w:titlePg"))
    if title is not None:
        last.remove(last.find(qname("w:titlePg")))
    found: list[Element] = []
    for number, (lies, run) in enumerate(runs):
        own = across if lies else upright
        if number == len(runs) - 1:
            if lies:
                last[:] = list(deepcopy(across))
        else:
            if run[-1].tag != qname("w:p"):
                run.append(paragraph(desk, "Box Gap"))
            section = deepcopy(own)
            if number and section.find(qname("w:titlePg")) is not None:
                section.remove(section.find(qname("w:titlePg")))
            set_property(run[-1], section)
        found += run
    return found


def _lying(desk: Desk, upright: Element, part: Any) -> Element:
    """The section of pages across: the other way round, with margins and footers of its own."""
    section = deepcopy(upright)
    title = section.find(qname("w:titlePg"))
    if title is not None:
        section.remove(title)
    theme = desk.press.theme
    sheet = sheet_of(theme, desk.look.style).landscape
    size, margins = section.find(qname("w:pgSz")), section.find(qname("w:pgMar"))
    size.set(qname("w:w"), str(twips(theme.number("page", "height"))))
    size.set(qname("w:h"), str(twips(theme.number("page", "width"))))
    size.set(qname("w:orient"), "landscape")
    for side, length in (("top", sheet.top), ("bottom", sheet.bottom), ("left", sheet.inner), ("right", sheet.outer)):
        margins.set(qname(f"w:{side}"), str(twips(length)))
    for number, reference in enumerate(section.iterfind(_REFERENCE), 1):
        reference.set(_RELATION, _wide_footer(desk, part, reference.get(_RELATION), number))
    return section


def _wide_footer(desk: Desk, part: Any, relation: str, number: int) -> str:
    """The relation of a copy of a footer whose words at the right end stand at the right end of a page across."""
    from docx.opc.packuri import PackURI
    from docx.parts.hdrftr import FooterPart

    original = part.related_parts[relation]
    element = deepcopy(original.element)
    width = landscape_area(desk.press.theme, desk.look.style)[0]
    stops = (
        el("w:tab", {"w:val": "clear", "w:pos": twips(desk.look.width)}),
        el("w:tab", {"w:val": "right", "w:pos": twips(width)}),
    )
    for words in element.iter(qname("w:p")):
        replace_child(words.find(qname("w:pPr")), el("w:tabs", None, list(deepcopy(stops))), "w:tabs", order.PARAGRAPH)
    name = PackURI(f"/word/footer-landscape-{number}.xml")
    return str(part.relate_to(FooterPart(name, original.content_type, element, original.package), _FOOTER))
