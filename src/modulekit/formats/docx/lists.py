"""Lists: native items whose numbers Word counts, restarting for each list."""

from __future__ import annotations

from typing import assert_never

from modulekit.document import Block, List, ListRole, Paragraph
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import runs
from modulekit.formats.docx.numbering import Counter
from modulekit.formats.docx.paragraphs import indent, numbered, paragraph, space_after
from modulekit.formats.docx.place import Inner, Place, Voice
from modulekit.formats.ooxml.xml import Element, qname

_AFTER = {Voice.BODY: 2.6, Voice.TABLE: 1.4}  # millimetres below a list


def written(desk: Desk, block: List, place: Place, inner: Inner) -> list[Element]:
    """The items of a list; what stands in an item below its first paragraph is indented like its text."""
    style = place.list_style(_kind(block.role))
    counter = desk.begin_list(style, block.start) if block.role is ListRole.NUMBER else None
    elements = [element for item in block.items for element in _item(desk, item, style, counter, place, inner)]
    if place.depth == 0 and elements and elements[-1].tag == qname("w:p"):
        space_after(elements[-1], _AFTER[place.voice])
    return elements


def _kind(role: ListRole) -> str:
    match role:
        case ListRole.BULLET:
            return "Bullet"
        case ListRole.NUMBER:
            return "Number"
        case ListRole.CHECK:
            return "Check"
        case _:
            assert_never(role)


def _item(
    desk: Desk,
    item: tuple[Block, ...],
    style: str,
    counter: Counter | None,
    place: Place,
    inner: Inner,
) -> list[Element]:
    first: tuple[Block, ...] = item[:1]
    words = first[0].children if first and isinstance(first[0], Paragraph) else ()
    rest = item[1:] if words else item
    # Where the list stands further in than its style says, the paragraph says so itself.
    direct = indent(place.indent + _reach(place), place.step) if place.indent else None
    head = paragraph(desk, style, runs(desk, words), properties=(numbered(counter) if counter else None, direct))
    return [head, *(element for block in rest for element in _below(desk, block, place, inner))]


def _below(desk: Desk, block: Block, place: Place, inner: Inner) -> list[Element]:
    deeper = Place(place.width, place.voice, place.text, place.indent, place.depth + 1)
    match block:
        case List():
            return inner((block,), deeper)
        case Paragraph():
            direct = indent(place.indent + _reach(place)) if place.indent else None
            return [paragraph(desk, place.list_style("Continue"), runs(desk, block.children), properties=(direct,))]
        case _:
            return inner((block,), place.indented(_reach(place)))


def _reach(place: Place) -> float:
    """From the text around the outermost list to the text of an item here, in millimetres."""
    return place.step * (place.depth + 1)
