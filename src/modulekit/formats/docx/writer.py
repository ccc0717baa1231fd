"""Document → DOCX. Opens the base file, dresses its styles in the theme, writes the parts, fixes what would vary.

Takes a Document, a Press and, where a layout of the same document is known, the pages on which its nodes begin. Gives a
:class:`Printed`. Must not know courses; what it cannot express is a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, pairwise
from typing import Any

import docx
from docx.opc.spec import default_content_types

from modulekit.archive import pack_ooxml
from modulekit.document import Document, Part, PartKind
from modulekit.formats.docx import columns, order
from modulekit.formats.docx.blocks import Blocks
from modulekit.formats.docx.certificate import dress_certificate, frame_pages
from modulekit.formats.docx.desk import Desk, first_paragraph
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.numbering import Numbering
from modulekit.formats.docx.page import dress_page, fill_margins, set_language
from modulekit.formats.docx.paragraphs import indent, set_property
from modulekit.formats.docx.place import Place
from modulekit.formats.docx.sections import in_sections
from modulekit.formats.docx.styles import dress
from modulekit.formats.ooxml.languages import office_language
from modulekit.formats.ooxml.properties import app_properties, core_properties
from modulekit.formats.ooxml.saving import entries_of
from modulekit.formats.ooxml.theme_part import dress_theme
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname, replace_child
from modulekit.formats.press import Press, Printed
from modulekit.formats.styles import landscape_area, text_width
from modulekit.formats.targets import node_ids, targets

BASE = "docx/base.docx"
"""The base file among the templates; a centre may replace it."""
_BREAKS = ("heading 1", "TOC Heading")  # styles that begin a page of themselves


def write(document: Document, press: Press, pages: Mapping[str, int] | None = None) -> Printed:
    """The DOCX of ``document``. ``pages`` gives, by id, the page numbers that the contents show until Word counts."""
    package: Any = docx.Document(str(press.templates / BASE))
    theme = press.theme
    width = text_width(theme, document.meta.style)
    look = Look(theme, document.meta.style, width)
    language = office_language(document.meta.language)

    styles = package.styles.element
    ids = dress(styles, look, language)
    prompt = columns.prompt_indent(document)
    _set_prompt(styles, ids, prompt)
    numbering = Numbering(package.part.numbering_part.element, styles, ids)
    desk = Desk(package.part, press, look, ids, numbering, language, targets(document))

    body = package.element.body
    section = body.sectPr
    blocks = Blocks(desk, pages or {}, prompt)
    parts = [_part(blocks, part, Place(width), first=number == 0) for number, part in enumerate(document.parts)]
    _close_parts(parts, desk)
    dress_page(section, look, cover=_has_cover(document))
    fill_margins(package.part, document.meta, document.line)
    set_language(package.settings.element, language, may_divide=theme.hyphenates(document.meta.language))
    for element in in_sections(desk, list(chain.from_iterable(parts)), section, package.part):
        section.addprevious(element)
    if all(part.kind is PartKind.CERTIFICATE for part in document.parts):
        frame_pages(section, look)
    desk.forget_unused(body)

    whole = package.part.package
    entries = entries_of(whole, whole.rels, default_content_types)
    entries["docProps/core.xml"] = core_properties(document.meta)
    entries["docProps/app.xml"] = app_properties(document.meta)
    for name in entries:
        if name.startswith("word/theme/"):
            entries[name] = dress_theme(entries[name], theme, document.meta.style, headings="sans", text="serif")
    return Printed(pack_ooxml(entries), findings=tuple(desk.findings))


def _part(blocks: Blocks, part: Part, place: Place, *, first: bool) -> list[Element]:
    desk = blocks.desk
    if part.kind is PartKind.CERTIFICATE:
        return _certificate(blocks, part, first=first)
    elements = blocks(part.blocks, place)
    if part.kind is PartKind.CONTENTS:
        _retitle(elements, desk)
    _begin_page(elements, desk, first=first)
    if part.id not in node_ids(part.blocks):
        desk.mark(part.id, elements)
    return elements


def _certificate(blocks: Blocks, part: Part, *, first: bool) -> list[Element]:
    """A page across whose lines all stand in the middle."""
    desk = blocks.desk
    elements = blocks(part.blocks, Place(landscape_area(desk.press.theme, desk.look.style)[0]))
    _begin_page(elements, desk, first=first)
    dress_certificate(elements, desk)
    desk.lay_across(elements)
    return elements


def _close_parts(parts: list[list[Element]], desk: Desk) -> None:
    """Take away the white below a table at the end of a part: on a full page it would make an empty one."""
    gap = desk.style("Table Gap")
    for part, following in pairwise(parts):
        if (
            len(part) > 1
            and part[-1].tag == qname("w:p")
            and _style_of(part[-1]) == gap
            and part[-2].tag == qname("w:tbl")
            and following
            and following[0].tag == qname("w:p")
        ):
            part.pop()


def _has_cover(document: Document) -> bool:
    return bool(document.parts) and document.parts[0].kind is PartKind.COVER


def _begin_page(elements: list[Element], desk: Desk, *, first: bool) -> None:
    """Let the first paragraph begin a page, and no level-1 heading after it."""
    breaking = {desk.style(name) for name in _BREAKS}
    head = first_paragraph(elements)
    if head is None:
        return
    if first:
        if _style_of(head) in breaking:
            set_property(head, el("w:pageBreakBefore", {"w:val": 0}))
    elif _style_of(head) not in breaking:
        set_property(head, el("w:pageBreakBefore"))
    for element in elements:
        if element is not head and element.tag == qname("w:p") and _style_of(element) in breaking:
            set_property(element, el("w:pageBreakBefore", {"w:val": 0}))


def _retitle(elements: list[Element], desk: Desk) -> None:
    """The title of the contents is no heading, or the contents would list themselves."""
    for element in elements:
        if element.tag == qname("w:p") and _style_of(element) == desk.style("heading 1"):
            set_property(element, el("w:pStyle", {"w:val": desk.style("TOC Heading")}))


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{qname('w:pPr')}/{qname('w:pStyle')}")
    return "" if style is None else str(style.get(qname("w:val")))


def _set_prompt(styles: Element, ids: Mapping[str, str], prompt: float) -> None:
    """Labels such as ASK are as long as their language makes them: the indent beside them is in the styles."""
    for style in styles.iterfind(qname("w:style")):
        hanging = {ids["Prompt"]: prompt, ids["Prompt Continued"]: 0.0}.get(style.get(qname("w:styleId")))
        if hanging is None:
            continue
        properties = style.find(qname("w:pPr"))
        replace_child(properties, indent(prompt, hanging), "w:ind", order.PARAGRAPH)
        if hanging:
            stop = el("w:tabs", None, el("w:tab", {"w:val": "left", "w:pos": twips(prompt)}))
            replace_child(properties, stop, "w:tabs", order.PARAGRAPH)
