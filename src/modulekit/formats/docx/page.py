"""The page: size, margins, running footer. Takes the last section of the base and the design tokens."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from modulekit.document import Meta
from modulekit.formats.docx.look import Look
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.styles import sheet_of

_BEFORE_TITLE = frozenset(
    qname(f"w:{name}")
    for name in (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
        *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote"),
    )
)
"""What the schema wants before ``w:titlePg``."""


def dress_page(section: Element, look: Look, *, cover: bool) -> None:
    """Page size of the theme, margins of the product; a cover has no running footer."""
    size = section.find(qname("w:pgSz"))
    for side, name in (("w", "width"), ("h", "height")):
        size.set(qname(f"w:{side}"), str(twips(look.theme.number("page", name))))
    margins = section.find(qname("w:pgMar"))
    sheet = sheet_of(look.theme, look.style)
    for side, length in (("top", sheet.top), ("bottom", sheet.bottom), ("left", sheet.inner), ("right", sheet.outer)):
        margins.set(qname(f"w:{side}"), str(twips(length)))
    title = section.find(qname("w:titlePg"))
    if title is not None:
        section.remove(title)
    if cover:
        at = sum(1 for child in section if child.tag in _BEFORE_TITLE)
        section.insert(at, el("w:titlePg"))


def fill_margins(part: Any, meta: Meta, line: str = "") -> None:
    """Fill the content controls of headers and footers by their tags: ``title``, ``label``, ``organisation``,
    ``version``, ``date``. ``line``, about who paid, stands below the label."""
    values = {
        "title": meta.running_title,
        "label": meta.label,
        "organisation": meta.organisation,
        "version": meta.version,
        "date": meta.printed_date or meta.date,
    }
    for relation in part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/header", "/footer")):
            continue
        for control in list(relation.target_part.element.iter(qname("w:sdt"))):
            tag = control.find(f"{qname('w:sdtPr')}/{qname('w:tag')}")
            value = values.get(tag.get(qname("w:val"))) if tag is not None else None
            if value is not None:
                _fill(control, value)
            if line and value is not None and tag.get(qname("w:val")) == "label":
                _add_line(control, line)


def set_language(settings: Element, language: str, *, may_divide: bool) -> None:
    """The language of the whole file, and whether Word may divide words of it; a base says how, never for which."""
    for found in settings.iterfind(qname("w:themeFontLang")):
        found.set(qname("w:val"), language)
    if not may_divide:
        for found in list(settings.iterfind(qname("w:autoHyphenation"))):
            settings.remove(found)


def _add_line(control: Element, line: str) -> None:
    """A paragraph below that of ``control``, at the same side: in the control itself Word would replace the words by
    the property that it is bound to."""
    above = next(control.iterancestors(qname("w:p")))
    number = next((run for run in above.iterchildren(qname("w:r")) if run.find(qname("w:fldChar")) is not None), None)
    number_first = number is not None and above.index(number) < above.index(control)
    properties = above.find(qname("w:pPr"))
    tab = el("w:r", None, el("w:tab")) if number_first else None
    words = el("w:r", None, el("w:t", {"xml:space": "preserve"}, line))
    above.addnext(el("w:p", None, deepcopy(properties) if properties is not None else None, tab, words))


def _fill(control: Element, value: str) -> None:
    first, *others = control.iter(qname("w:t"))
    first.text = value
    for other in others:
        other.text = ""
