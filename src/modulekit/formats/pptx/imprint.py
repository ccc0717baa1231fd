"""Who paid, on the opening slide: a white band with the emblem, the words beside it, and the other logos at the right.

Emblems are made for white ground, and the slide may be dark; so the band is white on every slide. Takes the body of a
title slide, gives shapes.
"""

from __future__ import annotations

from dataclasses import replace

from modulekit.document import Inlines, Sign, TitleBody
from modulekit.formats.ooxml.pictures import blip
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.pptx import shapes
from modulekit.formats.pptx.desk import Desk
from modulekit.formats.pptx.layouts import Frame, Layout
from modulekit.formats.pptx.text_style import fill

BAND = Frame(0, 108.5, 254, 20.5)
"""Above the footer, from edge to edge; the same as in ``deck.css``."""
_LEFT, _RIGHT = 18.0, 236.0
_GAP = 6.0


def written(desk: Desk, body: TitleBody, layout: Layout) -> list[Element]:
    """The band, the signs and the statement, in reading order."""
    first, *others = body.signs
    elements = [_band(desk), *_sign(desk, first, _LEFT)]
    right = _RIGHT
    placed = []
    for sign in reversed(others):
        right -= sign.width
        placed.append((sign, right))
        right -= _GAP
    if body.statement:
        left = _LEFT + first.width + _GAP
        place = replace(layout.place("Statement"), colour="dk1", anchor="ctr")
        frame = Frame(left, BAND.y + 2, right - left, BAND.height - 4)
        statement: Inlines = body.statement
        elements.append(shapes.text(desk, place, [statement], frame))
    for sign, x in reversed(placed):
        elements.extend(_sign(desk, sign, x))
    return elements


def _band(desk: Desk) -> Element:
    number = desk.number()
    return el(
        "p:sp",
        None,
        el("p:nvSpPr", None, el("p:cNvPr", {"id": number, "name": f"Band {number}"}), el("p:cNvSpPr"), el("p:nvPr")),
        el("p:spPr", None, shapes.box(BAND), fill("lt1"), el("a:ln", None, el("a:noFill"))),
        el("p:txBody", None, el("a:bodyPr"), el("a:lstStyle"), el("a:p")),
    )


def _sign(desk: Desk, sign: Sign, x: float) -> list[Element]:
    """The picture in the middle of the band, in its own size; nothing where it cannot be read, which is reported."""
    frame = Frame(x, BAND.y + (BAND.height - sign.height) / 2, sign.width, sign.height)
    found = desk.picture(sign.asset, sign.width)
    if found is None:
        return []
    _, relation, svg = found
    number = desk.number()
    return [
        el(
            "p:pic",
            None,
            el(
                "p:nvPicPr",
                None,
                el("p:cNvPr", {"id": number, "name": f"Sign {number}", "descr": sign.alt}),
                el("p:cNvPicPr", None, el("a:picLocks", {"noChangeAspect": 1})),
                el("p:nvPr"),
            ),
            blip("p:blipFill", relation, svg),
            el("p:spPr", None, shapes.box(frame)),
        )
    ]
