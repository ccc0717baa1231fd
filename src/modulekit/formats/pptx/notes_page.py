"""The printed page of speaker notes: an A4 sheet with the slide above and the words below.

Gives the notes master of the base file and the shapes of one page of notes. Must not know what the notes say.
"""

from __future__ import annotations

from modulekit.formats.ooxml.xml import Element, el, qname
from modulekit.formats.pptx.layouts import Frame, Placeholder
from modulekit.formats.pptx.master import FIELD, LIGHT, slide_data, transform
from modulekit.formats.pptx.text_style import SANS, level_style

WIDTH, HEIGHT = 210.0, 297.0
"""The page, in millimetres."""
_PICTURE = Frame(20, 18, 170, 95.6)
_WORDS = Placeholder("Notes", "body", 1, Frame(20, 124, 170, 152), 10.5, after=4, leading=1.1, hint="Notes")
_NUMBER = Placeholder("Slide number", "sldNum", 2, Frame(160, 281, 30, 6), 9, align="r", hint="‹#›")


def notes_master() -> Element:
    """The master of the pages of notes."""
    number = el("a:fld", {"id": FIELD, "type": "slidenum"}, el("a:rPr", {"lang": "en-GB"}), el("a:t", None, "‹#›"))
    words = el("a:r", None, el("a:rPr", {"lang": "en-GB"}), el("a:t", None, _WORDS.hint))
    shapes = [
        _picture(2, own=True),
        _text(_WORDS, 3, [el("a:p", None, words)], own=True),
        _text(_NUMBER, 4, [el("a:p", None, number)], own=True),
    ]
    return el(
        "p:notesMaster",
        None,
        slide_data(None, shapes),
        el("p:clrMap", dict(LIGHT)),
        el("p:notesStyle", None, _style(_WORDS)),
    )


def page(words: list[Element], number: Element) -> list[Element]:
    """The shapes of one page: the picture of the slide, the paragraphs ``words``, and the run or field ``number``."""
    return [_picture(2, own=False), _text(_WORDS, 3, words), _text(_NUMBER, 4, [el("a:p", None, number)])]


def _picture(number: int, *, own: bool) -> Element:
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": "Slide"}),
            el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})),
            el("p:nvPr", None, el("p:ph", {"type": "sldImg", "idx": 3})),
        ),
        el("p:spPr", None, _box(_PICTURE) if own else None),
    )


def _text(place: Placeholder, number: int, paragraphs: list[Element], *, own: bool = False) -> Element:
    inset: dict[str, str | int] = {"wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0} if own else {}
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": place.name}),
            el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})),
            el("p:nvPr", None, el("p:ph", {"type": place.kind, "sz": "quarter", "idx": place.index})),
        ),
        el("p:spPr", None, _box(place.frame) if own else None),
        el(
            "p:txBody",
            None,
            el("a:bodyPr", inset),
            el("a:lstStyle", None, _style(place) if own else None),
            paragraphs or [el("a:p")],
        ),
    )


def _box(frame: Frame) -> list[Element]:
    return [transform("a:xfrm", frame), el("a:prstGeom", {"prst": "rect"}, el("a:avLst"))]


def _style(place: Placeholder) -> Element:
    style = level_style(1, place.size, place.colour, leading=place.leading, after=place.after, align=place.align)
    for font in style.iter(qname("a:latin")):  # LibreOffice does not look into the theme of a notes master
        font.set("typeface", SANS)
    return style
