"""Single paragraphs: how a ``w:p`` is put together, and the headings, openers and paragraphs of a document."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from modulekit.document import Heading, Opener, Paragraph, ParagraphRole
from modulekit.formats.docx import order
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import Ink, run, runs, tab
from modulekit.formats.docx.numbering import BOX, SYMBOLS, Counter, number_properties
from modulekit.formats.docx.place import Place, Voice
from modulekit.formats.docx.sheet import PARAGRAPHS
from modulekit.formats.docx.spelling import borders
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Child, Element, el, in_order, qname, replace_child

HEADING_INDENT = 13.0
"""Where the words of a level-1 heading stand when a short number comes before them, in millimetres."""
_SHORT = 4
_KEPT = 256  # styles
_STYLES = {sheet.name: sheet for sheet in PARAGRAPHS}
_EN_SPACE = "\u2002"


def paragraph(desk: Desk, style: str, *children: Child, properties: tuple[Element | None, ...] = ()) -> Element:
    """A paragraph with ``style``; ``properties`` are direct ones, in any order."""
    if any(child is not None for child in properties):
        whole = in_order("w:pPr", order.PARAGRAPH, [el("w:pStyle", {"w:val": desk.style(style)}), *properties])
    else:
        whole = _usual(desk.style(style)).__copy__()
    return el("w:p", None, whole, *children)


@lru_cache(_KEPT)
def _usual(style: str) -> Element:
    """The properties of paragraphs that are as their style says, to be copied."""
    return el("w:pPr", None, el("w:pStyle", {"w:val": style}))


def indent(left: float, hanging: float = 0.0) -> Element:
    """A direct indent in millimetres."""
    attributes: dict[str, str | int] = {"w:left": twips(left)}
    attributes["w:hanging" if hanging else "w:firstLine"] = twips(hanging)
    return el("w:ind", attributes)


def numbered(counter: Counter) -> Element:
    """The list that a paragraph belongs to."""
    return number_properties(counter)


def space_after(element: Element, millimetres: float) -> None:
    """Give the paragraph ``element`` so much white below it; the rest of its spacing stays as its style says."""
    spacing = element.find(f"{qname('w:pPr')}/{qname('w:spacing')}")
    if spacing is None:
        set_property(element, el("w:spacing", {"w:after": twips(millimetres)}))
    else:
        spacing.set(qname("w:after"), str(twips(millimetres)))


def keep_with_next(element: Element) -> None:
    """Keep every paragraph of ``element`` on the page of what follows it."""
    for part in element.iter(qname("w:p")):
        set_property(part, el("w:keepNext"))


def set_property(element: Element, child: Element) -> None:
    """Give the paragraph ``element`` the direct property ``child``."""
    properties = element.find(qname("w:pPr"))
    if properties is None:
        properties = el("w:pPr")
        element.insert(0, properties)
    replace_child(properties, child, "w:" + child.tag.rpartition("}")[2], order.PARAGRAPH)


def heading(desk: Desk, block: Heading, place: Place) -> list[Element]:
    """A heading with its number, and its aside on the same line. Beside something else it is small, and still a
    heading of its level in the outline."""
    style = f"heading {block.level}"
    children: list[Element] = []
    properties: tuple[Element | None, ...] = ()
    if place.beside:
        style, properties = "Step Heading", (el("w:outlineLvl", {"w:val": block.level - 1}),)
    if block.number:
        children.append(run(desk, block.number, Ink("Number")))
        if block.level == 1 and len(block.number) <= _SHORT and not place.beside:
            children.append(tab(desk))
            properties = _number_indent()
        else:
            children.append(run(desk, _EN_SPACE))
    children.extend(runs(desk, block.children))
    if block.aside:
        children.append(run(desk, _EN_SPACE))
        children.extend(runs(desk, block.aside, Ink("Muted", bold=False)))
    return desk.mark(block.id, [paragraph(desk, style, children, properties=properties)])


def opener(desk: Desk, block: Opener, place: Place) -> list[Element]:
    """A level-1 heading and, under it, the facts with a rule below; without facts the heading carries the rule."""
    elements = heading(desk, Heading(1, block.title, block.id, block.number), place)
    if block.meta:
        return [*elements, paragraph(desk, "Opener Facts", runs(desk, block.meta))]
    rule = borders("w:pBdr", _STYLES["Opener Facts"].edges, desk.look)
    for element in elements:
        set_property(element, rule)
        set_property(element, el("w:spacing", {"w:after": twips(_STYLES["Opener Facts"].after or 0)}))
    return elements


def _number_indent() -> tuple[Element, Element]:
    stop = el("w:tabs", None, el("w:tab", {"w:val": "left", "w:pos": twips(HEADING_INDENT)}))
    return stop, indent(HEADING_INDENT, HEADING_INDENT)


def text(desk: Desk, block: Paragraph, place: Place) -> list[Element]:
    """A paragraph of running text, or of what its role says."""
    style = paragraph_style(block.role, place)
    children: list[Element] = runs(desk, block.children)
    if block.role is ParagraphRole.CHECK:
        children = [el("w:r", None, _box_properties(), el("w:t", None, BOX)), tab(desk), *children]
    direct = _direct_indent(block.role, place)
    return [paragraph(desk, style, children, properties=(direct,))]


def paragraph_style(role: ParagraphRole, place: Place) -> str:
    """The style of a paragraph with ``role`` at ``place``."""
    match role:
        case ParagraphRole.BODY:
            return place.text
        case ParagraphRole.LEAD:
            return "Lead" if place.voice is Voice.BODY else place.text
        case ParagraphRole.META:
            return "Meta"
        case ParagraphRole.SOURCE:
            return "Source"
        case ParagraphRole.CLOCK:
            return "Clock"
        case ParagraphRole.LABEL:
            return "Label"
        case ParagraphRole.CHECK:
            return place.text
        case ParagraphRole.QUOTE:
            return "Quote"
        case ParagraphRole.NAME:
            return "Person Name"
        case _:
            assert_never(role)


def _direct_indent(role: ParagraphRole, place: Place) -> Element | None:
    if role is ParagraphRole.CHECK:
        return indent(place.indent + place.step, place.step)
    return indent(place.indent) if place.indent else None


def _box_properties() -> Element:
    return el(
        "w:rPr", None, el("w:rFonts", {"w:ascii": SYMBOLS, "w:hAnsi": SYMBOLS, "w:cs": SYMBOLS, "w:hint": "default"})
    )
