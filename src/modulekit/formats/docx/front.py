"""The cover and the contents."""

from __future__ import annotations

from collections.abc import Mapping

from modulekit.document import Contents, ContentsEntry, Cover, Figure, Signs, plain
from modulekit.formats.docx import figures
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import Ink, run, runs, tab
from modulekit.formats.docx.paragraphs import paragraph, set_property
from modulekit.formats.docx.place import Inner, Place
from modulekit.formats.ooxml.codes import INEXPRESSIBLE
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, qname

_SHORT = 4
_LEVELS = 3
_SINKAGE = 62.0  # millimetres above the first words of a cover
_SINKAGE_OF_TWO = 10.0  # the same where it speaks two languages, and needs the room


def cover(desk: Desk, block: Cover, place: Place, inner: Inner) -> list[Element]:
    """Kicker, title, subtitle, facts, and the funder's statement at the foot of the page."""
    is_double = any(fact.language for fact in block.facts)
    elements = [paragraph(desk, "Two Titles" if is_double else "Title", runs(desk, block.title))]
    if block.kicker:
        elements.insert(0, paragraph(desk, "Cover Kicker", runs(desk, block.kicker)))
    if block.subtitle:
        elements.append(paragraph(desk, "Subtitle", runs(desk, block.subtitle)))
    sinkage = _SINKAGE_OF_TWO if is_double else _SINKAGE
    set_property(elements[0], el("w:spacing", {"w:before": twips(sinkage)}))
    for fact in block.facts:
        with desk.speaking(fact.language):
            label = run(desk, fact.label, Ink("Muted", bold=False))
            elements.append(paragraph(desk, "Cover Fact", label, tab(desk), run(desk, fact.value)))
    statement = inner(block.statement, Place(place.width, place.voice, "Cover Statement"))
    if statement and all(element.tag == qname("w:p") for element in statement):
        for element in statement:
            set_property(element, _at_the_foot(place.width))
        statement.append(paragraph(desk, "Table Gap"))  # holds the frame: it stands on the page of what follows it
    return desk.mark(block.id, [*elements, *statement])


def signs(desk: Desk, block: Signs, place: Place) -> list[Element]:
    """One line of pictures: the first at the left, the others at the right."""
    shown: list[Element] = []
    for at, sign in enumerate(block.signs):
        if at:
            shown.append(tab(desk) if at == 1 else run(desk, "\u2003"))
        found = desk.picture(sign.asset, sign.width, "cover")
        if found is None:
            shown.append(run(desk, f"[{sign.alt}]"))
        else:
            figure = Figure(sign.asset, sign.alt)
            shown.append(el("w:r", None, figures.drawing(desk, figure, sign.width, *found)))
    stop = el("w:tabs", None, el("w:tab", {"w:val": "right", "w:pos": twips(place.width)}))
    space = el("w:spacing", {"w:before": twips(2.4), "w:after": twips(2.5), "w:line": 240, "w:lineRule": "auto"})
    return [paragraph(desk, "Cover Statement", shown, properties=(stop, space))]


def _at_the_foot(width: float) -> Element:
    """A frame at the lower margin: neighbours with the same frame stand in one."""
    return el(
        "w:framePr",
        {
            "w:w": twips(width),
            "w:wrap": "notBeside",
            "w:vAnchor": "margin",
            "w:hAnchor": "margin",
            "w:xAlign": "left",
            "w:yAlign": "bottom",
        },
    )


def contents(desk: Desk, block: Contents, pages: Mapping[str, int]) -> list[Element]:
    """A contents field that is filled in already: links with page numbers. Word updates it when it is asked to."""
    if not block.entries:
        return []
    deepest = min(max(entry.level for entry in block.entries), _LEVELS)
    begin = [*_field(f' TOC \\o "1-{deepest}" \\h \\z \\u ')]
    paragraphs = []
    for index, entry in enumerate(block.entries):
        before = begin if index == 0 else []
        after = [_mark("end")] if index == len(block.entries) - 1 else []
        paragraphs.append(
            paragraph(desk, f"toc {min(entry.level, _LEVELS)}", before, _entry(desk, entry, pages), after)
        )
    gallery = el("w:docPartObj", None, el("w:docPartGallery", {"w:val": "Table of Contents"}), el("w:docPartUnique"))
    return [el("w:sdt", None, el("w:sdtPr", None, gallery), el("w:sdtContent", None, paragraphs))]


def _entry(desk: Desk, entry: ContentsEntry, pages: Mapping[str, int]) -> list[Element]:
    words: list[Element] = []
    if entry.number:
        short = len(entry.number) <= _SHORT
        words.extend([run(desk, entry.number), tab(desk) if short else run(desk, "\u2002")])
    words.extend(runs(desk, entry.title, Ink(linked=True)))
    anchor = desk.anchor(entry.target)
    if anchor is None:
        desk.find(
            INEXPRESSIBLE,
            entry.target,
            f"the contents name “{plain(entry.title)}”, which is not in the document",
            "give the heading this id, or take the entry out",
        )
        return words
    page = pages.get(entry.target)
    number = [*_field(f" PAGEREF {anchor} \\h "), run(desk, str(page) if page else ""), _mark("end")]
    return [el("w:hyperlink", {"w:anchor": anchor, "w:history": 1}, words, tab(desk), number)]


def _field(instruction: str) -> list[Element]:
    return [
        _mark("begin"),
        el("w:r", None, el("w:instrText", {"xml:space": "preserve"}, instruction)),
        _mark("separate"),
    ]


def _mark(kind: str) -> Element:
    return el("w:r", None, el("w:fldChar", {"w:fldCharType": kind}))
