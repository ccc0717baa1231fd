"""Boxes: callouts as bordered paragraphs, exercises and short model answers as frames with a header row.

A callout of plain paragraphs is written with paragraph styles, because that edits best in Word. One that holds lists,
tables or pictures becomes a table of one cell that looks the same.
"""

from __future__ import annotations

from typing import assert_never

from modulekit.document import Box, BoxRole, Inlines, Paragraph, ParagraphRole
from modulekit.formats.docx import grid
from modulekit.formats.docx.box_looks import BOXES
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import Ink, run, runs, tab
from modulekit.formats.docx.measure import height
from modulekit.formats.docx.paragraphs import indent, keep_with_next, paragraph, space_after
from modulekit.formats.docx.place import Inner, Place, Voice
from modulekit.formats.docx.sheet import TABLES
from modulekit.formats.docx.spelling import borders
from modulekit.formats.docx.vocabulary import BoxLook, Edge
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname

_TOOK_WIDTH, _TOOK_HEIGHT = 14.0, 8.0
_TALL = 150.0  # a good half of a page
_EXPECT_INDENT = 3.0
_RULES = ((1.5, 4), (0.75, 0))  # above and below: points, and points to the words
_PADDING = {sheet.name: sheet.padding for sheet in TABLES}


def written(desk: Desk, block: Box, place: Place, inner: Inner) -> list[Element]:
    """The paragraphs or the table of a box."""
    return desk.mark(block.id, _written(desk, block, place, inner))


def _written(desk: Desk, block: Box, place: Place, inner: Inner) -> list[Element]:
    match block.role:
        case BoxRole.EXERCISE:
            return _framed(desk, block, place, inner, "Exercise Frame", "Box Heading")
        case BoxRole.ANSWER:
            if _is_whole(block, place.width):
                return _framed(desk, block, place, inner, "Answer Frame", "Answer Heading")
            return _between_rules(desk, block, place, inner, "Answer Heading")
        case BoxRole.EXPECT:
            return _expected(desk, block, place, inner)
        case BoxRole.TOOK:
            return _took(desk, block, place, inner)
        case BoxRole.QUESTION:
            return _callout(desk, block, place, inner, BOXES[BoxRole.EXAMPLE])
        case (
            BoxRole.OUTCOMES
            | BoxRole.KEY
            | BoxRole.NOTE
            | BoxRole.TIP
            | BoxRole.WARNING
            | BoxRole.EXAMPLE
            | BoxRole.LAW
            | BoxRole.CASE
            | BoxRole.TERM
            | BoxRole.SUMMARY
        ):
            return _callout(desk, block, place, inner, BOXES[block.role])
        case _:
            assert_never(block.role)


# --- callouts --------------------------------------------------------------------------------------


def _callout(desk: Desk, block: Box, place: Place, inner: Inner, look: BoxLook) -> list[Element]:
    if place.indent == 0 and all(_is_plain(child) for child in block.children):
        words = [child.children for child in block.children if isinstance(child, Paragraph)]
        text = [paragraph(desk, look.name, runs(desk, inlines)) for inlines in words]
        for element in text[:-1] if block.keep else ():
            keep_with_next(element)
        return [*_label(desk, block, f"{look.name} Title"), *text]
    frame = f"{look.name} Frame"
    across, _ = _PADDING[frame]
    inside = Place(place.width - 2 * across, _voice(look), look.base)
    content = [*_label(desk, block, look.label), *inner(block.children, inside)]
    return _one_cell(desk, frame, content, place, whole=_is_whole(block, inside.width))


def _is_plain(child: object) -> bool:
    return isinstance(child, Paragraph) and child.role is ParagraphRole.BODY


def _voice(look: BoxLook) -> Voice:
    return Voice.TABLE if look.base == "Table Text" else Voice.BODY


def _has_title(block: Box) -> bool:
    return bool(block.title or block.aside)


def _label(desk: Desk, block: Box, style: str) -> list[Element]:
    if not _has_title(block):
        return []
    words = runs(desk, block.title)
    if block.aside:
        words.extend([run(desk, "\u2002"), *runs(desk, block.aside, Ink("Muted", bold=False))])
    return [paragraph(desk, style, words)]


def _one_cell(desk: Desk, style: str, content: list[Element], place: Place, *, whole: bool) -> list[Element]:
    _close(content)
    rows = [grid.row([grid.cell(desk, place.width, content)], whole=whole)]
    return [grid.table(desk, style, [place.width], rows, indent=place.indent), grid.gap(desk)]


def _is_whole(block: Box, width: float) -> bool:
    """Whether the box stays on one page: moving a tall one to the next would leave half of a page white."""
    return block.keep and height(block.children, width, Voice.BODY) < _TALL


def _close(content: list[Element]) -> None:
    """The padding of a frame is white enough below its last paragraph."""
    if content and content[-1].tag == qname("w:p"):
        space_after(content[-1], 0)


# --- frames ----------------------------------------------------------------------------------------


def _framed(desk: Desk, block: Box, place: Place, inner: Inner, style: str, heading: str) -> list[Element]:
    across, _ = _PADDING[style]
    width = place.width - 2 * across
    rows = []
    if _has_title(block):
        head = _heading(desk, heading, block.title, block.aside, width)
        rows.append(grid.row([grid.cell(desk, place.width, [head], middle=True)], header=True))
    content = inner(block.children, Place(width))
    _close(content)
    rows.append(grid.row([grid.cell(desk, place.width, content, style="Body Text")], whole=_is_whole(block, width)))
    return [
        grid.table(desk, style, [place.width], rows, indent=place.indent, header=_has_title(block)),
        grid.gap(desk),
    ]


def _between_rules(desk: Desk, block: Box, place: Place, inner: Inner, heading: str) -> list[Element]:
    """A tall box stands open between two rules: programs push a frame that holds tables to the next page."""
    words = runs(desk, block.title)
    if block.aside:
        words.extend([run(desk, "\u2002"), *runs(desk, block.aside, Ink("Muted", bold=False))])
    top, bottom = (borders("w:pBdr", (Edge("top", "accent", points, space),), desk.look) for points, space in _RULES)
    head = paragraph(desk, heading, words, properties=(top, el("w:keepNext")))
    return [head, *inner(block.children, place), paragraph(desk, "Table Gap", properties=(bottom,))]


def _heading(desk: Desk, style: str, title: Inlines, aside: Inlines, width: float) -> Element:
    words = runs(desk, title)
    if not aside:
        return paragraph(desk, style, words)
    stop = el("w:tabs", None, el("w:tab", {"w:val": "right", "w:pos": twips(width)}))
    beside = runs(desk, aside, Ink("Box Aside", bold=False))
    return paragraph(desk, style, words, tab(desk), beside, properties=(stop,))


# --- beside the steps of a plan --------------------------------------------------------------------


def _expected(desk: Desk, block: Box, place: Place, inner: Inner) -> list[Element]:
    direct = indent(place.indent + _EXPECT_INDENT) if place.indent else None
    elements = _label(desk, block, "Box Label")
    for child in block.children:
        if isinstance(child, Paragraph):
            words = runs(desk, child.children)
            elements.append(paragraph(desk, "Expected Answer", words, properties=(direct,)))
        else:
            elements.extend(inner((child,), place.indented(_EXPECT_INDENT)))
    return elements


def _took(desk: Desk, block: Box, place: Place, inner: Inner) -> list[Element]:
    width = min(_TOOK_WIDTH, place.width)
    label = [paragraph(desk, "Took", runs(desk, block.title), runs(desk, block.aside))]
    content = [*label, *inner(block.children, place.cell(width, Voice.TABLE))]
    rows = [grid.row([grid.cell(desk, width, content)], height=_TOOK_HEIGHT)]
    return [grid.table(desk, "Took Frame", [width], rows, indent=place.indent), grid.gap(desk)]
